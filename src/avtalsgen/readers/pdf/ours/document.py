"""A PDF that was built here, read back by its tags: nothing in it has to be guessed.

What it has lost is left out: which words are facts and references, which lines are broken, where
the text comes from, what it takes the running heads for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Block,
    Contents,
    Cover,
    CoverRow,
    Inline,
    List,
    ListItem,
    Paragraph,
    Section,
    Signatory,
    Signatures,
    Table,
)
from avtalsgen.readers.pdf.ours.destinations import Destination
from avtalsgen.readers.pdf.ours.printed_text import INLINE, is_annex
from avtalsgen.readers.pdf.ours.shows import Shows
from avtalsgen.readers.pdf.tags.inlines import TextRun, inlines
from avtalsgen.readers.pdf.tags.tree import Element, MarkedContent, pieces
from avtalsgen.readers.recognise.cutting import unweighted
from avtalsgen.readers.recognise.headings import Heading
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.recognise.section_tree import outline
from avtalsgen.records import dataclass

_SMALL = 0.9
"""Of the size of running text: the labels where somebody signs are smaller."""
_NEAR = 2.0
"""Points that a heading may stand above the place that leads to it."""


@dataclass(frozen=True, slots=True)
class OurParts:
    """The parts of a document of ours."""

    cover: Cover
    contents: Contents | None
    sections: tuple[Section, ...]
    signatures: Signatures | None


def read(root: Element, shows: Shows, places: Sequence[Destination], words: PageWords) -> OurParts:
    """Return the document that the tree from `root` on is; raises as `marked.marked`.

    `places` are where the sections begin.
    """
    return _OwnReader(shows, tuple(places), words).document(root)


@dataclass(slots=True)
class _OwnReader:
    shows: Shows
    places: tuple[Destination, ...]
    words: PageWords
    given: int = 0
    """How many of `places` have a section by now."""

    def document(self, root: Element) -> OurParts:
        parts = [part for top in root.elements for part in top.elements if not is_annex(part)]
        toc = next((at for at, part in enumerate(parts) if part.kind == "TOC"), None)
        first = self._first_of_text(parts, toc)
        last = len(parts)
        while last > first and parts[last - 1].kind == "Div":
            last -= 1
        return OurParts(
            self._cover(parts[: first if toc is None else toc - 1], _form(parts[first:last])),
            self._contents(parts[toc - 1], parts[toc]) if toc else None,
            self._sections(parts[first:last], signed=last < len(parts)),
            self._signatures(parts[last:]),
        )

    def _first_of_text(self, parts: Sequence[Element], toc: int | None) -> int:
        """Return where the text begins: after the contents, the cover or the letterhead."""
        if toc is not None:
            return toc + 1
        for place, part in enumerate(parts):
            first = next((own for own in pieces(part) if self.shows.of(own).text), None)
            if first and (first.page > 1 or _level(part) or self._is_reached(first)):
                return place
        return len(parts)

    def _is_reached(self, piece: MarkedContent) -> bool:
        """Return whether `piece` stands where the next section begins, or below."""
        if self.given == len(self.places):
            return False
        place = self.places[self.given]
        return (piece.page, -self.shows.of(piece).line) >= (place.page, place.below - _NEAR)

    def _cover(self, parts: Sequence[Element], form: Literal["page", "letterhead"]) -> Cover:
        kicker, rows = "", list[CoverRow]()
        title: tuple[Inline, ...] = ()
        subtitle: tuple[Inline, ...] = ()
        for part in parts:
            match part.kind, part.name:
                case _, "Title":
                    title = self._words(part)
                case "L", _:
                    rows.extend(map(self._fact, part.elements))
                case _ if title:
                    subtitle = self._words(part)
                case _:
                    kicker = plain.text(self._words(part))
        return Cover(kicker, title, subtitle, tuple(rows), form)

    def _fact(self, item: Element) -> CoverRow:
        label, body = item.elements
        return CoverRow(plain.text(self._words(label)), self._words(body))

    def _contents(self, heading: Element, toc: Element) -> Contents:
        return Contents(plain.text(self._words(heading)), _depth(toc))

    def _sections(self, parts: Sequence[Element], *, signed: bool) -> tuple[Section, ...]:
        lines: list[Line] = []
        headings: list[Heading | None] = []
        for place, part in enumerate(parts):
            anchor = self._anchor(part)
            if _level(part):
                heading = self._heading(part, _level(part))
                words = plain.text(heading.content)
                lines.append(Line(Paragraph(heading.content), words, anchor=anchor))
                headings.append(heading)
                continue
            for block in self._blocks(part):
                depth = _level_of_next(parts[place:]) if anchor else 0
                text = plain.text(block.content) if isinstance(block, Paragraph) else ""
                lines.append(Line(block, text, anchor=anchor, depth=depth))
                headings.append(None)
                anchor = ""
        told = any(
            line.anchor and not heading for line, heading in zip(lines, headings, strict=True)
        )
        ends = len(lines) if signed and not told else None
        return outline(lines, headings, self.words, ends)

    def _anchor(self, part: Element) -> str:
        """Return the anchor of the section that begins with `part`, if one does."""
        first = next(pieces(part), None)
        if first is None or not self._is_reached(first):
            return ""
        self.given += 1
        return self.places[self.given - 1].anchor

    def _heading(self, part: Element, level: int) -> Heading:
        """Return a heading; its title is without the number that stands before it."""
        runs = tuple(self._runs(part))
        text = "".join(run.text for run in runs)
        letters = len(_letters(text)) - len(_letters(part.title))
        if letters <= 0 or not _letters(text).endswith(_letters(part.title)):
            return Heading("", inlines(runs), level)
        end = _end_of(text, letters)
        return Heading(text[:end].strip(), inlines(_behind(runs, end)), level)

    def _blocks(self, part: Element) -> Iterator[Block]:
        """Yield the blocks of an element: itself, or those in it."""
        match part.kind:
            case "L":
                yield self._list(part)
            case "Table":
                yield self._table(part)
            case _:
                yield from self._mixed(part)

    def _mixed(self, part: Element) -> Iterator[Block]:
        """Yield the blocks in `part`; text right below it is a paragraph."""
        inline_runs: list[TextRun] = []
        for kid in part.kids:
            if isinstance(kid, MarkedContent) or kid.kind in INLINE:
                inline_runs.extend(self._of(kid, TextRun("")))
                continue
            yield from _paragraph(inline_runs)
            inline_runs = []
            yield from self._blocks(kid)
        yield from _paragraph(inline_runs)

    def _list(self, part: Element) -> List:
        """Return a list; the engine puts a list that ends an item after it, not inside."""
        items: list[list[Block]] = []
        for kid in part.elements:
            if kid.kind == "L" and items:
                items[-1].append(self._list(kid))
            else:
                bodies = (body for body in kid.elements if body.kind == "LBody")
                items.append([block for body in bodies for block in self._mixed(body)])
        list_items = tuple(ListItem(tuple(blocks)) for blocks in items if blocks)
        return List(list_items, part.numbering == "Decimal")

    def _table(self, part: Element) -> Table:
        rows = [row for group in part.elements for row in _rows(group)]
        cells = [tuple(self._words(cell) for cell in row.elements) for row in rows]
        return Table(cells[0], tuple(cells[1:]))

    def _signatures(self, parts: Sequence[Element]) -> Signatures | None:
        groups = [group for part in parts for group in _signatories(part)]
        if not groups:
            return None
        signatories = tuple(map(self._signatory, groups))
        on_paper = any(signatory.lines for signatory in signatories)
        return Signatures("papper" if on_paper else "e-signering", signatories)

    def _signatory(self, group: Element) -> Signatory:
        """Return a party: its role, its organisation, small labels, a name and a title."""
        role, organisation, *rest = [part for part in group.elements if part.kind == "P"]
        usual = self._size(organisation) * _SMALL
        labels = [part for part in rest if self._size(part) < usual]
        named = [self._words(part) for part in rest if self._size(part) >= usual]
        if len(named) == 1 and not _is_person(plain.text(named[0])):
            named.insert(0, ())
        name, title, *others = (*named, (), ())
        said = plain.text(self._words(role))
        more = (plain.text(words) for words in others if words)
        lines = (*(plain.text(self._words(label)) for label in labels), *more)
        return Signatory(
            self.words.party_of(said),
            said,
            unweighted(self._words(organisation)),
            lines,
            name,
            title,
        )

    def _size(self, part: Element) -> float:
        return next((self.shows.of(piece).size for piece in pieces(part)), 0.0)

    def _words(self, part: Element) -> tuple[Inline, ...]:
        return inlines(self._runs(part))

    def _runs(self, part: Element) -> Iterator[TextRun]:
        for kid in part.kids:
            yield from self._of(kid, TextRun(""))

    def _of(self, kid: Element | MarkedContent, look: TextRun) -> Iterator[TextRun]:
        match kid:
            case MarkedContent():
                yield replace(look, text=self.shows.of(kid).text)
            case Element():
                inner = TextRun(
                    "",
                    look.strong or kid.name == "Strong",
                    look.emphasis or kid.name == "Em",
                    look.address or kid.address,
                )
                for below in kid.kids:
                    yield from self._of(below, inner)


def _form(parts: Sequence[Element]) -> Literal["page", "letterhead"]:
    """Return what a cover is above `parts`: a page of its own, or a letterhead on theirs."""
    first = next((piece for part in parts for piece in pieces(part)), None)
    return "letterhead" if first and first.page == 1 else "page"


def _paragraph(runs: list[TextRun]) -> Iterator[Paragraph]:
    words = inlines(runs)
    if plain.text(words).strip():
        yield Paragraph(words)


def _rows(group: Element) -> Iterator[Element]:
    yield from ([group] if group.kind == "TR" else group.elements)


def _signatories(part: Element) -> Iterator[Element]:
    if any(kid.kind == "P" for kid in part.elements):
        yield part
    else:
        for kid in part.elements:
            yield from _signatories(kid)


def _depth(toc: Element) -> int:
    return 1 + max((_depth(kid) for kid in toc.elements if kid.kind == "TOC"), default=0)


def _level(part: Element) -> int:
    """Return the level of a heading, 0 of what is none."""
    return int(part.kind[1:]) if part.kind[:1] == "H" and part.kind[1:].isdecimal() else 0


def _level_of_next(parts: Sequence[Element]) -> int:
    """Return the level of the first heading in `parts`: a section without one stands beside it."""
    return next((_level(part) for part in parts if _level(part)), 1)


def _letters(text: str) -> str:
    return "".join(text.split())


def _end_of(text: str, letters: int) -> int:
    """Return where so many letters of `text` end, white space not counted."""
    position = 0
    while letters:
        letters -= not text[position].isspace()
        position += 1
    return position


def _behind(runs: Iterable[TextRun], characters: int) -> Iterator[TextRun]:
    """Yield `runs` from the character with this number on."""
    for run in runs:
        yield replace(run, text=run.text[max(0, characters) :])
        characters -= len(run.text)


def _is_person(words: str) -> bool:
    """Return whether `words` are a name rather than what somebody is: `Direktör`."""
    return words.istitle() and " " in words
