"""Kostnaden sägs rymmas i budgeten utan att beloppet nämns.

Varför: den som beslutar ska veta vad det kostar, från vilket år och vilken del av budgeten det är.

**Fel**

    # Förslag till beslut

    1. Nämnden godkänner uppdraget.

    # Ekonomiska konsekvenser

    Kostnaden finns inom nämndens budget.

**Rätt**

    # Förslag till beslut

    1. Nämnden godkänner uppdraget.

    # Ekonomiska konsekvenser

    Kostnaden är 500 000 kronor per år och finns inom nämndens budget för 2021.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_WITHIN = re.compile(r"(?i)\b(?:inom|ryms i|inom ramen för) [\wåäö -]*?\b(?:budget|ram)\w*")
_AMOUNT = re.compile(
    r"""
    \d[\d \u00a0,]*(?:kronor|kr\b|tkr|mnkr|miljoner)(?!\ per[ ]
    (?:plats|timme|dygn|besök|person))
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.kind != "skrivelse":
        return
    for passage in facts.prose:
        match = _WITHIN.search(passage.text)
        about = [p for p in facts.prose if p.heading == passage.heading]
        if match and not any(_AMOUNT.search(p.text) for p in about):
            yield Finding(
                Stretch(passage, match.start(), match.end()),
                "beloppet sägs inte",
                "skriv belopp, år och budget",
            )
            return


RULE = CheckRule("BE06", "ryms-i-budget", Severity.WARNING, _find)
