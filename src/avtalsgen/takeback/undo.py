"""A sheet without the changes that nobody accepted: each change knows what takes it back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from operator import itemgetter

from avtalsgen.readers.docx.returned.sheet import Hand, Sheet, SheetLine, SheetStretch
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.lines import PaperLine

_GONE = Hand("", "")


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes one change back. Lines are places in the sheet."""

    drop: tuple[int, ...] = ()
    """Lines that go."""
    lines: tuple[PaperLine, ...] = ()
    """Lines that come."""
    carried: tuple[int, ...] = ()
    """Lines that go back to where they stood, whatever else is decided of them."""
    before: int = -1
    """The line before which they come; -1 where `behind` says it."""
    behind: int = -1
    """The line behind which they come; -1 for the top."""
    order: int = 0
    """Which come first where several come behind one line."""
    line: PaperLine | None = None
    """A line of which the letters from `start` to `end`, as written, become `text` again."""
    start: int = 0
    end: int = 0
    text: str = ""
    letters: frozenset[tuple[int, int]] = frozenset()
    """Tracked letters that are rejected: their line, and their place in it."""
    ends: frozenset[int] = frozenset()
    """Lines whose tracked end is rejected."""
    left_in: frozenset[tuple[int, int]] = frozenset()
    """Letters that one put in and another took out, which is rejected; the end of a line is -1."""
    stays: int = -1
    """Which of the tracked moves of the sheet is rejected."""
    notes: frozenset[str] = frozenset()
    """Notes and boxes whose mark stays, though somebody struck it."""


@dataclass(slots=True)
class _Undoing:
    dropped: set[int] = field(default_factory=set)
    before: dict[int, list[SheetLine]] = field(default_factory=dict)
    behind: dict[int, list[tuple[int, Sequence[int | SheetLine]]]] = field(default_factory=dict)
    carried: set[int] = field(default_factory=set)
    gone: set[tuple[int, int]] = field(default_factory=set)
    put: dict[tuple[int, int], SheetStretch] = field(default_factory=dict)
    letters: set[tuple[int, int]] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    left_in: set[tuple[int, int]] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)

    def touched(self) -> set[int]:
        """Return the lines that do not stay as they are."""
        letters = (self.gone, self.put, self.letters, self.left_in)
        return self.ends.union(*({line for line, _ in spots} for spots in letters))


def undone(sheet: Sheet, undos: Iterable[Undo], within: range | None = None) -> Sheet:
    """Return a sheet in which `undos` are done; all other tracked changes stay.

    Of the tracked moves all are made that are not undone. Only the lines `within` are kept, where
    some are named.
    """
    all_of, stay = _Undoing(), set()
    places = within or range(len(sheet.lines))
    for undo in dict.fromkeys(undos):
        all_of.dropped.update(undo.drop)
        come = [_again(line) for line in undo.lines]
        if undo.before >= 0:
            all_of.before.setdefault(undo.before, []).extend(come)
        elif come:
            all_of.behind.setdefault(undo.behind, []).append((undo.order, come))
        _carry(all_of, undo.carried, undo.behind, undo.order, places)
        if undo.line is not None:
            _letters_back(sheet, undo, all_of)
        all_of.letters.update(undo.letters)
        all_of.ends.update(undo.ends)
        all_of.left_in.update(undo.left_in)
        all_of.notes.update(undo.notes)
        stay.add(undo.stays)
    for number, move in enumerate(sheet.moves):
        if number not in stay:
            _carry(all_of, move.lines, move.behind, 0, places)
    return replace(sheet, lines=tuple(_in_order(sheet, places, all_of)), moves=())


def _carry(
    all_of: _Undoing, carried: Sequence[int], behind: int, order: int, places: range
) -> None:
    """Note that lines go behind another; those of which not all are kept stay."""
    there = behind in places or (behind < 0 and places.start == 0)
    if carried and there and all(place in places for place in carried):
        all_of.behind.setdefault(behind, []).append((order, carried))
        all_of.carried.update(carried)


def _in_order(sheet: Sheet, places: range, all_of: _Undoing) -> Iterator[SheetLine]:
    """Yield the lines that are kept; what comes behind a line goes where that goes."""
    met: set[int] = set()
    touched = all_of.touched()
    starts = (-1, *(place for place in places if place not in all_of.carried), *places)
    for start in starts:
        waiting: list[int | SheetLine] = [start]
        while waiting:
            here = waiting.pop()
            if isinstance(here, SheetLine):
                yield here
            elif here not in met:
                met.add(here)
                yield from all_of.before.get(here, ())
                if here >= 0 and here not in all_of.dropped:
                    line = sheet.lines[here]
                    stays = any(note.name in all_of.notes for note in line.notes)
                    yield _line(line, here, all_of) if stays or here in touched else line
                behind = sorted(all_of.behind.get(here, ()), key=itemgetter(0))
                waiting += [each for _, come in reversed(behind) for each in reversed(come)]
    yield from all_of.before.get(places.stop, ())


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
        put = all_of.put.get(key, SheetStretch(""))
        fates = [_fate(sheet, spots[near]) for near in _beside(undo, len(spots))]
        struck = fates[0] if all(fates) else None
        all_of.put[key] = SheetStretch(put.text + undo.text, deleted=struck)


def _beside(undo: Undo, count: int) -> range:
    """Return which letters those that come back stand for, or else stand between."""
    if undo.start < min(undo.end, count):
        return range(undo.start, min(undo.end, count))
    return range(max(undo.start - 1, 0), min(undo.start + 1, count))


def _fate(sheet: Sheet, spot: tuple[int, int]) -> Hand | None:
    return _spread(sheet.lines[spot[0]])[spot[1]].deleted


def _spread(line: SheetLine) -> list[SheetStretch]:
    return [replace_text(stretch, letter) for stretch in line.stretches for letter in stretch.text]


def replace_text(stretch: SheetStretch, text: str) -> SheetStretch:
    """Return a stretch with other letters."""
    return replace(stretch, text=text)


def _line(line: SheetLine, place: int, all_of: _Undoing) -> SheetLine:
    stretches: list[SheetStretch] = []
    stays: set[Hand | None] = set()
    spot = -1
    for spot, stretch in enumerate(_spread(line)):
        if put := all_of.put.get((place, spot)):
            stretches.append(replace(stretch, text=put.text, inserted=None, deleted=put.deleted))
        if (place, spot) in all_of.gone:
            continue
        rejected = (place, spot) in all_of.letters
        if rejected or (place, spot) in all_of.left_in:
            if rejected and stretch.inserted is not None:
                continue
            stays.add(stretch.deleted)
            stretch = replace(stretch, deleted=None)
        stretches.append(stretch)
    if put := all_of.put.get((place, spot + 1)):
        stretches.append(put)
    inserted, deleted = line.inserted, line.deleted
    if place in all_of.ends:
        deleted = _GONE if inserted else None
        inserted = None
    elif (place, -1) in all_of.left_in:
        deleted = None
    notes = tuple(
        replace(note, deleted=None)
        if (note.with_words and note.deleted in stays) or note.name in all_of.notes
        else note
        for note in line.notes
    )
    return replace(
        line, stretches=tuple(stretches), inserted=inserted, deleted=deleted, notes=notes
    )


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
    """Return what takes lines away and puts others where they stood, before a line."""
    return Undo(places_of(drop), tuple(lines), before=before)


def lines_behind(lines: Sequence[PaperLine], behind: int, order: int = 0) -> Undo:
    """Return what puts lines where they stood, behind a line."""
    return Undo(lines=tuple(lines), behind=behind, order=order)


def carried_back(carried: Iterable[int], behind: int, order: int) -> Undo:
    """Return what lets lines go back to where they stood, behind a line."""
    return Undo(carried=tuple(carried), behind=behind, order=order)


def places_of(lines: Iterable[PaperLine]) -> tuple[int, ...]:
    """Return which lines of the sheet some lines are."""
    return tuple(source for line in lines for source in line.sources)
