"""The sheet of a page that carries it inside: the parts that it needs, for a house."""

from functools import cache
from pathlib import Path
from typing import Final, Literal

from avtalsgen.model.profile import Profile
from avtalsgen.writers.markup import css_string

SHEET: Final = Path(__file__).parent / "sheet"
"""Where the parts lie; the pages of `serve` link to them."""
SheetPart = Literal["tokens", "base", "marks", "parts", "folds", "tables", "compare"]
_FALLBACK = '"Segoe UI", system-ui, sans-serif'
_HEX = "0123456789abcdefABCDEF"


def dressed(profile: Profile, *parts: SheetPart) -> str:
    """Return `parts` of the sheet for the house of `profile`; nothing in it can end a `style`."""
    return "\n".join((_house(profile), *map(_part, parts)))


def _house(profile: Profile) -> str:
    """Return what tokens.css asks for: each colour by day, and the accent as it is in the dark."""
    colours = profile.colours
    accent = _colour(colours.accent)
    said = {
        "house": accent,
        "house-dark": f"color-mix(in srgb, {accent} 40%, white)",
        "house-text": _colour(colours.text),
        "house-muted": _colour(colours.muted),
        "house-rule": _colour(colours.rule),
        "font": f"{css_string(profile.font)}, {_FALLBACK}",
    }
    return "\n".join((":root {", *(f"  --{name}: {value};" for name, value in said.items()), "}"))


def _colour(colour: str) -> str:
    """Return `#RRGGBB` with anything else that may stand in it made harmless."""
    return "#" + "".join(digit for digit in colour if digit in _HEX)


@cache
def _part(name: SheetPart) -> str:
    return (SHEET / f"{name}.css").read_text(encoding="utf-8")
