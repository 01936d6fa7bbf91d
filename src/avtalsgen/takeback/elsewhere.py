"""A sentence that went from one paragraph to another: two changes that tell of each other.

What is moved as a whole, a section, a paragraph or an item, is `flyttad`. A sentence leaves a
paragraph that says less and gets into one that says more: other words of two clauses, which are
decided by themselves.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.model.returned.changes import ReturnedChange, Told
from avtalsgen.takeback.paper.folding import folded

_FEWEST: Final = 3
"""Words of a sentence; fewer come and go by chance."""


def told_elsewhere(changes: Sequence[ReturnedChange]) -> list[ReturnedChange]:
    """Return changes; the hint of words that only went, or only came, says where the same are."""
    gone = {_key(each, each.old): each for each in changes if each.old and not each.new}
    came = {_key(each, each.new): each for each in changes if each.new and not each.old}
    hints = {}
    for key in gone.keys() & came.keys():
        if len(str(key[-1]).split()) >= _FEWEST:
            hints[id(gone[key])] = f"samma ord har kommit till i {came[key].section}"
            hints[id(came[key])] = f"samma ord är strukna i {gone[key].section}"
    return [replace(each, hint=each.hint or hints.get(id(each), "")) for each in changes]


def _key(change: ReturnedChange, words: Told) -> tuple[object, ...]:
    """Return whose words they are, and which; those of a whole section or a fact are no others."""
    told = folded(str(words)).text.strip() if change.kind == "avvikelse" else ""
    return change.tracked, change.author, told
