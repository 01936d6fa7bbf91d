"""Which words may be the infinitive of a verb: `lämna`, `stå`, `överse`.

An infinitive ends in -a, or is one of the few verbs that end in the vowel of their stem, with or
without a word before it that the verb is one with. Words of other kinds look the same: `hela`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_SHORT: Final = re.compile(
    r"""
    (?:an|av|be|bi|er|för|förut|fram|före|genom|in|kvar|mot|ned|om|på|till|upp|ut|över|åter|under)?
    (?:stå|gå|få|slå|nå|se|ge|be|ske|bo|tro|dö|bry|fly)|bero
    """,
    re.VERBOSE,
)
_PARTICLES: Final = frozenset(("bort", "fram", "in", "ned", "ner", "upp", "ut", "åter"))
"""Words that are one with the verb before them, as they are in one word: `lämna in`, `inlämna`."""


def may_be_infinitive(word: str) -> bool:
    """Return whether a word in small letters may be the infinitive of a verb."""
    return word.endswith("a") or bool(_SHORT.fullmatch(word))


def with_particles(words: Sequence[str]) -> Iterator[str]:
    """Yield `words` in small letters, `visa upp` as one: `uppvisa`."""
    joined = False
    for word, follows in pairwise((*words, "")):
        is_verb = may_be_infinitive(word.removesuffix("s")) and len(word) > 1
        if not joined:
            yield f"{follows}{word}" if (joins := is_verb and follows in _PARTICLES) else word
            joined = joins
        else:
            joined = False
