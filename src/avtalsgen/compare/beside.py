"""What differs beside the words of two files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from avtalsgen.model.comparison import OtherChange

_NONE = Counter[str]()
_SHOWN: Final = 3
"""Things of a kind that are quoted from a side; of more it is said how many they are."""
_LONGEST: Final = 120


def other_changes(
    old: Mapping[str, Counter[str]],
    new: Mapping[str, Counter[str]],
    quoted: Set[str] = frozenset(),
) -> tuple[OtherChange, ...]:
    """Return for each kind how many things only one side has; nothing where all are alike.

    Of the kinds that are `quoted` the things are words, and a reader is told which.
    """
    changes = []
    for kind in sorted({*old, *new}):
        before, after = old.get(kind, _NONE), new.get(kind, _NONE)
        if before != after:
            gone, came = before - after, after - before
            said = "; ".join(_quoted(gone, came)) if kind in quoted else ""
            changes.append(OtherChange(kind, gone.total(), came.total(), said))
    return tuple(changes)


def _quoted(gone: Counter[str], came: Counter[str]) -> Iterator[str]:
    for where, things in (("bara i den gamla", gone), ("bara i den nya", came)):
        if things:
            yield f"{where} {_listed(list(things.elements()))}"


def _listed(things: Iterable[str]) -> str:
    texts = [_short(thing) for thing in things]
    more = len(texts) - _SHOWN
    return ", ".join(texts[:_SHOWN]) + (f" och {more} till" if more > 0 else "")


def _short(thing: str) -> str:
    return thing if len(thing) <= _LONGEST else f"{thing[:_LONGEST].rpartition(' ')[0]} …”"
