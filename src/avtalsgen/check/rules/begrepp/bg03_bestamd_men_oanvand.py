"""Ett ord bestäms men används aldrig.

Varför: läsaren letar efter det som ordet skulle bära.

**Fel**

    Med brukare avses den som får insatsen. Insatsen ska vara trygg.

**Rätt**

    Med brukare avses den som får insatsen. Varje brukare ska känna sig trygg.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for term in facts.terms:
        stem = term.term.removesuffix("en").removesuffix("n")
        if facts.text.count(stem) < 2:
            message = f"”{term.term}” används inte någon mer gång"
            yield Finding(term.stretch, message, "använd ordet eller stryk bestämningen")


RULE = CheckRule("BG03", "bestamd-men-oanvand", Severity.STYLE, _find)
