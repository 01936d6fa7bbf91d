"""Ett ålderdomligt ord.

Varför: skall och icke gör texten svårare att läsa och säger inget mer än ska och inte (R01, R02).

**Fel**

    Utföraren skall bemanna mottagningen.

**Rätt**

    Utföraren ska bemanna mottagningen.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.replaced import replaced
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    yield from replaced(facts, facts.lore.language.old, "ordet är ålderdomligt", can_fix=True)


RULE = CheckRule("SP01", "alderdomligt-ord", Severity.STYLE, _find)
