"""Characters by which a page can say something else than its text: what to refuse, what to tell.

    refused   marks that turn the direction of text (Unicode Standard Annex 9): the page has
              "1 000" where every program finds "000 1"; tags, and other characters that print
              nothing and that no language of ours needs
    told      joiners and spaces of no width, and words that mix letters of scripts whose letters
              look alike (Unicode Technical Standard 39): a search does not find them; strokes
              drawn through other characters

Spaces that do not break, soft hyphens, letters of any one script, joiners between letters of the
scripts that need them, and units such as µm and kΩ are as they should be.
"""

import re
import unicodedata
from collections.abc import Iterator

from avtalsgen.model.characters import unprintable
from avtalsgen.records import dataclass

_TURNING = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f"
_TAGS = "\U000e0000-\U000e007f"
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufff9-\ufffb"
_VARIANTS = "\U000e0100-\U000e01ef"
_LINES = "\u2028\u2029"
_REFUSED = re.compile(f"[{_TURNING}{_TAGS}{_UNSEEN}{_VARIANTS}{_LINES}]")

_WIDTHLESS = "\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff"
_NO_WIDTH = f"[{_WIDTHLESS}]"
_JOINERS = "\u200c\u200d"
_JOINED_SCRIPTS = (
    "[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
)
"""Arabic, the scripts of India and south-east Asia, Mongolian: a joiner is spelling there."""

_LATIN = "[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]"
_ALIKE = (
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"  # Greek
    "\u03b1\u03b3\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4-\u03c7\u03c9\u03f2\u03f3\u03f9"
    "\u0400-\u052f\u0531-\u0587\u13a0-\u13ff\uab70-\uabbf"  # Cyrillic, Armenian, Cherokee
    "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"  # wide, and letters of mathematics
)
_LIKE_LATIN = f"[{_ALIKE}]"
_DRAWN_OVER = "[\u0334-\u0338\u20d2-\u20ea]|(?<=[0-9])[\u0300-\u0333\u0339-\u036f]"
"""Strokes and rings through what stands before them, and any mark on a digit."""
_NOT_PLAIN = re.compile(f"[{_WIDTHLESS}{_ALIKE}\u0300-\u036f\u20d2-\u20ea]")
"""Whatever may be told of. Few texts have any of it: the others are compiled when one does."""


@dataclass(frozen=True, slots=True)
class Deceptive:
    """A character that the page does not show as it is, or shows as another."""

    at: int
    character: str

    @property
    def name(self) -> str:
        """The character as Unicode names it: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
        named = unicodedata.name(self.character, "")
        return f"U+{ord(self.character):04X}{' ' if named else ''}{named}"


def refused(text: str) -> Deceptive | None:
    """Return the first character of `text` that turns it or is not seen, or nothing."""
    match_ = None if text.isascii() else _REFUSED.search(text)
    return Deceptive(match_.start(), match_[0]) if match_ else None


def unfit(text: str) -> Deceptive | None:
    """Return the first character of `text` that no document can hold or that is refused."""
    position = unprintable(text)
    return refused(text) if position is None else Deceptive(position, text[position])


def told(text: str) -> Iterator[Deceptive]:
    """Yield what has no width or is drawn over another, and the first letter not of its word."""
    if text.isascii() or not _NOT_PLAIN.search(text):
        return
    for match_ in re.finditer(_NO_WIDTH, text):
        start = match_.start()
        around = text[max(0, start - 1) : start] + text[start + 1 : start + 2]
        is_spelling = (
            match_[0] in _JOINERS and re.fullmatch(f"{_JOINED_SCRIPTS}*", around) and around
        )
        if not is_spelling:
            yield Deceptive(start, match_[0])
    for match_ in re.finditer(_DRAWN_OVER, text):
        yield Deceptive(match_.start(), match_[0])
    if re.search(_LIKE_LATIN, text):
        for word in re.finditer(r"\w+", text):
            like = re.search(_LIKE_LATIN, word[0])
            if like and re.search(_LATIN, word[0]):
                yield Deceptive(word.start() + like.start(), like[0])
