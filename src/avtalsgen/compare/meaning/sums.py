"""Amounts, days and times of day as one form of each: what arithmetic says is the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.durations import UNITS, TimeUnit
from avtalsgen.swedish.typography import SPACE

_AMOUNT: Final = re.compile(r"[0-9]{1,15}(?:,[0-9]{1,6})?")
_POINTED: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,4}")
"""An amount with points between its thousands: `1.250`."""
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONG_DATE: Final = re.compile(rf"([0-9]{{1,2}}){SPACE}({'|'.join(MONTHS)}){SPACE}([0-9]{{4}})")
_SLASHED: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_YEAR: Final = re.compile(r"[0-9]{4}")
_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-4])(?:[:.]([0-5][0-9]))?")
_CLOCK_ALONE: Final = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9]")
_AT: Final = "klockan"
_UNTIL: Final = "till"
_ENDS: Final = {"utgång": "utgången", "slut": "slutet"}
_OF_A_TIME: Final = frozenset(("månads", "års"))
_OF, _YEARS = ("av",), "år"
_CHANGES: Final = frozenset(("från", "med"))
"""Words before the first of two numbers of which the second is the new: `höjs från 6 till 8`."""
_BETWEEN, _AND = "mellan", "och"
_MINUTES: Final = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_SMALLER: Final = {
    TimeUnit.YEAR: (12, TimeUnit.MONTH),
    TimeUnit.WEEK: (7, TimeUnit.DAY),
    TimeUnit.FULL_DAY: (24, TimeUnit.HOUR),
}
_SMALLEST: Final = frozenset(smaller for _, smaller in _SMALLER.values())
_SPAN: Final = 3
"""Tokens of a time, a dash and another time."""


def may_say(tokens: Sequence[str]) -> bool:
    """Return whether `tokens` may have an amount, a day or a time: else each is as it is."""
    return any(token[:1].isdigit() or token in _ENDS for token in tokens)


def amounts(
    tokens: Sequence[str], kronor: Mapping[str, int], times: Mapping[str, int]
) -> list[str]:
    """Return `tokens` with every amount of money in whole kronor: `20 mnkr` is `20000000 kronor`.

    `kronor` says how many kronor a unit is, `times` what a word between number and unit
    multiplies by. An amount without a unit is left as it is.
    """
    result: list[str] = []
    place = 0
    while place < len(tokens):
        if not tokens[place][:1].isdigit():
            result.append(tokens[place])
            place += 1
            continue
        number, *after = (*tokens[place : place + 3], "", "")[:3]
        plain = number.replace(".", "") if _POINTED.fullmatch(number) else number
        between = times.get(after[0], 1)
        unit, length = (after[1], 3) if after[0] in times else (after[0], 2)
        if _AMOUNT.fullmatch(plain) and unit in kronor:
            sum_ = Decimal(plain.replace(",", ".")) * between * kronor[unit]
            result += [f"{sum_.normalize():f}".replace(".", ","), "kronor"]
            place += length
        else:
            result.append(number)
            place += 1
    return result


def lengths(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with whole years in months, weeks in days and full days in hours.

    Nothing else is the same by arithmetic: a month has no number of days, nor a working week.
    """
    result = list(tokens)
    for place, token in enumerate(tokens[:-1]):
        unit = UNITS.get(tokens[place + 1]) if token.isdecimal() else None
        if unit in _SMALLER:
            times, smaller = _SMALLER[unit]
            result[place : place + 2] = [str(int(token) * times), smaller.plural]
        elif unit in _SMALLEST:
            result[place + 1] = unit.plural
    return result


def days(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with every whole date as `2022-01-01`, without the `den` before it.

    A day and a month with a stroke between and a year after it is one: `1/3 2022`.
    """
    result: list[str] = []
    for token in _unslashed(tokens):
        if not token[:1].isdigit():
            result.append(token)
            continue
        written = _LONG_DATE.fullmatch(token)
        if written:
            month = MONTHS.index(written[2]) + 1
            token = f"{written[3]}-{month:02}-{int(written[1]):02}"
        if _ISO.fullmatch(token) and result[-1:] == ["den"]:
            result.pop()
        result.append(token)
    return result


def _unslashed(tokens: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(tokens):
        slashed = _SLASHED.fullmatch(tokens[place]) if "/" in tokens[place] else None
        if (
            slashed
            and _YEAR.fullmatch(_next(tokens, place))
            and 1 <= int(slashed[2]) <= len(MONTHS)
        ):
            yield f"{_next(tokens, place)}-{int(slashed[2]):02}-{int(slashed[1]):02}"
            place += 2
        else:
            yield tokens[place]
            place += 1


def ends(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with the end of a month or a year as `utgången av april`.

    `april månads utgång`, `2025 års utgång` and `utgången av år 2025` are other ways to say it.
    """
    result: list[str] = []
    for place, token in enumerate(tokens):
        if token in _ENDS and result[-1:] and result[-1] in _OF_A_TIME and len(result) > 1:
            _, when = result.pop(), result.pop()
            result += [_ENDS[token], *_OF, when]
        elif token == _YEARS and result[-1:] == list(_OF) and _YEAR.fullmatch(_next(tokens, place)):
            continue
        else:
            result.append(token)
    return result


def spans(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with a dash between two whole numbers for `till`: `6 till 8` is `6-8`.

    What goes from one number to another has changed, and is left as it is.
    """
    result = list(tokens)
    for place in range(1, len(tokens) - 1):
        numbers = tokens[place - 1], tokens[place + 1]
        is_change = place > 1 and tokens[place - 2] in _CHANGES
        if tokens[place] == _UNTIL and all(map(str.isdigit, numbers)) and not is_change:
            result[place] = "-"
    return result


def clock_times(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with every time of day as `08.00`, and `till` between two.

    A number is one after `klockan`, with a colon in it, or on the other side of a dash or
    `till` from one. `kl. 8–17` and `08:00 till 17:00` are the same; so are `mellan kl. 8 och 16`
    and `mellan 08:00 och 16:00`. Two with minutes and a dash between are times too: `8.30–11.00`.
    """
    result: list[str] = []
    expected = between = False
    for place, token in enumerate(tokens):
        time = _CLOCK.fullmatch(token) if token[:1].isdigit() else None
        if time and (expected or _CLOCK_ALONE.fullmatch(token) or _is_span(tokens, place)):
            result.append(f"{int(time[1]):02}.{time[2] or '00'}")
            after = _next(tokens, place)
            expected = after in ("-", _UNTIL) or (between and after == _AND)
        elif token == _AT and _CLOCK.fullmatch(_next(tokens, place)):
            expected = True
        elif expected and token in ("-", _UNTIL):
            result.append(_UNTIL)
        else:
            result.append(token)
            expected = expected and token == _AND
            between = token == _BETWEEN or (between and token == _AND)
    return result


def spoken_hours(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` with hours as `08.00 till 17.00`: `mellan 8 och 17`, `från 8 till 17`."""
    result: list[str] = []
    for place, token in enumerate(tokens):
        here, end = tokens[place + 1 : place + 4], result[-3:]
        begins = token in (_BETWEEN, "från") and len(here) == _SPAN
        if begins and _is_time(here[0]) and _is_time(here[2]) and here[1] in (_AND, _UNTIL):
            continue
        joins = token == _AND and len(end) and _is_time(end[-1]) and tokens[place - 2] == _BETWEEN
        result.append(_UNTIL if joins and _is_time(_next(tokens, place)) else token)
    return result


def _is_time(token: str) -> bool:
    return bool(_MINUTES.fullmatch(token))


def _is_span(tokens: Sequence[str], place: int) -> bool:
    """Return whether the first of two times with minutes stands at `place`: `8.30–11.00`."""
    span = tokens[place : place + 3]
    return (
        len(span) == _SPAN
        and span[1] == "-"
        and all(_MINUTES.fullmatch(token) for token in (span[0], span[2]))
    )


def _next(tokens: Sequence[str], place: int) -> str:
    return tokens[place + 1] if place + 1 < len(tokens) else ""
