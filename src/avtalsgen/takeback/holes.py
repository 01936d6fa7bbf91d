"""Lines as text of a clause again: facts and references that are still there as holes."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from typing import Final

from avtalsgen.assemble.filling.forms import WrongKindError, in_form
from avtalsgen.model import plain
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
from avtalsgen.model.trace import PLACES
from avtalsgen.readers.docx.returned.sheet import SheetStretch
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.takeback.facts.book import LEGAL, FactBook
from avtalsgen.takeback.paper.folding import CELL, as_written, folded
from avtalsgen.takeback.paper.lines import PaperLine, PaperSpan
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.markdown.blocks import write_blocks
from avtalsgen.writers.markdown.escapes import as_entity

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

    def __init__(
        self,
        book: FactBook,
        here: str = "",
        lost: Collection[str] = frozenset(),
        renewed: Mapping[tuple[str, str], str] = MappingProxyType({}),
    ) -> None:
        """Know by `book` which facts there are and how each is printed.

        The lines are those of the section `here`; what leads to anything `lost` becomes words.
        `renewed` is how a fact is printed now that the lines have as it once was, by its path and
        what they have.
        """
        self._renewed = renewed
        self._book = book
        self._here = here
        self._lost = lost
        self._holes: list[str] = []
        self.broken = 0
        """How many references have become words."""

    def text(self, lines: Sequence[PaperLine], known: "dict[str, PaperLine]") -> str:
        """Return lines as the text of a clause; `known` has those of ours by their words."""
        blocks = list(self._blocks(lines, known))
        written = "\n\n".join(write_blocks(blocks))
        return self._filled(written) + "\n"

    def heading(self, line: PaperLine, known: PaperLine | None) -> str:
        """Return the words of a heading."""
        return self._filled(plain.text(self._cell(line, known)[0]))

    def _filled(self, written: str) -> str:
        for place, hole in enumerate(self._holes):
            for letter in (chr(_SCALAR + place), as_entity(chr(_SCALAR + place))):
                written = written.replace(letter, hole)
        return written

    def _blocks(self, lines: Sequence[PaperLine], known: "dict[str, PaperLine]") -> Iterator[Block]:
        def kind(line: PaperLine) -> tuple[bool, bool]:
            ours = known.get(line.words)
            return line.is_row, (ours or line).is_item and not line.is_row

        for (is_row, is_item), group in groupby(lines, kind):
            here = list(group)
            cells = [
                self._marked(line, known.get(line.words), self._cell(line, known.get(line.words)))
                for line in here
            ]
            if is_row:
                width = max(map(len, cells))
                rows = [(*row, *((),) * (width - len(row))) for row in cells]
                yield Table(rows[0], tuple(rows[1:]))
            elif is_item:
                items = [
                    _LineItem(line.depth, self._counts(line, known.get(line.words)), _joined(cell))
                    for line, cell in zip(here, cells, strict=True)
                ]
                yield from _lists(items)
            else:
                yield from (Paragraph(_joined(cell)) for cell in cells)

    def _marked(
        self, line: PaperLine, ours: PaperLine | None, cells: tuple[Cell, ...]
    ) -> tuple[Cell, ...]:
        """Return the cells of a line behind the mark that references lead to it by."""
        mark = line.place_mark or (ours.place_mark if ours else "")
        if not mark or line.is_row:
            return cells
        first, *others = cells
        return (self._put(f'{{{{ märk("{mark}") }}}}'), Text(" "), *first), *others

    def _counts(self, line: PaperLine, ours: PaperLine | None) -> str:
        """Return the number of an item that is counted; nothing of a bullet."""
        return line.number or ("1" if ours is not None and ours.ordered else "")

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
        """Yield the letters of a cell with their marks, facts that stand in it as holes."""
        pieces: list[tuple[_LetterMarks, str]] = []
        here = start
        for span in self._whole_spans(line):
            if not here <= span.start < span.end <= end:
                continue
            hole = (
                self._reference(span.path)
                if span.kind == "reference"
                else self._expression(
                    span.path, as_written(line.text, line.fold, span.start, span.end)
                )
            )
            if hole:
                pieces += _raw(line, here, span.start)
                pieces.append((_marks(line.stretch(span.start)), self._put(hole).text))
                here = span.end
        pieces += _raw(line, here, end)
        for marks, group in groupby(pieces, lambda piece: piece[0]):
            yield marks.around("".join(text for _, text in group))

    def _whole_spans(self, line: PaperLine) -> Iterator[PaperSpan]:
        """Yield where facts and references stand, a section and a place in it as one reference.

        A place of another section without the section before it is no reference any more.
        """
        spans = sorted(line.spans, key=lambda span: span.start)
        for place, span in enumerate(spans):
            before, after = (
                spans[n] if 0 <= n < len(spans) else None for n in (place - 1, place + 1)
            )
            if after is not None and _is_place_in(after, span, line):
                continue
            anchor, mark = _place(span)
            if mark and before is not None and _is_place_in(span, before, line):
                yield replace(span, start=before.start)
            elif not mark or anchor == self._here:
                yield span

    def _reference(self, path: str) -> str:
        """Return the hole of a reference to a section or a place in it; none where it is lost."""
        anchor, _, mark = path.removeprefix(f"{PLACES}.").rpartition(".")
        target = path.removeprefix(f"{PLACES}.")
        if not path.startswith(f"{PLACES}."):
            anchor, mark = path, ""
        if {anchor, target} & set(self._lost):
            self.broken += 1
            return ""
        return f'{{{{ ref("{anchor}", "{mark}") }}}}' if mark else f'{{{{ ref("{anchor}") }}}}'

    def _inlines(self, content: Iterable[Inline]) -> Iterator[Inline]:
        for inline, before in _whole_references(content):
            match inline:
                case Value(text, path) if path.startswith(f"{PLACES}."):
                    hole = self._reference(path)
                    yield self._put(hole) if hole else Text(before + text)
                case Value(text, path):
                    hole = self._expression(path, text)
                    yield self._put(hole) if hole else Text(text)
                case Gap(text, path):
                    hole = self._expression(path, text)
                    yield self._put(hole) if hole else Text(text)
                case Reference(anchor, lead, text):
                    hole = self._reference(anchor)
                    yield self._put(hole) if hole else Text(lead + text)
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

    def _legal(self, source: str, printed: str) -> str:
        """Return the hole that prints a source of law and its section."""
        legal = self._book.lookup.legal_sources.get(source)
        said = " ".join(printed.split())
        for name in (legal.in_full(), legal.name) if legal else ():
            if said == name:
                return f'{{{{ rätt("{source}") }}}}'
            if said == capitalise_first(name):
                return f'{{{{ rätt("{source}") | versal }}}}'
            if said.endswith(f" {name}") and '"' not in said:
                return f'{{{{ rätt("{source}", "{said.removesuffix(name).strip()}") }}}}'
        return ""

    def _put(self, hole: str) -> Text:
        self._holes.append(hole)
        return Text(chr(_SCALAR + len(self._holes) - 1))

    def _expression(self, path: str, printed: str) -> str:
        """Return the hole that prints a fact just so; nothing where there is none."""
        if path.startswith(LEGAL):
            return self._legal(path.removeprefix(LEGAL), printed)
        if self._book.list_of(path) or self._book.parameters.find(path) is None:
            return ""
        fact = self._book.lookup.fact(path)
        if not isinstance(fact, Known):
            return f"{{{{ {path} }}}}" if fact is not None else ""
        wanted = folded(printed).text
        wanted = self._renewed.get((path, wanted), wanted)
        for forms in _FORMS:
            try:
                if folded(in_form(fact, forms)).text == wanted:
                    return f"{{{{ {' | '.join((path, *forms))} }}}}"
            except WrongKindError:
                continue
        return ""


def _whole_references(content: Iterable[Inline]) -> Iterator[tuple[Inline, str]]:
    """Yield `content` without the numbers of sections before a place in them, which says both.

    Beside a place stand the words of the section before it.
    """
    inlines = tuple(content)
    for place, inline in enumerate(inlines):
        before = "".join(_section_words(inlines[max(0, place - 2) : place + 1]))
        match inlines[place : place + 3]:
            case (Reference(), Text(" "), Value(_, path)) if path.startswith(f"{PLACES}."):
                continue
            case (Text(" "), Value(_, path), *_) if _follows_reference(inlines, place, path):
                continue
            case _:
                yield inline, before


def _section_words(inlines: Sequence[Inline]) -> Iterator[str]:
    """Yield how the section is named that the last of three is a place in."""
    match inlines:
        case (Reference(_, lead, text), Text(" "), Value()):
            yield f"{lead}{text} "
        case _:
            return


def _follows_reference(inlines: Sequence[Inline], place: int, path: str) -> bool:
    """Return whether a space stands between a reference to a section and a place in it."""
    before = inlines[place - 1] if place else None
    return path.startswith(f"{PLACES}.") and isinstance(before, Reference)


def _place(span: PaperSpan) -> tuple[str, str]:
    """Return the section and the mark that a reference to a place leads to."""
    if span.kind != "reference" or not span.path.startswith(f"{PLACES}."):
        return span.path, ""
    anchor, _, mark = span.path.removeprefix(f"{PLACES}.").rpartition(".")
    return anchor, mark


def _is_place_in(span: PaperSpan, section: PaperSpan, line: PaperLine) -> bool:
    """Return whether a span is a place in the section that the one before it names."""
    anchor, mark = _place(span)
    named = section.kind == "reference" and section.path == anchor
    return bool(mark) and named and line.words[section.end : span.start] == " "


@dataclass(frozen=True, slots=True)
class _LetterMarks:
    """What Markdown has of the look of letters."""

    strong: bool
    emphasised: bool
    address: str

    def around(self, text: str) -> Inline:
        """Return words with their marks."""
        inline: Inline = Text(text)
        if not text.strip():
            return inline
        if self.emphasised:
            inline = Emphasis((inline,))
        if self.strong:
            inline = Strong((inline,))
        return Link((inline,), self.address) if self.address else inline


def _marks(stretch: SheetStretch) -> _LetterMarks:
    return _LetterMarks(stretch.strong, stretch.emphasised, stretch.look.address)


def _raw(line: PaperLine, start: int, end: int) -> Iterator[tuple[_LetterMarks, str]]:
    """Yield letters as written with their marks, one ordinary space for several."""
    if start >= end:
        return
    first, last = line.fold.places[start], line.fold.places[end - 1] + 1
    for place in range(first, last):
        letter = " " if line.text[place] in "\t\n" else line.text[place]
        if letter.isprintable() or letter == "\N{NO-BREAK SPACE}":
            yield _marks(line.stretches[place]), letter


@dataclass(frozen=True, slots=True)
class _LineItem:
    depth: int
    number: str
    content: Cell


def _lists(items: Sequence[_LineItem]) -> Iterator[List]:
    """Yield items as lists, those that are deeper inside the one before them.

    - a            depth 0
      1. b               1    inside a
      2. c               1
    - d                  0
    """
    here = 0
    while here < len(items):
        first = items[here]
        made: list[ListItem] = []
        while here < len(items) and items[here].depth <= first.depth:
            if bool(items[here].number) != bool(first.number):
                break
            below = here + 1
            while below < len(items) and items[below].depth > first.depth:
                below += 1
            inner = tuple(_lists(items[here + 1 : below]))
            made.append(ListItem((Paragraph(items[here].content), *inner)))
            here = below
        yield _list(made, first.number.strip("()."))


def _list(items: Sequence[ListItem], number: str) -> List:
    """Return items as a list that counts from `number`, in letters if it is one."""
    if len(number) == 1 and number.isalpha():
        return List(tuple(items), ordered=True, letters=True, start=ord(number.lower()) - 96)
    start = int(number) if number.isdecimal() else 1
    return List(tuple(items), bool(number), start=start)


def _joined(cells: tuple[Cell, ...]) -> Cell:
    joined: list[Inline] = []
    for cell in cells:
        joined += [Text(" ")] if joined else []
        joined += cell
    return tuple(joined)
