"""How letters look: the run over its style, over that of its paragraph, over the file's own."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.formats.values import VAL, is_on, number
from avtalsgen.readers.docx.returned.sheet import Look

Said = Mapping[str, str]
"""What properties say, by their names; on-off ones as `1` or an empty text."""

_ON_OFF: Final = ("b", "i", "strike", "dstrike", "caps", "smallCaps", "vanish", "specVanish")
_LONGEST_CHAIN: Final = 40
_TINY: Final = 8
"""Half points; smaller letters are not read by anybody."""
_PALE: Final = 0.93
"""How light letters on white paper are when nobody sees them."""
_BLACK: Final = {"", "auto", "000000"}
_DEFAULT_SIZE: Final = 20


class Looks:
    """The looks of one file."""

    def __init__(self, styles: etree._Element | None) -> None:
        """Read the part `styles`; a file without one says nothing of looks."""
        nodes = () if styles is None else styles.iterchildren(f"{W}style")
        self._nodes = {node.get(f"{W}styleId", ""): node for node in nodes}
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = said(defaults)
        self._known: dict[str, Said] = {}
        self._made: dict[tuple[tuple[str, str], ...], Look] = {}

    def of(self, properties: etree._Element | None, paragraph_style: str) -> Look:
        """Return how a run with `properties` looks in a paragraph of a style."""
        direct = said(properties)
        whole = {**self._defaults, **self._style(paragraph_style)}
        if direct.get("rStyle"):
            whole |= self._style(direct["rStyle"])
        whole |= direct
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = _look(whole)
        return self._made[key]

    def _style(self, identity: str) -> Said:
        if identity not in self._known:
            whole: dict[str, str] = {}
            for node in reversed(self._chain(identity)):
                whole |= said(node.find(f"{W}rPr"))
            self._known[identity] = whole
        return self._known[identity]

    def _chain(self, identity: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while identity in self._nodes and identity not in seen and len(chain) < _LONGEST_CHAIN:
            seen.add(identity)
            node = self._nodes[identity]
            chain.append(node)
            based = node.find(f"{W}basedOn")
            identity = "" if based is None else based.get(VAL, "")
        return chain


def said(properties: etree._Element | None) -> dict[str, str]:
    """Return what run properties say of looks."""
    told: dict[str, str] = {}
    for node in () if properties is None else properties:
        if not isinstance(node.tag, str):
            continue
        name = node.tag.removeprefix(W)
        if name in _ON_OFF:
            told[name] = "1" if is_on(node) else ""
        elif name in ("sz", "highlight", "u", "rStyle"):
            told[name] = node.get(VAL, "")
        elif name == "color":
            theme = node.get(f"{W}themeColor", "")
            told[name] = "FFFFFF" if theme in ("background1", "light1") else node.get(VAL, "")
        elif name == "shd":
            told[name] = node.get(f"{W}fill", "")
    return told


def _look(whole: Said) -> Look:
    colour = whole.get("color", "").upper()
    colour = "" if colour.casefold() in _BLACK else colour
    size = number(whole.get("sz"), _DEFAULT_SIZE)
    ground = whole.get("shd", "").upper()
    white = not ground or ground in ("AUTO", "FFFFFF")
    unseen = ""
    if whole.get("vanish") or whole.get("specVanish"):
        unseen = "dold"
    elif colour and (colour == ground or (white and _is_pale(colour))):
        unseen = "vit"
    elif size < _TINY:
        unseen = "mycket liten"
    none = ("", "none")
    return Look(
        bool(whole.get("b")),
        bool(whole.get("i")),
        whole.get("u", "") not in none,
        bool(whole.get("strike") or whole.get("dstrike")),
        colour,
        size,
        "" if whole.get("highlight", "") in none else whole["highlight"],
        unseen,
        capitals=bool(whole.get("caps") or whole.get("smallCaps")),
    )


def _is_pale(colour: str) -> bool:
    try:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return False
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 >= _PALE
