"""Beslutet anger en annan dag för handlingen än den som står på den.

Varför: det kan finnas en annan version, och det är den som nämnden godkänner.

**Fel**

    # Verksamhetsuppdrag

    Datum: 2026-11-22

    Nämnden ger Enheten uppdraget.

    ====

    # Tjänsteskrivelse

    ## Förslag till beslut

    Nämnden godkänner uppdraget, daterat den 21 november 2026.

**Rätt**

    # Verksamhetsuppdrag

    Datum: 2026-11-22

    Nämnden ger Enheten uppdraget.

    ====

    # Tjänsteskrivelse

    ## Förslag till beslut

    Nämnden godkänner uppdraget, daterat den 22 november 2026.
"""

import re
from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_DATED = re.compile(r"(?i)\b(?:daterat|daterad)(?: den)?[ \u00a0]$")


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    ours = {facts.day: facts for facts in documents if facts.is_agreement and facts.day}
    for other in documents:
        if other.is_agreement or not ours:
            continue
        dated = [
            d
            for d in other.days
            if d.day and _DATED.search(d.stretch.passage.text[: d.stretch.start])
        ]
        if dated and not any(d.day in ours for d in dated):
            day = next(iter(ours))
            message = f"handlingen är daterad {day}"
            yield Finding(dated[0].stretch, message, "skriv handlingens egen dag")


RULE = RuleAmong("HE07", "daterat-annorlunda", Severity.ERROR, _find)
