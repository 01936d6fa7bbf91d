"""Random comparisons that keep every promise model/comparison.py makes.

A line is drawn as pieces that are on one side or both, so that its two sides agree on what is
the same; a change is drawn for each piece, or each two, that is not.
"""

import typing
from typing import Literal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.strategies import texts

from avtalsgen.model.comparison import (
    Change,
    ComparedLine,
    Comparison,
    Face,
    FactChange,
    Part,
    Reason,
    SectionPair,
    Side,
    Span,
    Weight,
)

PARTS: tuple[Part, ...] = typing.get_args(Part)
REASONS: tuple[Reason, ...] = typing.get_args(Reason)
WEIGHTS: tuple[Weight, ...] = typing.get_args(Weight)
KINDS: tuple[Literal["heading", "paragraph", "item", "row"], ...] = (
    "heading",
    "paragraph",
    "item",
    "row",
)


@st.composite
def faces(draw: DrawFn) -> Face:
    """How a section is known; a heading or a number may be missing."""
    number = draw(st.sampled_from(("", "1.0", "2.3", "§\u00a04", "12")))
    heading = draw(st.one_of(st.just(""), texts()))
    return Face(number, heading, tuple(draw(st.lists(texts(), max_size=2))))


@st.composite
def lines(draw: DrawFn, changes: list[Change]) -> ComparedLine:
    """A line, with its changes added to `changes`."""
    elsewhere = draw(faces()) if draw(st.integers(0, 5)) == 0 else None
    kind = draw(st.sampled_from(KINDS))
    if elsewhere:
        moved = (Span(draw(texts()), "same"),)
        left = draw(st.booleans())
        return ComparedLine(kind, moved if left else None, None if left else moved, elsewhere)
    old: list[Span] = []
    new: list[Span] = []
    for _ in range(draw(st.integers(1, 4))):
        shape = draw(st.sampled_from(("same", "replace", "insert", "delete")))
        text = draw(texts()) + draw(st.sampled_from(("", " ")))
        if shape == "same":
            old.append(Span(text, "same"))
            new.append(Span(text, "same"))
            continue
        gone = text if shape != "insert" else ""
        came = draw(texts()) if shape != "delete" else ""
        if gone:
            old.append(Span(gone, "deleted", len(changes)))
        if came:
            new.append(Span(came, "inserted", len(changes)))
        reasons = draw(st.lists(st.sampled_from(REASONS), min_size=1, max_size=3, unique=True))
        changes.append(
            Change(
                typing.cast(Literal["replace", "insert", "delete"], shape),
                gone,
                came,
                draw(st.sampled_from(WEIGHTS)),
                tuple(reasons),
            )
        )
    return ComparedLine(kind, tuple(old) or None, tuple(new) or None)


@st.composite
def pairs(draw: DrawFn) -> SectionPair:
    """A section of one side or both."""
    changes: list[Change] = []
    own = tuple(draw(st.lists(lines(changes), max_size=4)))
    status: Literal["unchanged", "changed", "added", "removed"] = "unchanged"
    if changes or any(line.elsewhere for line in own):
        status = draw(st.sampled_from(("changed", "added", "removed")))
    both = status in ("unchanged", "changed")
    return SectionPair(
        part=draw(st.sampled_from(PARTS)),
        status=status,
        moved=both and draw(st.booleans()),
        reparented=both and draw(st.booleans()),
        renumbered=both and draw(st.booleans()),
        similarity=1.0 if status == "unchanged" else draw(st.floats(0, 1)),
        old=None if status == "added" else draw(faces()),
        new=None if status == "removed" else draw(faces()),
        changes=tuple(changes),
        lines=own,
        split_from=draw(faces()) if status == "added" and draw(st.booleans()) else None,
        merged_into=draw(faces()) if status == "removed" and draw(st.booleans()) else None,
        split_into=tuple(draw(st.lists(faces(), max_size=2))) if status == "changed" else (),
        merged_from=tuple(draw(st.lists(faces(), max_size=2))) if status == "changed" else (),
    )


@st.composite
def comparisons(draw: DrawFn) -> Comparison:
    """Two versions beside each other."""
    old, new = (Side(draw(texts()), draw(texts()), draw(st.integers(0, 9999))) for _ in "ab")
    facts = draw(st.lists(st.builds(FactChange, texts(), texts(), texts()), max_size=2))
    return Comparison(old, new, tuple(draw(st.lists(pairs(), max_size=5))), tuple(facts))
