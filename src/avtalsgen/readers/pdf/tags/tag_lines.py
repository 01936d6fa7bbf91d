"""A tagged PDF of any program, read by its tags (ISO 32000-1, 14.8.4)."""

import re
from collections.abc import Iterator
from dataclasses import field, replace

from avtalsgen.model import plain
from avtalsgen.model.nodes import Aside, Block, Cell, Inline, LineBreak, Paragraph, Table, Text
from avtalsgen.model.walk import runs
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.pdf.tags.printed import PrintedPages, PrintedWords, RowPlace
from avtalsgen.readers.pdf.tags.tree import Element, MarkedContent
from avtalsgen.readers.recognise.cutting import stripped, without
from avtalsgen.readers.recognise.line import Item, Line
from avtalsgen.readers.recognise.lists import typed
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_INLINE = {
    *("Span", "Link", "Reference", "Quote", "Em", "Strong", "Code", "Annot", "BibEntry", "Sub"),
    *("Ruby", "Warichu"),
}
_NOTES = {"Note", "FENote"}
_UNREAD = {"Artifact", "Form"}
_PARTS_OF_TABLE = {"TR", "THead", "TBody", "TFoot"}
_CELLS = {"TH", "TD"}
_PICTURES = {"Figure", "Formula"}
_HEADING = re.compile(r"H([1-9]\d?)?")
_PAGED = re.compile(r"(?P<entry>\S.*?)[\s.…·_]+(?P<page>\d{1,4})")
_LONGEST_ENTRY = 500
_DIGITS = re.compile(r"(\d{1,3})[.)]?")
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_LETTER = re.compile(rf"([{_LETTERS}])[.)]")
_NOTE_SIGN = re.compile(r"\[?(\d{1,3})\]?\s*(?=\S)")
_STEP = 10
"""How much further in an item stands for each list that it is inside."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The lines of a document, the notes beside them, and what could not be carried over."""

    lines: tuple[Line, ...]
    asides: tuple[Aside, ...]
    problems: tuple[Problem, ...]
    places: tuple[RowPlace, ...]
    """Where each paragraph outside tables begins, in the order of the tree."""


def read(root: Element, printed: PrintedPages, source: str) -> Tagged:
    """Return what the tree from `root` on says, and PF07 for its pictures."""
    reader = _TreeReader(replace(printed, noted=_has_notes(root)), source)
    lines = tuple(reader.blocks(root, 0))
    return Tagged(lines, tuple(reader.notes), tuple(reader.problems()), tuple(reader.places))


@dataclass(slots=True)
class _TreeReader:
    printed: PrintedPages
    source: str
    notes: list[Aside] = field(default_factory=list)
    pictures: int = 0
    places: list[RowPlace] = field(default_factory=list)
    beside: int = 0
    """How many tables and notes it is inside: they do not go down the page."""
    headed: int = 0
    """How many headings and titles it is inside: they are one line, however many rows."""

    def problems(self) -> Iterator[Problem]:
        if self.pictures:
            message = f"filen har bilder som inte är text ({self.pictures} st); de är inte med"
            hint = "läs dem i filen"
            yield Problem("PF07", message, Severity.WARNING, Origin(self.source, 1), hint)

    def blocks(self, element: Element, depth: int) -> Iterator[Line]:
        """Yield the lines in `element`, `depth` lists in; text right below it is a paragraph."""
        span = Element("Span", "Span")
        for kid in element.kids:
            if isinstance(kid, MarkedContent) or kid.kind in _INLINE | _NOTES:
                span.kids.append(kid)
                continue
            yield from self._paragraph(span, depth)
            span = Element("Span", "Span")
            yield from self._block(kid, depth)
        yield from self._paragraph(span, depth)

    def _block(self, element: Element, depth: int) -> Iterator[Line]:
        match element.kind:
            case "L":
                for item in element.elements:
                    yield from self._item(item, element.numbering, depth)
            case "Table":
                yield from self._table(element)
            case "TOC":
                yield from self._contents(element, 1)
            case kind if kind in _UNREAD:
                return
            case kind:
                self.pictures += kind in _PICTURES
                headed = _is_heading(element)
                self.headed += headed
                for line in self.blocks(element, depth):
                    yield _headed(line, element)
                self.headed -= headed

    def _paragraph(self, element: Element, depth: int) -> Iterator[Line]:
        words = self._words(element, broken=not (self.beside or self.headed))
        if words.text.strip():
            if words.place and not self.beside:
                self.places.append(words.place)
            yield Line(
                Paragraph(words.content, Origin(self.source, words.page)),
                words.text,
                bold=words.bold,
                size=words.size,
                indent=depth * _STEP,
            )

    def _words(self, element: Element, *, broken: bool = False) -> PrintedWords:
        """Return what an element says; a note in it is put aside."""
        return self.printed.words(self._without_notes(element), broken=broken)

    def _without_notes(self, element: Element) -> Element:
        kept: list[Element | MarkedContent] = []
        for kid in element.kids:
            if isinstance(kid, MarkedContent):
                kept.append(kid)
            elif kid.kind in _NOTES:
                self._note(kid)
            else:
                kept.append(self._without_notes(kid))
        return replace(element, kids=kept)

    def _note(self, note: Element) -> None:
        labels = [kid for kid in note.elements if kid.kind == "Lbl"]
        name = " ".join(self._words(label).text for label in labels).strip()
        said = replace(note, kids=[kid for kid in note.kids if kid not in labels])
        self.beside += 1
        blocks = tuple(line.block for line in self.blocks(said, 0))
        self.beside -= 1
        if blocks:
            self.notes.append(_numbered(Aside("footnote", name, blocks)))

    def _item(self, item: Element, numbering: str, depth: int) -> Iterator[Line]:
        """Yield the lines of an item, the first with its sign."""
        if item.kind == "L":
            for inner in item.elements:
                yield from self._item(inner, item.numbering, depth + 1)
            return
        labels = [kid for kid in item.elements if kid.kind == "Lbl"]
        sign = " ".join(self._words(label).text for label in labels).strip()
        body = replace(item, kids=[kid for kid in item.kids if kid not in labels])
        lines = list(self.blocks(body, depth + 1))
        if lines and not isinstance(lines[0].block, Table) and lines[0].item is None:
            lines[0] = _with_sign(lines[0], sign, numbering)
        yield from lines

    def _table(self, table: Element) -> Iterator[Line]:
        """Yield a table; one that only lays out a text, as the lines of that.

        So it is in a Word file too: no cell is a head, and there is one cell, or one of the
        cells has a heading in it, as procurement systems write all their documents.
        """
        for kid in table.elements:
            if kid.kind not in _PARTS_OF_TABLE:
                yield from self._block(kid, 0)
        rows = [[cell for cell in row.elements if cell.kind in _CELLS] for row in _rows(table)]
        cells = [cell for row in rows for cell in row]
        heads = bool(rows) and any(cell.kind == "TH" for cell in rows[0])
        if cells and not heads and (len(cells) == 1 or any(map(_has_heading, cells))):
            for cell in cells:
                yield from self.blocks(cell, 0)
            return
        self.beside += 1
        said = [tuple(self._cell(cell) for cell in row) for row in rows]
        self.beside -= 1
        widest = max(map(len, said), default=0)
        if widest:
            head, *body = ((*row, *((),) * (widest - len(row))) for row in said)
            yield Line(Table(head, tuple(body)), "")

    def _cell(self, cell: Element) -> Cell:
        """Return what a cell says, each of its paragraphs on a line of its own."""
        said: list[Inline] = []
        for line in self.blocks(cell, 0):
            words = line.block.content if isinstance(line.block, Paragraph) else _flat(line.block)
            said.extend((*((LineBreak(),) if said else ()), *words))
        return tuple(said)

    def _contents(self, toc: Element, level: int) -> Iterator[Line]:
        for kid in toc.elements:
            if kid.kind == "TOC":
                yield from self._contents(kid, level + 1)
                continue
            words = self._words(kid)
            if words.text.strip():
                paged = _PAGED.fullmatch(words.text[:_LONGEST_ENTRY].strip())
                text = f"{paged['entry']}\t{paged['page']}" if paged else words.text
                deeper = level if level > 1 else 0
                yield Line(Paragraph(words.content), text, level=deeper, part="contents")


def _has_notes(element: Element) -> bool:
    return any(kid.kind in _NOTES or _has_notes(kid) for kid in element.elements)


def _numbered(note: Aside) -> Aside:
    """Return a note named by the number that its text begins with, where no tag has it."""
    first, *rest = note.blocks
    if note.name or not (isinstance(first, Paragraph) and first.content):
        return note
    sign = _NOTE_SIGN.match(plain.text(first.content))
    if sign is None:
        return note
    words = stripped(without(first.content, sign.end()))
    return replace(note, name=sign[1], blocks=(replace(first, content=words), *rest))


def _has_heading(cell: Element) -> bool:
    return any(_HEADING.fullmatch(kid.kind) or _has_heading(kid) for kid in cell.elements)


def _is_heading(element: Element) -> bool:
    named = "Title" in (element.kind, element.name)
    return named or _HEADING.fullmatch(element.kind) is not None


def _headed(line: Line, element: Element) -> Line:
    """Return a line as the heading or the title that the tag around it makes of it."""
    heading = _HEADING.fullmatch(element.kind)
    if "Title" in (element.kind, element.name):
        return replace(line, part="title")
    return replace(line, level=int(heading[1] or 1)) if heading else line


def _with_sign(line: Line, sign: str, numbering: str) -> Line:
    """Return the first line of an item with its sign, whether a tag or the text has it."""
    if not sign:
        line = typed(line)
        if line.item:
            return replace(line, item=replace(line.item, text_at=line.indent))
    digits, letter = _DIGITS.fullmatch(sign), _LETTER.fullmatch(sign)
    if not (digits or letter) and any(map(str.isalnum, sign)):
        return _with_words(line, sign)
    ordered = bool(digits or letter) or (not sign and numbering == "Decimal")
    value = int(digits[1]) if digits else _LETTERS.index(letter[1]) + 1 if letter else 1
    item = Item(ordered, line.indent - _STEP, value, letters=bool(letter), text_at=line.indent)
    return replace(line, item=item, number=sign if digits or letter else "")


def _with_words(line: Line, sign: str) -> Line:
    """Return a line with a sign that no list counts in (`1.1`, `iv)`) as its first word."""
    if not isinstance(line.block, Paragraph):
        return line
    block = replace(line.block, content=(Text(f"{sign} "), *line.block.content))
    return replace(line, block=block, text=f"{sign} {line.text}")


def _rows(element: Element) -> Iterator[Element]:
    for kid in element.elements:
        if kid.kind == "TR":
            yield kid
        elif kid.kind in {"THead", "TBody", "TFoot"}:
            yield from _rows(kid)


def _flat(block: Block) -> tuple[Inline, ...]:
    """Return the words of a table inside a cell, which has no place for one."""
    return tuple(inline for run in runs(block) for inline in run)
