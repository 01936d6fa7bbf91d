"""Ett sidnummer eller sidhuvud har hamnat i texten.

Varför: det avbryter meningen och hör inte till avtalet.

**Fel**

    # Uppdraget

    Text om uppdraget.

    Sida 3 (12)

    Mer text om uppdraget.

**Rätt**

    # Uppdraget

    Text om uppdraget.

    Mer text om uppdraget på sida 3.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_PAGE = re.compile(
    r"""
    ^\s*(?:sida|sidan|s\.)\s*\d+(?:\s*(?:\(|av|/)\s*\d+\)?)?\s*$ | ^\s*\d+\s*\(\d+\)\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (
        Stretch(p, 0, len(p.text)) for p in facts.of("paragraph", "heading") if _PAGE.match(p.text)
    )
    yield from gathered(places, "ett sidnummer står i texten", "ta bort det")


RULE = CheckRule("ST08", "sidhuvud-i-texten", Severity.WARNING, _find)
