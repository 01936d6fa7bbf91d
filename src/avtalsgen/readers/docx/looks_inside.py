"""Levels of headings, colours and the table of contents of a Word file, as its styles have them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import NAMESPACES, W
from avtalsgen.ooxml.text import TEXTS, text_of
from avtalsgen.readers.contrast import LARGE_TEXT, TEXT, contrast

_HEADING: Final = re.compile(r"(?i)(?:heading|rubrik) ?(?P<level>[1-9])")
_CONTENTS: Final = re.compile(r"(?i)(?:toc|innehåll|innehll) ?[1-9]")
_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_PAPER: Final = "FFFFFF"
_LARGE: Final = 36
"""Half points, from which text counts as large (EN 301 549)."""
_LARGE_IF_BOLD: Final = 28
_LEVELS: Final = 9
"""Outline levels that a paragraph can have (ECMA-376 part 1, 17.3.1.20)."""
_DEEPEST: Final = 10
"""Styles that a style may be based on, one upon the other."""


class LookedUpStyles:
    """The styles of a Word file: what a paragraph has by its style."""

    def __init__(self, root: Element | None) -> None:
        every = root.findall("w:style", NAMESPACES) if root is not None else []
        self._styles: Mapping[str, Element] = {s.get(f"{W}styleId") or "": s for s in every}

    def name(self, id_: str) -> str:
        """Return what a style is called."""
        style = self._styles.get(id_)
        name = style.find("w:name", NAMESPACES) if style is not None else None
        return (name.get(f"{W}val") or "") if name is not None else id_

    def value(self, id_: str, path: str) -> str:
        """Return a value of a style, or of the one that it is based on."""
        for _ in range(_DEEPEST):
            style = self._styles.get(id_)
            if style is None:
                return ""
            node = style.find(path, NAMESPACES)
            if node is not None:
                return node.get(f"{W}val") or "1"
            based = style.find("w:basedOn", NAMESPACES)
            id_ = (based.get(f"{W}val") or "") if based is not None else ""
        return ""


def contents(paragraphs: Iterable[Element], styles: LookedUpStyles) -> Iterator[str]:
    """Yield the rows of the table of contents."""
    for paragraph in paragraphs:
        words = _text(paragraph)
        if words and _CONTENTS.fullmatch(styles.name(style_of(paragraph))):
            yield words


def jumps(paragraphs: Iterable[Element], styles: LookedUpStyles) -> Iterator[str]:
    """Yield headings that skip a level."""
    before = 0
    for paragraph in paragraphs:
        level = _level(paragraph, styles)
        words = _text(paragraph)
        if not level or not words:
            continue
        if before and level > before + 1:
            yield words
        before = level


def faint(paragraphs: Iterable[Element], styles: LookedUpStyles) -> Iterator[str]:
    """Yield words whose contrast to what is behind them is below that of EN 301 549, 10.1.4.3."""
    for paragraph in paragraphs:
        behind = _behind(paragraph)
        style = style_of(paragraph)
        for run in paragraph.iter(f"{W}r"):
            words = _text(run)
            colour = _of(run, "color") or styles.value(style, "w:rPr/w:color")
            back = _fill(run.find("w:rPr/w:shd", NAMESPACES)) or behind
            if not words or not _COLOUR.fullmatch(colour) or colour.upper() == back.upper():
                continue  # what has the colour of the paper is hidden, which another rule tells
            if contrast(colour, back) < _enough(run, style, styles):
                yield words


def _enough(run: Element, style: str, styles: LookedUpStyles) -> float:
    size = _of(run, "sz") or styles.value(style, "w:rPr/w:sz")
    bold = _of(run, "b") or styles.value(style, "w:rPr/w:b")
    large = _LARGE_IF_BOLD if bold not in ("", "0", "false") else _LARGE
    return LARGE_TEXT if size.isdecimal() and int(size) >= large else TEXT


def _level(paragraph: Element, styles: LookedUpStyles) -> int:
    style = style_of(paragraph)
    match = _HEADING.fullmatch(styles.name(style)) or _HEADING.fullmatch(style)
    if match:
        return int(match["level"])
    outline = paragraph.find("w:pPr/w:outlineLvl", NAMESPACES)
    told = (outline.get(f"{W}val") or "") if outline is not None else ""
    told = told or styles.value(style, "w:pPr/w:outlineLvl")
    return int(told) + 1 if told.isdecimal() and int(told) < _LEVELS else 0


def _behind(paragraph: Element) -> str:
    fill = _fill(paragraph.find("w:pPr/w:shd", NAMESPACES))
    if fill:
        return fill
    for above in paragraph.iterancestors(f"{W}tc"):
        return _fill(above.find("w:tcPr/w:shd", NAMESPACES)) or _PAPER
    return _PAPER


def _fill(shading: Element | None) -> str:
    fill = (shading.get(f"{W}fill") or "") if shading is not None else ""
    return fill if _COLOUR.fullmatch(fill) else ""


def _of(run: Element, name: str) -> str:
    node = run.find(f"w:rPr/w:{name}", NAMESPACES)
    return (node.get(f"{W}val") or "1") if node is not None else ""


def style_of(paragraph: Element) -> str:
    """Return the id of the style that a paragraph has, empty if it has none of its own."""
    style = paragraph.find("w:pPr/w:pStyle", NAMESPACES)
    return (style.get(f"{W}val") or "") if style is not None else ""


def _text(element: Element) -> str:
    return " ".join(text_of(element, TEXTS).split())
