"""Ett ord som har fått en annan form eller en annan betydelse.

Varför: läsaren kan missförstå det, och den det gäller kan ta illa vid sig (R46).

**Fel**

    Rutinen finns på kommunens hemsida.

**Rätt**

    Rutinen finns på kommunens webbplats.
"""

from avtalsgen.check.facts.replaced import replaced
from collections.abc import Iterator
from avtalsgen.check.facts.facts import Facts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import Rule
from avtalsgen.problems import Severity

def _find(facts: Facts) -> Iterator[Finding]:
    yield from replaced(facts, facts.lore.language.dated, "ordet är föråldrat", one_by_one=True)


RULE = Rule("SP03", "foraldrat-ord", Severity.STYLE, _find)
