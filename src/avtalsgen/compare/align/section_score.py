"""How well one section answers to another."""

from collections import Counter
from collections.abc import Callable, Mapping

from avtalsgen.compare.align.compounds import Compounds
from avtalsgen.compare.align.likeness import (
    Bag,
    bags,
    candidates,
    containment,
    likeness,
    phrases,
    shared,
    stems,
    words,
)
from avtalsgen.compare.align.outline import Outline, OutlineSection

# All numbers here are shares of 1, or parts of one, set on the pairs that docs/beslut.md names
# (2026-11-22, one assignment of all sections): the best wrong pair there stands below _LEAST, the
# worst right one above. What a pair is worth, before what stands around it is counted:
#
#     heading = 0.6 likeness + 0.4 containment       words that both have, of all / of the shorter
#     text    = 0.55 likeness + 0.45 containment     the latter as far as it cannot be by chance
#     worth   = 0.7 text + 0.3 heading               or 0.95 likeness of the text, if that is more
_HEAD_LIKENESS, _HEAD_CONTAINMENT = 0.6, 0.4
_TEXT_LIKENESS, _TEXT_CONTAINMENT = 0.55, 0.45
_TEXT, _HEADING = 0.7, 0.3
_LEAST = 0.22
"""What two sections must have in common to be one."""
_CONVINCING = 20.0
"""What shared words weigh that cannot be by chance."""
_SAME_PARENT, _SAME_CHILDREN, _SAME_PLACE = 0.08, 0.3, 0.03
"""What it adds that the parents answer to each other, all children do, the places are the same."""
_ONLY_HEADING = 0.8
"""What a heading alone is worth, where neither side has words of its own."""
_MOSTLY_NAMED = 0.5
"""How alike headings are at least that stand alone: `Leverantörens personal` is another section
than `Leverantörens åtagande`, though it may have been renamed where its text or what is below is
the same."""
_NOTHING_ALIKE, _WITHOUT_WORDS = 0.01, 0.5
"""Below what likeness of the words a heading and what is below it is worth only as much."""
_NAMED_ALIKE, _BOTH_ALIKE = 0.2, 0.07
"""From what likeness of headings some words in common count for more, and how much."""
_RENAMED = 0.95
"""What alike words are worth, whatever the headings."""


class Scores:
    """The sections that are not paired yet, and how well each answers to each."""

    def __init__(self, old: Outline, new: Outline, pairs: Mapping[int, int]) -> None:
        taken = set(pairs.values())
        self.olds = [entry for entry in old.sections if entry.place not in pairs]
        self.news = [entry for entry in new.sections if entry.place not in taken]
        self.lengths = len(old.sections), len(new.sections)
        self.children = _children(old), _children(new)
        self.texts = self._sides(lambda entry: phrases(entry.text))
        headings = (entry.face.heading for entry in (*self.olds, *self.news))
        known = Compounds(word for heading in headings for word in words(heading))
        self.heads = self._sides(lambda entry: stems(entry.face.heading, known))
        likely = {*candidates(*self.texts), *candidates(*self.heads)}
        self.base = {(i, j): self._words(i, j) for i, j in sorted(likely)}

    def worth(self, pairs: Mapping[int, int]) -> dict[int, dict[int, float]]:
        """Return by places what each pair is worth, `pairs` being what seems to be paired."""
        scores: dict[int, dict[int, float]] = {}
        for (i, j), score in self.base.items():
            old, new = self.olds[i], self.news[j]
            score += self._around(old, new, pairs)
            if score > _LEAST:
                scores.setdefault(old.place, {})[new.place] = score - _LEAST
        return scores

    def _sides(
        self, count: Callable[[OutlineSection], Counter[str]]
    ) -> tuple[list[Bag], list[Bag]]:
        every = bags(count(entry) for entry in (*self.olds, *self.news))
        return every[: len(self.olds)], every[len(self.olds) :]

    def _words(self, i: int, j: int) -> float:
        heads = self.heads[0][i], self.heads[1][j]
        heading = _HEAD_LIKENESS * likeness(*heads) + _HEAD_CONTAINMENT * containment(*heads)
        old, new = self.texts[0][i], self.texts[1][j]
        if not old.total and not new.total:
            return _ONLY_HEADING * heading if likeness(*heads) >= _MOSTLY_NAMED else 0.0
        alike = likeness(old, new)
        sure = min(1.0, shared(old, new) / _CONVINCING)
        text = _TEXT_LIKENESS * alike + _TEXT_CONTAINMENT * containment(old, new) * sure
        if not heads[0].total and not heads[1].total:
            return text
        if alike < _NOTHING_ALIKE:
            heading *= _WITHOUT_WORDS
        elif likeness(*heads) >= _NAMED_ALIKE:
            text += _BOTH_ALIKE
        return max(_TEXT * text + _HEADING * heading, _RENAMED * alike)

    def _around(self, old: OutlineSection, new: OutlineSection, pairs: Mapping[int, int]) -> float:
        apart = abs(old.place / self.lengths[0] - new.place / self.lengths[1])
        score = _SAME_PLACE * (1 - apart)
        if (old.parent, new.parent) == (-1, -1) or pairs.get(old.parent) == new.parent:
            score += _SAME_PARENT
        below = self.children[0].get(old.place, ()), self.children[1].get(new.place, ())
        if all(below):
            answering = sum(pairs.get(child) in below[1] for child in below[0])
            empty = bool(old.text) != bool(new.text)
            bonus = _SAME_CHILDREN * (_WITHOUT_WORDS if empty else 1.0)
            score += bonus * 2 * answering / (len(below[0]) + len(below[1]))
        return score


def _children(side: Outline) -> dict[int, set[int]]:
    children: dict[int, set[int]] = {}
    for entry in side.sections:
        children.setdefault(entry.parent, set()).add(entry.place)
    return children
