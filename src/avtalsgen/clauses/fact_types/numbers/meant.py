"""What a number that is written otherwise than ours may mean: `3,000.50`, `3 mnkr`, `tolv`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from avtalsgen.swedish.money import POWERS
from avtalsgen.swedish.numbers import read_letters, typed

_LONGEST: Final = 40
_WRITTEN: Final = re.compile(
    r"""
    (?P<figures> [0-9] (?: [0-9.,'’\s]* [0-9] )? ) \s*
    (?P<words> [^\W\d_]+\.? (?: \s[^\W\d_]+ )? | % | :- )?
    """,
    re.VERBOSE,
)
_PARTS_THOUSANDS: Final = 3


def numbers_meant(text: str) -> Iterator[str]:
    """Yield each number that `text` may mean, as it is typed into a file, the likeliest first.

    A mark before three digits parts thousands or decimals: that is two. Nothing where no reading
    is sensible, as for a number below zero.
    """
    written = _WRITTEN.fullmatch(text.strip().casefold()) if len(text) <= _LONGEST else None
    words = (written["words"] or "") if written else ""
    power = POWERS.get(words, POWERS.get(re.sub(r"\s(?:kr|kronor|sek)$", "", words)))
    if written is None or power is None:
        letters = read_letters(text.strip().casefold()) if len(text) <= _LONGEST else None
        yield from () if letters is None else (typed(letters),)
        return
    for number in _figures(re.sub(r"[\s'’]", "", written["figures"])):
        yield typed(number.scaleb(power))


def _figures(figures: str) -> Iterator[Decimal]:
    """Yield each number that digits with marks between them may be."""
    marks = re.findall("[.,]", figures)
    whole, _, decimals = figures.rpartition(marks[-1]) if marks else (figures, "", "")
    groups = re.split("[.,]", whole)
    grouped = all(len(group) == _PARTS_THOUSANDS for group in groups[1:]) and (
        len(groups) == 1 or 1 <= len(groups[0]) <= _PARTS_THOUSANDS
    )
    if not grouped or len({*marks[:-1]}) > 1:
        return
    in_thousands = len(decimals) == _PARTS_THOUSANDS and len(groups[0]) <= _PARTS_THOUSANDS
    begins_in_nothing = figures.startswith("0")
    if in_thousands and len({*marks}) == 1 and not begins_in_nothing:
        yield Decimal("".join((*groups, decimals)))
    if not marks or marks[-1] not in marks[:-1]:
        yield Decimal(f"{''.join(groups)}.{decimals or 0}")
