"""What several places of a document say of one fact, and what is then known of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from operator import attrgetter
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.records import dataclass


class Says(IntEnum):
    """How plainly a place says it, the plainest first."""

    PLAINLY = 0
    """It says what it is: a labelled row of the cover."""
    LIKELY = 1
    """It says it where nothing plainer does."""
    PERHAPS = 2
    """It may be something else; it is asked for."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A value, where it stands, and how plainly; one that `asks` is never sure."""

    value: str
    place: str
    says: Says
    asks: bool = False


_SURE: Final = frozenset({Says.PLAINLY, Says.LIKELY})


def settled(
    path: str, claims: Iterable[Claim], *, key: Callable[[str], object] = str
) -> Iterator[OldFact]:
    """Yield what the plainest claims say, if there are any: the first of them.

    It is sure only if all as plain say the same, by `key`: where two compete it is asked for.
    """
    ordered = sorted(claims, key=attrgetter("says"))  # in the order of the document
    plainest = [each for each in ordered if each.says == ordered[0].says]
    if plainest:
        first = plainest[0]
        alike = len({key(each.value) for each in plainest}) == 1
        asked = any(each.asks for each in plainest)
        yield OldFact(path, first.value, first.place, first.says in _SURE and alike and not asked)


def of_one(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims; where several say different things it is asked which, however plain."""
    different = {claim.value for claim in claims if claim.says in _SURE}
    for claim in claims:
        yield replace(claim, asks=claim.asks or len(different) > 1)
