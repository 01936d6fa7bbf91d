"""A fact that several hands gave another value: what it is when all of them are accepted."""

from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.model.returned.changes import Told


def after_both(old: Told, now: Told, new: Told) -> Told:
    """Return `now` with what made `new` of `old` done to it too; where both did the same, `new`.

    old       Kravet utgår för alla.
    now       Kravet utgår helt för alla.
    new       Kravet gäller för alla.
    returned  Kravet gäller helt för alla.
    """
    if old == now or not (isinstance(old, str) and isinstance(now, str) and isinstance(new, str)):
        return new
    olds = tokens(old)
    sides = [
        [
            (edit.old_from, edit.old_to, "".join(words[edit.new_from : edit.new_to]))
            for edit in word_diff(olds, words)
            if edit.kind != "same"
        ]
        for words in (tokens(now), tokens(new))
    ]
    ours, theirs = sides
    if any(_meet(mine, other) for mine in ours for other in theirs if mine != other):
        return new
    text, here = "", 0
    for start, end, words in sorted({*ours, *theirs}):
        text += "".join(olds[here:start]) + words
        here = end
    return text + "".join(olds[here:])


def _meet(mine: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return mine[0] <= other[1] and other[0] <= mine[1]
