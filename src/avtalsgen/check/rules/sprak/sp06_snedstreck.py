"""Ett snedstreck i stället för ett ord.

Varför: läsaren vet inte om det betyder och, eller eller båda (R38).

**Fel**

    Samtalen är stödjande och/eller informativa.

**Rätt**

    Samtalen är stödjande, informativa eller båda.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_SLASH = re.compile(
    r"""
    (?<![\w/.:-])[a-zåäöA-ZÅÄÖ]{2,}(?:-[a-zåäö]+)?(?:/[a-zåäö]{2,}(?:-[a-zåäö]+)?)+(?![\w/])
    """,
    re.VERBOSE,
)
_NAMES = re.compile(r"\b(?:km|kr|st|m)/|/(?:år|månad|timme|dygn|vecka|h|km|s)$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (
        stretch
        for stretch, match in facts.said(_SLASH, "paragraph", "item", holding=("/",))
        if not _NAMES.search(match.group())
    )
    yield from gathered(
        places, "snedstrecket säger inte om det är och eller eller", "skriv ut ordet"
    )


RULE = CheckRule("SP06", "snedstreck", Severity.STYLE, _find)
