"""How long before a document ends it must be ended."""

import re
from collections.abc import Iterator
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.claims import Claim, Says, settled
from avtalsgen.importing.stated.lines import clauses
from avtalsgen.model.nodes import Document
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.swedish.durations import UNITS, Duration, TimeUnit
from avtalsgen.swedish.numbers import NUMERALS, read_letters
from avtalsgen.swedish.typography import SPACE
from avtalsgen.uppdrag import known

_MONTHS_OF: Final = {"halvår": 6, "kvartal": 3}
_UNITS: Final = {**UNITS, "mån": TimeUnit.MONTH, **dict.fromkeys(_MONTHS_OF, TimeUnit.MONTH)}
_NUMERAL: Final = "|".join(sorted(NUMERALS, key=len, reverse=True))
LENGTH: Final = (
    rf"(?P<number>\d+|(?:{_NUMERAL}){{1,2}})(?:{SPACE}?\(\w+\))?(?:{SPACE}|-)?"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
_ANY_LENGTH: Final = re.compile(rf"\b{LENGTH}s?\b", re.IGNORECASE)
_NOTICE: Final = (
    re.compile(rf"uppsägningstid[^.]{{0,60}}?\b{LENGTH}s?\b", re.IGNORECASE),
    re.compile(rf"\b{LENGTH}s?\b[^.]{{0,30}}?uppsägning", re.IGNORECASE),
    re.compile(
        rf"""
        (?:\bsäg\w*\b[^.]{{0,60}}?\bupp|uppsäg|\bavsluta|\bavbryt|\bfrånträd)\w*\b  # sägas upp
        [^.]{{0,60}}?\b{LENGTH}s?                         # en månad
        \s+ (?:i\s+förväg|varsel|före|innan) \b            # i förväg
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
)
_FOR_EACH: Final = re.compile(rf"\b{LENGTH}s?\b(?=[^.]{{0,20}}?\b(?:för|från)\b)", re.IGNORECASE)
"""A length that a party has: `tre månader för kommunen och sex månader för föreningen`."""


def notice(document: Document, words: StatedWords) -> Iterator[OldFact]:
    """Yield how long before a document ends it must be ended; lengths that differ are asked for."""
    claims: list[Claim] = []
    for place, text in clauses(document):
        other = words.other_notice.search(text) or words.other_notice.search(place)
        says = Says.PERHAPS if other else Says.PLAINLY
        lengths = list(_lengths(text))
        if not lengths and claims and claims[-1].place == place and words.alike.search(text):
            lengths = list(_every(_ANY_LENGTH, text))
        claims += (Claim(length, place, says) for length in lengths)
    yield from settled(known.NOTICE, claims)


def _lengths(text: str) -> Iterator[str]:
    """Yield the first notice of a sentence, and those that it gives others."""
    first = next((length for form in _NOTICE for length in _every(form, text)), "")
    if first:
        yield first
        every = list(_every(_FOR_EACH, text))
        yield from every if len(every) > 1 else ()


def _every(form: re.Pattern[str], text: str) -> Iterator[str]:
    for match in form.finditer(text):
        if length := length_of(match):
            yield f"{length.amount} {length.unit.named(length.amount)}"


def length_of(match: re.Match[str]) -> Duration | None:
    """Return the length that a match of `LENGTH` says; nothing if its number is none."""
    unit = match["unit"].casefold()
    word = match["number"].casefold()
    number = int(word) if word.isdecimal() else read_letters(word)
    return Duration(number * _MONTHS_OF.get(unit, 1), _UNITS[unit]) if number else None
