"""Two people's answers put together, question by question.

when mine was opened   in the file now   mine    what is saved
a                      a                 b       b
a                      c                 a       c, as it stands
a                      c                 c       c, as it stands
a                      c                 b       nothing: somebody has to choose
"""

from collections.abc import Mapping

from avtalsgen.pipeline.drafting.answers import Answers
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class AnswerClash:
    """One question that two have answered differently."""

    path: str
    before: Put
    """What both began with; nothing also where that is not remembered."""
    mine: Put
    theirs: Put


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be saved of mine, what cannot be before somebody chooses, what others saved."""

    changes: Mapping[str, Put]
    clashes: tuple[AnswerClash, ...]
    theirs: tuple[str, ...]
    """The questions that others have answered meanwhile, and that stay so."""


def merged(before: Answers | None, now: Answers, mine: Answers) -> Merged:
    """Return `mine` put together with what the file says `now`.

    `before` is what the file said when mine was opened; when nobody remembers, everything that
    differs is to be chosen. `mine` has all that was asked, also what was left as it was.

    Laws: with nothing saved meanwhile, all of mine is saved; what only others have changed stays.
    """
    changes: dict[str, Put] = {}
    clashes = []
    theirs = []
    for path, answer in mine.items():
        there = now.get(path)
        began = before.get(path) if before is not None else None
        changed = before is None or answer != began
        moved = before is None or there != began
        if answer == there:
            continue
        if changed and moved:
            clashes.append(AnswerClash(path, began, answer, there))
        elif changed:
            changes[path] = answer
        else:
            theirs.append(path)
    return Merged(changes, tuple(clashes), tuple(theirs))
