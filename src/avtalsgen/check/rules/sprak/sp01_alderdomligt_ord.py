"""Ett ålderdomligt ord.

Varför: skall och icke gör texten svårare att läsa och säger inget mer än ska och inte (R01, R02).

**Fel**

    Utföraren skall bemanna mottagningen.

**Rätt**

    Utföraren ska bemanna mottagningen.
"""

from avtalsgen.check.facts.replaced import replaced
from collections.abc import Iterator
from avtalsgen.check.facts.facts import Facts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import Rule
from avtalsgen.problems import Severity

def _find(facts: Facts) -> Iterator[Finding]:
    yield from replaced(facts, facts.lore.language.old, "ordet är ålderdomligt", can_fix=True)


RULE = Rule("SP01", "alderdomligt-ord", Severity.STYLE, _find)
