"""The spaces of a document that may not end a line, wherever its words were written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, Gap, Inline, Revision, Text, Value
from avtalsgen.swedish.together import together


def typeset(document: Document) -> Document:
    """Return `document` with sums, dates and references to laws kept on one line each.

    Not on the cover, where each stands alone and is copied to a diarium. Law: no word is another.
    """
    rewritten = (walk.rewrite(section, words=_words) for section in document.sections)
    return replace(document, sections=tuple(section for section in rewritten if section))


def _words(content: tuple[Inline, ...], _: Revision | None) -> tuple[Inline, ...]:
    written = plain.text(content)
    bound = together(written)
    if bound == written:
        return content
    pieces = _pieces(content, bound)

    def leaf(inline: Inline, _: Revision | None) -> Iterable[Inline]:
        if isinstance(inline, Text | Value | Gap):
            return (replace(inline, text=next(pieces)),)
        return (inline,)

    return walk.rewrite(content, inline=leaf)


def _pieces(content: tuple[Inline, ...], bound: str) -> Iterator[str]:
    """Yield the letters of each leaf that has its own, in reading order."""
    position = 0
    for leaf in walk.leaves(content):
        letters = len(plain.text((leaf,)))
        if isinstance(leaf, Text | Value | Gap):
            yield bound[position : position + letters]
        position += letters
