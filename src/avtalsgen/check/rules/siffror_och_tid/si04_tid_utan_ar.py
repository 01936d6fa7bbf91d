"""En tid som bara går att förstå den dag texten skrevs.

Varför: handlingen läses i många år. Vilken månad eller vilket år det är måste stå i texten.

**Fel**

    Förhandlingen genomförs under december.

**Rätt**

    Förhandlingen genomförs under december 2019.
"""

import re
from collections.abc import Iterator
from functools import cache

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.dates import MONTHS, WEEKDAYS

_MONTH = re.compile(
    rf"""
    \b(?:under|i)\ (?:{"|".join(MONTHS)})\b
    (?!\ (?:månad|\d|varje|respektive|och|eller|samma|följande))
    """,
    re.VERBOSE,
)
_RECURS = re.compile(r"(?i)uppfölj|följs? upp|redovis|rapport|statistik|avstäm|möte")
"""What is done each year of an agreement, in a month that is told."""
_SEASON = re.compile(r"\bunder (?:våren|hösten|sommaren|vintern)\b")
_DAY = re.compile(rf"\bden \d{{1,2}} (?:{'|'.join(MONTHS)})\b(?! \d)")
_WEEKDAY = re.compile(rf"(?i)\b(?:{'|'.join(WEEKDAYS)})(?:en)? (?:den )?\d{{1,2}} \w+$")
"""Which no other year has."""
_ONCE = re.compile(
    r"""
    \b(?:antogs|beslutade|beslutades|beslutats|undertecknades|godkändes|godkände|upprättades
    |genomfördes|träffades|ersätter|upphävdes|tecknades|daterad|daterat)\b
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TOLD_BEHIND = re.compile(r" (?:(?:mellan|år) )?(?:19|20)\d\d\b")
_EVERY_YEAR = re.compile(
    r"""
      varje\ år | årligen | per\ år | året\ efter | om\ året | året\ före | samma\ år
    | följande\ år | varje\ månad | i\ månaden | per\ månad
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _seasons(facts: CheckFacts) -> Iterator[Finding]:
    for sentence in facts.sentences:
        match = _SEASON.search(sentence.words)
        if match and not _YEAR.search(sentence.words):
            start = sentence.start + match.start()
            stretch = Stretch(sentence.passage, start, start + len(match.group()))
            yield Finding(stretch, "vilket år det är sägs inte", "skriv året")


def _past(facts: CheckFacts) -> Iterator[Finding]:
    """Yield a day without its year on which something was decided or is replaced."""
    for sentence in facts.sentences:
        match = _DAY.search(sentence.words)
        once = match and (
            _ONCE.search(sentence.words) or _WEEKDAY.search(match.string[: match.end()])
        )
        if match and once and not _YEAR.search(sentence.words):
            start = sentence.start + match.start()
            stretch = Stretch(sentence.passage, start, start + len(match.group()))
            yield Finding(stretch, "vilket år det är sägs inte", "skriv året")


def _is_every_year(passage: TextPassage) -> bool:
    return bool(_EVERY_YEAR.search(passage.text))


def _find(facts: CheckFacts) -> Iterator[Finding]:
    is_every_year = cache(_is_every_year)
    for sentence in facts.sentences:
        matches = () if _YEAR.search(sentence.words) else tuple(_MONTH.finditer(sentence.words))
        if not matches or is_every_year(sentence.passage):
            continue
        if facts.is_agreement and _RECURS.search(f"{sentence.passage.heading} {sentence.words}"):
            continue
        for match in matches:
            start = sentence.start + match.start()
            yield Finding(
                Stretch(sentence.passage, start, start + len(match.group())),
                "vilket år det är sägs inte",
                "skriv året",
            )
    yield from _past(facts)
    if facts.kind == "skrivelse":
        yield from _seasons(facts)
    words = facts.lore.language
    for which, severity, told in (
        (words.pointing_years, None, facts.is_agreement or facts.kind == "skrivelse"),
        (words.pointing_times, Severity.STYLE, facts.is_agreement),
    ):
        if told:
            for stretch, _ in facts.said(phrases(which)):
                if _TOLD_BEHIND.match(stretch.passage.text, stretch.end):
                    continue
                message = "när det är sägs inte"
                hint = "skriv en dag eller en längd"
                yield Finding(stretch, message, hint, severity=severity)


RULE = CheckRule("SI04", "tid-utan-ar", Severity.WARNING, _find)
