"""What a Word file has beside the words that it prints."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from avtalsgen.ooxml import core_properties
from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.names import NAMESPACES, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import TEXTS, text_of
from avtalsgen.readers.docx.looks_inside import LookedUpStyles, contents, faint, jumps, style_of
from avtalsgen.readers.inside import FileInside

_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_CHANGES: Final = (f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom")
_OFF: Final = ("0", "false", "off")
_WHITE: Final = ("FFFFFF",)
_TYPED: Final = re.compile(r"\s*(?:[-–•*·]|\d{1,2}[.)]|[a-z]\))\s+\S")
_LONGEST_HEADING: Final = 80
_FEWEST_ITEMS: Final = 2


def inside(data: bytes, name: str) -> FileInside:
    """Return what a Word file has beside its words; nothing of one that cannot be opened."""
    try:
        package = Package(data, name=name)
        root = package.document()
        properties = core_properties.read(package)
        language = _language(package)
    except UnfitError:
        return FileInside("word")
    styles = LookedUpStyles(package.related_part("styles"))
    runs = list(root.iter(f"{W}r"))
    paragraphs = list(root.iter(f"{W}p"))
    return FileInside(
        "word",
        properties.get("title", ""),
        properties.get("creator", ""),
        properties.get("lastModifiedBy", ""),
        properties.get("language", "") or language,
        tuple(_said(root.iter(*_CHANGES))),
        tuple(_said(run for run in runs if _is_on(run, "vanish"))),
        tuple(_said(run for run in runs if _value(run, "color").upper() in _WHITE)),
        tuple(_said(run for run in runs if _value(run, "highlight") not in ("", "none"))),
        tuple(_unheaded(paragraphs)),
        tuple(_typed(paragraphs)),
        tuple(_said(table for table in root.iter(f"{W}tbl") if not _has_head(table))),
        sum(1 for picture in root.iter(_DRAWN) if not _is_told(picture)),
        jumps=tuple(jumps(paragraphs, styles)),
        faint=tuple(faint(paragraphs, styles)),
        contents=tuple(contents(paragraphs, styles)),
    )


def _said(elements: Iterable[Element]) -> Iterator[str]:
    """Yield the words of each of `elements` that has any, in one line."""
    for element in elements:
        words = _text(element)
        if words:
            yield words


def _text(element: Element) -> str:
    return " ".join(text_of(element, TEXTS).split())


def _property(run: Element, name: str) -> Element | None:
    return run.find(f"w:rPr/w:{name}", NAMESPACES)


def _is_on(run: Element, name: str) -> bool:
    chosen = _property(run, name)
    return chosen is not None and chosen.get(f"{W}val") not in _OFF


def _value(run: Element, name: str) -> str:
    chosen = _property(run, name)
    return (chosen.get(f"{W}val") or "") if chosen is not None else ""


def _unheaded(paragraphs: list[Element]) -> Iterator[str]:
    """Yield short paragraphs all in bold without a style of their own, outside tables."""
    for paragraph in paragraphs:
        words = _text(paragraph)
        if not words or len(words) > _LONGEST_HEADING or words.endswith((".", ":", ",")):
            continue
        runs = [run for run in paragraph.iter(f"{W}r") if _text(run)]
        cell = any(above.tag == f"{W}tc" for above in paragraph.iterancestors())
        if not cell and not style_of(paragraph) and all(_is_on(run, "b") for run in runs):
            yield words


def _typed(paragraphs: list[Element]) -> Iterator[str]:
    """Yield the first of each row of paragraphs that begin with a typed sign."""
    row: list[str] = []
    for paragraph in (*paragraphs, None):
        words = _text(paragraph) if paragraph is not None else ""
        numbered = paragraph is not None and paragraph.find("w:pPr/w:numPr", NAMESPACES) is not None
        heading = paragraph is not None and style_of(paragraph).casefold().startswith(
            ("rubrik", "head")
        )
        if _TYPED.match(words) and not numbered and not heading:
            row.append(words)
            continue
        if len(row) >= _FEWEST_ITEMS:
            yield row[0]
        row = []


def _has_head(table: Element) -> bool:
    if len(table.findall("w:tr", NAMESPACES)) == 1:
        return True  # a single row is no table with headings
    return table.find("w:tr/w:trPr/w:tblHeader", NAMESPACES) is not None


def _is_told(picture: Element) -> bool:
    if (picture.get("descr") or picture.get("title") or "").strip():
        return True
    return next(picture.iter(_DECORATIVE), None) is not None


def _language(package: Package) -> str:
    styles = package.related_part("styles")
    if styles is None:
        return ""
    node = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMESPACES)
    return (node.get(f"{W}val") or "") if node is not None else ""
