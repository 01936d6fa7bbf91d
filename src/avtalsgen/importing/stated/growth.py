"""What the payment grows by, by the letters of an index or in words."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.claims import Claim, Says, settled
from avtalsgen.importing.stated.lines import NOT, clauses
from avtalsgen.model.nodes import Document
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.uppdrag import known

_SHARE: Final = re.compile(r"\d\s?(?:%|procent)\s(?:av\s)?$", re.IGNORECASE)
_OF_A_SHARE: Final = re.compile(r"\d\s?(?:%|procent)(?:enheter)?\b", re.IGNORECASE)
_OTHER: Final = re.compile(r"\b(?:annat|eller) \w*index", re.IGNORECASE)
_ANY_INDEX: Final = re.compile(
    r"""
    \b(?i:\w*index(?:et)?)\b
    (?: \ (?:med|för|enligt|av)\ [\w:]+(?=\ \() | \ enligt\ [\w:]+ )?   # med kvalitetsjustering
    (?: \ \([A-ZÅÄÖ]{2,6}\) | \ [A-Z]\d{1,3}\b )?                      # (LPIK), E84
    """,
    re.VERBOSE,
)
"""`landstingsprisindex (LPI)`, `index enligt SKR`."""
_JOINED: Final = re.compile(r"(?i)\b(?:och|eller|samt|respektive)\s(?:\w+\s)?$")
"""Before an index that is one of several: `OPI och byggkostnadsindex`."""
_LEAST: Final = re.compile(r"(?i)\b(?:lägst|lägre|lägsta|högre|högsta)\b[^.]{0,20}\bav\b")
"""Of two: `med det lägsta av OPI och 2 procent`."""
_MAY: Final = re.compile(r"(?i)\bkan komma överens\b")
_WITHIN: Final = re.compile(r",\ssom\b.*")
_POINTED: Final = re.compile(r"(?i)(?:den|det|de)\b")
"""It is told what it is by what comes after: `den uppräkning som fullmäktige fastställer`."""
_COMMON: Final = re.compile(r"(?i)index(?:et)?")
"""No name of an index."""


def growth(document: Document, words: StatedWords) -> Iterator[OldFact]:
    """Yield the letters of the index that the payment grows by, and what it is called there.

    It is asked for where it is one of several, or not said to be what the payment grows by.
    """
    series, names = list[Claim](), list[Claim]()
    for place, text in clauses(document):
        now = words.till_now.split(text)[0]
        rest = now
        raised = _is_raised(place, text, words)
        least = words.sometimes.match(now) or _LEAST.search(now) or words.other_sum.match(now)
        least = least or _MAY.search(now)
        asked = bool(least) or not _is_of_price(place, text, words)
        asked = asked or _are_several(now, words)
        for nth, index in enumerate(words.index.finditer(now)):
            says = Says.PERHAPS if NOT.search(now) else Says.LIKELY if nth else Says.PLAINLY
            asks = asked or _is_part(text, index)
            series.append(Claim(_letters(index, words), place, says, asks))
            names.append(Claim(index[0], place, says, asks))
            rest = rest.replace(index[0], " ")
        names += _unknown(place, rest, raised=raised)
        if raised and rest == now and not _ANY_INDEX.search(text):
            asks = bool(_OF_A_SHARE.search(text))
            measures = (each["what"] for each in words.raised_by.finditer(now))
            names += (
                Claim(each, place, Says.LIKELY, asks or bool(_POINTED.match(each)))
                for each in measures
            )
    yield from settled(known.SERIES, series)
    yield from settled(known.INDEX_NAME, names)


def of_known_series(facts: Sequence[OldFact], series: Collection[str]) -> Iterator[OldFact]:
    """Yield facts with what the payment grows by said once.

    It is the letters if they are one of the `series` that sums are worked out by, else its name.
    """
    computed = any(fact.path == known.SERIES and fact.value in series for fact in facts)
    left_out = known.INDEX_NAME if computed else known.SERIES
    yield from (fact for fact in facts if fact.path != left_out)


def _unknown(place: str, text: str, *, raised: bool) -> Iterator[Claim]:
    """Yield the indices that a text names and we do not know by their letters."""
    for index in _ANY_INDEX.finditer(text):
        named = raised and not _COMMON.fullmatch(index[0])
        asks = _is_part(text, index)
        yield Claim(index[0], place, Says.LIKELY if named else Says.PERHAPS, asks)


def _are_several(text: str, words: StatedWords) -> bool:
    """Return whether a text names an index and another one, also one that we do not know.

    What one has within it is no other: `OPI, som till en del är KPI`.
    """
    others = _WITHIN.sub("", text)
    letters = {_letters(each, words) for each in words.index.finditer(others)}
    rest = words.index.sub(" ", others)
    unknown = any(
        _JOINED.search(rest[: each.start()]) and not _COMMON.match(each[0])
        for each in _ANY_INDEX.finditer(rest)
    )
    return len(letters) + unknown > 1


def _letters(index: re.Match[str], words: StatedWords) -> str:
    return index["letters"] or words.index_names[index["name"].casefold()]


def _is_of_price(place: str, text: str, words: StatedWords) -> bool:
    """Return whether a sentence is about what is paid, or stands where that is said to change."""
    said = (
        pattern.search(each) for pattern in (words.price, words.raised) for each in (text, place)
    )
    return any(said) or bool(words.other_day.search(place))  # § 6 Indexreglering


def _is_raised(place: str, text: str, words: StatedWords) -> bool:
    """Return whether a sentence says that what is paid changes year by year."""
    paid = words.price.search(text) or words.price.search(place)
    raised = words.raised.search(text)
    return bool(paid and raised and not NOT.search(raised[0]))


def _is_part(text: str, index: re.Match[str]) -> bool:
    """Return whether an index is one of several: `70 % LCI och 30 % KPI`, `OPI / annat index`."""
    return bool(_SHARE.search(text[: index.start()]) or _OTHER.search(text, index.end()))
