"""The looks that the styles of a file give letters and lines (ECMA-376 part 1, 17.7.2)."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.readers.docx.seen.properties import SWITCHES, Look, cell, letters, lines

_DEEPEST: Final = 40
"""Styles that a style is based on, one above the other."""
_SWITCHES: Final = frozenset(SWITCHES.values())


class StyleLooks:
    """The looks that styles give letters and lines, each reckoned once."""

    def __init__(self, root: etree._Element | None, numbering: etree._Element | None) -> None:
        """Read the parts `styles` and `numbering`; a file without them says nothing of looks."""
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

    def of_letters(self, properties: etree._Element | None, below: Look) -> Look:
        """Return how letters with run properties look, over what `of_paragraph` gave."""
        style = value(properties, "rStyle")
        styled = _toggled(self._chain(style)[0], below) if style else below
        always = {n: said for n, said in self._letters.items() if n in _SWITCHES and said}
        looks = {**self._letters, **styled, **always, **letters(properties)}
        return {name: said for name, said in looks.items() if said}

    def around(
        self, paragraph: etree._Element, properties: etree._Element | None
    ) -> dict[str, str]:
        """Return where the lines of a paragraph with `properties` stand, and what its cell says."""
        style = self._paragraph_style(properties)
        numbered = self._numbered(properties, style)
        box = next(paragraph.iterancestors(f"{W}tc"), None)
        in_cell = {} if box is None else cell(box)
        placed = {
            **self._lines,
            **numbered,
            **self._chain(style)[1],
            **lines(properties),
            **in_cell,
        }
        return {name: said for name, said in placed.items() if said}

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
