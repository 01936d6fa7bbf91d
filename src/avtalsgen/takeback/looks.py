"""Words that are as they were and look otherwise."""

from collections.abc import Iterator, Sequence
from typing import Final

from avtalsgen.readers.docx.returned.sheet import Look, SheetStretch
from avtalsgen.takeback.paper.beside import LineSide, WordEdit

_NAMES: Final = {
    "bold": ("fet", "inte längre fet"),
    "italic": ("kursiv", "inte längre kursiv"),
    "underline": ("understruken", "inte längre understruken"),
    "struck": ("överstruken", "inte längre överstruken"),
    "capitals": ("versaler", "inte längre versaler"),
}
LINK: Final = "länk"
_SIZE_SLACK: Final = 1
"""Half points; programs round sizes."""


def unchanged(old: LineSide, new: LineSide, edits: Sequence[WordEdit]) -> Iterator[tuple[int, int]]:
    """Yield the places of each letter that both sides have."""
    old_here = new_here = 0
    for edit in (*edits, WordEdit(len(old.text), len(old.text), len(new.text), len(new.text))):
        yield from zip(range(old_here, edit.old_from), range(new_here, edit.new_from), strict=False)
        old_here, new_here = edit.old_to, edit.new_to


def letters(
    old: LineSide, new: LineSide, edits: Sequence[WordEdit]
) -> Iterator[tuple[int, SheetStretch, SheetStretch]]:
    """Yield of each letter that both sides have its place in the new one and its two stretches."""
    before, now = _stretches(old), _stretches(new)
    for old_place, new_place in unchanged(old, new, edits):
        ours, theirs = before[old_place], now[new_place]
        if ours is not None and theirs is not None:
            yield new_place, ours, theirs


def _stretches(side: LineSide) -> list[SheetStretch | None]:
    """Return the stretch of each letter; a space and what parts two lines have none."""
    stretches: list[SheetStretch | None] = [None] * len(side.text)
    for line, begins in zip(side.lines, side.starts, strict=True):
        for place, letter in enumerate(line.words):
            if not letter.isspace():
                stretches[begins + place] = line.stretch(place)
    return stretches


def rejected_look(stretch: SheetStretch) -> Look:
    """Return how a stretch looks with tracked changes of its look rejected."""
    return stretch.before or stretch.look


def looks_changed(
    old: LineSide, new: LineSide, edits: Sequence[WordEdit]
) -> Iterator[tuple[str, str]]:
    """Yield words that look otherwise, and how."""
    start, end, told = -1, -1, ""
    for new_place, before, now in letters(old, new, edits):
        difference = look_change(rejected_look(before), rejected_look(now))
        if difference != told:
            if told:
                yield new.written(start, end), told
            start, told = new_place, difference
        end = new_place + 1
    if told:
        yield new.written(start, end), told


def look_change(old: Look, new: Look) -> str:
    """Return how a look differs from another, in Swedish; nothing where no reader sees it."""
    if old == new or old.unseen != new.unseen:
        return ""
    told = []
    if old.address.rstrip("/") != new.address.rstrip("/"):
        told.append(f"{LINK} till {new.address}" if new.address else "inte längre länk")
    for name, (came, went) in _NAMES.items():
        if getattr(old, name) != getattr(new, name):
            told.append(came if getattr(new, name) else went)
    if old.colour != new.colour:
        told.append(f"färg {new.colour or 'svart'}")
    if abs(old.size - new.size) > _SIZE_SLACK:
        told.append(f"storlek {new.size / 2:g}")
    if old.highlight != new.highlight:
        told.append("markerad" if new.highlight else "inte längre markerad")
    return ", ".join(told)


def hidden_since(
    old: LineSide, new: LineSide, edits: Sequence[WordEdit]
) -> Iterator[tuple[int, int, str]]:
    """Yield where words of ours stand that are not seen in their file, and why."""
    start, end, kind = -1, -1, ""
    for new_place, before, now in letters(old, new, edits):
        look = rejected_look(now)
        unseen = look.unseen if look.unseen != before.look.unseen else ""
        if unseen != kind:
            if kind:
                yield start, end, kind
            start, kind = new_place, unseen
        end = new_place + 1
    if kind:
        yield start, end, kind
