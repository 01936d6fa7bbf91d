"""Short ways to build WordprocessingML."""

import re
from collections.abc import Iterable
from copy import copy
from functools import lru_cache
from typing import Any

from lxml import etree

from avtalsgen.ooxml.names import NAMESPACES, XML_SPACE, R, W
from avtalsgen.problems import AvtalsgenError, Problem

Element = Any
"""An lxml element; lxml comes without types."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What is not a Char (XML, 2.2); the same said by what is allowed takes 3 ms to compile."""

_BREAKS = re.compile("[\t\n\r]")
_RELATION_IDS = etree.XPath(".//@r:*", namespaces={"r": R[1:-1]}, smart_strings=False)


def written(root: etree._Element) -> bytes:
    """Return an element as a part of a Word file has it."""
    blob: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return blob


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """Return the element `w:tag` with `w:` before the name of every attribute."""
    element = copy(_bare(tag))
    for name, value in attributes.items():
        element.set(W + name, str(value))
    element.extend(children)
    return element


@lru_cache(maxsize=256)
def _bare(tag: str) -> Element:
    """Return an element to copy, which takes a quarter of the time that making one does."""
    return etree.Element(W + tag, nsmap=NAMESPACES)


def first_child(element: Element, tag: str) -> Element | None:
    """Return the first child of a tag, as `find` does in twice the time."""
    for child in element.iterchildren(tag):
        return child
    return None


def put_in_place(node: Element, by: Iterable[Element]) -> None:
    """Put `by` where `node` stands, which goes; nothing is done to one that stands nowhere.

    Elements of thousands of children are common in a hard file, and to ask for the place of one
    counts all that stand before it.
    """
    home = node.getparent()
    if home is not None:
        for child in by:
            node.addprevious(child)
        home.remove(node)


def relation_ids(element: Element) -> set[str]:
    """Return the ids of relations that anything in `element` names."""
    return set(_RELATION_IDS(element))


def t(characters: str) -> Element:
    """Return `w:t` with `characters`, spaces kept.

    A tab or line end is written as a space: Word shows them so (ECMA-376 part 1,
    17.3.3.31), and other programs make something else of them.

    Raises:
        AvtalsgenError: `characters` has one that no XML file can hold.
    """
    element = copy(_bare("t"))
    element.text = _BREAKS.sub(" ", writable(characters))
    element.set(XML_SPACE, "preserve")
    return element


def run(*children: Element, properties: tuple[Element, ...] = ()) -> Element:
    """Return a run of `children`, with run properties if there are any."""
    return w("r", *((w("rPr", *properties),) if properties else ()), *children)


def writable(characters: str) -> str:
    """Return `characters` as they are.

    Raises:
        AvtalsgenError: there is one that no XML 1.0 file can hold (XML, 2.2 Char).
    """
    forbidden = _FORBIDDEN.search(characters)
    if not forbidden:
        return characters
    around = _FORBIDDEN.sub("□", characters[max(0, forbidden.start() - 30) : forbidden.end() + 30])
    raise AvtalsgenError(
        [
            Problem(
                "WD01",
                f"tecknet U+{ord(forbidden[0]):04X} i ”{around}” går inte att skriva i en Wordfil",
                hint="ta bort tecknet där texten är skriven; det syns ofta inte",
            )
        ]
    )
