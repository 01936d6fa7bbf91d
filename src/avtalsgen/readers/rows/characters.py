"""Characters as they are written in files of text and on pages, and as a document has them."""

import re
import unicodedata

from avtalsgen.model.characters import unprintable
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin

NEW_PAGE = "\f"

_BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8\uf06c\uf06e]")
"""Signs of the fonts Symbol and Wingdings, by which Word makes bullets."""
_BULLET = "•"
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0x2011: "-"}
"""What pdfium gives for a hyphen at the end of a row, and one at which no row ends."""
_LINE_END = re.compile("\r\n?|[\u2028\u2029\x0b\x85]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff]|\u00ad(?=.)")
"""What prints nothing: a soft hyphen too, but at the end of a row."""


def composed(text: str) -> str:
    """Return `text` in composed characters (NFC), without those that print nothing."""
    text = _BULLETS.sub(_BULLET, unicodedata.normalize("NFC", text)).translate(_HYPHENS)
    return _UNSEEN.sub("", text)


def cleaned(text: str, source: str) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` in characters that a document can hold, and ends of rows and pages.

    Others are left out, with TX01 for each.
    """
    text = composed(_LINE_END.sub("\n", text))
    bad = "".join(sorted(filter(_is_unfit, set(text))))
    problems = tuple(_problem(text, character, source) for character in bad)
    return text.translate(dict.fromkeys(map(ord, bad))), problems


def _is_unfit(character: str) -> bool:
    return character != NEW_PAGE and unprintable(character) is not None


def _problem(text: str, character: str, source: str) -> Problem:
    offset = text.index(character)
    message = f"tecknet U+{ord(character):04X} kan inte skrivas ut och är utelämnat"
    origin = Origin(source, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
    hint = "ersätt tecknet i filen, om det är en del av texten"
    return Problem("TX01", message, Severity.WARNING, origin, hint)
