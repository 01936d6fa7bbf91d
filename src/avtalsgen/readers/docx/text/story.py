"""A story of a Word file, such as its body or a footnote, as lines."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from avtalsgen.model.nodes import Paragraph, Revision
from avtalsgen.ooxml.elements import first_child
from avtalsgen.ooxml.names import MC, W
from avtalsgen.ooxml.text import begins_page, ends_page
from avtalsgen.readers.docx.around import Around
from avtalsgen.readers.docx.faults import OUTSIDE
from avtalsgen.readers.docx.formats.number_formats import letters as letters_of
from avtalsgen.readers.docx.formats.numbering import Number
from avtalsgen.readers.docx.formats.styles import Style, indent
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.readers.docx.own import HOUSE, KICKER, MARK, ROW
from avtalsgen.readers.docx.text.drawings import alternative
from avtalsgen.readers.docx.text.pieces import Piece, Side, inlines, parted, trimmed
from avtalsgen.readers.docx.text.runs import Runs
from avtalsgen.readers.docx.text.tables import TableReader
from avtalsgen.readers.recognise.line import Item, Line, Part
from avtalsgen.readers.recognise.line_words import is_sentence

_WRAPPERS = {f"{W}{tag}" for tag in ("customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")}
_PARTS: dict[str, Part] = {
    "title": "title",
    "titel": "title",
    "subtitle": "subtitle",
    "underrubrik": "subtitle",
    KICKER: "kicker",
    ROW: "row",
}
_STEP = 120
"""Twentieths of a point: items that stand less apart than this stand equally far in."""
_MOST_STEPS = 999
_LEVEL = 1000
_TABLE_OF_CONTENTS = "table of contents"


class Story:
    """Reads one story. `edge` tells that it is the head or foot of a page."""

    def __init__(self, around: Around, part: str, *, edge: bool = False) -> None:
        """Read in the part named `part`."""
        self._around = around
        self._runs = Runs(around, part, edge=edge)
        self._marks: list[str] = []
        self._page_ended = False
        """Whether a page or a section ended with the paragraph before."""
        self._said = ""
        """The last words that were said."""

    def lines(self, container: etree._Element) -> list[Line]:
        """Return the lines of a body, a cell, a note or a box, in reading order."""
        return list(self._lines(container, in_contents=False))

    def styled(self, container: etree._Element) -> list[tuple[str, Line]]:
        """Return the lines of a cell that has only paragraphs, each with the name of its style."""
        styled_lines: list[tuple[str, Line]] = []
        for node in container.iterchildren(f"{W}p"):
            style = self._around.styles.paragraph(value(node, "pPr/pStyle"))
            lines = self._paragraph(node, in_contents=False)
            styled_lines += [(style.name, line) for line in lines]
        return styled_lines

    def _lines(self, container: etree._Element, *, in_contents: bool) -> Iterator[Line]:
        for node in container:
            tag = node.tag
            if tag == f"{W}p":
                yield from self._paragraph(node, in_contents=in_contents)
            elif tag == f"{W}tbl":
                yield from self._table(node)
            elif tag == f"{W}sdt":
                inner = node.find(f"{W}sdtContent")
                listed = in_contents or _is_contents(node)
                if inner is not None:
                    yield from self._lines(inner, in_contents=listed)
            elif tag == f"{MC}AlternateContent":
                chosen = alternative(node)
                if chosen is not None:
                    yield from self._lines(chosen, in_contents=in_contents)
            elif tag in _WRAPPERS:
                yield from self._lines(node, in_contents=in_contents)
            else:
                self._beside(node)

    def _beside(self, node: etree._Element) -> None:
        """See to what stands between paragraphs and is no text itself."""
        if node.tag == f"{W}bookmarkStart":
            self._marks.append(node.get(f"{W}name", ""))
        elif node.tag in {f"{W}moveFromRangeStart", f"{W}moveToRangeStart"}:
            self._around.moves[node.get(f"{W}id", "")] = node.get(f"{W}name", "")
        elif node.tag in {f"{W}moveFromRangeEnd", f"{W}moveToRangeEnd"}:
            self._around.moves.pop(node.get(f"{W}id", ""), None)
        elif node.tag == f"{W}altChunk":
            self._around.faults.add(OUTSIDE)

    def _table(self, node: etree._Element) -> Iterator[Line]:
        marks, self._marks = self._marks, []  # its cells are not where the section begins
        lines = TableReader(self._around, self.lines).lines(node)  # held, it would hold the file
        self._marks = [*marks, *self._marks]
        for place, line in enumerate(lines):
            yield self._anchored(line) if place == 0 else line

    def _anchored(self, line: Line) -> Line:
        marks, self._marks = self._marks, []
        new = [own for own in marks if own.startswith(MARK) and own not in self._around.marks]
        if not new:
            return line
        self._around.marks.update(new)
        said, mark = self._around.own, new[-1]
        return replace(line, anchor=said.anchor(mark, line.text), depth=said.depth(mark))

    def _paragraph(self, node: etree._Element, *, in_contents: bool) -> Iterator[Line]:
        properties = first_child(node, f"{W}pPr")
        style = self._around.styles.paragraph(value(properties, "pStyle"))
        side, name = self._end(properties)
        is_house = self._around.own.ours and style.name in HOUSE
        self._runs.is_house = is_house
        pieces = self._runs.pieces(node, style)
        self._marks += self._runs.marks
        depth = self._runs.contents_depth
        if is_house:
            return
        counts = side != "deleted"
        number = self._around.numbering.next(properties, style, counts=counts)
        broken = self._page_ended or begins_page(node)
        line = self._line(pieces, properties, style, number, after_break=broken)
        if in_contents or depth or style.contents or style.heads_contents:
            line = _listed(line, style, depth)
        self._page_ended = ends_page(node)
        if side:
            line = _revised(line, pieces, side, name)
        self._said = line.text.strip() or self._said
        behind = self._around.boxes_behind
        behind += [self._said] * (len(self._around.boxes) - len(behind))
        if line.text.strip() or line.level:
            yield self._anchored(line)

    def _end(self, properties: etree._Element | None) -> tuple[Side, str]:
        """Return on which side of a tracked change the end of a paragraph is, and its move.

        One that was put in and then taken away is on neither side, and nothing is said of it.
        """
        marks = None if properties is None else first_child(properties, f"{W}rPr")
        if marks is None:
            return "", ""
        new = [marks.find(f"{W}{tag}") for tag in ("ins", "moveTo")]
        old = [marks.find(f"{W}{tag}") for tag in ("del", "moveFrom")]
        is_new, is_old = any(n is not None for n in new), any(n is not None for n in old)
        if is_new == is_old:
            return "", ""
        moved = (new if is_new else old)[1] is not None
        name = next(reversed(self._around.moves.values()), "") if moved else ""
        return ("inserted" if is_new else "deleted"), name

    def _line(
        self,
        pieces: list[Piece],
        properties: etree._Element | None,
        style: Style,
        number: Number | None,
        *,
        after_break: bool,
    ) -> Line:
        words = trimmed(parted(pieces))
        text = "".join(piece.text for piece in words)
        seen = [piece for piece in words if piece.text.strip()]
        level = self._level(properties, style, text)
        item = None if level or number is None else _item(number, properties)
        return Line(
            Paragraph(inlines(words)),
            text,
            level=level,
            number=number.text if number and number.ordered else "",
            item=item,
            part=_PARTS.get(style.name, "") if not level else "",
            bold=bool(seen) and all(piece.bold for piece in seen),
            size=float(seen[0].size) if seen else 0.0,
            indent=indent(properties, style.indent) or 0,
            after_break=after_break,
        )

    def _level(self, properties: etree._Element | None, style: Style, text: str) -> int:
        """Return the level of a heading; a new sentence in a file of ours is none."""
        told = value(properties, "outlineLvl")
        level = int(told) + 1 if told in set("012345678") else 0 if told == "9" else style.heading
        if self._around.own.ours and not any(mark.startswith(MARK) for mark in self._marks):
            return 0 if is_sentence(text, self._around.words) else level
        return level


def _is_contents(node: etree._Element) -> bool:
    gallery = value(node, "sdtPr/docPartObj/docPartGallery")
    return gallery.casefold() == _TABLE_OF_CONTENTS


def _listed(line: Line, style: Style, depth: int) -> Line:
    """Return a line of the contents, or the heading of them."""
    heads = style.heads_contents or (not depth and not style.contents)
    return replace(
        line,
        level=style.contents,
        item=None,
        part="contents-heading" if heads else "contents",
        depth=depth,
    )


def _item(number: Number, properties: etree._Element | None) -> Item | None:
    """Return the sign of a paragraph as that of a list; a number of many levels is none."""
    if number.ordered and not number.simple:
        return None
    indented = indent(properties, None)
    left = number.indent if indented is None else indented
    rank = number.level * _LEVEL + max(0, min(_MOST_STEPS, left // _STEP))
    letters = number.text.strip(".)(") == letters_of(number.value) if number.ordered else False
    return Item(number.ordered, rank, number.value, number.series, letters, max(left, 1))


def _revised(line: Line, pieces: list[Piece], side: Side, move: str) -> Line:
    """Return a line whose end is on one side of a change: all of it is, if all its words are."""
    words = [piece for piece in trimmed(pieces) if piece.text.strip()]
    moved = bool(move)
    whole = all(piece.side == side and piece.moved == moved for piece in words)
    if not (whole or (moved and all(piece.side for piece in words))):
        return line
    kept = [replace(p, side="") if p.side == side and p.moved == moved else p for p in pieces]
    mark = Revision("inserted" if side == "inserted" else "deleted", move)
    return replace(line, block=Paragraph(inlines(trimmed(kept)), revision=mark))
