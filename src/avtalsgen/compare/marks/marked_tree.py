"""The sections of a redline, one after the other, to a tree in which none hides another's mark."""

from dataclasses import field, replace

from avtalsgen.model.nodes import Revision, Section
from avtalsgen.model.walk import Mark
from avtalsgen.records import dataclass


@dataclass(slots=True)
class _MarkedBranch:
    section: Section
    mark: Mark
    """What is said of it, by itself or by what it stands in."""
    level: int
    old_level: int
    below: list["_MarkedBranch"] = field(default_factory=list)

    def built(self, above: Mark) -> Section:
        """Return the section with all below it; it says its mark if `above` does not."""
        revision = None if self.mark == above else self.mark
        below = tuple(branch.built(self.mark) for branch in self.below)
        return replace(self.section, revision=revision, sections=below)


class MarkedTree:
    """Sections in reading order, each below the nearest one that it may stand below.

    A mark is of all below. So what stays stands below what stays, and what is gone never below
    what came; where its parent may not have it, it stands less deep, and its level tells.
    """

    def __init__(self) -> None:
        self._root: list[_MarkedBranch] = []
        self._open: list[_MarkedBranch] = []

    def add(
        self, section: Section, mark: Revision | None, level: int, old_level: int | None = None
    ) -> None:
        """Add the next section, of `level` on the side it is on; what stays is on both."""
        branch = _MarkedBranch(section, mark, level, level if old_level is None else old_level)
        while self._open and not _may_hold(self._open[-1], branch):
            self._open.pop()
        (self._open[-1].below if self._open else self._root).append(branch)
        self._open.append(branch)

    def sections(self) -> tuple[Section, ...]:
        """Return the tree."""
        return tuple(branch.built(None) for branch in self._root)


def _may_hold(above: _MarkedBranch, below: _MarkedBranch) -> bool:
    if above.mark and (below.mark is None or below.mark.kind != above.mark.kind):
        return False
    if below.mark and below.mark.kind == "deleted":
        return above.old_level < below.level
    return above.level < below.level
