"""What one move explains is one change, however many words were moved.

Of texts that changed order the comparison lets those with the most words stay, so a long section
that was moved past two short ones would be told as two that moved. Nobody did that.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from avtalsgen.compare.align.outline import Outline


def moved_alone(answers: Sequence[int], blocks: Sequence[range], words: Sequence[int]) -> int:
    """Return which text was moved if all others keep their order without it; else -1.

    `answers` are the places of texts in the new order, by their places in the old. `blocks` are
    what goes with each, itself first; `words` weigh them: of several the lightest is told.
    """
    best = -1
    for place, block in enumerate(blocks):
        left = [*answers[: block.start], *answers[block.stop :]]
        light = best < 0 or sum(words[i] for i in block) < sum(words[i] for i in blocks[best])
        if light and all(before < after for before, after in pairwise(left)):
            best = place
    return best


def section_moved_alone(old: Outline, new: Outline, pairs: Mapping[int, int]) -> int:
    """Return the section of `old` whose move alone explains the new order; -1 if none does."""
    olds = sorted(pairs)
    blocks = []
    for first, place in enumerate(olds):
        inside, last = {place}, first + 1
        while last < len(olds):
            below = olds[last]
            parent = old.sections[below].parent
            along = parent in inside and new.sections[pairs[below]].parent == pairs[parent]
            if not along or pairs[below] != pairs[olds[last - 1]] + 1:
                break
            inside.add(below)
            last += 1
        blocks.append(range(first, last))
    words = [1 + len(old.sections[place].text) for place in olds]
    alone = moved_alone([pairs[place] for place in olds], blocks, words)
    return olds[alone] if alone >= 0 else -1
