"""Characters that a document can hold: those that XML, Word and PDF all take."""

import re

_NEVER = re.compile(
    "["
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls (Cc) other than a tab and a line end
    r"\ud800-\udfff"  # halves of a pair (Cs)
    r"\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use (Co), here and in the two last planes
    # the two last code points of each plane are no characters (Unicode 23.7)
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(15))
    + "]"
)


def unprintable(text: str) -> int | None:
    """Return where the first character is that no document can hold, or nothing.

    Controls other than a line end and a tab, halves of a pair, private use, and what Unicode
    promises never to be a character.
    """
    if text.replace("\n", " ").isprintable():  # most texts are, and that is told at once
        return None
    match = _NEVER.search(text)
    return match.start() if match else None
