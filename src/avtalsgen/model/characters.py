"""Characters that a document can hold: those that XML, Word and PDF all take."""

import unicodedata

_NONCHARACTERS = 0xFFFE
"""The two last code points of each plane are no characters (Unicode, 23.7)."""


def unprintable(text: str) -> int | None:
    """Return where the first character is that no document can hold, or nothing.

    Controls other than a line end and a tab, halves of a pair, private use, and what Unicode
    promises never to be a character.
    """
    for at, character in enumerate(text):
        if character in "\n\t" or character.isalnum():
            continue
        if unicodedata.category(character) in {"Cc", "Cs", "Co"}:
            return at
        if ord(character) & _NONCHARACTERS == _NONCHARACTERS:
            return at
    return None
