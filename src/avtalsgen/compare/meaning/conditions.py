"""A condition that stands first, put last: the same sentence in another order of words.

    Om utföraren brister │ får │ beställaren │ säga upp uppdraget
                         │     │             │
    Beställaren │ får │ säga upp uppdraget │ om utföraren brister

The finite verb stands second in a Swedish sentence: after a condition that stands first comes
the verb, then who it is about. All ways to read a sentence so are tried; one must be the other.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final

_IF: Final = frozenset(("om", "när", "ifall"))
_AUXILIARY: Final = frozenset(("har", "är"))
"""Verbs that stand second and bind nobody: `har … rätt att`."""
_LONGEST_SUBJECT: Final = 4
"""Words of who a sentence is about: a party, or the name of a body."""
_LONGEST: Final = 80
"""Words of a sentence that is looked at."""


def same_but_for_order(old: Sequence[str], new: Sequence[str], verbs: frozenset[str]) -> bool:
    """Return whether two sentences are the same but for where their condition stands.

    Words in small letters without marks; `verbs` are those that may stand second.
    """
    if sorted(old) != sorted(new) or len(old) > _LONGEST:
        return False
    return any(
        tuple(other) in set(_put_last(sentence, verbs))
        for sentence, other in ((old, new), (new, old))
    )


def _put_last(sentence: Sequence[str], verbs: frozenset[str]) -> Iterator[tuple[str, ...]]:
    if not sentence or sentence[0] not in _IF:
        return
    for place, word in enumerate(sentence):
        if word not in verbs and word not in _AUXILIARY:
            continue
        condition, rest = sentence[:place], sentence[place + 1 :]
        for length in range(1, min(_LONGEST_SUBJECT, len(rest)) + 1):
            yield (*rest[:length], word, *rest[length:], *condition)


def sentences(tokens: Sequence[str], short: Container[str]) -> Iterator[tuple[str, ...]]:
    """Yield the sentences of `tokens`: a point with a space and a capital after it ends one.

    So does one with a number after it, unless the word before it is `short` for another: `kl. 8`.
    """
    start = 0
    for place, (token, after) in enumerate(pairwise((*tokens, " "))):
        if token not in (".", "!", "?") or not after.isspace():
            continue
        follows = next((word for word in tokens[place + 1 :] if not word.isspace()), "")
        before = tokens[place - 1].casefold() if place else ""
        counted = follows[:1].isdigit() and before not in short
        if not follows or follows[0].isupper() or counted:
            yield tuple(tokens[start : place + 1])
            start = place + 1
    if start < len(tokens):
        yield tuple(tokens[start:])
