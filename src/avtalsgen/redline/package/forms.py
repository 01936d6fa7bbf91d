"""What a part of a Word file says, as a text: two that say the same have the same form.

Left out is what only the file that holds it cares about (ids, names of drawings, marks of
editing sessions), what no reader sees (language, proofing) and how the text is cut into runs.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from avtalsgen.ooxml.elements import Element, first_child
from avtalsgen.ooxml.names import R, W
from avtalsgen.ooxml.revisions import MARKERS
from avtalsgen.redline.package.flow import Flow, Reads, merged, plain_runs
from avtalsgen.redline.package.package_names import PackageNames

_VAL = W + "val"
_PARAGRAPH, _PPR, _RPR, _SECTPR, _PSTYLE = (
    W + name for name in ("p", "pPr", "rPr", "sectPr", "pStyle")
)
_SILENT = {W + "lang", W + "noProof", W + "rPrChange", W + "pPrChange", W + "sectPrChange"} | {
    W + name
    for name in ("tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange", "tblGridChange")
}
_STYLES = {W + "pStyle", W + "rStyle", W + "tblStyle"}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_HEADINGS = ("paragraph:heading ", "paragraph:rubrik ")
_SWITCHES = {
    W + name
    for name in (
        *("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "vanish", "specVanish", "webHidden", "rtl", "cs", "keepNext"),
        *("keepLines", "pageBreakBefore", "widowControl", "contextualSpacing", "bidi", "titlePg"),
        *("suppressLineNumbers", "suppressAutoHyphens", "autoSpaceDE", "autoSpaceDN"),
        *("adjustRightInd", "snapToGrid", "mirrorIndents", "kinsoku", "wordWrap", "cantSplit"),
        *("tblHeader", "noWrap", "bidiVisual", "overflowPunct", "topLinePunct"),
    )
}
_ON = {"1", "true", "on"}
_NAMELESS = {"docPr", "cNvPr", "shape", "shapetype", "rect", "group", "line", "oval", "OLEObject"}
_OWN_ATTRIBUTES = {"anchorId", "editId", "paraId", "textId", "spid", "gfxdata", "hint", "ShapeID"}
_REFERENCES = (W + "headerReference", W + "footerReference")
_BOX = W + "txbxContent"


class NoteTexts(NamedTuple):
    """Footnotes and endnotes by kind and id, and the part of each kind."""

    elements: Mapping[tuple[str, str], Element]
    parts: Mapping[str, str]


NO_NOTES = NoteTexts({}, {})


class Forms:
    """Forms of what one part holds; notes that it refers to are part of what it says."""

    def __init__(self, names: PackageNames, part: str, notes: NoteTexts = NO_NOTES) -> None:
        """`part` is what relations are looked up in: ids are local to it (part 2, 9.3)."""
        self._names = names
        self._part = part
        self._notes = notes
        self._note_readers: dict[str, Forms] = {}
        self._known: dict[Element, str] = {}
        self._note_forms: dict[tuple[str, str], str] = {}
        self._leaves: dict[tuple[object, ...], str] = {}

    def flow(self, paragraph: Element) -> Flow:
        """Return the pieces of a paragraph."""
        return Flow(paragraph, Reads(self.look, self.shallow, self._wrapper))

    def look(self, properties: Element | None) -> str:
        """Return the form of run properties."""
        return "" if properties is None else self._sorted(properties)

    def properties(self, element: Element | None, without: Iterable[str] = ()) -> str:
        """Return the form of properties; their order is not a part of it."""
        return "" if element is None else self._sorted(element, frozenset(without))

    def paragraph_properties(self, paragraph: Element) -> tuple[str, str, str]:
        """Return the forms of a paragraph's own properties, of its mark, of its section."""
        properties = first_child(paragraph, _PPR)
        if properties is None:
            return "", "", ""
        mark = section = None
        own_forms = []
        for child in properties:
            tag = child.tag
            if tag == _RPR:
                mark = child if mark is None else mark
            elif tag == _SECTPR:
                section = child if section is None else section
            elif tag not in _SILENT:
                own_forms.append(self.generic(child) if len(child) else self._leaf(child))
        said = ";".join(sorted(filter(None, own_forms)))
        return said, self.look(mark), self.section(section)

    def section(self, section: Element | None) -> str:
        """Return the form of a section without its headers and footers."""
        return "" if section is None else "§" + self._sorted(section, frozenset(_REFERENCES))

    def is_heading(self, element: Element) -> bool:
        """Return whether a block is a paragraph in the style of a heading."""
        properties = first_child(element, _PPR) if element.tag == _PARAGRAPH else None
        style = None if properties is None else first_child(properties, _PSTYLE)
        name = "" if style is None else self._names.style(style.get(_VAL, ""))
        return name.startswith(_HEADINGS)

    def paragraph(self, paragraph: Element) -> str:
        """Return the form of a paragraph with its notes and text boxes."""
        plain = self.plain_paragraph(paragraph)
        if plain:
            return plain
        pieces = self.flow(paragraph).pieces
        said = "\4".join("\3".join(one) for one in merged(pieces))
        deep = "".join(
            self._deep(one.element)
            for piece in pieces
            for one in piece.objects
            if len(one.element) or one.element.tag in _NOTES
        )
        return "\5".join(("p", *self.paragraph_properties(paragraph), said, deep))

    def plain_paragraph(self, paragraph: Element) -> str:
        """Return the form of a paragraph that has runs of text alone, nothing for any other."""
        plain = plain_runs(paragraph, self.look)
        if plain is None:
            return ""
        said = "\4".join("\3".join(one) for one in plain)
        return "\5".join(("p", *self.paragraph_properties(paragraph), said, ""))

    def know(self, known: Iterable[tuple[Element, str]]) -> None:
        """Take the forms of blocks that were read before, under other ids."""
        self._known.update(known)

    def block(self, element: Element) -> str:
        """Return the form of a paragraph, a table, a content control or anything else."""
        known = self._known.get(element)
        if known is not None:
            return known
        tag = element.tag
        if tag == _PARAGRAPH:
            return self.paragraph(element)
        if tag == W + "tbl":
            forms_of = (self.properties(element.find(W + name)) for name in ("tblPr", "tblGrid"))
            return "tbl{" + "\6".join((*forms_of, *map(self.row, rows(element)))) + "}"
        if tag == W + "sdt":
            inner = element.find(W + "sdtContent")
            return "sdt{" + ("" if inner is None else self.container(inner)) + "}"
        if tag == W + "customXml":
            return f"{self._leaf(element)}{{{self.container(element)}}}"
        return self.generic(element)

    def row(self, row: Element) -> str:
        """Return the form of a table row."""
        if row.tag != W + "tr":
            return "rows{" + "".join(self.row(one) for one in row.iter(W + "tr")) + "}"
        row_forms = (self.properties(row.find(W + name)) for name in ("tblPrEx", "trPr"))
        return "tr{" + "\6".join((*row_forms, *map(self.cell, cells(row)))) + "}"

    def cell(self, cell: Element) -> str:
        """Return the form of a cell."""
        if cell.tag != W + "tc":
            return "cells{" + "".join(self.cell(one) for one in cell.iter(W + "tc")) + "}"
        return f"tc{{{self.properties(cell.find(W + 'tcPr'))}\6{self.container(cell)}}}"

    def container(self, home: Element) -> str:
        """Return the form of all blocks of a body, a cell, a note or a text box."""
        return "\7".join(self.block(one) for one in blocks(home))

    def note(self, kind: str, identity: str) -> str:
        """Return the form of a note."""
        key = (kind, identity)
        if key not in self._note_forms:
            self._note_forms[key] = ""  # a note that refers to itself ends here
            element = self._notes.elements.get(key)
            if element is not None:
                self._note_forms[key] = self._note_reader(kind).container(element)
        return self._note_forms[key]

    def _note_reader(self, kind: str) -> "Forms":
        """Return what reads notes of a kind, in the part that they stand in."""
        part = self._notes.parts.get(kind, self._part)
        if part == self._part:
            return self
        if kind not in self._note_readers:
            self._note_readers[kind] = Forms(self._names, part, self._notes)
        return self._note_readers[kind]

    def shallow(self, element: Element) -> str:
        """Return what an object is, without the text of its boxes or notes."""
        if element.tag in _NOTES:
            return _NOTES[element.tag]
        return self.generic(element, shallow=True)

    def _deep(self, element: Element) -> str:
        """Return the text in the boxes and notes of an object."""
        if element.tag in _NOTES:
            return "note{" + self.note(_NOTES[element.tag], element.get(W + "id", "")) + "}"
        boxes = [box for box in element.iter(_BOX) if _outermost(box, element)]
        return "".join("box{" + self.container(box) + "}" for box in boxes)

    def generic(self, element: Element, *, shallow: bool = False) -> str:
        """Return the form of any element, from its attributes and children."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT or tag in MARKERS:
            return ""
        if tag == _BOX:
            return "box{}" if shallow else "box{" + self.container(element) + "}"
        inner = "".join(self.generic(child, shallow=shallow) for child in element)
        text = (element.text or "") if len(element) == 0 else ""
        return f"{self._leaf(element)}{text}[{inner}]" if inner or text else self._leaf(element)

    def _wrapper(self, element: Element) -> str:
        tag = element.tag
        if tag == W + "hyperlink":
            led = self._names.relation(self._part, element.get(R + "id", ""))
            return f"link:{led}#{element.get(W + 'anchor', '')}"
        if tag == W + "sdt":
            properties = element.find(W + "sdtPr")
            named = (
                None if properties is None else properties.find(W + one) for one in ("tag", "alias")
            )
            return "sdt:" + ":".join("" if one is None else one.get(_VAL, "") for one in named)
        return self._leaf(element)

    def _sorted(self, element: Element, without: frozenset[str] = frozenset()) -> str:
        child_forms = [
            self.generic(child) if len(child) else self._leaf(child)
            for child in element
            if child.tag not in without and child.tag not in _SILENT
        ]
        return ";".join(sorted(one for one in child_forms if one))

    def _leaf(self, element: Element) -> str:
        """Return the form of an element without its children."""
        tag = element.tag
        if not isinstance(tag, str):
            return ""
        key = (tag, *element.attrib.items())
        known = self._leaves.get(key)
        if known is None:
            known = self._leaves[key] = self._new_leaf(element)
        return known

    def _new_leaf(self, element: Element) -> str:
        tag, name = element.tag, element.tag.rpartition("}")[2]
        value = element.get(_VAL)
        if tag in _STYLES:
            style = self._names.style(value or "")
            return f"{name}({style})" if style else ""
        if tag == W + "numId":
            return f"numId({self._names.list(value or '')})"
        if tag in _SWITCHES:
            return f"{name}()" if value is None or value in _ON else f"{name}(0)"
        said = sorted(self._attributes(element, name))
        if name == "rFonts" and not said:
            return ""
        return f"{name}({','.join(said)})"

    def _attributes(self, element: Element, name: str) -> Iterable[str]:
        for key, value in element.attrib.items():
            space, _, local = key.rpartition("}")
            if local.startswith("rsid") or local in _OWN_ATTRIBUTES:
                continue
            if not space and name in _NAMELESS and local in ("id", "name"):
                continue
            led = self._names.relation(self._part, value) if key.startswith(R) else ""
            yield f"{local}={led or value}"


def blocks(home: Element) -> list[Element]:
    """Return what stands under each other in `home`, without properties and marks."""
    return [one for one in home if one.tag not in _NO_BLOCKS and isinstance(one.tag, str)]


def rows(table: Element) -> list[Element]:
    """Return the rows of a table, and controls that stand around rows."""
    return [one for one in table if one.tag in _ROWS]


def cells(row: Element) -> list[Element]:
    """Return the cells of a row, and controls that stand around cells."""
    return [one for one in row if one.tag in _CELLS]


def _outermost(box: Element, within: Element) -> bool:
    for above in box.iterancestors():
        if above is within:
            return True
        if above.tag == _BOX:
            return False
    return True


_ROWS = {W + "tr", W + "sdt", W + "customXml"}
_CELLS = {W + "tc", W + "sdt", W + "customXml"}
INSERTED_FILES = (W + "altChunk", W + "subDoc")
"""Files inside the file, which no mark can say anything of; those of the newer file stay."""
_NO_BLOCKS = MARKERS.union(
    INSERTED_FILES, {W + "sectPr", W + "tcPr", W + "sdtPr", W + "customXmlPr"}
)
