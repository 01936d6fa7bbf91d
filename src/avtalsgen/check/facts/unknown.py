"""Words that neither the dictionary nor the register knows.

A word that is put together of two that are known is known: Swedish makes them as it goes. Names
are nobody's to spell, so a word with a great letter counts only in a heading of great letters.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.facts.words import is_shouted
from avtalsgen.register.checking.lore import Lore

Knows = Callable[[str], bool]
_WORD: Final = re.compile(r"(?<![\w.@/-])[^\W\d_]{4,}(?![\w@/-]|\.\w)")
_PART: Final = 4
"""Letters that each half of a word has at least."""


def unknown_words(
    passages: Iterable[TextPassage], texts: Mapping[int, str], knows: Knows, lore: Lore
) -> Mapping[str, tuple[Stretch, ...]]:
    """Return the words of `passages` that are not known, in small letters, and where they stand."""
    places: dict[str, list[Stretch]] = {}
    for passage in passages:
        text = texts[id(passage)]
        capitals = is_shouted(text)
        for match in _WORD.finditer(text):
            if match.group().islower() or capitals:
                stretch = Stretch(passage, match.start(), match.end())
                places.setdefault(match.group().casefold(), []).append(stretch)
    ours = _of_register(lore)
    return {
        word: tuple(stretches)
        for word, stretches in places.items()
        if word not in ours and not is_spelled(word, knows)
    }


def is_one_edit(word: str, other: str, left: int) -> bool:
    """Return whether one letter put in, taken out, changed or swapped makes one of the other.

    From the letter on, `left` letters at least are left of the shorter: an ending is a form.
    """
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    start = 0
    shortest = min(len(word), len(other))
    while start < shortest and word[start] == other[start]:
        start += 1
    first, second = word[start:], other[start:]
    swapped = first[:2] == second[:2][::-1] and first[2:] == second[2:]
    alike = first[1:] == second[1:] or first[1:] == second or first == second[1:] or swapped
    return alike and shortest - start >= left


def is_spelled(word: str, knows: Knows) -> bool:
    """Return whether a word, or both its halves, are in the dictionary."""
    if knows(word) or knows(word.capitalize()):
        return True
    return any(
        knows(word[:cut]) and (knows(word[cut:]) or (word[cut] == "s" and knows(word[cut + 1 :])))
        for cut in range(_PART, len(word) - _PART)
    )


def _of_register(lore: Lore) -> frozenset[str]:
    names = (
        *(law.name for law in lore.laws.values()),
        *(name.name for body in lore.bodies.values() for name in body.names),
        *(phrase for need in lore.needs.clauses for phrase in (*need.headings, *need.phrases)),
        *(phrase for wording in lore.wordings.values() for phrase in wording.phrases),
    )
    words = (match.group().casefold() for name in names for match in _WORD.finditer(name))
    return lore.language.spelled | frozenset(words)
