"""A sheet as it stands with every tracked change rejected: lines whose words can be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from avtalsgen.model.nodes import Cell
from avtalsgen.readers.docx.returned.sheet import (
    Placed,
    Sheet,
    SheetLine,
    SheetPart,
    SheetStretch,
)
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.folding import Folded, folded


@dataclass(frozen=True, slots=True)
class PaperSpan:
    """Where a fact, a reference or a gap is printed, in the normal form of a line."""

    start: int
    end: int
    path: str
    """Of the fact; for a reference the anchor it leads to, or the place in a section (`PLACES`)."""
    kind: str
    """`value`, `gap` or `reference`."""


@dataclass(slots=True, eq=False)
class PaperLine:
    """One line with all tracked changes rejected."""

    sources: tuple[int, ...]
    """Its lines in the sheet: several where somebody put in a tracked end of paragraph."""
    text: str
    stretches: tuple[SheetStretch, ...]
    """For each letter of `text` the stretch that it stands in."""
    fold: Folded
    part: SheetPart
    name: str = ""
    level: int = 0
    number: str = ""
    is_item: bool = False
    depth: int = 0
    is_row: bool = False
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    spans: list[PaperSpan] = field(default_factory=list)
    """Where facts stand; in their file where it is known."""
    cells: tuple[Cell, ...] = ()
    """What it was printed from; only in what was sent."""
    ordered: bool = False
    place_mark: str = ""
    """What references lead to it by; in their file where it is known."""
    restyled: bool = False
    """It was a heading and looks like running text, or the other way round."""
    style_tracked: bool = False
    """Its style was changed with track changes on, and is told as that."""
    after_deleted: bool = False
    """It stands behind a tracked deletion of what ended before it, whose look it may have got."""
    placed: Placed = ()
    """How it stands on its page, tracked changes of that rejected."""

    @property
    def words(self) -> str:
        """Its words in their normal form."""
        return self.fold.text

    def stretch(self, place: int) -> SheetStretch:
        """Return the stretch of a letter of the normal form."""
        return self.stretches[self.fold.places[place]]


def accepted(sheet: Sheet) -> Sheet:
    """Return a sheet with every tracked change done, so that nothing in it is tracked."""
    lines: list[SheetLine] = []
    held: SheetLine | None = None
    gone = _notes_gone(sheet)
    for line in sheet.lines:
        if (line.is_row and line.deleted) or line.name in gone:
            continue
        kept = tuple(
            replace(stretch, inserted=None) if stretch.inserted else stretch
            for stretch in line.stretches
            if not stretch.deleted
        )
        notes = tuple(note for note in line.notes if note.name not in gone)
        whole = replace(line, stretches=kept, inserted=None, deleted=None, notes=notes)
        if held is not None and held.part == line.part:
            whole = _flown(held, whole)
        elif held is not None:
            lines.append(held)
        held = whole if line.deleted else None
        if held is None:
            lines.append(whole)
    return replace(sheet, lines=(*lines, held) if held else tuple(lines))


def _notes_gone(sheet: Sheet) -> frozenset[str]:
    """Return the notes and boxes that go with the words that they hang on."""
    gone: set[str] = set()
    kept: set[str] = set()
    for line in sheet.lines:
        for note in line.notes:
            goes = note.deleted or (line.is_row and line.deleted)
            (gone if goes else kept).add(note.name)
    return frozenset(gone - kept)


def _flown(first: SheetLine, second: SheetLine) -> SheetLine:
    """Return two lines as one: it has the properties of the second, unless that says nothing."""
    saying = second if any(s.text.strip() for s in second.stretches) else first
    return replace(
        saying,
        stretches=(*first.stretches, *second.stretches),
        marks=(*first.marks, *second.marks),
        notes=(*first.notes, *second.notes),
    )


def paper(sheet: Sheet) -> list[PaperLine]:
    """Return the lines of a sheet that say anything with all tracked changes rejected."""
    lines: list[PaperLine] = []
    group: list[int] = []
    for place, line in enumerate(sheet.lines):
        before = sheet.lines[group[-1]] if group else line
        if (before.part, before.name) != (line.part, line.name):
            lines.extend(_line(sheet, group))
            group = []
        if line.is_row and line.inserted:
            continue  # a row that somebody put in, tracked
        group.append(place)
        if line.inserted is None or line.is_row:
            lines.extend(_line(sheet, group))
            group = []
    lines.extend(_line(sheet, group))
    return lines


def _line(sheet: Sheet, group: Sequence[int]) -> Iterator[PaperLine]:
    """Yield the line that some of the sheet's are together, if it says anything."""
    sources = [sheet.lines[place] for place in group]
    letters: list[str] = []
    stretches: list[SheetStretch] = []
    for source in sources:
        for stretch in source.stretches:
            if stretch.inserted is None:
                letters.append(stretch.text)
                stretches += [stretch] * len(stretch.text)
    text = "".join(letters)
    fold = folded(text)
    if not fold.text.strip("\t "):
        return
    saying = [source for source in sources if _says(source)] or sources
    first = next((s for s in saying if s.level), saying[-1])
    yield PaperLine(
        tuple(group),
        text,
        tuple(stretches),
        fold,
        first.part,
        first.name,
        first.level,
        first.number,
        first.is_item,
        first.depth,
        first.is_row,
        tuple(mark for source in sources for mark in source.marks),
        tuple(note.name for source in sources for note in source.notes),
        style_tracked=first.styled is not None,
        after_deleted=group[0] > 0 and sheet.lines[group[0] - 1].deleted is not None,
        placed=first.placed_before or first.placed,
    )


def _says(line: SheetLine) -> bool:
    return any(stretch.inserted is None and stretch.text.strip() for stretch in line.stretches)
