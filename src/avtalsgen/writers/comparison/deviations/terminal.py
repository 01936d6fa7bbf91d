"""What deviates from the library's wording: a table, then the words that differ."""

from textwrap import wrap

from avtalsgen.model.portfolio import ClauseDeviation, Deviations
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.screen import Screen, clean
from avtalsgen.writers.comparison.terminal import pair_lines
from avtalsgen.writers.comparison.totals import pair_words
from avtalsgen.writers.terminal_table import table

NOTHING = "Inget uppdrag avviker från bibliotekets ord."
_HEADS = ("UPPDRAG", "KLAUSUL", "AVVIKER", "ORD", "SKÄL")
_WIDEST = 40
"""Characters of a reason in the table."""


def to_terminal(deviations: Deviations, width: int) -> str:
    """Return the table and below it each clause with its words marked."""
    rows = [line for row in deviations.rows for line in _row(row)]
    parts = ["\n".join(table(_HEADS, rows)) if rows else NOTHING]
    screen = Screen(False, width)
    for row in deviations.rows:
        head = clean(f"{row.uppdrag} {row.clause}@{row.edition}: {told(row)}")
        parts.append("\n".join((head, *pair_lines(row.pair, screen))))
    if deviations.following:
        parts.append(following(deviations))
    return "\n\n".join(parts) + "\n"


def told(row: ClauseDeviation) -> str:
    """Return what the words are beside: `äldre utgåva, mot 2026`."""
    return f"{row.kind}, mot {row.against}"


def words(row: ClauseDeviation) -> str:
    """Return how many words only the uppdrag has, and how many only the library."""
    came, went = pair_words(row.pair)
    return f"+{came} −{went}"


def following(deviations: Deviations) -> str:
    """Return which uppdrag have the library's own words."""
    return f"Följer biblioteket: {', '.join(deviations.following)}."


def section(row: ClauseDeviation) -> str:
    """Return number and heading of the clause."""
    return vocabulary.name(row.pair)


def _row(row: ClauseDeviation) -> list[tuple[str, ...]]:
    first, *others = wrap(clean(row.reason), _WIDEST) or ["–"]
    cells = (row.uppdrag, f"{row.clause}@{row.edition}", told(row), words(row))
    return [(*cells, first), *((*("" for _ in cells), other) for other in others)]
