"""Ett tungt ord eller uttryck där det finns ett lättare.

Varför: läsaren får gissa eller slå upp. Orden står i clauses/register/ord/sprak.yaml (R41).

Lag: 11 § språklagen (2009:600): språket i offentlig verksamhet ska vara vårdat, enkelt och
begripligt. Per 2025-07-17.

**Fel**

    Utföraren ska ombesörja städningen.

**Rätt**

    Utföraren ska sköta städningen.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.replaced import replaced
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    yield from replaced(facts, facts.lore.language.heavy, "det finns ett lättare sätt att säga det")


RULE = CheckRule("SP02", "tungt-ord", Severity.STYLE, _find)
