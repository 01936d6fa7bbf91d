"""Characters as they are written in files of text and on pages, and as a document has them."""

import re
import unicodedata

from avtalsgen.model.characters import unprintable

_BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8\uf06c\uf06e]")
"""Signs of the fonts Symbol and Wingdings, by which Word makes bullets."""
_BULLET = "•"
_UNSEEN = re.compile("[\u200b\u2060\ufeff]|\u00ad(?=.)")
"""What prints nothing: a soft hyphen too, but at the end of a row."""


def composed(text: str) -> str:
    """Return `text` in composed characters (NFC), without those that print nothing."""
    return _UNSEEN.sub("", _BULLETS.sub(_BULLET, unicodedata.normalize("NFC", text)))


def unfit(text: str) -> str:
    """Return the characters of `text` that no document can hold, each once."""
    return "".join(sorted({each for each in text if unprintable(each) is not None}))
