"""A sheet without the changes that nobody accepted: each change knows what takes it back."""

from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from avtalsgen.readers.docx.returned.sheet import Hand, Sheet, SheetLine, SheetStretch
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.lines import PaperLine

_GONE = Hand("", "")


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes one change back. Lines are places in the sheet."""

    drop: tuple[int, ...] = ()
    """Lines that go."""
    before: int = -1
    """Where `lines` come instead."""
    lines: tuple[PaperLine, ...] = ()
    line: PaperLine | None = None
    """A line of which the letters from `start` to `end`, as written, become `text` again."""
    start: int = 0
    end: int = 0
    text: str = ""
    letters: frozenset[tuple[int, int]] = frozenset()
    """Tracked letters that are rejected: their line, and their place in it."""
    ends: frozenset[int] = frozenset()
    """Lines whose tracked end is rejected."""


@dataclass(slots=True)
class _Undoing:
    dropped: set[int] = field(default_factory=set)
    added: dict[int, list[PaperLine]] = field(default_factory=dict)
    gone: set[tuple[int, int]] = field(default_factory=set)
    put: dict[tuple[int, int], str] = field(default_factory=dict)
    letters: set[tuple[int, int]] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)


def undone(sheet: Sheet, undos: Iterable[Undo], within: range | None = None) -> Sheet:
    """Return a sheet in which `undos` are done; all other tracked changes stay.

    Only the lines `within` are kept, where some are named.
    """
    all_of = _Undoing()
    for undo in dict.fromkeys(undos):
        all_of.dropped.update(undo.drop)
        if undo.lines:
            all_of.added.setdefault(undo.before, []).extend(undo.lines)
        if undo.line is not None:
            _letters_back(sheet, undo, all_of)
        all_of.letters.update(undo.letters)
        all_of.ends.update(undo.ends)
    lines: list[SheetLine] = []
    places = within or range(len(sheet.lines))
    for place in places:
        lines += [_again(line) for line in all_of.added.get(place, ())]
        if place not in all_of.dropped:
            lines.append(_line(sheet.lines[place], place, all_of))
    lines += [_again(line) for line in all_of.added.get(places.stop, ())]
    return replace(sheet, lines=tuple(lines))


def letters_gone(sheet: Sheet, undos: Iterable[Undo]) -> set[tuple[int, int]]:
    """Return which letters of the sheet become others: their line, and their place in it."""
    all_of = _Undoing()
    for undo in undos:
        if undo.line is not None:
            _letters_back(sheet, undo, all_of)
    return all_of.gone


def _letters_back(sheet: Sheet, undo: Undo, all_of: _Undoing) -> None:
    """Note which letters of the sheet become others, by those of a line that are not put in."""
    assert undo.line is not None
    spots = [
        (place, spot)
        for place in undo.line.sources
        for spot, stretch in enumerate(_spread(sheet.lines[place]))
        if stretch.inserted is None
    ]
    all_of.gone.update(spots[undo.start : undo.end])
    if undo.text and spots:
        at_end = undo.start >= len(spots)
        place, spot = spots[-1] if at_end else spots[undo.start]
        key = (place, spot + 1) if at_end else (place, spot)
        all_of.put[key] = all_of.put.get(key, "") + undo.text


def _spread(line: SheetLine) -> list[SheetStretch]:
    return [replace_text(stretch, letter) for stretch in line.stretches for letter in stretch.text]


def replace_text(stretch: SheetStretch, text: str) -> SheetStretch:
    """Return a stretch with other letters."""
    return replace(stretch, text=text)


def _line(line: SheetLine, place: int, all_of: _Undoing) -> SheetLine:
    stretches: list[SheetStretch] = []
    spot = -1
    for spot, stretch in enumerate(_spread(line)):
        if put := all_of.put.get((place, spot)):
            stretches.append(replace(stretch, text=put, inserted=None, deleted=None))
        if (place, spot) in all_of.gone:
            continue
        if (place, spot) in all_of.letters:
            if stretch.inserted is not None:
                continue
            stretch = replace(stretch, deleted=None)
        stretches.append(stretch)
    if put := all_of.put.get((place, spot + 1)):
        stretches.append(SheetStretch(put))
    inserted, deleted = line.inserted, line.deleted
    if place in all_of.ends:
        deleted = _GONE if inserted else None
        inserted = None
    return replace(line, stretches=tuple(stretches), inserted=inserted, deleted=deleted)


def _again(line: PaperLine) -> SheetLine:
    """Return a line as it was."""
    return SheetLine(
        tuple(
            replace_text(stretch, letter)
            for stretch, letter in zip(line.stretches, line.text, strict=True)
        ),
        line.part,
        line.name,
        line.level,
        line.number,
        line.is_item,
        line.depth,
        line.is_row,
        line.marks,
    )


def lines_back(drop: Iterable[PaperLine], before: int, lines: Sequence[PaperLine] = ()) -> Undo:
    """Return what takes lines away and puts others where they stood."""
    places = tuple(source for line in drop for source in line.sources)
    return Undo(places, before, tuple(lines))
