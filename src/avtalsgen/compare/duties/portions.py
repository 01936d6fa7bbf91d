"""What two parties bear of one thing: a duty of each, with its part.

    Kommunen betalar 55 procent och regionen 45 procent av hyran.   →   a duty of each
    Parterna betalar hälften var av hyran.                          →   one of each, half of it

The second is told apart only where the other text has one of each, since elsewhere it is one duty
of both.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.compare.duties.statements import Stated, Statement, words_of
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.swedish.numbers import read_letters

_JOINS: Final = frozenset(("och", "samt", "medan"))
_AMOUNT: Final = 2
"""Words of a part: `55 procent`."""
_FIRST: Final = 2
"""Words of a sentence before its party, at most: `Den placerande kommunen`."""
_BOTH: Final = "båda"
_SAME: Final = 0.5
"""The share of what is told of a thing that both tell of it, at least."""


def shared_parts(
    statement: Statement, is_party: Callable[[str], bool], units: frozenset[str]
) -> Sequence[Statement]:
    """Return a sentence for each of two parties that share something, none where they do not.

    `units` are what a part is counted in: `procent`, `tredjedelar`.
    """
    words = statement.text.split()
    plain = [word.strip(".,;:").casefold() for word in words]
    who = next(
        (place for place in range(min(_FIRST + 1, len(words))) if is_party(plain[place])), -1
    )
    amounts = [place for place in range(len(words)) if _is_amount(plain, place, units)]
    if who < 0 or len(amounts) != _AMOUNT:
        return ()
    first, second = amounts
    joins = range(first + _AMOUNT, second)
    join = next((place for place in joins if plain[place] in _JOINS), -1)
    if join < 0 or second - join != _AMOUNT or not is_party(plain[join + 1]):
        return ()
    rest = words[second + _AMOUNT :]
    amount = [word.rstrip(".,") for word in words[second : second + _AMOUNT]]
    texts = (
        " ".join((*words[:first], *plain[first:join], *rest)),
        " ".join((words[join + 1].capitalize(), *words[who + 1 : first], *amount, *rest)),
    )
    return [replace(statement, text=text, words=words_of(text)) for text in texts]


def _is_amount(words: Sequence[str], place: int, units: frozenset[str]) -> bool:
    number, unit = (*words[place : place + _AMOUNT], "", "")[:_AMOUNT]
    return unit in units and (number.isdecimal() or read_letters(number) is not None)


def of_each(
    duties: Sequence[Stated], others: Sequence[Stated], is_halved: Callable[[Stated], bool]
) -> Iterator[Stated]:
    """Yield `duties`, one that halves something as one of each who shares it in the `others`."""
    kept = {duty.text for duty in others}
    sharing: dict[str, list[Stated]] = {}
    for duty in others:
        if duty.main != duty.text:
            sharing.setdefault(duty.text, []).append(duty)
    for duty in duties:
        halved = duty.party == _BOTH and duty.text not in kept and is_halved(duty)
        about = (shared for shared in sharing.values() if halved and _share_words(duty, shared[0]))
        parties = {other.party for other in next(about, ())}
        if len(parties) > 1:
            yield from (replace(duty, party=party) for party in sorted(parties))
        else:
            yield duty


def _share_words(duty: Stated, other: Stated) -> bool:
    told, said = ({*filter(is_content, side.words)} for side in (duty, other))
    return len(told & said) >= _SAME * len(said)
