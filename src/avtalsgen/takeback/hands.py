"""Copies that several people returned of one file: each change under its own name."""

from collections.abc import Sequence
from dataclasses import replace

from avtalsgen.model.returned.changes import ReturnedChange, TakenBack, ordered

_TEXT = ("värde", "avvikelse", "ny", "struken", "flyttad")


def joined(results: Sequence[TakenBack]) -> TakenBack:
    """Return the changes of all copies as one list; those that clash tell of each other.

    What is not tracked has the name of the copy that it stands in. All are of one edition.
    """
    if len(results) == 1:
        return results[0]
    every = [
        replace(change, source=result.source, author=change.author or result.source, number=0)
        for result in results
        for change in result.changes
    ]
    told = [
        replace(change, conflict=(*change.conflict, *_clashes(change, every))) for change in every
    ]
    numbered = [replace(each, number=place) for place, each in enumerate(ordered(told), 1)]
    first = results[0]
    return TakenBack(
        ", ".join(result.source for result in results),
        first.uppdrag,
        first.edition,
        tuple(numbered),
        tuple(dict.fromkeys(note for result in results for note in result.notes)),
    )


def _clashes(change: ReturnedChange, every: Sequence[ReturnedChange]) -> list[str]:
    """Return what others made of the same words or the same fact, where it is something else."""
    if change.kind not in _TEXT:
        return []
    return [
        f"{other.author}: {_shown(other)}"
        for other in every
        if other.source != change.source
        and other.kind in _TEXT
        and (other.old, other.new) != (change.old, change.new)
        and _overlap(change, other)
    ]


def _overlap(first: ReturnedChange, second: ReturnedChange) -> bool:
    if first.path or second.path:
        return first.path == second.path
    if not first.anchor or first.anchor != second.anchor:
        return False
    if "struken" in (first.kind, second.kind):
        return True
    olds = str(first.old or ""), str(second.old or "")
    return bool(olds[0] and olds[1]) and (olds[0] in olds[1] or olds[1] in olds[0])


def _shown(change: ReturnedChange) -> str:
    return str(change.new) if change.new not in ("", None) else "struket"
