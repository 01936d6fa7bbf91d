"""Names and words in a sentence, and anchors made of headings."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_LONGEST_ANCHOR: Final = 60
_MARKS: Final = re.compile("[\u0300-\u036f]")
"""Accents taken off their letters, nearly all there are: quicker than to ask of each letter."""
_NO_ANCHOR: Final = re.compile(r"[^a-z0-9]+")
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ł": "l"})


def genitive(name: str) -> str:
    """Return `name` as an owner: `Leanlinks`, `Råd och stöds`, `IVO:s`.

    A name that ends in s, x or z is left as it is; one that ends in a capital or a digit
    takes a colon (Myndigheternas skrivregler, about the genitive and about the colon).
    """
    last = name[-1:]
    if not last or last in "sxzSXZ":
        return name
    return f"{name}:s" if last.isupper() or last.isdigit() else f"{name}s"


def capitalise_first(text: str) -> str:
    """Return `text` with a capital first, and the rest as it is: `Lex Sarah`."""
    return text[:1].upper() + text[1:]


def begin_sentence(text: str) -> str:
    """Return `text` as a sentence begins; the name of a file or an edition stands as it is."""
    first = text.split(" ", 1)[0].rstrip(".,:;")
    return text if any(sign in first for sign in "./@") else capitalise_first(text)


def lower_first(text: str) -> str:
    """Return `text` as it stands inside a sentence: `Beställaren` becomes `beställaren`.

    Only a capital that a small letter follows is one of a sentence; in `IVO` or `FoU` (where
    the name itself has capitals in its first word) it belongs to the name.
    """
    first_word = text.split(maxsplit=1)[0] if text.strip() else ""
    if not text[1:2].islower() or any(letter.isupper() for letter in first_word[1:]):
        return text
    return text[:1].lower() + text[1:]


def enumerate_words(words: Sequence[str]) -> str:
    """Return `a, b och c`: no comma before `och` (Språkrådet). Nothing for no words."""
    *before, last = words or ("",)
    return f"{', '.join(before)} och {last}" if before else last


def fold(text: str) -> str:
    """Return an anchor of `[a-z0-9-]+` for a heading: `Råd och stöd` gives `rad-och-stod`.

    At most 60 characters, cut between words where there are any; `avsnitt` where no letter
    or digit is left. `fold(fold(text)) == fold(text)`.
    """
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = _MARKS.sub("", apart)
    if not letters.isascii():
        letters = "".join(c for c in letters if not unicodedata.combining(c))
    anchor = _NO_ANCHOR.sub("-", letters.casefold()).strip("-")
    return _cut(anchor) or "avsnitt"


def _cut(anchor: str) -> str:
    if len(anchor) <= _LONGEST_ANCHOR:
        return anchor
    whole_words = anchor[: _LONGEST_ANCHOR + 1].rpartition("-")[0]
    return whole_words or anchor[:_LONGEST_ANCHOR]
