"""What deviates from the library's wording, as a document and as rows of a spreadsheet.

Alla avvikelser   a row for each clause
Uppdragen         for each the clauses, with the words that differ marked
"""

from collections.abc import Iterator
from itertools import groupby

from avtalsgen.model.nodes import (
    Cover,
    Document,
    Identity,
    Paragraph,
    Running,
    Section,
    Table,
    Text,
)
from avtalsgen.model.portfolio import ClauseDeviation, Deviations
from avtalsgen.writers.comparison.comparison_lines import is_marked, one_line
from avtalsgen.writers.comparison.deviations.terminal import (
    NOTHING,
    following,
    section,
    told,
    words,
)
from avtalsgen.writers.comparison.report import marked_blocks
from avtalsgen.writers.comparison.screen import with_marks
from avtalsgen.writers.comparison.totals import pair_words

_KICKER = "Avvikelser från biblioteket"
_HEADS = ("Uppdrag", "Klausul", "Avviker", "Ord", "Skäl")
_COLUMNS = (
    *("Uppdrag", "Titel", "Status", "Klausul", "Utgåva", "Avsnitt", "Avviker", "Mot utgåva"),
    *("Skäl", "Tillagda ord", "Borttagna ord", "Ändringar"),
)


def report(deviations: Deviations) -> Document:
    """Return the table, and each clause with its words marked, as a document."""
    rows = tuple(
        tuple((Text(cell),) if cell else () for cell in _cells(row)) for row in deviations.rows
    )
    heads = tuple((Text(head),) for head in _HEADS)
    blocks = (Table(heads, rows),) if rows else (Paragraph((Text(NOTHING),)),)
    if deviations.following:
        blocks = (*blocks, Paragraph((Text(following(deviations)),)))
    return Document(
        Identity("avvikelser", "", _KICKER, "", _KICKER),
        Cover("Biblioteket", (Text(_KICKER),), form="letterhead"),
        (
            Section("avvikelser", (Text("Alla avvikelser"),), 1, blocks=blocks),
            *_of_each(deviations),
        ),
        running=Running(_KICKER, "", ""),
    )


def deviation_rows(deviations: Deviations) -> Iterator[tuple[str, ...]]:
    """Yield a header, and a row for each clause with the lines that differ marked."""
    yield _COLUMNS
    for row in deviations.rows:
        came, went = pair_words(row.pair)
        yield (
            *(row.uppdrag, row.title, row.status, row.clause, row.edition, section(row)),
            *(row.kind, row.against, row.reason, str(came), str(went), marked_text(row)),
        )


def marked_text(row: ClauseDeviation) -> str:
    """Return the lines that differ: what only the library has in `[-…-]`, ours in `{+…+}`."""
    return "\n".join(with_marks(one_line(line)) for line in row.pair.lines if is_marked(line))


def _cells(row: ClauseDeviation) -> tuple[str, ...]:
    return row.uppdrag, f"{row.clause}@{row.edition}", told(row), words(row), row.reason


def _of_each(deviations: Deviations) -> Iterator[Section]:
    groups = groupby(enumerate(deviations.rows, 1), lambda each: each[1].uppdrag)
    for place, (uppdrag, members) in enumerate(groups, 1):
        below = tuple(_clause(number, row) for number, row in members)
        yield Section(f"uppdrag-{place}", (Text(uppdrag),), 1, sections=below)


def _clause(number: int, row: ClauseDeviation) -> Section:
    heading = f"{section(row)} ({row.clause}@{row.edition}, {told(row)})"
    why = (Paragraph((Text(f"Skäl: {row.reason}"),)),) if row.reason else ()
    blocks = (*why, *marked_blocks(row.pair))
    return Section(f"avvikelse-{number}", (Text(heading),), 2, blocks=blocks)
