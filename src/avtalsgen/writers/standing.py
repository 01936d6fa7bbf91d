"""Where characters stand in a document, for whoever is to find and mend them."""

from collections.abc import Iterator
from unicodedata import name

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Document, Gap, Inline, Section, Value
from avtalsgen.model.walk import leaves, runs, sections
from avtalsgen.source import Origin


def named(characters: str) -> str:
    """Return `characters` as they look and by their names in Unicode."""
    shown = f"”{characters}” " if characters.isprintable() else ""
    points = ", ".join(f"U+{ord(c):04X} {name(c, '')}".rstrip() for c in characters)
    return f"tecknet {shown}({points})"


def standing(document: Document, characters: str) -> tuple[str, Origin | None]:
    """Return where `characters` stands first, in words and as a place in a file."""
    for section in sections(document):
        for content, origin in _texts(section):
            if characters in plain.text(content):
                heading = plain.heading(section)
                return f"under rubriken ”{heading}”" if heading else "i löptexten", origin
    for where, content in _around(document):
        for leaf in leaves(content):
            if isinstance(leaf, Value | Gap) and characters in plain.text((leaf,)):
                return where, leaf.origin
    return "på omslaget, i sidhuvudet, i sidfoten eller bland underskrifterna", None


def _around(document: Document) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    cover = document.cover
    for content in (cover.title, cover.subtitle, *(row.content for row in cover.rows)):
        yield "på omslaget", content
    for signatory in document.signatures.signatories if document.signatures else ():
        for content in (signatory.organisation, signatory.name, signatory.title):
            yield "bland underskrifterna", content


def _texts(section: Section) -> Iterator[tuple[tuple[Inline, ...], Origin | None]]:
    yield section.heading, section.origin
    for block in section.blocks:
        for content in runs(block):
            for leaf in leaves(content):
                if isinstance(leaf, Value | Gap):
                    yield (leaf,), leaf.origin or _origin(block, section)
            yield content, _origin(block, section)


def _origin(block: Block, section: Section) -> Origin | None:
    return getattr(block, "origin", None) or section.origin
