"""What every printed word of a document stems from.

A line of print is made of pieces: words of a clause or of the uppdrag's own prose, facts,
numbers and references that the program made. Nothing printed is without a source.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from avtalsgen.model.nodes import (
    Block,
    Deleted,
    Document,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Provenance,
    Reference,
    Section,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.model.walk import sections
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

TYPE, MADE = "dokumenttyp", "programmet"
"""Kinds of source besides those of `Provenance` and `faktum`, `lucka`, `register`."""

PLACES = "hänvisningar"
"""The root of the words for a paragraph or item that is referred to: section, then mark."""
COMPUTED = "räknat"
"""The root of facts that are worked out of others, whose line tells what the last one was."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where words come from: what kind of text, its name, and the place to open."""

    kind: str
    name: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class SourcedWords:
    """Words that stem from one source."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class SourcedLine:
    """A paragraph, item, cell or heading as printed, with the section it stands in."""

    section: str
    """The anchor; empty on the cover and at the signatures."""
    pieces: tuple[SourcedWords, ...]

    @property
    def text(self) -> str:
        """The line as printed."""
        return "".join(piece.text for piece in self.pieces)


def lines(document: Document) -> Iterator[SourcedLine]:
    """Yield every line in reading order; their texts are those of `plain.lines`."""
    every = (*_cover(document), *_body(document), *_signatures(document))
    yield from (line for line in every if line.text)


def _cover(document: Document) -> Iterator[SourcedLine]:
    cover, type_ = document.cover, _type(document)
    yield SourcedLine("", (SourcedWords(cover.kicker, type_),))
    yield SourcedLine("", _pieces(cover.title, type_))
    yield SourcedLine("", _pieces(cover.subtitle, type_))
    for row in cover.rows:
        yield SourcedLine("", (SourcedWords(row.label, type_),))
        yield SourcedLine("", _pieces(row.content, type_))


def _body(document: Document) -> Iterator[SourcedLine]:
    for section in sections(document):
        yield SourcedLine(section.anchor, _heading(section))
        text = section.provenance or Provenance("rubrik")
        for block in section.blocks:
            for content, origin in _runs(block):
                yield SourcedLine(section.anchor, _pieces(content, _text(text, origin)))


def _signatures(document: Document) -> Iterator[SourcedLine]:
    type_ = _type(document)
    for signatory in document.signatures.signatories if document.signatures else ():
        yield SourcedLine("", (SourcedWords(signatory.role, type_),))
        yield SourcedLine("", _pieces(signatory.organisation, type_))
        for label in signatory.lines:
            yield SourcedLine("", (SourcedWords(label, type_),))
        yield SourcedLine("", _pieces(signatory.name, type_))
        yield SourcedLine("", _pieces(signatory.title, type_))


def _type(document: Document) -> Source:
    return Source(TYPE, document.identity.type)


def _heading(section: Section) -> tuple[SourcedWords, ...]:
    text = section.provenance or Provenance("rubrik")
    of_clause = section.heading_origin and section.heading_origin != section.origin
    source = _text(text if of_clause else Provenance("rubrik"), section.heading_origin)
    words = _pieces(section.heading, source)
    if not section.number:
        return words
    number = SourcedWords(section.number + (" " if words else ""), Source(MADE, "numreringen"))
    return (number, *words)


def _text(provenance: Provenance, origin: Origin | None) -> Source:
    match provenance.kind:
        case "klausul" | "avvikelse":
            name = f"{provenance.clause}@{provenance.edition}"
        case "prosa":
            name = provenance.file
        case "rubrik":
            name = "dispositionen"
        case "jämförelse":
            return Source(MADE, "jämförelse med den utgåva som ersätts", origin)
    return Source(provenance.kind, name, origin)


def _runs(block: Block) -> Iterator[tuple[tuple[Inline, ...], Origin | None]]:
    match block:
        case Paragraph(content, origin):
            yield content, origin
        case List(items):
            for item in items:
                for inner in item.blocks:
                    yield from _runs(inner)
        case Table(header, rows, _, origin):
            for row in (header, *rows):
                for cell in row:
                    yield cell, origin
        case _ as unreachable:
            assert_never(unreachable)


def _pieces(content: Iterable[Inline], around: Source) -> tuple[SourcedWords, ...]:
    pieces: list[SourcedWords] = []
    for inline in content:
        match inline:
            case Text(text):
                pieces.append(SourcedWords(text, around))
            case LineBreak():
                pieces.append(SourcedWords("\n", around))
            case Strong(inner) | Emphasis(inner) | Link(inner) | Inserted(inner) | Deleted(inner):
                pieces.extend(_pieces(inner, around))
            case Value(text, path, origin):
                pieces.append(SourcedWords(text, _fact(path, origin)))
            case Gap(text, path, reason, origin):
                pieces.append(SourcedWords(text, Source("lucka", f"{path} ({reason})", origin)))
            case Reference(anchor, lead, text):
                source = Source(MADE, f"hänvisning till {anchor}", around.origin)
                pieces.append(SourcedWords(lead + text, source))
            case _ as unreachable:
                assert_never(unreachable)
    return tuple(pieces)


def _fact(path: str, origin: Origin | None) -> Source:
    if path.startswith("rättskällor."):
        return Source("register", path, origin)
    if path.startswith("ändringar."):
        return Source("ändring", path, origin)
    if path.startswith(f"{PLACES}."):
        return Source(MADE, f"hänvisning till {path.partition('.')[2]}", origin)
    if COMPUTED in path.split("."):
        return Source(MADE, path, origin)
    return Source("faktum", path, origin)
