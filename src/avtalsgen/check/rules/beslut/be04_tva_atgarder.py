"""Två åtgärder i samma beslutspunkt.

Varför: var och en ska kunna yrkas på, avslås och verkställas för sig.

**Fel**

    # Förslag till beslut

    1. Socialnämnden godkänner uppdraget samt ger direktören i uppdrag att skriva under det.

    # Bakgrund

    Uppdraget är nytt.

**Rätt**

    # Förslag till beslut

    1. Socialnämnden godkänner uppdraget.
    2. Socialnämnden ger direktören i uppdrag att skriva under det.

    # Bakgrund

    Uppdraget är nytt.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.decisions import decisions
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_VERB = (
    r"(?:godkänner|antar|beslutar|fastställer|ger|avslår|noterar|delegerar|upphäver|uppdrar"
    r"|förklarar|förlänger|överlåter|utser|bemyndigar|återremitterar|anvisar)"
)
_TWO = re.compile(rf"(?i)\b{_VERB}\b.*?\b(?P<and>(?:samt|och) (?:att )?{_VERB})\b", re.S)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for point in decisions(facts):
        match = _TWO.search(point.text)
        if match:
            yield Finding(
                Stretch(point, *match.span("and")),
                "punkten har två beslut",
                "dela den i två punkter",
            )


RULE = CheckRule("BE04", "tva-atgarder", Severity.WARNING, _find)
