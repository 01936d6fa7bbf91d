"""Which sections stand somewhere else than they stood."""

from collections.abc import Mapping

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.words.subsequence import increasing


def moved_sections(old: Outline, new: Outline, pairs: Mapping[int, int]) -> frozenset[int]:
    """Return the places in `old` of those that have another parent or another order.

    Of sections that changed order among themselves, those with the most words stay. What only
    came to stand later because something came before it has not moved, nor has what followed
    with a section that did.
    """
    weights = _weights(old)
    families: dict[int, list[int]] = {}
    moved = set()
    for place, answer in pairs.items():
        parent = old.sections[place].parent
        if pairs.get(parent, -1 if parent < 0 else -2) == new.sections[answer].parent:
            families.setdefault(parent, []).append(place)
        else:
            moved.add(place)
    for family in families.values():
        answers = [pairs[place] for place in family]
        staying = increasing(answers, [weights[place] for place in family])
        moved |= {place for at, place in enumerate(family) if at not in staying}
    return frozenset(moved)


def _weights(side: Outline) -> list[float]:
    """Return for each section how much text it has with all below it."""
    weights = [1.0 + len(entry.face.heading) + len(entry.text) for entry in side.sections]
    for entry in reversed(side.sections):
        if entry.parent >= 0:
            weights[entry.parent] += weights[entry.place]
    return weights
