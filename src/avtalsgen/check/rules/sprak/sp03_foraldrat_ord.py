"""Ett ord som har fått en annan form eller en annan betydelse.

Varför: läsaren kan missförstå det, och den det gäller kan ta illa vid sig (R46).

**Fel**

    Rutinen finns på kommunens hemsida.

**Rätt**

    Rutinen finns på kommunens webbplats.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.replaced import replaced
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    yield from replaced(facts, facts.lore.language.dated, "ordet är föråldrat", one_by_one=True)


RULE = CheckRule("SP03", "foraldrat-ord", Severity.STYLE, _find)
