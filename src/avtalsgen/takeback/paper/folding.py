"""Words without what programs change by themselves: spaces, quotes, dashes, soft hyphens."""

from collections.abc import Sequence
from typing import Final

from avtalsgen.records import dataclass

_GONE: Final = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
)
_AS: Final[dict[str, str]] = {
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‘’‚´`′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "ﬁ": "fi",
    "ﬂ": "fl",
}
CELL: Final = "\t"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its normal form, and the place in the text as written of each letter of it."""

    text: str
    places: tuple[int, ...]

    def cut(self, start: int) -> "Folded":
        """Return what is left behind a typed number that ends at `start`."""
        return Folded(self.text[start:], self.places[start:])


def folded(text: str) -> Folded:
    """Return `text` in its normal form: one ordinary space between words, none at the ends."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter in _GONE:
            continue
        if letter == CELL:
            while letters and letters[-1] == " ":
                letters.pop()
                places.pop()
            letters.append(CELL)
            places.append(place)
        elif letter.isspace():
            if letters and letters[-1] not in (" ", CELL):
                letters.append(" ")
                places.append(place)
        else:
            for plain in _AS.get(letter, letter):
                letters.append(plain)
                places.append(place)
    while letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Folded("".join(letters), tuple(places))


def as_written(text: str, fold: Folded, start: int, end: int) -> str:
    """Return the letters of `text` that are `start` to `end` in its normal form."""
    if start >= end:
        return ""
    return text[fold.places[start] : fold.places[end - 1] + 1]


def joined(parts: Sequence[str]) -> str:
    """Return paragraphs as one text."""
    return "\n".join(part for part in parts if part)
