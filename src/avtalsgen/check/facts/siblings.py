"""What other documents of the same type and service have headings about."""

import re
from collections.abc import Iterable
from typing import Final

from avtalsgen.records import dataclass

_NUMBER: Final = re.compile(r"^[\d.\s]+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 4
"""Letters of a word that says what a heading is about: not `och`, `med`."""
_STEM: Final = 6
"""Letters that the forms of a word share: försäkring, försäkringar."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """A document of the same type and service, and what its sections are about."""

    name: str
    headings: tuple[str, ...]


def subject(heading: str) -> str:
    """Return a heading as one would say it, without its number: `försäkring`."""
    return " ".join(_NUMBER.sub("", heading).split()).casefold()


def stems(text: str) -> frozenset[str]:
    """Return what the forms of each telling word of a text share."""
    words = (match.group() for match in _WORD.finditer(text.casefold()))
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST)


def covers(headings: Iterable[str], wanted: str) -> bool:
    """Return whether one of `headings` is about what `wanted` is about."""
    about = stems(wanted)
    return any(about and about <= stems(heading) for heading in headings)
