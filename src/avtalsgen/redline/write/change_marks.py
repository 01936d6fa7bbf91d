"""The marks of tracked changes, and whole blocks that get them (ECMA-376 part 1, 17.13.5).

Under `del` text is `delText`; under `moveFrom` it stays `t`, as what moved is not deleted.
A row cannot be moved, only deleted and inserted; what stands in it can.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import count
from typing import Final, Literal

from avtalsgen.ooxml.elements import Element, put_in_place, run, w
from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.names import XML_SPACE, W
from avtalsgen.ooxml.revisions import MARKERS
from avtalsgen.ooxml.text import AS_DELETED
from avtalsgen.records import dataclass
from avtalsgen.redline.options import Options
from avtalsgen.swedish.numbers import digits

Kind = Literal["ins", "del", "moveFrom", "moveTo"]

MOST_MARKS: Final = 60_000
"""Each is held three times while it is proven, so that a hundred thousand are half a gigabyte."""
ROW_KINDS: dict[Kind, Kind] = {"ins": "ins", "moveTo": "ins", "del": "del", "moveFrom": "del"}
_CONTROL_RANGES = {"ins": "customXmlInsRange", "del": "customXmlDelRange"}
_WRAPPERS = {W + name for name in ("hyperlink", "sdt", "smartTag", "customXml", "dir", "bdo")}
_NOT_CONTENT = MARKERS | {W + name for name in ("pPr", "sdtPr", "customXmlPr", "smartTagPr")}


@dataclass(frozen=True, slots=True)
class OurMarks:
    """The ids of the marks of one redline; those of earlier marks lie outside."""

    first: int
    stop: int

    def __call__(self, mark: Element) -> bool:
        """Return whether `mark` is ours."""
        identity = mark.get(W + "id", "")
        return identity.isdecimal() and self.first <= int(identity) < self.stop


class Marker:
    """Makes marks, each with an id of its own in the file."""

    def __init__(self, options: Options, first: int) -> None:
        self._said = {"author": options.author, "date": options.date}
        self._first, self._ids = first, count(first)

    def done(self) -> "OurMarks":
        """Return which marks this has made, when it has made the last."""
        return OurMarks(self._first, next(self._ids))

    @property
    def free_ids(self) -> Iterator[int]:
        """Return ids that no mark has."""
        return self._ids

    def mark(self, tag: str, *children: Element) -> Element:
        """Return a mark with an id, an author and a date.

        Raises:
            UnfitError: there would be more marks than there is room for.
        """
        identity = next(self._ids)
        if identity - self._first >= MOST_MARKS:
            reason = f"filerna skiljer sig på fler än {digits(MOST_MARKS)} ställen"
            hint = "jämför delarna var för sig, eller skriv --format html"
            raise UnfitError(reason, hint, "large", "ändringsmarkeringen")
        return w(tag, *children, id=identity, **self._said)

    def move_range(self, side: str, name: str) -> tuple[Element, Element]:
        """Return the start and the end of one side (`moveFrom`, `moveTo`) of the move `name`."""
        start = self.mark(f"{side}RangeStart")
        start.set(W + "name", name)
        return start, w(f"{side}RangeEnd", id=start.get(W + "id"))

    def changed(self, properties: Element, tag: str, before: Iterable[Element]) -> None:
        """Let `properties` say in `tag` (`pPrChange`, …) what they were."""
        inner = w(tag.removesuffix("Change"), *(deepcopy(one) for one in before))
        properties.append(self.mark(tag, inner))

    def grid_changed(self, grid: Element, before: Element) -> None:
        """Let the columns of a table say what they were; who did it has no place (17.13.5.33)."""
        change = w("tblGridChange", deepcopy(before), id=next(self._ids))
        grid.append(change)

    def paragraph_mark(self, paragraph: Element, kind: Kind) -> None:
        """Mark the end of a paragraph."""
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = w("pPr")
            paragraph.insert(0, properties)
        mark = properties.find(W + "rPr")
        if mark is None:
            mark = w("rPr")
            later = (W + "sectPr", W + "pPrChange")
            position = next(
                (position for position, one in enumerate(properties) if one.tag in later),
                len(properties),
            )
            properties.insert(position, mark)
        mark.insert(0, self.mark(kind))

    def row_mark(self, row: Element, kind: Kind) -> None:
        """Mark a whole row."""
        properties = row.find(W + "trPr")
        if properties is None:
            properties = w("trPr")
            row.insert(1 if row.find(W + "tblPrEx") is not None else 0, properties)
        properties.append(self.mark(ROW_KINDS[kind]))

    def block(self, element: Element, kind: Kind) -> None:
        """Mark a block and everything in it."""
        if element.tag == W + "p":
            self.content(element, kind)
            self.paragraph_mark(element, kind)
        elif element.tag == W + "tbl":
            for row in _inner(element, W + "tr"):
                self.row(row, kind)
        elif element.tag in (W + "sdt", W + "customXml"):
            home = element.find(W + "sdtContent") if element.tag == W + "sdt" else element
            for child in () if home is None else list(home):
                if child.tag not in _NOT_CONTENT:
                    self.block(child, kind)
            self.control(element, ROW_KINDS[kind])

    def rows(self, element: Element, kind: Kind) -> None:
        """Mark a row, or a control around rows."""
        if element.tag == W + "tr":
            self.row(element, kind)
            return
        for row in _inner(element, W + "tr"):
            self.row(row, kind)
        self.control(element, ROW_KINDS[kind])

    def cells(self, element: Element, kind: Kind) -> None:
        """Mark a cell, or a control around cells, as put there or taken away."""
        table_cells = [element] if element.tag == W + "tc" else list(_inner(element, W + "tc"))
        for cell in table_cells:
            properties = cell.find(W + "tcPr")
            if properties is None:
                properties = w("tcPr")
                cell.insert(0, properties)
            properties.append(self.mark({"ins": "cellIns", "del": "cellDel"}[ROW_KINDS[kind]]))
            self.cell_content(cell, kind)
        if element.tag != W + "tc":
            self.control(element, ROW_KINDS[kind])

    def row(self, row: Element, kind: Kind) -> None:
        """Mark a row and everything in it."""
        self.row_mark(row, kind)
        for cell in _inner(row, W + "tc"):
            self.cell_content(cell, kind)

    def cell_content(self, cell: Element, kind: Kind) -> None:
        """Mark everything in a cell."""
        for child in list(cell):
            if child.tag != W + "tcPr" and child.tag not in MARKERS:
                self.block(child, kind)

    def control(self, control: Element, kind: Kind) -> None:
        """Mark a content control, not what stands in it, as put there or taken away."""
        name = _CONTROL_RANGES[kind]
        home = control.find(W + "sdtContent") if control.tag == W + "sdt" else control
        if home is None:
            return
        first, second = self.mark(f"{name}Start"), self.mark(f"{name}Start")
        control.addprevious(first)
        position = next(
            (position for position, one in enumerate(home) if one.tag != W + "customXmlPr"),
            len(home),
        )
        home.insert(position, w(f"{name}End", id=first.get(W + "id")))
        home.append(second)
        tail, control.tail = control.tail, None
        control.addnext(w(f"{name}End", id=second.get(W + "id")))
        control.tail = tail

    def content(self, home: Element, kind: Kind) -> None:
        """Mark the runs and objects in a paragraph, or in something inside one."""
        _unfold_fields(home)
        around: Element | None = None
        for child in list(home):
            if child.tag in _WRAPPERS:
                around = None
                inner = child.find(W + "sdtContent") if child.tag == W + "sdt" else child
                if inner is not None:
                    self.content(inner, kind)
                if child.tag == W + "sdt":
                    self.control(child, ROW_KINDS[kind])
            elif child.tag in _NOT_CONTENT or not isinstance(child.tag, str):
                around = None
            else:
                if around is None:
                    around = self.mark(kind)
                    home.replace(child, around)
                around.append(child)
                if kind == "del":
                    as_deleted(child)


def as_deleted(run_element: Element) -> None:
    """Let the text of a run be deleted text; text in a box stays text."""
    for child in run_element:
        if child.tag in AS_DELETED:
            child.tag = AS_DELETED[child.tag]
            child.set(XML_SPACE, "preserve") if child.tag == W + "delInstrText" else None


def _unfold_fields(home: Element) -> None:
    """Write a field that is one element as many runs, which can be marked."""
    pending = list(home.iterchildren(W + "fldSimple"))
    while pending:
        simple = pending.pop()
        code = w("instrText")
        code.text = simple.get(W + "instr", "")
        code.set(XML_SPACE, "preserve")
        before = (w("fldChar", fldCharType="begin"), code, w("fldChar", fldCharType="separate"))
        inner = [one for one in simple if one.tag != W + "fldData"]
        parts = [*map(run, before), *inner, run(w("fldChar", fldCharType="end"))]
        pending += (one for one in inner if one.tag == W + "fldSimple")
        put_in_place(simple, parts)


def _inner(home: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table, or cells of a row, also those inside controls, not nested ones."""
    for child in home:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "customXml", W + "sdtContent"):
            yield from _inner(child, tag)
