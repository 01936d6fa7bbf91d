"""YAML as a tree of plain texts, each with its place.

Nothing is guessed: `2019` and `"2019"` are the same text, and what a text means is
for the one who asked for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import NamedTuple

from avtalsgen.records import dataclass
from avtalsgen.source import Origin

DEPTH = 40
"""How deep a tree may be."""

NOTHING = frozenset({"~", "null"})
"""How nothing at all is written when it is written; without citation marks."""


class Scalar(NamedTuple):
    """A text, `""` for nothing at all; a tuple, as its place is."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in order."""

    items: tuple["Tree", ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Branch:
    """Keys, and what stands under them, in the order of the file."""

    entries: Mapping[str, "Tree"]
    keys: Mapping[str, Origin] = field(repr=False)
    """Where each key stands."""
    origin: Origin


Tree = Scalar | Sequence | Branch


def scalars(tree: Tree) -> Iterator[Scalar]:
    """Yield every text of a tree and every key of it, in order."""
    match tree:
        case Scalar():
            yield tree
        case Sequence(items):
            for item in items:
                yield from scalars(item)
        case Branch(entries, keys):
            for key, below in entries.items():
                yield Scalar(key, keys[key])
                yield from scalars(below)
