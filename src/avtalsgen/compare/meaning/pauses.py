"""Commas that move the reach of no condition.

Parterna ska, när det behövs, träffas.          between the verb and what it governs
Nämnden får häva avtalet, om bolaget brister.   the one thing that is said, and its condition
Bolaget ska städa och laga, om det behövs.      a condition of both, or of one: kept
"""

from collections.abc import Sequence
from typing import Final

from avtalsgen.register.meaning_words import WordLists

_PAUSE: Final = ","
_IF: Final = "om"
_ENDS: Final = frozenset(".!?")
_SEVERAL: Final = frozenset(("och", "eller", "samt", "men", "som", "att", "utan", ":", ";"))
"""What makes a sentence say more than one thing that a condition may be of."""


def without_loose_pauses(line: Sequence[str], words: WordLists) -> tuple[str, ...]:
    """Return the tokens of a whole line without the commas beside a condition that say nothing.

    A line that is cut is not to be asked about: what stands before it may be one thing more.
    """
    result: list[str] = []
    told: list[str] = []
    """What the sentence says so far."""
    inside = False
    """A condition that begins with a comma has not ended."""
    for place, token in enumerate(line):
        after = next((word for word in line[place + 1 :] if not word.isspace()), "").casefold()
        conditional = after == _IF or after in words.condition
        if token == _PAUSE and (inside or (conditional and _is_loose(told, words))):
            inside = not inside and bool(told) and told[-1] in words.modality
            continue
        result.append(token)
        if token in _ENDS:
            told, inside = [], False
        elif not token.isspace():
            told.append(token.casefold())
    return tuple(result)


def _is_loose(told: Sequence[str], words: WordLists) -> bool:
    """Return whether a condition after what is `told` is of the same, with a comma or without."""
    is_between = bool(told) and told[-1] in words.modality
    return is_between or (_SEVERAL.isdisjoint(told) and _PAUSE not in told)
