"""The two documents of a comparison opened, one helped by what the other knows of itself.

A Word file and an edition know what stands at the head and foot of their pages, and what is a
heading. A text, or a PDF of a single page, has heads and feet as first and last rows, which nothing
sets apart from a letterhead or the first line of a cover, and its headings are guessed.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from avtalsgen.compare.one_text import is_one_text
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.workspace.document_argument import Opened, open_document
from avtalsgen.readers.reading import Tracked
from avtalsgen.readers.recognise.page_words import PageWords

_ROWED: Final = (".pdf", ".txt", ".text")
"""Formats that tell rows, those that know least of their pages last."""


def opened_pair(
    here: Path, names: tuple[str, str], words: PageWords, tracked: Tracked
) -> tuple[Opened, Opened]:
    """Return the documents that the user in the folder `here` calls `names`.

    Law: what one is told stands in the other word for word, so that no difference is hidden.

    Raises:
        AvtalsgenError: as `open_document`.
    """
    old, new = (open_document(here, name, words, tracked) for name in names)
    if _knows(old) == _knows(new):
        return old, new
    if _knows(old) > _knows(new):
        new = open_document(here, names[1], _told(words, old.document), tracked)
        return (old, new) if tracked == "marked" else (old, _of_one_text(new, old))
    old = open_document(here, names[0], _told(words, new.document), tracked)
    return (old, new) if tracked == "marked" else (_of_one_text(old, new), new)


def _knows(opened: Opened) -> int:
    """Return how much the format of a document tells of its pages and headings."""
    return -_ROWED.index(opened.suffix) - 1 if opened.suffix in _ROWED else 0


def _of_one_text(opened: Opened, other: Opened) -> Opened:
    """Return a document of rows, with the headings of the other where it says the same."""
    if not is_one_text(opened.document, other.document):
        return opened
    said = opened.document
    document = replace(other.document, running=said.running, asides=said.asides, draft=said.draft)
    return replace(opened, document=document)


def _told(words: PageWords, document: Document) -> PageWords:
    """Return `words` with the heads and feet of a document; a head that is its title is none.

    Pages may be numbered anywhere, so a lone number that is that of its page is one too.
    """
    running, title = document.running, _squeezed(plain.text(document.cover.title))
    heads = {_squeezed(f"{running.left} {running.right}"), *_asides(document, "header")}
    feet = {_squeezed(running.foot), *_asides(document, "footer")}
    return replace(words, heads=frozenset(heads - {title} | {""}), feet=frozenset(feet | {""}))


def _asides(document: Document, part: str) -> Iterator[str]:
    for aside in document.asides:
        if aside.part == part:
            for block in aside.blocks:
                for run in walk.runs(block):
                    yield from map(_squeezed, plain.text(run).split("\n"))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
