"""Rows for changes that no sentence tells: a link that leads elsewhere, a line that moved."""

from collections.abc import Iterable, Iterator
from itertools import islice

from avtalsgen.compare.duties.statements import quoted
from avtalsgen.model.comparison import Change, SectionPair, Span, TopRow

_MOST = 12


def rows_of_sections(pairs: Iterable[SectionPair]) -> tuple[TopRow, ...]:
    """Return a row for the weightiest change of each section, for when sentences give none.

    Those that decide something come first.
    """
    return tuple(islice(sorted(_rows(pairs), key=lambda row: row.rank != "avgörande"), _MOST))


def _rows(pairs: Iterable[SectionPair]) -> Iterator[TopRow]:
    for pair in pairs:
        weighty = [change for change in pair.changes if change.weight == "saklig"]
        if not weighty:
            continue
        change = next((each for each in weighty if each.rank == "avgörande"), weighty[0])
        old, new = _sides(change, pair)
        face = pair.new or pair.old
        yield TopRow(
            (face.heading or face.number if face else "") or "Utan rubrik",
            quoted(old),
            quoted(new),
            (pair.old.number or pair.old.heading) if pair.old else "",
            (pair.new.number or pair.new.heading) if pair.new else "",
            change.rank,
            change.reasons[0],
        )


def _sides(change: Change, pair: SectionPair) -> tuple[str, str]:
    """Return the words of both sides; of what moved the same words, of a space its whole line."""
    if "flyttad" in change.reasons:
        return change.old or change.new, change.new or change.old
    if all(side.strip() or not side for side in (change.old, change.new)):
        return change.old, change.new
    place = pair.changes.index(change)
    for line in pair.lines:
        sides = line.old or (), line.new or ()
        if any(span.change == place for spans in sides for span in spans):
            before, now = map(_text, sides)
            return before, now
    return change.old.strip(), change.new.strip()


def _text(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)
