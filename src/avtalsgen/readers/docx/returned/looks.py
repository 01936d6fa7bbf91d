"""How letters look: what is special of them, as people name it, and whether anybody sees them."""

from typing import Final

from lxml import etree

from avtalsgen.readers.docx.formats.values import number
from avtalsgen.readers.docx.returned.sheet import Look
from avtalsgen.readers.docx.seen.properties import Look as Said
from avtalsgen.readers.docx.seen.style_looks import StyleLooks

_HIDDEN: Final = ("dold", "dold i styckets slut")
_TINY: Final = 8
"""Half points; smaller letters are not read by anybody."""
_NARROW: Final = 20
"""Parts of a hundred of the width of a letter; narrower letters are a line."""
_LOW: Final = 80
"""Twentieths of a point; in a line or a row that is just so high nothing can be read."""
_PALE: Final = 0.93
"""How light letters on white paper are when nobody sees them."""
_PAPERS: Final = ("tema background1", "tema light1")
_BLACK: Final = {"", "000000"}
_DEFAULT_SIZE: Final = 20
_TOLD: Final = {
    *("fet", "kursiv", "understruken", "struken", "dubbelt struken", "versaler", "kapitäler"),
    *("färg", "storlek", "överstruken", *_HIDDEN),
    *("teckensnitt (hAnsi)", "skriven åt andra hållet"),
}
"""What has a field of its own in a look, or says nothing that a reader sees."""


class Looks:
    """The looks of one file, each made once."""

    def __init__(self, styles: StyleLooks) -> None:
        """Ask `styles` what a file says of letters."""
        self._styles = styles
        self._made: dict[tuple[tuple[str, str], ...], Look] = {}

    def of(self, properties: etree._Element | None, below: Said) -> Look:
        """Return how a run with `properties` looks in a paragraph whose letters look `below`."""
        whole = self._styles.of_letters(properties, below)
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = _look(whole, key)
        return self._made[key]


def _look(whole: Said, key: tuple[tuple[str, str], ...]) -> Look:
    colour = whole.get("färg", "")
    colour = "FFFFFF" if colour.startswith(_PAPERS) else colour.upper()
    colour = "" if colour in _BLACK else colour
    size = number(whole.get("storlek"), _DEFAULT_SIZE)
    ground = whole.get("bakgrund", "").upper()
    white = not ground or ground == "FFFFFF"
    unseen = ""
    if any(whole.get(name) for name in _HIDDEN):
        unseen = "dold"
    elif colour and (colour == ground or (white and _is_pale(colour))):
        unseen = "vit"
    elif size < _TINY or number(whole.get("bredd"), _NARROW) < _NARROW:
        unseen = "mycket liten"
    return Look(
        bool(whole.get("fet")),
        bool(whole.get("kursiv")),
        bool(whole.get("understruken")),
        bool(whole.get("struken") or whole.get("dubbelt struken")),
        colour,
        size,
        whole.get("överstruken", ""),
        unseen,
        capitals=bool(whole.get("versaler") or whole.get("kapitäler")),
        special=tuple(pair for pair in key if pair[0] not in _TOLD),
    )


def hidden_place(placed: Said) -> str:
    """Return why no letter of a line is seen where it stands; nothing where they are."""
    if placed.get("raden dold"):
        return "dold"
    exact = placed.get("radhöjdens slag") == "exact"
    heights = (placed.get("radhöjd") if exact else None, placed.get("radens höjd"))
    return "mycket liten" if any(number(each, _LOW) < _LOW for each in heights) else ""


def _is_pale(colour: str) -> bool:
    try:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return False
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 >= _PALE
