"""Talet i ord är ett annat än talet i siffror.

Varför: ingen vet vilket av talen som gäller.

**Fel**

    Uppsägningstiden är tre (4) månader.

**Rätt**

    Uppsägningstiden är tre (3) månader.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.numbers import read_letters

_DOUBLE = re.compile(r"(?<![\w-])(?P<word>[a-zåäöA-ZÅÄÖ]+) \((?P<number>\d{1,4})\)(?! ?§)")
_SUMS = re.compile(
    r"""
    (?P<first>\d[\d \u00a0]*(?:,\d+)?\ (?:(?:miljoner|tusen)\ )?kronor)
    \ \((?P<other>\d[\d \u00a0]*(?:,\d+)?\ (?:(?:miljoner|tusen)\ )?(?:kronor|kr))\)
    """,
    re.VERBOSE,
)
_FACTORS = {"miljoner": 1_000_000, "tusen": 1_000}


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in facts.prose:
        if "(" not in passage.text:
            continue
        for match in _DOUBLE.finditer(passage.text):
            worth = read_letters(match["word"].casefold())
            if worth is not None and worth != int(match["number"]):
                stretch = Stretch(passage, match.start(), match.end())
                yield Finding(
                    stretch,
                    f"{match['word']} är {worth}, inte {match['number']}",
                    "skriv talet en gång",
                )
        for match in _SUMS.finditer(passage.text):
            if _worth(match["first"]) != _worth(match["other"]):
                stretch = Stretch(passage, match.start(), match.end())
                yield Finding(stretch, "beloppen är inte samma", "skriv beloppet en gång")


def _worth(amount: str) -> Decimal:
    """Return the sum of `5 miljoner kronor` or `10 000 000 kr`."""
    digits = "".join(sign for sign in amount if sign.isdecimal() or sign == ",")
    factor = next((worth for word, worth in _FACTORS.items() if word in amount), 1)
    return Decimal(digits.replace(",", ".")) * factor


RULE = CheckRule("SI01", "ord-mot-siffror", Severity.ERROR, _find)
