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


def _find(facts: CheckFacts) -> Iterator[Finding]:
    agencies = "|".join(map(re.escape, facts.lore.language.agencies))
    pattern = re.compile(rf"(?<![\w-])(?:{agencies})(?=s?\b)")
    places = (stretch for stretch, _ in facts.said(pattern))
    yield from gathered(places, "myndigheten skrivs med stor bokstav", "skriv stor bokstav")


RULE = CheckRule("SN01", "myndighet-med-liten-bokstav", Severity.STYLE, _find)
