"""What a Word file shows beside its words: pictures, charts, objects, watermark, lists, looks.

Two files with the same words are not the same file if these differ. Each thing is a digest or a
description that says nothing else than whether two are alike; a thing that is there twice counts
twice. How a program wrote it is no matter, so looks are only those that somebody chose by hand.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import NAMESPACES
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import text_of_run

Things = Mapping[str, Counter[str]]
"""By kind, as a reader calls it, each thing with how many there are."""

_ROLES: Final = {
    "image": "bild",
    "chart": "diagram",
    "chartEx": "diagram",
    "diagramData": "diagram",
    "oleObject": "inbäddat objekt",
    "package": "inbäddat objekt",
}
"""What leads to a part, by the last word of its kind (ECMA-376 part 1, 15.2)."""
_XML: Final = frozenset({"diagram"})
_NAMES: Final = {**NAMESPACES, "v": "urn:schemas-microsoft-com:vml"}
_WATERMARK: Final = etree.XPath("//v:textpath/@string", namespaces=_NAMES)
_LOOKS: Final = ("b", "i", "u", "strike", "dstrike", "caps", "highlight", "vanish")
"""Looks of a run that a reader sees and that are no matter of a style (17.3.2)."""
_OFF: Final = frozenset({"0", "false", "off", "none"})


def beside_words(package: Package) -> Things:
    """Return all that the file shows beside its words."""
    things: dict[str, Counter[str]] = {}
    main = package.main
    edges = [
        relation.part
        for relation in package.relations(main).values()
        if relation.role in ("header", "footer") and relation.part in package
    ]
    for part in (main, *edges):
        for kind, thing in _related(package, part):
            things.setdefault(kind, Counter())[thing] += 1
        for text in _WATERMARK(package.tree(part)):
            things.setdefault("vattenmärke", Counter())[str(text)] += 1
    document = package.document()
    for definition in _lists(package, document):
        things.setdefault("listnumrering", Counter())[definition] += 1
    for look in _looks(document):
        things.setdefault("formatering", Counter())[look] += 1
    return things


def _related(package: Package, part: str) -> Iterator[tuple[str, str]]:
    for relation in package.relations(part).values():
        kind = _ROLES.get(relation.role)
        if kind and relation.part in package:
            yield kind, _digest(package, relation.part, as_words=kind in _XML)
        elif kind and relation.outside:
            yield kind, relation.target


def _digest(package: Package, part: str, *, as_words: bool) -> str:
    """Return a digest of a part; of a chart only what it says, as every program draws anew."""
    if as_words:
        words = " ".join("".join(package.tree(part).itertext()).split())
        return hashlib.sha256(words.encode()).hexdigest()
    return hashlib.sha256(package.blob(part)).hexdigest()


def _lists(package: Package, document: Element) -> Iterator[str]:
    """Yield how each paragraph with a number of its own is counted: `lowerLetter %1)`."""
    numbering = package.related_part("numbering")
    if numbering is None:
        return
    by_number = {
        _attribute(num, "numId"): _value(num, "w:abstractNumId")
        for num in numbering.iterfind("w:num", NAMESPACES)
    }
    levels = {
        (_attribute(each, "abstractNumId"), _attribute(level, "ilvl")): (
            f"{_value(level, 'w:numFmt')} {_value(level, 'w:lvlText')}"
        )
        for each in numbering.iterfind("w:abstractNum", NAMESPACES)
        for level in each.iterfind("w:lvl", NAMESPACES)
    }
    for properties in document.iterfind(".//w:pPr/w:numPr", NAMESPACES):
        key = by_number.get(_value(properties, "w:numId"), "")
        if said := levels.get((key, _value(properties, "w:ilvl") or "0")):
            yield said


def _looks(document: Element) -> Iterator[str]:
    """Yield each stretch of words with the looks that somebody gave it."""
    for paragraph in document.iterfind(".//w:p", NAMESPACES):
        held, words = "", ""
        for run in paragraph.iterfind(".//w:r", NAMESPACES):
            text = text_of_run(run)
            look = _look(run)
            if not text.strip():
                words += text
                continue
            if look != held:
                if held:
                    yield f"{held}: {' '.join(words.split())}"
                held, words = look, ""
            words += text
        if held:
            yield f"{held}: {' '.join(words.split())}"


def _look(run: Element) -> str:
    properties = run.find("w:rPr", NAMESPACES)
    if properties is None:
        return ""
    on = []
    for name in _LOOKS:
        formatting = properties.find(f"w:{name}", NAMESPACES)
        if formatting is not None and _attribute(formatting, "val").casefold() not in _OFF:
            on.append(name)
    return " ".join(on)


def _value(element: Element, child: str) -> str:
    value_element = element.find(child, NAMESPACES)
    return "" if value_element is None else _attribute(value_element, "val")


def _attribute(element: Element, name: str) -> str:
    return str(element.get(f"{{{NAMESPACES['w']}}}{name}", ""))
