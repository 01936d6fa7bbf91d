"""A document taken apart into passages, in reading order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from functools import cache
from typing import Final

from avtalsgen.check.facts.passage import Kind, Locate, Places, TextPassage, standing_at
from avtalsgen.check.facts.places.locating import WrittenText
from avtalsgen.check.facts.places.pages import PageFinder
from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Block,
    Deleted,
    Document,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    Link,
    List,
    Paragraph,
    Section,
    Strong,
    Table,
    Value,
)
from avtalsgen.model.walk import sections
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_SPACES: Final = {ord("\u00a0"): " ", ord("\u202f"): " "}
"""Hard spaces are spaces to whoever looks for words; each is one sign still."""
TextOf = Callable[[str], str]
"""The text of a file that a document is made of; empty where nobody has it."""


@dataclass(frozen=True, slots=True)
class TakenApart:
    """The passages of a document, and the text that it was read from, if it was a text."""

    passages: tuple[TextPassage, ...]
    written: WrittenText | None


def taken_apart(
    document: Document,
    file: str,
    written: str | None,
    text_of: TextOf,
    pages: Sequence[str] = (),
    contents: Sequence[str] = (),
) -> TakenApart:
    """Return the passages of `document`, which the user called `file`.

    `written` is the whole text of a file that was read as text; a document assembled of many
    files has its places from their texts; one that was printed has `pages`, their letters alone,
    and the rows of its `contents`.
    """
    source = WrittenText(file, written) if written is not None else None
    reading = _TakingApart(file, source, text_of, PageFinder(pages))
    passages = tuple(reading.passages(document))
    if source is None:
        rows = (TextPassage("contents", row, file, "innehållsförteckningen") for row in contents)
        return TakenApart((*rows, *passages), None)
    aside = tuple(_put_aside(source))
    return TakenApart((*aside, *passages), source)


def _put_aside(source: WrittenText) -> Iterator[TextPassage]:
    """Yield the rows that the reader has put aside: of the contents, page heads and numbers."""
    for number, line in enumerate(source.lines, start=1):
        text = line.strip()
        if not text or number in source.used:
            continue
        kind: Kind = "contents" if number in source.contents else "edge"
        origin = Origin(source.file, number, len(line) - len(line.lstrip()) + 1)
        yield TextPassage(kind, text, source.file, f"rad {number}", located=standing_at(origin))


@dataclass(slots=True)
class _TakingApart:
    file: str
    source: WrittenText | None
    text_of: TextOf
    pages: PageFinder
    group: int = 0
    last: Origin | None = None
    """Where the passage before ended; words that are found nowhere stand behind it."""
    files: dict[str, WrittenText] = field(default_factory=dict)

    def passages(self, document: Document) -> Iterator[TextPassage]:
        yield from self.cover(document)
        for section in sections(document):
            yield from self.section(section)
        for signatory in document.signatures.signatories if document.signatures else ():
            said = (
                signatory.role,
                plain.text(signatory.organisation),
                *signatory.lines,
                plain.text(signatory.name),
                plain.text(signatory.title),
            )
            self.group += 1
            for text in filter(None, said):
                yield self.passage("signature", text, "underskrifter")
        for aside in document.asides:
            kind: Kind = "comment" if aside.part == "comment" else "edge"
            for block in aside.blocks:
                for passage in self.block(
                    block, TextPassage("edge", "", self.file, _ASIDES[aside.part])
                ):
                    yield replace(passage, kind=kind)

    def cover(self, document: Document) -> Iterator[TextPassage]:
        cover = document.cover
        if cover.kicker:
            yield self.passage("cover", cover.kicker, "första sidan")
        for content in filter(plain.text, (cover.title, cover.subtitle)):
            yield self.passage("cover", plain.text(content), "första sidan", *_values(content))
        for row in cover.rows:
            said = plain.text(row.content)
            text = f"{row.label}: {said}" if row.label else said
            gaps = _gaps(row.content, len(text) - len(said))
            yield replace(
                self.passage("cover", text, "första sidan", *_values(row.content)),
                known_gaps=gaps,
            )

    def section(self, section: Section) -> Iterator[TextPassage]:
        heading = plain.text(section.heading)
        place = " ".join(part for part in ("avsnitt", section.number, heading) if part)
        head = TextPassage(
            "heading",
            heading.translate(_SPACES),
            self.file,
            place,
            section.number,
            section.level,
            heading,
        )
        if heading:
            text = plain.heading(section)
            shift = len(text) - len(heading)
            located = self.locate(text, section.heading_origin)
            yield replace(
                head,
                place=self.on_page(place, heading),
                located=lambda: tuple((offset - shift, origin) for offset, origin in located()),
                known_gaps=_gaps(section.heading),
            )
        for count, block in enumerate(section.blocks, start=1):
            below = f"{place}, stycke {count}" if heading else f"stycke {count}"
            yield from self.block(block, replace(head, place=below))

    def block(self, block: Block, head: TextPassage) -> Iterator[TextPassage]:
        match block:
            case Paragraph(content, origin):
                yield self.of(content, "paragraph", head, origin)
            case List():
                self.group += 1
                yield from self.items(block, head, self.group)
            case Table():
                self.group += 1
                group = self.group
                for cells in (block.header, *block.rows):
                    for cell in filter(plain.text, cells):
                        passage = self.of(cell, "cell", head, block.origin)
                        yield replace(passage, group=group)

    def items(self, block: List, head: TextPassage, group: int) -> Iterator[TextPassage]:
        for number, item in enumerate(block.items, start=block.start):
            sign = plain.list_sign(number, letters=block.letters) if block.ordered else ""
            for inner in item.blocks:
                match inner:
                    case Paragraph(content, origin):
                        passage = self.of(content, "item", head, origin)
                        yield replace(passage, group=group, number=sign)
                        sign = ""
                    case List():
                        self.group += 1
                        yield from self.items(inner, head, self.group)
                    case Table():
                        yield from self.block(inner, head)

    def of(
        self, content: Sequence[Inline], kind: Kind, head: TextPassage, origin: Origin | None
    ) -> TextPassage:
        passage = self.passage(kind, plain.text(content), head.place, origin)
        located = passage.located
        return replace(
            passage,
            located=located if self.source else cache(lambda: _with_values(located(), content)),
            heading=head.heading,
            known_gaps=_gaps(content),
            links=tuple(_links(content)),
        )

    def passage(self, kind: Kind, text: str, place: str, *origins: Origin | None) -> TextPassage:
        if self.source is None:  # a page or a Word file has no lines that a person can open
            origins = tuple(o for o in origins if o is None or o.file != self.file)
        first = origins[0] if origins else None
        located = self.locate(text, first)
        if self.source or first is None:
            where = located()
            known = next(filter(None, origins), self.last if self.source else None)
            if not where and known:
                located, where = standing_at(known), ((0, known),)
            self.last = where[-1][1] if where else self.last
        return TextPassage(
            kind, text.translate(_SPACES), self.file, self.on_page(place, text), located=located
        )

    def on_page(self, place: str, text: str) -> str:
        """Return `place` with the page that `text` is printed on, where it is."""
        return ", ".join(part for part in (place, self.pages.place(text)) if part)

    def locate(self, text: str, origin: Origin | None) -> Locate:
        """Return where `text` stands, which is looked for when somebody asks.

        In a file that is read from its beginning it is behind the passage before, and so
        found at once.
        """
        if self.source:
            where = self.source.places(text, origin.line if origin else 0)
            return lambda: where
        return cache(lambda: self.below(text, origin)) if origin else tuple

    def below(self, text: str, origin: Origin) -> Places:
        known = self.files.get(origin.file)
        if known is None:
            known = self.files[origin.file] = WrittenText(origin.file, self.text_of(origin.file))
        return known.places(text, origin.line) or ((0, origin),)


_ASIDES: Final = {
    "header": "sidhuvud",
    "footer": "sidfot",
    "footnote": "fotnot",
    "endnote": "slutnot",
    "textbox": "textruta",
    "comment": "kommentar",
}


def _leaves(content: Sequence[Inline]) -> Iterator[Inline]:
    for inline in content:
        match inline:
            case Strong(inner) | Emphasis(inner) | Inserted(inner) | Deleted(inner):
                yield from _leaves(inner)
            case _:
                yield inline


def _values(content: Sequence[Inline]) -> Iterator[Origin]:
    for inline in _leaves(content):
        if isinstance(inline, Value | Gap) and inline.origin:
            yield inline.origin


def _with_values(where: Places, content: Sequence[Inline]) -> Places:
    """Return the places of a text, each fact in it standing on its line of the facts."""
    places, start = list(where), 0
    for inline in _leaves(content):
        end = start + len(plain.text((inline,)))
        if isinstance(inline, Value | Gap) and inline.origin and not _is_register(inline.origin):
            places = [known for known in places if not start <= known[0] < end]
            places.append((start, inline.origin))
        start = end
    return tuple(sorted(places, key=lambda known: known[0]))


def _is_register(origin: Origin) -> bool:
    """Return whether a value is a name that the register gives: what is said stands in the text."""
    return origin.file.startswith("clauses/register/")


def _gaps(content: Sequence[Inline], start: int = 0) -> tuple[tuple[int, int], ...]:
    gaps = []
    for inline in _leaves(content):
        length = len(plain.text((inline,)))
        if isinstance(inline, Gap):
            gaps.append((start, start + length))
        start += length
    return tuple(gaps)


def _links(content: Sequence[Inline]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for inline in _leaves(content):
        length = len(plain.text((inline,)))
        if isinstance(inline, Link):
            yield start, start + length, inline.address
        start += length
