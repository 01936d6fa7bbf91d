"""Names of what stands somewhere else: one for each block that moved together."""

from collections.abc import Iterable

from avtalsgen.compare.align.splits import Match
from avtalsgen.model.marks import JOINED, PARTED, RESHAPED

_MOVED = "flytt-"


class MoveNames:
    """Names in the order in which they are asked for, `flytt-1` first."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, int | Match], str] = {}

    def named(self, kind: str, place: int) -> str:
        """Return the name of a moved `kind` of thing; always the same for the same place."""
        return self._name((kind, place), _MOVED)

    def in_place(self, kind: str, match: Match) -> str:
        """Return the name of lines that were parted, joined or reshaped where they stand."""
        parted, joined = len(match.news) > 1, len(match.olds) > 1
        return self._name((kind, match), PARTED if parted else JOINED if joined else RESHAPED)

    def _name(self, thing: tuple[str, int | Match], prefix: str) -> str:
        return self._names.setdefault(thing, f"{prefix}{len(self._names) + 1}")


def blocks_of(matches: Iterable[Match]) -> dict[Match, int]:
    """Return for each match the number of the block that it is a part of.

    Lines that follow each other on both sides are one block.
    """
    blocks: dict[Match, int] = {}
    last: Match | None = None
    block = 0
    for match in sorted(matches, key=lambda match: match.news):
        follows = last and (last.olds[-1] + 1, last.news[-1] + 1) == (match.olds[0], match.news[0])
        block += not follows
        blocks[match] = block
        last = match
    return blocks
