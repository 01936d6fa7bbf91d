"""How long before a document ends it must be ended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.claims import Claim, Says, settled
from avtalsgen.importing.stated.lines import COVER, TEXT, clauses, sentences
from avtalsgen.importing.stated.other_agreements import names_compound
from avtalsgen.importing.stated.roles import OTHER, role_of
from avtalsgen.model.nodes import Document
from avtalsgen.records import dataclass
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.swedish.durations import UNITS, Duration, TimeUnit
from avtalsgen.swedish.numbers import NUMERALS, read_letters
from avtalsgen.swedish.typography import SPACE
from avtalsgen.uppdrag import known

_MONTHS_OF: Final = {"halvår": 6, "kvartal": 3}
_OTHER_MONTHS: Final = ("mån", "kalendermånad", "kalendermånader", *_MONTHS_OF)
_UNITS: Final = {**UNITS, **dict.fromkeys(_OTHER_MONTHS, TimeUnit.MONTH)}
_NUMERAL: Final = "|".join(sorted(NUMERALS, key=len, reverse=True))
LENGTH: Final = (
    rf"(?P<number>\d+|(?:{_NUMERAL}){{1,2}})(?:{SPACE}?\(\w+\))?(?:{SPACE}|-)?"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
_ANY_LENGTH: Final = re.compile(rf"\b{LENGTH}s?\b", re.IGNORECASE)
_GIVES: Final = r"(?:\bsäg\w*\b[^.]{0,60}?\bupp|\bsagt?s?\b[^.]{0,60}?\bupp|upps[äa]g)\w*\b"
"""That somebody gives notice: `säga avtalet upp`, `uppsägning`."""
_IN_ADVANCE: Final = rf"\b{LENGTH}s?\.?\s+(?:i\s+förväg|varsel|före|innan)\b"
_NOTICE: Final = (
    re.compile(rf"uppsägningstid[^.]{{0,60}}?\b{LENGTH}s?\b", re.IGNORECASE),
    re.compile(rf"\b{LENGTH}s?\b[^.]{{0,30}}?uppsägning", re.IGNORECASE),
    re.compile(rf"{_GIVES}[^.]{{0,60}}?{_IN_ADVANCE}", re.IGNORECASE),
    re.compile(rf"{_IN_ADVANCE}[^.,]{{0,40}}?{_GIVES}", re.IGNORECASE),
)
_LEAVES: Final = re.compile(_IN_ADVANCE, re.IGNORECASE)
_TAKES_EFFECT: Final = re.compile(rf"\b{LENGTH}s?\s+efter\b", re.IGNORECASE)
"""Of a notice that has been given: `upphör tolv månader efter det att någon sagt upp den`."""
_GIVEN: Final = re.compile(_GIVES, re.IGNORECASE)
_FOR_EACH: Final = re.compile(rf"\b{LENGTH}s?\b(?=[^.]{{0,20}}?\b(?:för|från)\b)", re.IGNORECASE)
"""A length that a party has: `tre månader för kommunen och sex månader för föreningen`."""
_EACH_HAS: Final = re.compile(rf"\bför\s\w+\s{LENGTH}s?\b", re.IGNORECASE)
"""The same said otherwise: `för beställaren tolv månader och för utföraren nio månader`."""
_MAY: Final = re.compile(r"(?P<who>\w+)\s(?:har\srätt|(?:får|kan|äger)\b)")
"""Who may give notice, first in a sentence: `Kommunen får säga upp avtalet`."""
_GIVEN_OF: Final = re.compile(r"(?i)\buppsägning av \w+")
_FIRST_WORDS: Final = 4
_NOWHERE: Final = frozenset({COVER, TEXT})
_IT: Final = re.compile(r"(?:Den|Tiden|Denna tid)\b")
"""The notice that the sentence before was about."""
_BOX: Final = re.compile(r"[☐☒☑]")
_TICKED: Final = re.compile(r"[☒☑]([^☐☒☑]*)")
_A_LENGTH: Final = LENGTH.replace("(?P<number>", "(?:").replace("(?P<unit>", "(?:")
_GOES_ON: Final = re.compile(
    rf"""
      \b{_A_LENGTH}s?\s(?:i\staget|åt\sgången|per\sgång)\b     # ett år i taget
    | \b(?:förläng|löper|ytterligare|gäller)[^.]{{0,40}}?       # förlängs det med
      \b{_A_LENGTH}\b(?!s)                                     # tre år
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Lengths that a document goes on by, or lasts."""
_DENIED: Final = re.compile(r"\b(?:ingen|inget|inte|ej)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Notice:
    claim: Claim
    party: str
    """Who alone may give it; nothing if it is not said."""


def notice(document: Document, title: str, words: StatedWords) -> Iterator[OldFact]:
    """Yield how long before a document ends it must be ended.

    Lengths that differ are asked for, and one that only one of the parties is said to have.
    """
    told: list[_Notice] = []
    for place, text in clauses(document):
        other = words.other_notice.search(text) or words.other_notice.search(place)
        says = Says.PERHAPS if other else Says.PLAINLY
        of_other = words.sometimes.match(text) or words.notice_of_other.search(text)
        asks = bool(of_other) or _are_several(text) or names_compound(text, title)
        asks = asks or not _is_of_document(place, text, words)
        lengths = list(_lengths(text, words))
        party = _only(text, words)
        goes_on = bool(told) and told[-1].claim.place == place
        alike = goes_on and words.alike.search(text)
        if not lengths and (alike or (goes_on and _IT.match(text))):
            lengths = list(_every(_ANY_LENGTH, text))
        if alike and not lengths and not _DENIED.search(text):  # the other party may do the same
            told.append(replace(told[-1], party=party or OTHER.get(told[-1].party, "")))
        told += (_Notice(Claim(length, place, says, asks), party) for length in lengths)
    told += _ticked(document)
    yield from settled(known.NOTICE, _of_both(told))


def _is_of_document(place: str, text: str, words: StatedWords) -> bool:
    """Return whether a notice is of the whole document, by its sentence or what it stands under.

    `Uppsägningstiden är`, `Vill någon kliva av`; not `Anställda har`, `Uppsägning av lokalen`.
    """
    headed = any(each.search(place) for each in (words.of_document, words.of_term, _GIVEN))
    if headed or place in _NOWHERE or words.of_document.search(text):
        return True
    begins = " ".join(text.split()[:_FIRST_WORDS])
    itself = _GIVEN.search(begins) or words.of_both.search(begins)
    return bool(itself) and not _GIVEN_OF.search(text)


def _are_several(text: str) -> bool:
    """Return whether a sentence says several lengths, beside those that a document goes on by."""
    every = {*_every(_ANY_LENGTH, _GOES_ON.sub("", text))}
    return len(every) > 1


def _ticked(document: Document) -> Iterator[_Notice]:
    """Yield the notice that is ticked below what says that it is one.

    Uppsägning:
    ☒ en månad   ☐ tre månader
    """
    above = ""
    for place, text in sentences(document):
        if not _BOX.search(text):
            above = text
        elif _GIVEN.search(above):
            for ticked in _TICKED.findall(text):
                every = (
                    Claim(length, place, Says.PLAINLY) for length in _every(_ANY_LENGTH, ticked)
                )
                yield from (_Notice(claim, "") for claim in every)


def _of_both(told: Sequence[_Notice]) -> Iterator[Claim]:
    """Yield what is said of the notice; what only one party has is asked for."""
    for said in told:
        alike = {other.party for other in told if other.claim.value == said.claim.value}
        yield replace(
            said.claim, asks=said.claim.asks or (bool(said.party) and alike == {said.party})
        )


def _only(text: str, words: StatedWords) -> str:
    """Return who a sentence is about, by its role or name: `Kommunen får säga upp avtalet`.

    Nothing if it is about both, or about the document.
    """
    may = _MAY.match(text)
    if may is None or words.of_both.fullmatch(may["who"]) or words.of_document.search(may["who"]):
        return ""
    return role_of(may["who"], words) or may["who"]


def _lengths(text: str, words: StatedWords) -> Iterator[str]:
    """Yield the first notice of a sentence, and those that it gives others."""
    first = next((length for form in _NOTICE for length in _every(form, text)), "")
    leaves = words.leaves.search(text)
    if not first and leaves:
        first = next(_every(_LEAVES, text[leaves.start() :]), "")
    if not first and (leaves or _GIVEN.search(text)):
        first = next(_every(_TAKES_EFFECT, text), "")
    if first:
        yield first
        for form in (_FOR_EACH, _EACH_HAS, _LEAVES):
            every = list(_every(form, text))
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
