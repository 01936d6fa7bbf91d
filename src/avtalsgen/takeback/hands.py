"""Copies that several people returned of one file: each change under its own name."""

from collections.abc import Sequence
from dataclasses import replace

from avtalsgen.model.returned.changes import ChangedSpan, ReturnedChange, TakenBack, Told, ordered
from avtalsgen.takeback.paper.folding import folded

_TEXT = ("värde", "avvikelse", "ny", "struken", "flyttad")


def joined(results: Sequence[TakenBack]) -> TakenBack:
    """Return the changes of all copies as one list; those that clash tell of each other.

    What is not tracked has the name of the copy that it stands in. All are of one edition.
    """
    if len(results) == 1:
        return results[0]
    every = _once(
        [
            replace(change, source=result.source, author=change.author or result.source, number=0)
            for result in results
            for change in result.changes
        ]
    )
    told = [
        replace(
            change,
            conflict=(*change.conflict, *_clashes(change, every)),
            hint=change.hint or _as_others(change, every),
        )
        for change in every
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
    return [f"{other.author}: {_shown(other)}" for other in clashing(change, every)]


def clashing(change: ReturnedChange, every: Sequence[ReturnedChange]) -> list[ReturnedChange]:
    """Return the changes of other copies that make something else of the same words or fact."""
    if change.kind not in _TEXT:
        return []
    return [
        other
        for other in every
        if other.source != change.source
        and other.kind in _TEXT
        and not same(change, other)
        and _overlap(change, other)
    ]


def same(first: ReturnedChange, second: ReturnedChange) -> bool:
    """Return whether two hands did the same, whatever their programs made of signs and spaces."""
    said, other_said = (
        (each.kind, each.path, *(_normal(told) for told in (each.old, each.new)))
        for each in (first, second)
    )
    if said != other_said:
        return False
    if first.path or (first.kind == "ny" and first.position == second.position):
        return True
    if first.anchor != second.anchor:
        return False
    if not (first.spans and second.spans):
        return True
    return any(_near(span, other) for span in first.spans for other in second.spans)


def _normal(told: Told) -> Told:
    return folded(told).text.strip() if isinstance(told, str) else told


def _near(first: ChangedSpan, second: ChangedSpan) -> bool:
    """Return whether two spans are the same but for a space before what was put in."""
    return first[0] == second[0] and abs(first[1] - second[1]) <= 1


def _overlap(first: ReturnedChange, second: ReturnedChange) -> bool:
    if first.path and first.path == second.path:
        return True
    if not first.anchor or first.anchor != second.anchor:
        return False
    if "struken" in (first.kind, second.kind):
        return True
    return any(_touch(one, other) for one in first.spans for other in second.spans)


def _touch(first: ChangedSpan, second: ChangedSpan) -> bool:
    """Return whether two edits of a line are of the same words, or put in at one place."""
    (line, start, end), (other_line, other_start, other_end) = first, second
    if line != other_line:
        return False
    if (start, end) == (other_start, other_end):
        return True
    return start < other_end and other_start < end


def _once(changes: Sequence[ReturnedChange]) -> list[ReturnedChange]:
    """Return changes without those that somebody's mark makes in a copy that was made of hers."""
    kept: dict[tuple[object, ...], ReturnedChange] = {}
    for place, change in enumerate(changes):
        same = (change.kind, change.path, str(change.old), str(change.new), change.spans)
        key = (*same, change.author, change.date, change.anchor) if change.tracked else (place,)
        known = kept.get(key)
        if known is None:
            kept[key] = change
        elif change.source not in known.source.split(", "):
            kept[key] = replace(known, source=f"{known.source}, {change.source}")
    return list(kept.values())


def _as_others(change: ReturnedChange, every: Sequence[ReturnedChange]) -> str:
    """Return who made the same of the same words, for the hint of a change."""
    if change.kind not in _TEXT:
        return ""
    names = dict.fromkeys(
        other.author for other in every if other is not change and same(change, other)
    )
    return f"samma ändring som {', '.join(names)} har gjort" if names else ""


def _shown(change: ReturnedChange) -> str:
    return str(change.new) if change.new not in ("", None) else "struket"
