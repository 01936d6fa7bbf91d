"""What stands below what in an outline that comes home: a tillägg can bring no text of its own.

Headings have levels, and a section stands below the nearest one above it with a lower level. In a
tillägg a change has only parts of changes below it, of the same day, and one that stands instead of
a section of the base has none. What a reader moved in there keeps its place among the words, and
stands beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from avtalsgen.clauses.outline import every
from avtalsgen.pipeline.takeback.outline.outline_changes import OutlineChange
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag.changes import Addition, TillaggChange


@dataclass(frozen=True, slots=True)
class Nested:
    """Sections in order, with the levels on which they can stand."""

    outline: tuple[OutlineChange, ...]
    """Those of the outline, and the changes that it gives a place."""
    inside: tuple[OutlineChange, ...]
    """Those that changes bring, each of the first level with those below it."""
    other_level: tuple[tuple[OutlineChange, int], ...]
    """Those that stand on another level than in the file, which is told, and on which."""


@dataclass(frozen=True, slots=True)
class _Above:
    level: int
    """In the file."""
    change: OutlineChange
    top: str
    """The change that it is, or is a part of; empty for one of the outline."""
    depth: int
    """Below that change."""


def nested(
    asked: Sequence[OutlineChange], acts: Mapping[str, TillaggChange], first_day: date
) -> Nested:
    """Return the sections of a file as outline and changes can have them.

    `acts` are the changes of the tillägg by the first section that each prints.
    """
    days = {
        entry.name: act.start or first_day
        for act in acts.values()
        if isinstance(act.act, Addition)
        for entry in every((act.act.entry,))
    }
    outline: list[OutlineChange] = []
    inside: list[OutlineChange] = []
    other: list[tuple[OutlineChange, int]] = []
    stack: list[_Above] = []
    for change in asked:
        level = change.level
        while stack and stack[-1].level >= level:
            stack.pop()
        while stack and not _may_stand(change, stack[-1], acts, days, first_day):
            level = stack.pop().level
        above = stack[-1] if stack else None
        part = above is not None and bool(above.top) and change.brought
        depth = above.depth + 1 if part and above is not None else 1
        top = above.top if part and above is not None else _name(change) * change.brought
        stack.append(_Above(level, change, top, depth))
        if len(stack) != change.level:
            other.append((change, len(stack)))
        if change.brought:
            inside.append(replace(change, level=depth, brought=False))
        if not part:
            here = replace(change, level=len(stack))
            if change.brought:
                here = OutlineChange(_name(change), len(stack), brought=True)
            outline.append(here)
    return Nested(tuple(outline), tuple(inside), tuple(other))


def _name(change: OutlineChange) -> str:
    """Return the anchor that a section has, or gets by its heading."""
    return change.anchor or change.name or fold(change.heading or "")


def _may_stand(
    change: OutlineChange,
    above: _Above,
    acts: Mapping[str, TillaggChange],
    days: Mapping[str, date],
    first_day: date,
) -> bool:
    """Return whether a section may stand right below another."""
    if not above.top:
        return True
    if not change.brought or (change.anchor and change.anchor not in days):
        return False
    act = acts.get(above.top)
    if act is not None and not isinstance(act.act, Addition):
        return False
    return days.get(change.anchor, days.get(above.top, first_day)) == days.get(above.top, first_day)
