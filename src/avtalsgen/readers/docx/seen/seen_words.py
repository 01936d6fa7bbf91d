"""Each word of a Word file with how it looks: its letters, its lines, its cell.

Looks are those of the run over its style, over the style of its paragraph, over that of its
table, over what the file says of all (ECMA-376 part 1, 17.7.2). Two files that say the same in
unlike ways, as one that an office has saved, have words that look alike.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import SIGNS, TEXT, text_of
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.readers.docx.seen.properties import NEW_PAGE, Look, section
from avtalsgen.readers.docx.seen.style_looks import StyleLooks
from avtalsgen.records import dataclass

PAGES: Final = "sidornas mått"
_PAGE_BREAK: Final = "\f"
_BODY: Final = "brödtexten"
_CALLED: Final = {
    "header": "sidhuvudet",
    "footer": "sidfoten",
    "footnotes": "fotnoterna",
    "endnotes": "slutnoterna",
}


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word, how each stretch of it looks, and where it stands."""

    text: str
    looks: tuple[Look, ...]
    paragraph: int
    """The number of its paragraph in its story."""
    heading: str
    """The heading above it, empty before the first."""


@dataclass(frozen=True, slots=True)
class SeenStory:
    """The words of the body, of a head or foot or of the notes; the pages last, as one word."""

    name: str
    words: tuple[SeenWord, ...]


def stories(file: Package) -> Iterator[tuple[str, etree._Element]]:
    """Yield the parts with text, by what they are called: the body, heads and feet, notes."""
    for part, root in text_parts(file):
        yield _called(file, part), root


def text_parts(file: Package) -> Iterator[tuple[str, etree._Element]]:
    """Yield the name and the root of each part with text, the body first, each part once."""
    yield file.main, file.document()
    ways = file.relations(file.main).values()
    for part in dict.fromkeys(way.part for way in ways if way.role in _CALLED):
        if part != file.main and (root := file.part(part)) is not None:
            yield part, root


def _called(file: Package, part: str) -> str:
    roles = (way.role for way in file.relations(file.main).values() if way.part == part)
    return _BODY if part == file.main else next(_CALLED[role] for role in roles if role in _CALLED)


def seen(file: Package) -> tuple[SeenStory, ...]:
    """Return every word of `file`, those of heads and feet in one story for each kind.

    Raises:
        UnfitError: the file cannot be read.
    """
    styles = StyleLooks(file.related_part("styles"), file.related_part("numbering"))
    read = [
        (name, word) for name, root in stories(file) for word in _words(root, styles, name == _BODY)
    ]
    read.sort(key=lambda named: named[0])
    return tuple(
        SeenStory(name, tuple(word for _, word in named))
        for name, named in groupby(read, key=lambda named: named[0])
    )


def _words(root: etree._Element, styles: StyleLooks, is_body: bool) -> Iterator[SeenWord]:
    heading = ""
    on_new_page = False
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        style = value(paragraph.find(f"{W}pPr"), "pStyle")
        if is_body and styles.known.paragraph(style).heading:
            heading = " ".join(text_of(paragraph).split())
        around = styles.around(paragraph, paragraph.find(f"{W}pPr"))
        on_new_page = bool(around.pop(NEW_PAGE, "")) or on_new_page
        for text, looks in _spelled(paragraph, styles, around):
            if text == _PAGE_BREAK:
                on_new_page = True
                continue
            first = {**looks[0], NEW_PAGE: "1"} if on_new_page else looks[0]
            yield SeenWord(text, (first, *looks[1:]), number, heading)
            on_new_page = False
    for last in root.iter(f"{W}sectPr"):
        yield SeenWord(PAGES, (section(last),), -1, heading)


def _spelled(
    paragraph: etree._Element, styles: StyleLooks, around: Look
) -> Iterator[tuple[str, tuple[Look, ...]]]:
    """Yield each word of a paragraph with the looks of it, one for each stretch that is alike."""
    below = styles.of_paragraph(paragraph)
    word, looks = "", list[Look]()
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p"), None) is not paragraph:
            continue  # of a text box, which is a paragraph of its own
        look: Look | None = None
        for character in _said(run):
            if character.isspace():
                if word:
                    yield word, tuple(looks)
                word, looks = "", []
                if character == _PAGE_BREAK:
                    yield _PAGE_BREAK, ()
                continue
            look = look or {**styles.of_letters(run.find(f"{W}rPr"), below), **around}
            word += character
            if not looks or looks[-1] != look:
                looks.append(look)
    if word:
        yield word, tuple(looks)


def _said(run: etree._Element) -> str:
    said = ""
    for node in run:
        if node.tag == TEXT:
            said += (node.text or "").replace(_PAGE_BREAK, " ")
        elif node.tag in SIGNS:
            said += _PAGE_BREAK if node.get(f"{W}type") == "page" else SIGNS[node.tag]
    return unicodedata.normalize("NFC", said)
