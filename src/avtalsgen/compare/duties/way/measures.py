"""What a duty is measured in, as its words are folded: a share, hours, how many."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

_CLOCK: Final = re.compile(r"([01][0-9]|2[0-4])\.([0-5][0-9])")
_NUMBER: Final = re.compile(r"[0-9]+(?:,[0-9]+)?")
_NO_COUNT: Final = re.compile(r"(?:19|20)[0-9]{2}|0[0-9]+")
"""A year, also in two figures: `AB 04`."""
_PLACES: Final = frozenset(("§", "kap", "kapitel", "bilaga", "avsnitt", "punkt", "stycket"))
_ONE: Final = ("en", "ett")
_PER, _ON = "per", "på"
_PERCENT: Final = "procent"
_BETWEEN: Final = frozenset(("till", "och", "-"))
_AT: Final = "klockan"
_BEFORE: Final = frozenset(("senast", "före", "innan"))
_ALL_DAY: Final = ("dygnet", "runt")
_DAY: Final = 24 * 60
"""Minutes of a day."""
_SPAN: Final = 3
"""Words of a span: a time, what stands between, another time."""
_ONES: Final = {"en": 1, "ett": 1}

Span = tuple[int, int]
"""When something begins and when it ends, in minutes from midnight."""


def shares(words: Sequence[str], parts: Mapping[str, int]) -> Iterator[Fraction]:
    """Yield the shares that are named, in their order: `två tredjedelar`, `40 procent`.

    `parts` says for each word for a part what the whole is divided by.
    """
    for before, word in pairwise(words):
        if word == _PERCENT and _NUMBER.fullmatch(before):
            yield Fraction(before.replace(",", ".")) / 100
        elif word in parts:
            number = int(before) if before.isdecimal() else _ONES.get(before, 0)
            if number:
                yield Fraction(number, parts[word])


def spans(words: Sequence[str]) -> tuple[Span, ...]:
    """Return the spans of hours that are named: `08.00 till 17.00`, `dygnet runt`."""
    told = [word for word in words if word != _AT]
    named = [
        (start, end)
        for place in range(len(told) - _SPAN + 1)
        if told[place + 1] in _BETWEEN
        and (start := _minutes(told[place])) is not None
        and (end := _minutes(told[place + 2])) is not None
    ]
    if is_all_day(told):
        named.append((0, _DAY))
    return tuple(named)


def is_all_day(words: Sequence[str]) -> bool:
    """Return whether something goes on by day and by night."""
    return _ALL_DAY in pairwise(words)


def open_minutes(hours: Sequence[Span]) -> int:
    """Return how long `hours` are together; what ends before it begins ends the day after."""
    return sum(end - start if end > start else end - start + _DAY for start, end in hours)


def last_minute(words: Sequence[str]) -> int | None:
    """Return the time of day that something must be done by, if there is one: `senast kl. 9`."""
    told = [word for word in words if word != _AT]
    times = [
        time
        for before, word in pairwise(told)
        if before in _BEFORE and (time := _minutes(word)) is not None
    ]
    return times[0] if len(times) == 1 else None


def numbered(words: Sequence[str], *, ones: bool = False) -> list[float]:
    """Return the numbers that count something: no year, and no number of a place or a law.

    With `ones` also what there is one of: `en uppsökare`.
    """
    counted = ("1" if ones and word in _ONE else word for word in words)
    return [
        float(word.replace(",", "."))
        for before, word in pairwise(("", *counted))
        if _NUMBER.fullmatch(word) and not _NO_COUNT.fullmatch(word) and before not in _PLACES
    ]


def bound_way(old: Sequence[str], new: Sequence[str]) -> int:
    """Return which way it went where a most became a least, 1, or a least a most, -1."""
    least = [any(numbers_at(side, word) for word in ("minst", "lägst")) for side in (old, new)]
    most = [bool(numbers_at(side, "högst")) for side in (old, new)]
    turned = least[0] != most[0] and least == most[::-1]
    return least[1] - most[1] if turned else 0


def shared_by(words: Sequence[str]) -> list[float]:
    """Return how many share one of something: `en anställd på fyra barn`, `per 4 barn`."""
    several = [
        float(number.replace(",", "."))
        for one, _, on, number in zip(words, words[1:], words[2:], words[3:], strict=False)
        if on == _ON and (one in _ONE or one.isdecimal()) and _NUMBER.fullmatch(number)
    ]
    return numbers_at(words, _PER) or several


def numbers_at(words: Sequence[str], limit: str) -> list[float]:
    """Return the numbers that follow `limit`, or that have it as their unit."""
    numbers = [
        float(word.replace(",", "."))
        for at, word in enumerate(words)
        if _NUMBER.fullmatch(word)
        and limit in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    ]
    return numbers + [1.0 for before, word in pairwise(words) if before == limit and word in _ONE]


def _minutes(word: str) -> int | None:
    clock = _CLOCK.fullmatch(word)
    return 60 * int(clock[1]) + int(clock[2]) if clock else None
