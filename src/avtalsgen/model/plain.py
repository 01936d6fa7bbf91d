"""The words of a document, as every format must print them.

What is left out is what a format makes by itself: bullets and numbers of lists,
the contents table, running heads and page numbers.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from avtalsgen.model.nodes import (
    Cover,
    Document,
    Gap,
    Inline,
    LineBreak,
    Reference,
    Section,
    Signatures,
    Text,
    Value,
)
from avtalsgen.model.walk import leaves, runs, sections

_ALPHABET = 26


def text(content: Iterable[Inline]) -> str:
    """Return the characters of running text; a line break is a newline."""
    if isinstance(content, tuple) and len(content) == 1 and isinstance(content[0], Text):
        return content[0].text  # as most are
    parts = []
    for leaf in leaves(content):
        match leaf:
            case Text(characters) | Value(characters) | Gap(characters):
                parts.append(characters)
            case Reference():
                parts.append(leaf.lead + leaf.text)
            case LineBreak():
                parts.append("\n")
            case _ as unreachable:
                assert_never(unreachable)
    return "".join(parts)


def list_sign(number: int, *, letters: bool = False) -> str:
    """Return what is printed before item `number` of an ordered list: `3.`, `c)`, `aa)` for 27."""
    if not letters:
        return f"{number}."
    times, place = divmod(number - 1, _ALPHABET)
    return chr(ord("a") + place) * (times + 1) + ")"


def heading(section: Section) -> str:
    """Return the heading as printed, number first."""
    return " ".join(part for part in (section.number, text(section.heading)) if part)


def lines(document: Document) -> Iterator[str]:
    """Yield the printed text in reading order, one paragraph, item or cell at a time.

    Empty cells are left out. Cover first, then sections, then signatures.
    """
    yield from (line for line in _all(document) if line)


def words(document: Document) -> list[str]:
    """Return the words of `document` in reading order, split at any white space."""
    return [word for line in lines(document) for word in line.split()]


def _all(document: Document) -> Iterator[str]:
    yield from _cover(document.cover)
    for section in sections(document):
        yield heading(section)
        for block in section.blocks:
            yield from map(text, runs(block))
    if document.signatures:
        yield from _signatures(document.signatures)


def _cover(cover: Cover) -> Iterator[str]:
    yield cover.kicker
    yield text(cover.title)
    yield text(cover.subtitle)
    for row in cover.rows:
        yield row.label
        yield text(row.content)


def _signatures(signatures: Signatures) -> Iterator[str]:
    for signatory in signatures.signatories:
        yield signatory.role
        yield text(signatory.organisation)
        yield from signatory.lines
        yield text(signatory.name)
        yield text(signatory.title)
