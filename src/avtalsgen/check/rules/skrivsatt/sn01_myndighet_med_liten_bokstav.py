"""En statlig myndighet med liten bokstav.

Varför: statliga myndigheters namn skrivs med stor bokstav (R30).

**Fel**

    Utföraren följer socialstyrelsens föreskrifter.

**Rätt**

    Utföraren följer Socialstyrelsens föreskrifter.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.phrases import capitalise_first


def _find(facts: CheckFacts) -> Iterator[Finding]:
    agencies = "|".join(map(re.escape, facts.lore.language.agencies))
    pattern = re.compile(rf"(?<![\w-])(?:{agencies})(?=s?\b)")
    places = [stretch for stretch, _ in facts.said(pattern)]
    great = capitalise_first(places[0].words) if places else ""
    yield from gathered(places, "myndigheten skrivs med stor bokstav", f"skriv {great}")


RULE = CheckRule("SN01", "myndighet-med-liten-bokstav", Severity.STYLE, _find)
