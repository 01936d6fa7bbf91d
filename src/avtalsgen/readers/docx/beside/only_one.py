"""What only one of two files has, by kind, and how it is told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import enumerate_words

Carried = tuple[str, str, str]
"""The kind of a thing, as a reader calls it; how it is shown; what else tells it from others."""
_SHOWN: Final = 60
_NAMED: Final = 3
"""How many of what only one file has are named."""


@dataclass(frozen=True, slots=True)
class CarriedChange:
    """What only one of two files carries, of one kind, as it can be shown."""

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def said(self) -> str:
        """What only one has: `”QUOTE "x"” bara i den nya`; alike, what has another look."""
        if self.old == self.new:
            return f"{_named(self.new)} är annorlunda i den nyare filen"
        sides = ((self.old, "bara i den gamla"), (self.new, "bara i den nya"))
        return ", ".join(f"{_named(things)} {where}" for things, where in sides if things)


def _named(things: tuple[str, ...]) -> str:
    more = (f"{len(things) - _NAMED} till",) if len(things) > _NAMED else ()
    return enumerate_words((*(f"”{thing}”" for thing in things[:_NAMED]), *more))


def only_in_one(old: Iterable[Carried], new: Iterable[Carried]) -> Iterator[CarriedChange]:
    """Yield for each kind what only one side has; a thing that is there twice counts twice."""
    before, now = Counter(old), Counter(new)
    gone, came = before - now, now - before
    for kind in sorted({thing[0] for thing in (*gone, *came)}):
        yield CarriedChange(kind, _shown(gone, kind), _shown(came, kind))


def _shown(things: Counter[Carried], kind: str) -> tuple[str, ...]:
    of_kind = sorted(thing for thing in things.elements() if thing[0] == kind)
    return tuple(shown[:_SHOWN] for _, shown, _ in of_kind)
