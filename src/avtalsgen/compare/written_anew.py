"""A section that was written anew: one change, both texts beside each other.

Where next to nothing stayed, forty changes of a word each tell a reader nothing: what was said is
read as a whole, and what is said.
"""

from dataclasses import replace
from itertools import zip_longest
from typing import Final

from avtalsgen.model.comparison import Change, ComparedLine, SectionPair, Span, Weight

_LEAST_SAME: Final = 0.25
"""The share of its words that a section keeps at least, to be read word by word."""
_FEW: Final = 3
"""As many changes are read one by one."""


def written_anew(pair: SectionPair) -> SectionPair:
    """Return `pair` with the lines of its own as one change, if next to nothing of it stayed.

    Its heading, and lines that came from another section or went there, are left as they are.
    """
    changed_lines = [line for line in pair.lines if _is_own(line)]
    places = sorted(
        {span.change for line in changed_lines for span in _spans(line) if span.change is not None}
    )
    both = any(line.old for line in changed_lines) and any(line.new for line in changed_lines)
    if not both or pair.similarity >= _LEAST_SAME or len(places) <= _FEW:
        return pair
    whole = _whole(changed_lines, [pair.changes[place] for place in places])
    kept = [place for place in range(len(pair.changes)) if place not in places]
    moved_to = {place: at for at, place in enumerate(kept, start=1)}
    first = next(at for at, line in enumerate(pair.lines) if _is_own(line))
    lines = [_renamed(line, moved_to) for line in pair.lines if not _is_own(line)]
    before = sum(not _is_own(line) for line in pair.lines[:first])
    return replace(
        pair,
        changes=(whole, *(pair.changes[place] for place in kept)),
        lines=(*lines[:before], *_beside(changed_lines), *lines[before:]),
    )


def _is_own(line: ComparedLine) -> bool:
    return line.kind != "heading" and line.elsewhere is None and line.move is None


def _spans(line: ComparedLine) -> tuple[Span, ...]:
    return (*(line.old or ()), *(line.new or ()))


def _text(spans: tuple[Span, ...] | None) -> str:
    return "".join(span.text for span in spans or ())


def _whole(changed_lines: list[ComparedLine], parts: list[Change]) -> Change:
    old = "\n".join(_text(line.old) for line in changed_lines if line.old)
    new = "\n".join(_text(line.new) for line in changed_lines if line.new)
    if old.split() == new.split():
        return Change("replace", old, new, "redaktionell", ("mellanrum", "format"))
    weight: Weight = "saklig" if any(part.weight == "saklig" for part in parts) else "redaktionell"
    reasons = dict.fromkeys(
        reason for part in parts if part.weight == weight for reason in part.reasons
    )
    return Change("replace", old, new, weight, tuple(reasons))


def _beside(changed_lines: list[ComparedLine]) -> list[ComparedLine]:
    olds = [(line.kind, _text(line.old)) for line in changed_lines if line.old]
    news = [(line.kind, _text(line.new)) for line in changed_lines if line.new]
    beside = []
    for old, new in zip_longest(olds, news):
        kind = (new or old)[0]
        gone = (Span(old[1], "deleted", 0),) if old else None
        came = (Span(new[1], "inserted", 0),) if new else None
        beside.append(ComparedLine(kind, gone, came))
    return beside


def _renamed(line: ComparedLine, moved_to: dict[int, int]) -> ComparedLine:
    def spans(side: tuple[Span, ...] | None) -> tuple[Span, ...] | None:
        if side is None:
            return None
        return tuple(
            span if span.change is None else replace(span, change=moved_to.get(span.change))
            for span in side
        )

    move = None if line.move is None else moved_to.get(line.move)
    return replace(line, old=spans(line.old), new=spans(line.new), move=move)
