"""The running text of a paragraph, run by run."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from lxml import etree

from avtalsgen.model.addresses import safe_address
from avtalsgen.ooxml.elements import first_child
from avtalsgen.ooxml.names import MATH, MC, R, W
from avtalsgen.ooxml.text import SIGNS, TEXTS
from avtalsgen.readers.docx.around import Around
from avtalsgen.readers.docx.faults import EQUATION, HIDDEN, OBJECT, OUTSIDE, PICTURE, SYMBOL
from avtalsgen.readers.docx.formats.number_formats import roman
from avtalsgen.readers.docx.formats.styles import PLAIN, Letters, Style, letters
from avtalsgen.readers.docx.formats.symbols import UNKNOWN, printable, shown
from avtalsgen.readers.docx.formats.values import is_on, value
from avtalsgen.readers.docx.text.drawings import (
    alternative,
    boxes,
    described,
    fault_of,
    formula,
)
from avtalsgen.readers.docx.text.fields import Fields
from avtalsgen.readers.docx.text.pieces import Piece, Side
from avtalsgen.readers.figures import lowered, raised
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class _RunSurroundings:
    """What stands round a run."""

    side: Side = ""
    moved: bool = False
    address: str = ""


class Runs:
    """Reads the paragraphs of one story, whose fields may go on from one to the next."""

    def __init__(self, around: Around, part: str, *, edge: bool = False) -> None:
        """Read in the part named `part`; `edge` tells that it is a page's head or foot."""
        self._around = around
        self._part = part
        self._relations = around.file.relations(part)
        self._edge = edge
        self.fields = Fields()
        self.marks: list[str] = []
        """Bookmarks that began in the paragraph read last."""
        self.contents_depth = 0
        """How deep the contents go that it belongs to; 0 if to none."""
        self.is_house = False
        """Whether the paragraph is of the house style, whose logo is no part of a document."""
        self._pieces: list[Piece] = []
        self._style = Style()

    def pieces(self, paragraph: etree._Element, style: Style) -> list[Piece]:
        """Return the pieces of a paragraph in a style."""
        self._pieces, self.marks, self._style = [], [], style
        self.contents_depth = self.fields.contents_depth
        self._walk(paragraph, _RunSurroundings())
        return self._pieces

    def _walk(self, element: etree._Element, place: _RunSurroundings) -> None:
        for child in element:
            handler = _HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, place)

    def _inserted(self, node: etree._Element, place: _RunSurroundings) -> None:
        self._changed(node, place, "inserted")

    def _deleted(self, node: etree._Element, place: _RunSurroundings) -> None:
        self._changed(node, place, "deleted")

    def _changed(self, node: etree._Element, place: _RunSurroundings, side: Side) -> None:
        """Read what was put in or taken away; both at once is on no side."""
        both = bool(place.side) and place.side != side
        if not both:
            moved = node.tag in {f"{W}moveFrom", f"{W}moveTo"}
            self._walk(node, replace(place, side=side, moved=moved or place.moved))

    def _hyperlink(self, node: etree._Element, place: _RunSurroundings) -> None:
        relation = self._relations.get(node.get(f"{R}id", ""))
        address = relation.target if relation is not None and relation.outside else ""
        self._walk(node, replace(place, address=safe_address(address) or place.address))

    def _simple_field(self, node: etree._Element, place: _RunSurroundings) -> None:
        self.fields.begin()
        self.fields.code(node.get(f"{W}instr", ""))
        self.fields.separate()
        if not self._page(place):
            self._walk(node, place)
        self.fields.end()

    def _alternative(self, node: etree._Element, place: _RunSurroundings) -> None:
        inner = alternative(node)
        if inner is not None:
            self._walk(inner, place)

    def _bookmark(self, node: etree._Element, _: _RunSurroundings) -> None:
        self.marks.append(node.get(f"{W}name", ""))

    def _move(self, node: etree._Element, _: _RunSurroundings) -> None:
        self._around.moves[node.get(f"{W}id", "")] = node.get(f"{W}name", "")

    def _moved(self, node: etree._Element, _: _RunSurroundings) -> None:
        self._around.moves.pop(node.get(f"{W}id", ""), None)

    def _content(self, node: etree._Element, place: _RunSurroundings) -> None:
        inner = node.find(f"{W}sdtContent")
        if inner is not None:
            self._walk(inner, place)

    def _formula(self, node: etree._Element, place: _RunSurroundings) -> None:
        text = formula(node)
        self._around.faults.add(EQUATION, text)
        self._say(f"[formel: {text}]", place, PLAIN)

    def _ruby(self, node: etree._Element, place: _RunSurroundings) -> None:
        """Read the words, and how they are said in parentheses."""
        for name, before, after in (("rubyBase", "", ""), ("rt", " (", ")")):
            inner = node.find(W + name)
            if inner is not None and len(inner):
                self._say(before, place, PLAIN)
                self._walk(inner, place)
                self._say(after, place, PLAIN)

    def _run(self, node: etree._Element, place: _RunSurroundings) -> None:
        run_properties = first_child(node, f"{W}rPr")
        look = self._look(run_properties)
        for child in node:
            tag = child.tag
            if tag in TEXTS:
                text = printable(child.text or "", look.font or "")
                self._say(self._as_raised(text, look), place, look)
            elif tag in SIGNS:
                self._say(SIGNS[tag], place, look)
            else:
                handler = _IN_RUNS.get(tag)
                if handler is not None:
                    handler(self, child, place, look)

    def _as_raised(self, text: str, look: Letters) -> str:
        """Return digits that stand raised or lowered after a digit as such: 10³ is not 103."""
        before = self._pieces[-1].text[-1:] if self._pieces else ""
        match look.raised:
            case "superscript":
                return raised(text, before)
            case "subscript":
                return lowered(text, before)
            case _:
                return text

    def _look(self, run_properties: etree._Element | None) -> Letters:
        """Return how a run looks beside its paragraph."""
        if run_properties is None:
            return PLAIN
        direct = letters(run_properties)
        style = value(run_properties, "rStyle")
        return direct.over(self._around.styles.style(style).letters) if style else direct

    def _say(self, text: str, place: _RunSurroundings, look: Letters) -> None:
        if not text or not self.fields.showing:
            return
        style = self._style.letters
        if look.hidden if look.hidden is not None else style.hidden:
            self._around.faults.add(HIDDEN, text)
            return
        bold, base = look.bold, bool(style.bold)
        self._pieces.append(
            Piece(
                text,
                strong=bool(bold) and not base,
                emphasis=bool(look.italic) and not style.italic,
                address=place.address or self._led_to(),
                side=place.side,
                moved=place.moved,
                bold=base if bold is None else bold,
                size=look.size or style.size or self._around.styles.body_size,
            )
        )

    def _led_to(self) -> str:
        """Return where the field leads that the words stand in."""
        address = self.fields.address
        return (safe_address(address) or "") if address else ""

    def _page(self, place: _RunSurroundings) -> bool:
        """Write a sign for the number of the page, at the edge of every page."""
        if self._edge and self.fields.page:
            self._say(self.fields.page, place, PLAIN)
            return True
        return False

    def _field_sign(self, node: etree._Element, place: _RunSurroundings, look: Letters) -> None:
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.begin()
            self._check_box(node, place)
        elif kind == "separate":
            self.fields.separate()
            self.contents_depth = self.contents_depth or self.fields.contents_depth
            if self._page(place):
                self.fields.silence()
        elif kind == "end":
            self.fields.end()

    def _check_box(self, node: etree._Element, place: _RunSurroundings) -> None:
        box = node.find(f"{W}ffData/{W}checkBox")
        if box is None:
            return
        told = box.find(f"{W}checked")
        ticked = is_on(box.find(f"{W}default") if told is None else told)
        self.fields.code("FORMCHECKBOX")
        self.fields.separate()
        self._say("☒" if ticked else "☐", place, PLAIN)

    def _code(self, node: etree._Element, _: _RunSurroundings, __: Letters) -> None:
        self.fields.code(node.text or "")

    def _symbol(self, node: etree._Element, place: _RunSurroundings, look: Letters) -> None:
        digits = node.get(f"{W}char", "")
        font = node.get(f"{W}font", "")
        try:
            character = shown(int(digits, 16) & 0xFFFF, font)
        except ValueError:
            character = UNKNOWN
        if character == UNKNOWN:
            self._around.faults.add(SYMBOL, f"{font} {digits}")
        self._say(character, place, look)

    def _note(self, node: etree._Element, place: _RunSurroundings, look: Letters) -> None:
        kind = "footnote" if node.tag == f"{W}footnoteReference" else "endnote"
        count = self._around.note(kind, node.get(f"{W}id", ""))
        number = str(count) if kind == "footnote" else roman(count).lower()
        self._say(f"[{number}]", place, replace(look, bold=None, italic=None))

    def _comment(self, node: etree._Element, _: _RunSurroundings, __: Letters) -> None:
        self._around.note("comment", node.get(f"{W}id", ""))

    def _drawing(self, node: etree._Element, place: _RunSurroundings, look: Letters) -> None:
        if not self.fields.showing:
            return
        self._around.boxes.extend((box, self._part) for box in boxes(node))
        fault = fault_of(node)
        if fault is None or (self.is_house and fault is PICTURE):
            return
        words = described(node)
        self._around.faults.add(fault, words)
        if words:
            kind = "bild" if fault is PICTURE else "objekt"
            self._say(f"[{kind}: {words}]", place, PLAIN)

    def _object(self, node: etree._Element, place: _RunSurroundings, look: Letters) -> None:
        self._around.boxes.extend((box, self._part) for box in boxes(node))
        words = described(node)
        self._around.faults.add(OBJECT, words)
        self._say(f"[objekt: {words}]" if words else "", place, PLAIN)

    def _run_alternative(
        self, node: etree._Element, place: _RunSurroundings, look: Letters
    ) -> None:
        inner = alternative(node)
        for child in () if inner is None else inner:
            handler = _IN_RUNS.get(child.tag)
            if handler is not None:
                handler(self, child, place, look)
            elif child.tag in TEXTS:
                self._say(printable(child.text or "", look.font or ""), place, look)

    def _run_ruby(self, node: etree._Element, place: _RunSurroundings, _: Letters) -> None:
        self._ruby(node, place)

    def _elsewhere(self, _: etree._Element, __: _RunSurroundings) -> None:
        self._around.faults.add(OUTSIDE)


_Handler = Callable[[Runs, etree._Element, _RunSurroundings], None]
_RunHandler = Callable[[Runs, etree._Element, _RunSurroundings, Letters], None]

# A friend of the class: the tables name its methods, one for each element that says something.
_HANDLERS: Mapping[object, _Handler] = {
    f"{W}r": Runs._run,
    f"{W}ins": Runs._inserted,
    f"{W}moveTo": Runs._inserted,
    f"{W}del": Runs._deleted,
    f"{W}moveFrom": Runs._deleted,
    f"{W}hyperlink": Runs._hyperlink,
    f"{W}fldSimple": Runs._simple_field,
    f"{W}sdt": Runs._content,
    f"{W}smartTag": Runs._walk,
    f"{W}customXml": Runs._walk,
    f"{W}bdo": Runs._walk,
    f"{W}dir": Runs._walk,
    f"{W}ruby": Runs._ruby,
    f"{MC}AlternateContent": Runs._alternative,
    f"{W}bookmarkStart": Runs._bookmark,
    f"{W}moveFromRangeStart": Runs._move,
    f"{W}moveToRangeStart": Runs._move,
    f"{W}moveFromRangeEnd": Runs._moved,
    f"{W}moveToRangeEnd": Runs._moved,
    f"{MATH}oMath": Runs._formula,
    f"{MATH}oMathPara": Runs._formula,
    f"{W}subDoc": Runs._elsewhere,
}
_IN_RUNS: Mapping[object, _RunHandler] = {
    f"{W}fldChar": Runs._field_sign,
    f"{W}instrText": Runs._code,
    f"{W}delInstrText": Runs._code,
    f"{W}sym": Runs._symbol,
    f"{W}footnoteReference": Runs._note,
    f"{W}endnoteReference": Runs._note,
    f"{W}commentReference": Runs._comment,
    f"{W}drawing": Runs._drawing,
    f"{W}pict": Runs._drawing,
    f"{W}object": Runs._object,
    f"{W}ruby": Runs._run_ruby,
    f"{MC}AlternateContent": Runs._run_alternative,
}
