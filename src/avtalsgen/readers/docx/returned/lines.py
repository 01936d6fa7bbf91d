"""A story of a Word file as lines of letters, with nothing settled and nothing left out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from unicodedata import normalize

from lxml import etree

from avtalsgen.ooxml.names import MATH, MC, R, W
from avtalsgen.ooxml.package import Package, Relation
from avtalsgen.ooxml.text import SIGNS, TEXT, TEXTS, text_of
from avtalsgen.readers.docx.formats.numbering import ParagraphCounter
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.formats.symbols import UNKNOWN, shown
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.readers.docx.own import ROLE
from avtalsgen.readers.docx.returned.looks import Looks, hidden_place
from avtalsgen.readers.docx.returned.marks import end_of, hand_of, hung
from avtalsgen.readers.docx.returned.rows import CELL, letters_of
from avtalsgen.readers.docx.returned.sheet import (
    Hand,
    Look,
    SheetLine,
    SheetNote,
    SheetPart,
    SheetStretch,
)
from avtalsgen.readers.docx.seen.properties import Look as Said
from avtalsgen.readers.docx.seen.style_looks import StyleLooks
from avtalsgen.readers.docx.text.drawings import alternative, boxes, formula
from avtalsgen.readers.docx.text.fields import Fields
from avtalsgen.readers.docx.text.tables import inside
from avtalsgen.records import dataclass

_WRAPPERS = {f"{W}{tag}" for tag in ("customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")}
_GALLERY = "table of contents"
_PAGE = "…"
"""What stands for the number of a page."""


@dataclass(slots=True)
class ReadingFile:
    """What reading a part of a file leans on outside the part."""

    styles: Styles
    seen: StyleLooks
    looks: Looks
    numbering: ParagraphCounter
    signed: frozenset[str]
    links: Callable[[str], Mapping[str, Relation]]
    """Where a part leads, by its name."""
    boxes: list[tuple[etree._Element, str, str]] = field(default_factory=list)
    """Text boxes, with the part that they stand in and their names."""
    read: int = 0
    """How many lines of the body have been read."""
    pins: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package, signed: frozenset[str]) -> "ReadingFile":
        """Return what the parts of `package` share."""
        root = package.related_part("styles")
        numbering = package.related_part("numbering")
        seen = StyleLooks(root, numbering)
        counter = ParagraphCounter(numbering, seen.known)
        return cls(seen.known, seen, Looks(seen), counter, signed, package.relations)

    def line_of(self, comment: str) -> int:
        """Return the line of the body where a comment begins."""
        return self.pins.get(comment, 0)


@dataclass(frozen=True, slots=True)
class _Fate:
    """What is to become of the runs inside an element."""

    inserted: Hand | None = None
    deleted: Hand | None = None
    moved: bool = False
    address: str = ""


class LineReader:
    """Reads one story."""

    def __init__(self, file: ReadingFile, part: str, kind: SheetPart = "body") -> None:
        """Read in the part named `part`, which holds lines of a kind."""
        self._file = file
        self._part = part
        self._kind: SheetPart = kind
        self.name = ""
        self._fields = Fields()
        """The bookmarks that the open fields refer to."""
        self._addresses: list[str] = []
        """Where the open fields lead, outside the file."""
        self._marks: list[str] = []
        self._notes: list[tuple[int, SheetNote]] = []
        """With how many stretches stand before each."""
        self._stretches: list[SheetStretch] = []
        self._below: Said = {}
        """How letters of the paragraph look that no run says anything of."""
        self._unseen = ""
        """Why nothing in the paragraph is seen."""
        self._listed = False

    def lines(self, container: etree._Element) -> Iterator[SheetLine]:
        """Yield the lines of a body, a note or a box, in reading order."""
        for line in self._lines(container, in_contents=False):
            if self._kind == "body":
                self._file.read += 1
            yield line

    def _lines(self, container: etree._Element, *, in_contents: bool) -> Iterator[SheetLine]:
        for node in container:
            tag = node.tag
            if tag == f"{W}p":
                yield self._paragraph(node, in_contents=in_contents)
            elif tag == f"{W}tbl":
                yield from self._table(node)
            elif tag == f"{W}sdt":
                gallery = value(node, "sdtPr/docPartObj/docPartGallery").casefold()
                listed = in_contents or gallery == _GALLERY
                yield from self._inside(node.find(f"{W}sdtContent"), in_contents=listed)
            elif tag == f"{MC}AlternateContent":
                yield from self._inside(alternative(node), in_contents=in_contents)
            elif tag in _WRAPPERS:
                yield from self._lines(node, in_contents=in_contents)
            elif tag == f"{W}bookmarkStart":
                self._bookmark(node, _Fate())
            elif tag == f"{W}commentRangeStart":
                self._pin(node, _Fate())

    def _inside(self, node: etree._Element | None, *, in_contents: bool) -> Iterator[SheetLine]:
        if node is not None:
            yield from self._lines(node, in_contents=in_contents)

    def _paragraph(self, node: etree._Element, *, in_contents: bool) -> SheetLine:
        properties = node.find(f"{W}pPr")
        style = self._file.styles.paragraph(value(properties, "pStyle"))
        self._below = self._file.seen.of_paragraph(node)
        placed = self._file.seen.around(node, properties)
        self._unseen = hidden_place(placed)
        self._stretches, self._notes = [], []
        self._listed = bool(self._fields.contents_depth)
        self._walk(node, _Fate())
        marks, self._marks = self._marks, []
        end = None if properties is None else properties.find(f"{W}rPr")
        inserted, deleted = end_of(end, "ins", "moveTo"), end_of(end, "del", "moveFrom")
        counted = not (inserted and not any(s.inserted is None for s in self._stretches))
        number = self._file.numbering.next(properties, style, counts=counted)
        contents = in_contents or self._listed or style.contents or style.heads_contents
        told = value(properties, "outlineLvl")
        change = None if properties is None else properties.find(f"{W}pPrChange")
        level = int(told) + 1 if told in set("012345678") else 0 if told == "9" else style.heading
        return SheetLine(
            tuple(_composed(self._stretches)),
            "contents" if contents and self._kind == "body" else self._kind,
            self.name,
            0 if contents else level,
            number.text if number and number.ordered else "",
            is_item=number is not None and not level,
            depth=number.level if number else 0,
            marks=tuple(marks),
            inserted=inserted,
            deleted=deleted,
            styled=None if change is None else hand_of(change),
            placed=(placed,),
            placed_before=()
            if change is None
            else (self._file.seen.around(node, change.find(f"{W}pPr")),),
            notes=tuple(hung(self._notes, self._stretches)),
        )

    def _table(self, node: etree._Element) -> Iterator[SheetLine]:
        cells = [each for each in node.iter(f"{W}p") if not _is_in_box(each, node)]
        if self._kind == "body" and self._is_signatures(cells):
            for paragraph in cells:
                yield replace(self._paragraph(paragraph, in_contents=False), part="signature")
            return
        for row in inside(node, f"{W}tr"):
            properties = row.find(f"{W}trPr")
            lines = [list(self._lines(cell, in_contents=False)) for cell in inside(row, f"{W}tc")]
            every = [line for cell in lines for line in cell]
            yield SheetLine(
                tuple(letters_of(lines)),
                self._kind,
                self.name,
                level=next((line.level for line in every), 0) if len(lines) == 1 else 0,
                is_row=True,
                marks=tuple(mark for line in every for mark in line.marks),
                inserted=end_of(properties, "ins"),
                deleted=end_of(properties, "del"),
                placed=tuple(cell[0].placed[0] for cell in lines if cell),
                notes=tuple(note for line in every for note in line.notes),
            )

    def _is_signatures(self, paragraphs: list[etree._Element]) -> bool:
        if not paragraphs:
            return False
        first = value(paragraphs[0], "pPr/pStyle")
        if self._file.styles.paragraph(first).name == ROLE:
            return True
        texts = [" ".join(text_of(each).split()) for each in paragraphs]
        said = [text for text in texts if text]
        known = sum(text in self._file.signed for text in said)
        return bool(said) and 2 * known > len(said)

    def _walk(self, element: etree._Element, fate: _Fate) -> None:
        for child in element:
            handler = _IN_PARAGRAPHS.get(child.tag)
            if handler is not None:
                handler(self, child, fate)

    def _inserted(self, node: etree._Element, fate: _Fate) -> None:
        moved = fate.moved or node.tag == f"{W}moveTo"
        self._walk(node, replace(fate, inserted=hand_of(node), moved=moved))

    def _deleted(self, node: etree._Element, fate: _Fate) -> None:
        moved = fate.moved or node.tag == f"{W}moveFrom"
        self._walk(node, replace(fate, deleted=hand_of(node), moved=moved))

    def _link(self, node: etree._Element, fate: _Fate) -> None:
        relation = self._file.links(self._part).get(node.get(f"{R}id", ""))
        outside = relation.target if relation is not None and relation.outside else ""
        self._walk(node, replace(fate, address=outside or fate.address))

    def _control(self, node: etree._Element, fate: _Fate) -> None:
        inner = node.find(f"{W}sdtContent")
        if inner is not None:
            self._walk(inner, fate)

    def _chosen(self, node: etree._Element, fate: _Fate) -> None:
        inner = alternative(node)
        if inner is not None:
            self._walk(inner, fate)

    def _bookmark(self, node: etree._Element, _: _Fate) -> None:
        self._marks.append(node.get(f"{W}name", ""))

    def _pin(self, node: etree._Element, _: _Fate) -> None:
        self._file.pins.setdefault(node.get(f"{W}id", ""), self._file.read)

    def _formula(self, node: etree._Element, fate: _Fate) -> None:
        self._say(formula(node), fate, None)

    def _run(self, run: etree._Element, fate: _Fate) -> None:
        properties = run.find(f"{W}rPr")
        for child in run:
            tag = child.tag
            if tag in TEXTS:
                self._say(child.text or "", fate, properties)
            elif tag in SIGNS:
                self._say(SIGNS[tag], fate, properties)
            elif handler := _IN_RUNS.get(tag):
                handler(self, child, fate, properties)

    def _say(self, text: str, fate: _Fate, properties: etree._Element | None) -> None:
        if not text or not self._fields.showing:
            return
        if self._kind in ("header", "footer") and self._fields.page:
            text = _PAGE
        change = None if properties is None else properties.find(f"{W}rPrChange")
        address = fate.address or next(filter(None, reversed(self._addresses)), "")
        before: Look | None = None
        if change is not None:
            before = self._look(change.find(f"{W}rPr"), address)
        look, plain = self._look(properties, address), self._look(None, "")
        self._stretches.append(
            SheetStretch(
                text,
                look,
                before,
                None if change is None else hand_of(change),
                fate.inserted,
                fate.deleted,
                fate.moved,
                look.bold and not plain.bold,
                look.italic and not plain.italic,
            )
        )

    def _look(self, properties: etree._Element | None, address: str) -> Look:
        look = self._file.looks.of(properties, self._below)
        if self._unseen and not look.unseen:
            look = replace(look, unseen=self._unseen)
        return replace(look, address=address) if address else look

    def _simple_field(self, node: etree._Element, fate: _Fate) -> None:
        self._fields.begin()
        self._addresses.append("")
        self._code_text(node.get(f"{W}instr", ""))
        self._fields.separate()
        self._walk(node, fate)
        self._fields.end()
        self._addresses.pop()

    def _code_text(self, text: str) -> None:
        self._fields.code(text)
        words = text.split()
        if self._addresses and len(words) > 1 and words[0].upper() == "HYPERLINK":
            outside = words[1].strip('"')
            self._addresses[-1] = outside if not outside.startswith("\\") else ""

    def _field_sign(self, node: etree._Element, _: _Fate, __: etree._Element | None) -> None:
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.begin()
            self._addresses.append("")
        elif kind == "separate":
            self._fields.separate()
            self._listed = self._listed or bool(self._fields.contents_depth)
        elif kind == "end":
            self._fields.end()
            if self._addresses:
                self._addresses.pop()

    def _code(self, node: etree._Element, _: _Fate, __: etree._Element | None) -> None:
        self._code_text(node.text or "")

    def _symbol(self, node: etree._Element, fate: _Fate, properties: etree._Element | None) -> None:
        try:
            code = int(node.get(f"{W}char", ""), 16) & 0xFFFF
            character = shown(code, node.get(f"{W}font", ""))
        except ValueError:
            character = UNKNOWN
        self._say(character, fate, properties)

    def _note(self, node: etree._Element, fate: _Fate, _: etree._Element | None) -> None:
        kind = node.tag.removeprefix(W).removesuffix("Reference")
        note = _mark_of_note(f"{kind} {node.get(f'{W}id', '')}", fate)
        self._notes.append((len(self._stretches), note))

    def _drawing(self, node: etree._Element, fate: _Fate, _: etree._Element | None) -> None:
        for box in boxes(node):
            name = f"textbox {len(self._file.boxes) + 1}"
            self._file.boxes.append((box, self._part, name))
            self._notes.append((len(self._stretches), _mark_of_note(name, fate)))

    def _either(self, node: etree._Element, fate: _Fate, properties: etree._Element | None) -> None:
        inner = alternative(node)
        for child in () if inner is None else inner:
            if child.tag == TEXT:
                self._say(child.text or "", fate, properties)
            elif handler := _IN_RUNS.get(child.tag):
                handler(self, child, fate, properties)


def _mark_of_note(name: str, fate: _Fate) -> SheetNote:
    return SheetNote(name, fate.deleted, None if fate.moved else fate.inserted)


_Handler = Callable[[LineReader, etree._Element, _Fate, etree._Element | None], None]
_DEEPER = ("smartTag", "customXml", "bdo", "dir", "ruby", "rubyBase", "rt")
_IN_PARAGRAPHS: Mapping[object, Callable[[LineReader, etree._Element, _Fate], None]] = {
    **dict.fromkeys((f"{W}{tag}" for tag in _DEEPER), LineReader._walk),
    f"{W}r": LineReader._run,
    f"{W}hyperlink": LineReader._link,
    f"{W}ins": LineReader._inserted,
    f"{W}moveTo": LineReader._inserted,
    f"{W}del": LineReader._deleted,
    f"{W}moveFrom": LineReader._deleted,
    f"{W}sdt": LineReader._control,
    f"{W}fldSimple": LineReader._simple_field,
    f"{W}bookmarkStart": LineReader._bookmark,
    f"{W}commentRangeStart": LineReader._pin,
    f"{MC}AlternateContent": LineReader._chosen,
    f"{MATH}oMath": LineReader._formula,
    f"{MATH}oMathPara": LineReader._formula,
}
_IN_RUNS: Mapping[object, _Handler] = {
    f"{W}fldChar": LineReader._field_sign,
    f"{W}instrText": LineReader._code,
    f"{W}sym": LineReader._symbol,
    f"{W}footnoteReference": LineReader._note,
    f"{W}endnoteReference": LineReader._note,
    f"{W}drawing": LineReader._drawing,
    f"{W}pict": LineReader._drawing,
    f"{W}object": LineReader._drawing,
    f"{MC}AlternateContent": LineReader._either,
}


def _is_in_box(paragraph: etree._Element, table: etree._Element) -> bool:
    """Return whether a paragraph stands in a text box that hangs in a cell of `table`."""
    box = next(paragraph.iterancestors(f"{W}txbxContent"), None)
    return box is not None and table in box.iterancestors()


def _composed(stretches: list[SheetStretch]) -> Iterator[SheetStretch]:
    """Yield stretches with each letter in one piece, also where its accent stood apart."""
    for stretch in stretches:
        text = normalize("NFC", stretch.text.replace(CELL, " ").replace("\n", " "))
        yield stretch if text == stretch.text else replace(stretch, text=text)
