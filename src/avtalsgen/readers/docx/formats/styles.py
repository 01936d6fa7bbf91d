"""Styles of a Word file, each with what it gets from those that it is based on."""

import re
from functools import lru_cache

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.formats.values import is_on, number, value
from avtalsgen.records import dataclass

_HEADING = re.compile(r"(?:heading|rubrik|überschrift|titre)[ _]?(?P<level>[1-9])(?:\D|$)")
_CONTENTS = re.compile(r"(?:toc|innehåll|contents)[ _]?(?P<level>[1-9])$")
_CONTENTS_HEADINGS = {"toc heading", "contents heading", "innehållsförteckningsrubrik"}
_LONGEST_CHAIN = 40
_BODY_LEVEL = 9
"""`outlineLvl` of what is no heading (17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look; None where nothing is said of it. `size` is in half points."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    font: str | None = None
    raised: str | None = None
    """`superscript`, `subscript` or `baseline`."""

    def over(self, below: "Letters") -> "Letters":
        """Return these, where they say nothing those `below`."""
        return Letters(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
            below.font if self.font is None else self.font,
            below.raised if self.raised is None else self.raised,
        )


PLAIN = Letters()
"""Of which nothing is said."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says. Names are in small letters, and English for those of Word's own."""

    identity: str = ""
    name: str = ""
    names: tuple[str, ...] = ()
    """Its own and those of the styles that it is based on, nearest first."""
    outline: int | None = None
    """From 0, as in `outlineLvl`."""
    numbering: str = ""
    numbering_level: int | None = None
    numbered_by: str = ""
    """The style in the chain that has the number."""
    indent: int | None = None
    letters: Letters = PLAIN

    @property
    def heading(self) -> int:
        """Return the level of the headings that it is for, 0 for none."""
        if self.outline is not None:
            return self.outline + 1 if 0 <= self.outline < _BODY_LEVEL else 0
        return _level_of_names(self.names)

    @property
    def contents(self) -> int:
        """Return the level of the entries of the contents that it is for, 0 for none."""
        match_ = _CONTENTS.match(self.name)
        return int(match_["level"]) if match_ else 0

    @property
    def heads_contents(self) -> bool:
        """Return whether it is for the heading of the contents."""
        return self.name in _CONTENTS_HEADINGS


@lru_cache
def _level_of_names(names: tuple[str, ...]) -> int:
    matches = (_HEADING.match(name) for name in names)
    return next((int(match["level"]) for match in matches if match), 0)


class Styles:
    """The styles of one file, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the part `root`; a file without one has no styles."""
        nodes = () if root is None else root.iterchildren(f"{W}style")
        self._nodes = {node.get(f"{W}styleId", ""): node for node in nodes}
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = letters(defaults)
        self._known: dict[str, Style] = {}
        self._default = next((key for key, n in self._nodes.items() if _is_default(n)), "")

    def paragraph(self, identity: str) -> Style:
        """Return the style with an id; the default one for an id that is empty or unknown."""
        return self.style(identity if identity in self._nodes else self._default)

    def style(self, identity: str) -> Style:
        """Return the style with an id, with all that it is based on; an empty one if none."""
        if identity not in self._known:
            self._known[identity] = self._resolved(identity)
        return self._known[identity]

    @property
    def body_size(self) -> int:
        """Return the size of letters where nothing else is said, in half points."""
        return self.paragraph("").letters.size or self._defaults.size or 20

    @property
    def defaults(self) -> Letters:
        """Return how letters look where no style says it."""
        return self._defaults

    def _resolved(self, identity: str) -> Style:
        chain = self._chain(identity)
        if not chain:
            return Style()
        result = Style()
        for node in reversed(chain):
            result = _over(node, result)
        return result

    def _chain(self, identity: str) -> list[etree._Element]:
        """Return a style and those that it is based on; a circle is broken where it closes."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while identity in self._nodes and identity not in seen and len(chain) < _LONGEST_CHAIN:
            seen.add(identity)
            chain.append(self._nodes[identity])
            identity = value(self._nodes[identity], "basedOn")
        return chain


def _is_default(node: etree._Element) -> bool:
    return node.get(f"{W}default") in {"1", "true", "on"} and node.get(f"{W}type") == "paragraph"


def _over(node: etree._Element, base: Style) -> Style:
    """Return the style of `node`, based on `base`."""
    name = value(node, "name").strip().casefold()
    identity = node.get(f"{W}styleId", "")
    properties = node.find(f"{W}pPr")
    outline = value(properties, "outlineLvl")
    numbers = None if properties is None else properties.find(f"{W}numPr")
    has_number = numbers is not None and numbers.find(f"{W}numId") is not None
    level = value(numbers, "ilvl")
    return Style(
        identity=identity,
        name=name,
        names=(name, *base.names),
        outline=_outline(name, outline, base),
        numbering=value(numbers, "numId") or base.numbering,
        numbering_level=number(level, 0) if level else base.numbering_level,
        numbered_by=identity if has_number else base.numbered_by,
        indent=indent(properties, base.indent),
        letters=letters(node.find(f"{W}rPr")).over(base.letters),
    )


def _outline(name: str, told: str, base: Style) -> int | None:
    """Return the level of a style: as it says, as its name says, or as its base has it."""
    if told:
        return number(told, _BODY_LEVEL)
    named = _HEADING.match(name)
    return int(named["level"]) - 1 if named else base.outline


def indent(properties: etree._Element | None, default: int | None = None) -> int | None:
    """Return how far in a paragraph stands, in twentieths of a point."""
    node = None if properties is None else properties.find(f"{W}ind")
    if node is None:
        return default
    told = node.get(f"{W}left") or node.get(f"{W}start")
    return default if told is None else number(told, 0)


def letters(node: etree._Element | None) -> Letters:
    """Return what run properties say of letters."""
    if node is None or not len(node):
        return PLAIN
    size = value(node, "sz")
    fonts = node.find(f"{W}rFonts")
    return Letters(
        is_on(node.find(f"{W}b")),
        is_on(node.find(f"{W}i")),
        is_on(node.find(f"{W}vanish")),
        number(size, 0) or None if size else None,
        None if fonts is None else fonts.get(f"{W}ascii"),
        value(node, "vertAlign") or None,
    )
