"""The rows of changes in a memo: chosen by rank, edited by whoever prepares the matter.

ändringstabell in the memo ──┬─ a row with all of it       as it is written
                             └─ a row with only what, why  the rest from the comparison
no such list ───────────────── the first eight rows of the comparison, and TS01 asks why
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.model.comparison import Comparison, TopRow
from avtalsgen.model.nodes import Block, Cell, Paragraph, Text, Value
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Known
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.brief_table import BriefRow, brief_table

MOST_ROWS: Final = 8
"""Half a page: what a nämnd reads."""
_NEW, _GONE = "Finns inte.", "Utgår."
_CUT = " …"
_ALIKE = "Versionerna är lika."


def table(lookup: Lookup, comparison: Comparison) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Return what a memo shows of a comparison, never nothing, and what its own rows lack.

    TS01, a warning: a row does not say why; TS02: more rows than a nämnd reads; TS03: a row
    does not say what holds today or what is proposed, and the comparison has no row of that name.
    """
    fact, records = lookup.uppdrag.facts.get(known.CHANGE_ROWS), _records(lookup)
    problems: list[Problem] = []
    if isinstance(fact, Known) and records:
        rows = tuple(
            _edited(number, record, fact, comparison.top, problems)
            for number, record in enumerate(records, 1)
        )
        if len(rows) > MOST_ROWS:
            message = f"{known.CHANGE_ROWS} har {len(rows)} rader, och högst {MOST_ROWS} får plats"
            hint = "stryk det minst viktiga; hela jämförelsen finns bland beslutsunderlagen"
            problems.append(Problem("TS02", message, origin=fact.origin, hint=hint))
        return (brief_table(rows),), tuple(problems)
    asked = (_asked(lookup, comparison.top[0]),) if comparison.top else ()
    return (proposed_table(comparison),), asked


def written_names(lookup: Lookup) -> tuple[str, ...]:
    """Return what the rows that somebody wrote are about."""
    named = (record.get(known.ROW_WHAT) for record in _records(lookup))
    return tuple(str(what.value) for what in named if isinstance(what, Known))


def _records(lookup: Lookup) -> list[Mapping[str, Fact]]:
    fact = lookup.uppdrag.facts.get(known.CHANGE_ROWS)
    value = fact.value if isinstance(fact, Known) and isinstance(fact.value, tuple) else ()
    return [item for item in value if isinstance(item, Mapping)]


def proposed_table(comparison: Comparison, *, with_why: bool = False) -> Block:
    """Return the rows that a comparison proposes, or a sentence where nothing matters.

    `with_why` leaves room for the reasons, which somebody writes by hand.
    """
    if not comparison.top:
        return Paragraph((Text(_ALIKE if comparison.same else vocabulary.nothing(comparison)),))
    return brief_table(map(_proposed, comparison.top[:MOST_ROWS]), with_why=with_why)


def _asked(lookup: Lookup, first: TopRow) -> Problem:
    message = "tabellen över det som ändras säger inte varför; raderna är valda av programmet"
    row = f"{{{known.ROW_WHAT}: {first.what}, {known.ROW_WHY}: skälet till ändringen}}"
    hint = f"{lookup.uppdrag.facts.act(known.CHANGE_ROWS)} {known.CHANGE_ROWS}: [{row}]"
    return Problem("TS01", message, Severity.WARNING, lookup.uppdrag.origin, hint)


def proposed(row: TopRow) -> tuple[str, str]:
    """Return what a row of the comparison says of today, and of the proposal."""
    return _whole(row.old, row.old_place) or _NEW, _whole(row.new, row.new_place) or _GONE


def _proposed(row: TopRow) -> BriefRow:
    today, proposal = proposed(row)
    return BriefRow(_plain(row.what), _plain(today), _plain(proposal))


def _whole(text: str, place: str) -> str:
    """Return a quotation without the sentence that it was cut in; where it stands, if in its first.

    Law: what is returned ends where a sentence of the text does.
    """
    if not text.endswith(_CUT):
        return text
    kept, end, _ = text.removesuffix(_CUT).rpartition(". ")
    return f"{kept}." if end else f"Se avsnitt {place}."


def _edited(
    number: int,
    record: Mapping[str, Fact],
    table: Known,
    top: Sequence[TopRow],
    problems: list[Problem],
) -> BriefRow:
    what = record.get(known.ROW_WHAT)
    origin = what.origin if what else table.origin
    name = str(what.value) if isinstance(what, Known) else ""
    suggested = next((row for row in top if row.what.casefold() == name.casefold()), None)
    today, proposal = record.get(known.ROW_TODAY), record.get(known.ROW_PROPOSAL)
    if suggested is None:
        problems.extend(_unsaid(record, name, table, top))
    if not isinstance(record.get(known.ROW_WHY), Known):
        message = f"raden ”{name}” säger inte varför"
        hint = f"fyll i {known.ROW_WHY}: en mening om skälet, på samma rad"
        problems.append(Problem("TS01", message, Severity.WARNING, origin, hint))
    path = f"{table.path}.{number}"
    old = _whole(suggested.old, suggested.old_place) if suggested else ""
    new = _whole(suggested.new, suggested.new_place) if suggested else ""
    return BriefRow(
        _value(what),
        _value(today) or _lacked(old, f"{path}.{known.ROW_TODAY}", origin),
        _value(proposal) or _lacked(new, f"{path}.{known.ROW_PROPOSAL}", origin),
        _value(record.get(known.ROW_WHY)),
    )


def _unsaid(
    record: Mapping[str, Fact], name: str, table: Known, top: Sequence[TopRow]
) -> Iterator[Problem]:
    what = record.get(known.ROW_WHAT)
    for key in (known.ROW_TODAY, known.ROW_PROPOSAL):
        if not isinstance(record.get(key), Known):
            message = f"raden ”{name}” säger inte {key}, och jämförelsen har ingen rad som heter så"
            names = ", ".join(row.what for row in top) or "inga"
            hint = f"fyll i {key}, eller välj ett namn ur jämförelsen: {names}"
            yield Problem("TS03", message, origin=what.origin if what else table.origin, hint=hint)


def _value(fact: Fact | None) -> Cell:
    if not isinstance(fact, Known):
        return ()
    return (Value(str(fact.value), fact.path, fact.origin),)


def _lacked(text: str, path: str, origin: Origin) -> Cell:
    """Return what the comparison says in the place of a field; it may be written there."""
    return (Value(text, path, origin),) if text else ()


def _plain(text: str) -> Cell:
    return (Text(text),) if text else ()
