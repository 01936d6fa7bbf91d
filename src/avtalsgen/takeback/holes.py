"""Lines as text of a clause again: facts and references that are still there as holes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from avtalsgen.assemble.filling.forms import WrongKindError, in_form
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Emphasis,
    Gap,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.paper.folding import CELL, folded
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.markdown.blocks import write_blocks

_FORMS: Final = (
    *((), ("kronor",), ("belopp",), ("datum",), ("iso",), ("årtal",), ("antal",), ("siffror",)),
    *(("procent",), ("procenttecken",), ("genitiv",), ("versal",), ("gemen",)),
    *(("genitiv", "versal"), ("antal", "versal"), ("versal", "genitiv")),
)
"""How facts are printed, the plainest first."""
_SCALAR: Final = 0xE000
"""The first of the private characters that stand for holes while Markdown is written."""


class HoleWriter:
    """Writes lines as Markdown of a clause."""

    def __init__(self, book: FactBook) -> None:
        """Know by `book` which facts there are and how each is printed."""
        self._book = book
        self._holes: list[str] = []

    def text(self, lines: Sequence[PaperLine], known: "dict[str, PaperLine]") -> str:
        """Return lines as the text of a clause; `known` has those of ours by their words."""
        blocks = list(self._blocks(lines, known))
        written = "\n\n".join(write_blocks(blocks))
        return self._filled(written) + "\n"

    def heading(self, line: PaperLine, known: PaperLine | None) -> str:
        """Return the words of a heading."""
        cell = self._cell(line, known)[0]
        return self._filled("".join(each.text for each in cell if isinstance(each, Text)))

    def _filled(self, written: str) -> str:
        for place, hole in enumerate(self._holes):
            written = written.replace(chr(_SCALAR + place), hole)
        return written

    def _blocks(self, lines: Sequence[PaperLine], known: "dict[str, PaperLine]") -> Iterator[Block]:
        def kind(line: PaperLine) -> tuple[bool, bool, bool]:
            ours = known.get(line.words)
            item = (ours or line).is_item and not line.is_row
            ordered = ours.ordered if ours else bool(line.number)
            return line.is_row, item, ordered and item

        for (is_row, is_item, ordered), group in groupby(lines, kind):
            cells = [self._cell(line, known.get(line.words)) for line in group]
            if is_row:
                width = max(map(len, cells))
                rows = [(*row, *((),) * (width - len(row))) for row in cells]
                yield Table(rows[0], tuple(rows[1:]))
            elif is_item:
                items = tuple(ListItem((Paragraph(_joined(cell)),)) for cell in cells)
                yield List(items, ordered)
            else:
                yield from (Paragraph(_joined(cell)) for cell in cells)

    def _cell(self, line: PaperLine, ours: PaperLine | None) -> tuple[Cell, ...]:
        """Return the cells of a line: as ours were printed, or of its letters and facts."""
        if ours is not None and ours.cells:
            return tuple(tuple(self._inlines(cell)) for cell in ours.cells)
        cells, here = [], 0
        for part in line.words.split(CELL):
            end = here + len(part)
            cells.append(tuple(self._letters(line, here, end)))
            here = end + 1
        return tuple(cells)

    def _letters(self, line: PaperLine, start: int, end: int) -> Iterator[Inline]:
        here = start
        for span in sorted(line.spans, key=lambda span: span.start):
            if not here <= span.start < span.end <= end:
                continue
            hole = (
                f'{{{{ ref("{span.path}") }}}}'
                if span.kind == "reference"
                else self._expression(span.path, line.words[span.start : span.end])
            )
            if hole:
                yield from _texts(_raw(line, here, span.start))
                yield self._put(hole)
                here = span.end
        yield from _texts(_raw(line, here, end))

    def _inlines(self, content: Iterable[Inline]) -> Iterator[Inline]:
        for inline in content:
            match inline:
                case Value(text, path):
                    hole = self._expression(path, text)
                    yield self._put(hole) if hole else Text(text)
                case Gap(text, path):
                    hole = self._expression(path, text)
                    yield self._put(hole) if hole else Text(text)
                case Reference(anchor):
                    yield self._put(f'{{{{ ref("{anchor}") }}}}')
                case Strong(inner):
                    yield Strong(tuple(self._inlines(inner)))
                case Emphasis(inner):
                    yield Emphasis(tuple(self._inlines(inner)))
                case Link(inner, address):
                    yield Link(tuple(self._inlines(inner)), address)
                case Text() | LineBreak():
                    yield inline
                case _:
                    continue

    def _put(self, hole: str) -> Text:
        self._holes.append(hole)
        return Text(chr(_SCALAR + len(self._holes) - 1))

    def _expression(self, path: str, printed: str) -> str:
        """Return the hole that prints a fact just so; nothing where there is none."""
        if self._book.list_of(path) or self._book.parameters.find(path) is None:
            return ""
        fact = self._book.lookup.fact(path)
        if not isinstance(fact, Known):
            return f"{{{{ {path} }}}}" if fact is not None else ""
        wanted = folded(printed).text
        for forms in _FORMS:
            try:
                if folded(in_form(fact, forms)).text == wanted:
                    return f"{{{{ {' | '.join((path, *forms))} }}}}"
            except WrongKindError:
                continue
        return ""


def _texts(text: str) -> Iterator[Text]:
    if text:
        yield Text(text)


def _raw(line: PaperLine, start: int, end: int) -> str:
    """Return letters as written, one ordinary space for several."""
    if start >= end:
        return ""
    first, last = line.fold.places[start], line.fold.places[end - 1] + 1
    raw = line.text[first:last]
    return "".join(
        letter
        for letter in raw.replace("\t", " ").replace("\n", " ")
        if letter.isprintable() or letter == "\N{NO-BREAK SPACE}"
    )


def _joined(cells: tuple[Cell, ...]) -> Cell:
    joined: list[Inline] = []
    for cell in cells:
        joined += [Text(" ")] if joined else []
        joined += cell
    return tuple(joined)
