"""A condition or a time that stands first, put last: the same sentence in another order of words.

    Om utföraren brister │ får │ beställaren │ säga upp uppdraget
                         │     │             │
    Beställaren │ får │ säga upp uppdraget │ om utföraren brister

    Beställaren │ ska │ senast den 1 mars │ lämna en plan
    Beställaren │ ska │                   │ lämna en plan │ senast den 1 mars

The finite verb stands second in a Swedish sentence: after what stands first comes the verb, then
who it is about. All ways to read a sentence so are tried; one must be the other.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import pairwise
from typing import Final

from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.swedish.infinitives import may_be_infinitive

_AUXILIARY: Final = frozenset(("har", "är"))
"""Verbs that stand second and bind nobody: `har … rätt att`."""
_IF: Final = "om"
_IMPOSES: Final = ("det", "åligger")
_TO, _MUST = "att", "ska"
_FEWEST: Final = 5
"""Words of a condition with what it is of."""
_AND: Final = frozenset(("och", "samt", "men", "dock"))
"""Words after which a sentence may speak of something else."""
_WHILE: Final = "medan"
_BELOW: Final = frozenset(("som", "att", "eller", *_AND))
"""Words after which a condition put last may be of something else than the whole."""
_LONGEST_SUBJECT: Final = 4
"""Words of who a sentence is about: a party, or the name of a body."""
_LONGEST: Final = 80
"""Words of a sentence that is looked at."""


def same_but_for_order(
    old: Sequence[str],
    new: Sequence[str],
    verbs: frozenset[str],
    openings: frozenset[str],
    is_verb: Callable[[str], object] = lambda _word: False,
) -> bool:
    """Return whether two sentences are the same but for what stands first, in the middle or last.

    Words in small letters without marks; `verbs` are those that may stand second, `openings` begin
    what may be put last. What else `is_verb` says may stand second where nothing is joined to it.
    """
    if not old or sorted(old) != sorted(new) or len(old) > _LONGEST:
        return False
    return any(
        tuple(other) in set(_put_last(sentence, verbs, openings, is_verb))
        for sentence, other in ((old, new), (new, old))
    )


def with_opening(sentence: Sequence[str], is_verb: Callable[[str], object]) -> tuple[str, ...]:
    """Return a sentence whose condition begins with its verb with `om` first, as others have it.

    `Försätts bolaget i konkurs får …` is `Om bolaget försätts i konkurs får …`. In running text
    only a condition begins with a verb, and the next word is who it is about.
    """
    if len(sentence) < _FEWEST or not is_verb(sentence[0]) or sentence[0] in _AUXILIARY:
        return tuple(sentence)
    verb, subject, *rest = sentence
    return (_IF, subject, verb, *rest)


def imposed(sentence: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence that imposes something as one of who must: `Det åligger föraren att vänta`.

    `Föraren ska vänta` says the same.
    """
    opens = tuple(sentence[: len(_IMPOSES)]) == _IMPOSES
    who = range(len(_IMPOSES) + 1, len(_IMPOSES) + 1 + _LONGEST_SUBJECT)
    ends = next((place for place in who if sentence[place : place + 1] == (_TO,)), 0)
    if not opens or not ends:
        return tuple(sentence)
    return (*sentence[len(_IMPOSES) : ends], _MUST, *sentence[ends + 1 :])


def _put_last(
    sentence: Sequence[str],
    verbs: frozenset[str],
    openings: frozenset[str],
    is_verb: Callable[[str], object],
) -> Iterator[tuple[str, ...]]:
    for place, word in enumerate(sentence):
        before, rest = sentence[:place], sentence[place + 1 :]
        listed = word in verbs or word in _AUXILIARY
        alone = not listed and is_verb(word) and _BELOW.isdisjoint(rest) and verbs.isdisjoint(rest)
        if not (listed or alone):
            continue
        if _goes_on(rest, verbs, is_verb):
            return
        if (
            word in verbs
            and may_be_infinitive("".join(rest[:1]))
            and len(before) <= _LONGEST_SUBJECT
        ):
            yield (*rest[1:], word, *before, rest[0])  # vad som går sönder ska bolaget ersätta
        if sentence[0] in openings:
            for length in range(1, min(_LONGEST_SUBJECT, len(rest)) + 1):
                yield (*rest[:length], word, *rest[length:], *before)
        elif rest and rest[0] in openings and _AND.isdisjoint(rest):
            for length in range(1, len(rest)):
                yield (*before, word, *rest[length:], *rest[:length])


def _goes_on(rest: Sequence[str], verbs: frozenset[str], is_verb: Callable[[str], object]) -> bool:
    """Return whether a sentence goes on with what the condition may not be about.

    `Under 2027 ska utföraren ha tio platser och 2028 tolv platser`: put last it is of 2028 too. So
    is one of the other of two who are to do something: `ringa kommunen och kommunen betala resan`.
    """
    for place, word in enumerate(rest):
        if word in _AND or word == _WHILE:
            after = rest[place + 1 :]
            said = any(later in verbs or later[:1].isdigit() for later in after)
            return said or _has_actor(after, is_verb)
    return False


def _has_actor(joined: Sequence[str], is_verb: Callable[[str], object]) -> bool:
    """Return whether somebody else acts in what is joined: a subject, and then a verb of its own.

    `kommunen betala resan`, `kommunen betalar resan`; not `betala resan`.
    """
    beginning = joined[:_LONGEST_SUBJECT]
    acts = (
        place for place, word in enumerate(beginning) if may_be_infinitive(word) or is_verb(word)
    )
    return next(acts, 0) > 0


Side = tuple[Sequence[str], int, int]
"""The tokens of a line, and from where to where they are edited."""


def sentences_of(
    old: Side, new: Side, short: Container[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentence of each side that an edit stands in, nothing if those are not one.

    They are if they have half of the words of the shorter in common.
    """
    olds, news = _around(*old, short), _around(*new, short)
    words = [{token.casefold() for token in side if is_content(token)} for side in (olds, news)]
    are_one = 2 * len(words[0] & words[1]) >= max(1, min(map(len, words)))
    return (olds, news) if are_one else ((), ())


def _around(tokens: Sequence[str], start: int, end: int, short: Container[str]) -> tuple[str, ...]:
    """Return the sentence that holds the tokens from `start` to `end`, nothing if none does."""
    begins = 0
    for sentence in sentences(tokens, short):
        if begins <= start and end <= begins + len(sentence):
            return sentence
        begins += len(sentence)
    return ()


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
