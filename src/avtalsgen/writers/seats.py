"""Who signs beside whom, on paper and on screen."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from avtalsgen.model.nodes import Signatory

COLUMNS: Final = 2


def seats(signatories: tuple[Signatory, ...]) -> Iterator[tuple[Signatory, ...]]:
    """Yield the rows of signatories, in order, at most two in each.

    Where several sign for a party each party begins a row, so that nobody stands below another
    party's name: its signatories are those on end with the same role and organisation.
    """
    parties = [tuple(group) for _, group in groupby(signatories, _party)]
    if all(len(party) == 1 for party in parties):
        parties = [signatories]
    for party in parties:
        for first in range(0, len(party), COLUMNS):
            yield party[first : first + COLUMNS]


def _party(signatory: Signatory) -> tuple[object, ...]:
    return (signatory.role, signatory.organisation)
