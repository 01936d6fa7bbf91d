"""Rubriker i versaler.

Varför: versaler är svårare att läsa, och skärmläsare kan läsa dem bokstav för bokstav (R45).

**Fel**

    # Inledning

    Text.

    # 1 LOKALER OCH UTRUSTNING

    Text här.

**Rätt**

    # Inledning

    Text.

    # 1 Lokaler och utrustning

    Text här.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_WORD = re.compile(r"[A-ZÅÄÖ]{5,}")
"""Shorter ones are mostly abbreviations: GDPR, LSS."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = []
    for heading in facts.headings:
        match = _WORD.search(heading.text)
        if match and heading.text.isupper():
            places.append(Stretch(heading, match.start(), match.end()))
    yield from gathered(places, "rubriken är skriven i versaler", "skriv den med små bokstäver")


RULE = CheckRule("ST14", "rubrik-i-versaler", Severity.STYLE, _find)
