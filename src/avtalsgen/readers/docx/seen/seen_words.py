"""Each word of a Word file with how it looks: its letters, its lines, its cell.

Looks are those of the run over its style, over the style of its paragraph, over that of its
table, over what the file says of all (ECMA-376 part 1, 17.7.2). Two files that say the same in
unlike ways, as one that an office has saved, have words that look alike.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import SIGNS, TEXT, text_of
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.readers.docx.seen.properties import (
    NEW_PAGE,
    SWITCHES,
    Look,
    cell,
    letters,
    lines,
    section,
)

PAGES: Final = "sidornas mått"
_PAGE_BREAK: Final = "\f"
_BODY: Final = "brödtexten"
_CALLED: Final = {
    "header": "sidhuvudet",
    "footer": "sidfoten",
    "footnotes": "fotnoterna",
    "endnotes": "slutnoterna",
}
_DEEPEST: Final = 40
"""Styles that a style is based on, one above the other."""
_SWITCHES: Final = frozenset(SWITCHES.values())


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
    styles = _StyleLooks(file.related_part("styles"), file.related_part("numbering"))
    read = [
        (name, word) for name, root in stories(file) for word in _words(root, styles, name == _BODY)
    ]
    read.sort(key=lambda named: named[0])
    return tuple(
        SeenStory(name, tuple(word for _, word in named))
        for name, named in groupby(read, key=lambda named: named[0])
    )


def _words(root: etree._Element, styles: "_StyleLooks", is_body: bool) -> Iterator[SeenWord]:
    heading = ""
    on_new_page = False
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        style = value(paragraph.find(f"{W}pPr"), "pStyle")
        if is_body and styles.known.paragraph(style).heading:
            heading = " ".join(text_of(paragraph).split())
        around = styles.around(paragraph)
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
    paragraph: etree._Element, styles: "_StyleLooks", around: Look
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
            look = look or {**styles.of_run(run, below), **around}
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


class _StyleLooks:
    """The looks that the styles of a file give letters and lines, each reckoned once."""

    def __init__(self, root: etree._Element | None, numbering: etree._Element | None) -> None:
        self.known = Styles(root)
        nodes = [] if root is None else list(root.iter(f"{W}style"))
        self._nodes = {node.get(f"{W}styleId", ""): node for node in nodes}
        defaults = None if root is None else root.find(f"{W}docDefaults")
        self._letters = letters(_at(defaults, "rPrDefault/rPr"))
        self._lines = lines(_at(defaults, "pPrDefault/pPr"))
        self._levels = _indents(numbering)
        self._chains: dict[str, tuple[dict[str, str], dict[str, str]]] = {}

    def of_paragraph(self, paragraph: etree._Element) -> dict[str, str]:
        """Return how letters look that no run says anything of, but for what is said of all."""
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        in_table = value(table, "tblPr/tblStyle") if table is not None else ""
        styled, _ = self._chain(self._paragraph_style(paragraph.find(f"{W}pPr")))
        return _toggled(styled, self._chain(in_table)[0] if in_table else {})

    def of_run(self, run: etree._Element, below: dict[str, str]) -> dict[str, str]:
        run_properties = run.find(f"{W}rPr")
        style = value(run_properties, "rStyle")
        styled = _toggled(self._chain(style)[0], below) if style else below
        always = {n: said for n, said in self._letters.items() if n in _SWITCHES and said}
        looks = {**self._letters, **styled, **always, **letters(run_properties)}
        return {name: said for name, said in looks.items() if said}

    def around(self, paragraph: etree._Element) -> dict[str, str]:
        """Return where the lines of a paragraph stand, and what its cell says."""
        node = paragraph.find(f"{W}pPr")
        style = self._paragraph_style(node)
        numbered = self._numbered(node, style)
        placed = {**self._lines, **numbered, **self._chain(style)[1], **lines(node)}
        box = next(paragraph.iterancestors(f"{W}tc"), None)
        return {name: said for name, said in placed.items() if said} | (
            {} if box is None else {name: said for name, said in cell(box).items() if said}
        )

    def _numbered(self, node: etree._Element | None, style: str) -> Mapping[str, str]:
        known = self.known.paragraph(style)
        number = value(node, "numPr/numId") or known.numbering
        level = value(node, "numPr/ilvl") or str(known.numbering_level or 0)
        return self._levels.get((number, level), {})

    def _paragraph_style(self, node: etree._Element | None) -> str:
        return self.known.paragraph(value(node, "pStyle")).identity

    def _chain(self, name: str) -> tuple[dict[str, str], dict[str, str]]:
        """Return what a style says of letters and of lines, with all that it is based on."""
        if name not in self._chains:
            said, placed, seen_names = dict[str, str](), dict[str, str](), set[str]()
            step = name
            while step in self._nodes and step not in seen_names and len(seen_names) < _DEEPEST:
                seen_names.add(step)
                node = self._nodes[step]
                said = {**letters(node.find(f"{W}rPr")), **said}
                placed = {**lines(node.find(f"{W}pPr")), **placed}
                step = value(node, "basedOn")
            self._chains[name] = said, placed
        return self._chains[name]


def _toggled(styled: Mapping[str, str], below: Mapping[str, str]) -> dict[str, str]:
    """Return what a style says over another: a switch turned on twice is off.

    One that is on for the whole file is not turned off by a style.
    """
    return {
        **below,
        **{
            name: "" if said and name in _SWITCHES and below.get(name) else said
            for name, said in styled.items()
        },
    }


def _indents(numbering: etree._Element | None) -> dict[tuple[str, str], dict[str, str]]:
    """Return where the lines of each level of each list stand, by the id of the list."""
    if numbering is None:
        return {}
    levels = {
        (abstract.get(f"{W}abstractNumId", ""), level.get(f"{W}ilvl", "")): lines(
            level.find(f"{W}pPr")
        )
        for abstract in numbering.iter(f"{W}abstractNum")
        for level in abstract.iter(f"{W}lvl")
    }
    return {
        (number.get(f"{W}numId", ""), level): said
        for number in numbering.iter(f"{W}num")
        for (abstract, level), said in levels.items()
        if abstract == value(number, "abstractNumId")
    }


def _at(node: etree._Element | None, path: str) -> etree._Element | None:
    for step in path.split("/"):
        node = None if node is None else node.find(W + step)
    return node
