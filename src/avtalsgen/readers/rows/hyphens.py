"""Words that the end of a row parts, made whole again where that is sure.

A hyphen at the end of a row is there because the word had no room, because the word is written
with one (`e-post`), or because the rest of the word comes later (`social- och omsorgsnämnden`).
Which one it is shows in the rest of the document, or not at all; then the hyphen stays.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from avtalsgen.records import dataclass
from avtalsgen.swedish.connectives import CONJUNCTIONS, REST_COMES_LATER
from avtalsgen.swedish.typography import EN_DASH

SOFT = "\N{SOFT HYPHEN}"
_HYPHENS = ("-", "\N{HYPHEN}", SOFT)
_AT_END = re.compile(r"([^\W\d_]+)([-\N{HYPHEN}\N{SOFT HYPHEN}])$")
_AT_START = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\N{HYPHEN}][^\W\d_]+)*")
_SUSPENDED = re.compile(rf"(?:\b(?:{'|'.join(CONJUNCTIONS)})|/) [-\N{{HYPHEN}}]$")
"""Before the rest of a word whose beginning came earlier: `rapporter och -anmälningar`."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*(?: -)?$", re.IGNORECASE)
_ENCLOSED = re.compile(r"<https?://[^\s<>]*$", re.IGNORECASE)
"""An address between signs goes on until the second one."""
_LONGEST_ADDRESS, _LONGEST_WORD = 500, 100
_SHORTEST = 3
"""Letters before a hyphen that parts a word; `e-post` and `IT-stöd` have fewer."""
_HABIT = 2
"""So many words that are surely parted, and the one who set the document parts words."""


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What the rows of one document tell of its words."""

    whole: frozenset[str]
    """The words that stand unbroken somewhere, in small letters."""
    parts_words: bool
    """Whether the rows of this document surely break words."""

    def joined(self, before: str, after: str) -> str:
        """Return two rows of one paragraph as one, a parted word mended."""
        dropped, between = self.seam(before, after)
        return before[: len(before) - dropped] + between + after

    def seam(self, before: str, after: str) -> tuple[int, str]:
        """Return how many signs to drop at the end of a row, and what to put before the next."""
        if before.endswith(SOFT):
            return 1, ""
        if _breaks_address(before, after):
            return 0, ""
        if _is_interval(before, after):
            return 0, ""
        if not before.endswith(_HYPHENS):
            return 0, " "
        if _SUSPENDED.search(before[-_LONGEST_WORD:]) and after[:1].islower():
            return 0, ""
        end, start = _AT_END.search(before[-_LONGEST_WORD:]), _AT_START.match(after)
        if not end or not start:
            glued = before.endswith("-") and before[-2:-1].isalnum() and after[:1].isalnum()
            return 0, "" if glued else " "
        if start[0].casefold() in REST_COMES_LATER:
            return 0, " "
        return int(self._parted(end[1], start[0])), ""

    def _parted(self, left: str, right: str) -> bool:
        """Return whether a word was broken between `left` and `right`."""
        if f"{left}-{right}".casefold() in self.whole or not right[0].islower():
            return False
        if f"{left}{right}".casefold() in self.whole:
            return True
        return self.parts_words and len(left) >= _SHORTEST and left[-1].islower()


def in_cell(before: str, after: str) -> str:
    """Return two rows of a cell as one: `2021-` `02-08`; which words part nobody knows there."""
    if not (before and after):
        return before or after
    return Hyphens(frozenset(), parts_words=False).joined(before, after)


def hyphens(rows: Iterable[str]) -> Hyphens:
    """Return what `rows` tell of the words in them."""
    texts = list(rows)
    whole: set[str] = set()
    for text in texts:
        words = _WORD.findall(text)
        parted = text.endswith(_HYPHENS) and _AT_END.search(text[-_LONGEST_WORD:])
        inside = words[:-1] if parted else words
        whole.update(word.casefold() for word in inside)
    knowing = Hyphens(frozenset(whole), parts_words=False)
    surely = sum(knowing.joined(*pair) == _without_hyphen(*pair) for pair in pairwise(texts))
    return Hyphens(knowing.whole, parts_words=surely >= _HABIT)


def _without_hyphen(before: str, after: str) -> str:
    return before[:-1] + after if before.endswith(_HYPHENS) else ""


def _is_interval(before: str, after: str) -> bool:
    """Return whether a row ends inside an interval of numbers: `2027–` `2030`."""
    ends = before[-1:] == EN_DASH and before[-2:-1].isdigit() and after[:1].isdigit()
    begins = before[-1:].isdigit() and after[:1] == EN_DASH and after[1:2].isdigit()
    return ends or begins


def _breaks_address(before: str, after: str) -> bool:
    """Return whether a row ends in the middle of an address, as far as anybody can see."""
    if "://" not in before and "www." not in before.casefold():
        return False
    address = _ADDRESS.search(before[-_LONGEST_ADDRESS:])
    enclosed = _ENCLOSED.search(before[-_LONGEST_ADDRESS:]) and not after.startswith("<")
    return bool(enclosed or (address and before[-1] in "-/=&?_" and after[:1].isalnum()))
