"""En kommunal nämnd eller förvaltning med stor bokstav inne i en mening.

Varför: kommunens organ skrivs med liten bokstav (R29). Växlar handlingen mellan stort och smått
ser det ut som två organ.

**Fel**

    Utföraren ska informera Social- och omsorgsförvaltningen om kön.

**Rätt**

    Utföraren ska informera social- och omsorgsförvaltningen om kön.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.phrases import lower_first

_INSIDE = re.compile(r"(?:[a-zåäö0-9%)]|[a-zåäö],)[ \u00a0]$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = [
        organ.stretch
        for organ in facts.organs
        if organ.stretch.passage.kind in ("paragraph", "item")
        and organ.stretch.words[:1].isupper()
        and _INSIDE.search(organ.stretch.passage.text[: organ.stretch.start])
    ]
    small = lower_first(places[0].words) if places else ""
    yield from gathered(places, "kommunens organ skrivs med liten bokstav", f"skriv {small}")


RULE = CheckRule("SP11", "namnd-med-stor-bokstav", Severity.STYLE, _find)
