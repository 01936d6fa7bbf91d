"""Ett ord bestäms två gånger.

Varför: läsaren vet inte vilken av bestämningarna som gäller.

**Fel**

    Med insats avses stöd i hemmet. Med insats avses också samtal.

**Rätt**

    Med insats avses stöd i hemmet och samtal.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    met: dict[str, Stretch] = {}
    for term in facts.terms:
        if term.term in met and term.stretch.passage.kind != "cover":
            message = f"”{term.term}” är redan bestämt"
            yield Finding(term.stretch, message, "behåll en av bestämningarna", (met[term.term],))
        met.setdefault(term.term, term.stretch)


RULE = CheckRule("BG01", "definierad-tva-ganger", Severity.WARNING, _find)
