"""Rows for changes that no sentence tells: a link that leads elsewhere, a line that moved."""

from collections.abc import Iterable, Iterator
from itertools import islice

from avtalsgen.compare.duties.statements import quoted
from avtalsgen.model.comparison import Change, SectionPair, TopRow

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
        old, new = _sides(change)
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


def _sides(change: Change) -> tuple[str, str]:
    """Return the words of both sides; of what moved, the same words."""
    if "flyttad" in change.reasons:
        return change.old or change.new, change.new or change.old
    return change.old, change.new
