"""Ett ord som är ett tecken från ett annat ord i samma handling.

Varför: det är nästan alltid ett skrivfel, och den som söker på ordet hittar inte stället. Bara
långa ord prövas, och bara mot handlingens egna. Är tillvalet stavning installerat är det som står
i ordlistan rätt.

**Fel**

    Utföraren har ett miljöarbete och en kulturmiljö. Planen för mljöarbete följs upp varje år.

**Rätt**

    Utföraren ska ha en plan för sitt miljöarbete. Planen för miljöarbete följs upp varje år.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.spelling import misspellings
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for wrong in misspellings(facts):
        message = f"ordet är ett tecken från {wrong.meant}"
        yield from gathered(wrong.places, message, f"skriv {wrong.meant}")


RULE = CheckRule("SP16", "stavfel", Severity.ERROR, _find)
