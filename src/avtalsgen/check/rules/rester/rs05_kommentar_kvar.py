"""En kommentar ligger kvar i filen.

Varför: den följer med när handlingen skickas, och kan säga något som inte är avtalat.

**Fel**

    @word; kommentar=är priset rätt?

    Nämnden ger Enheten uppdraget.

**Rätt**

    @word

    Nämnden ger Enheten uppdraget.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = [Stretch(passage, 0, len(passage.text)) for passage in facts.comments]
    message = "kommentaren är kvar" if len(places) == 1 else f"{len(places)} kommentarer är kvar"
    yield from gathered(places, message, "ta ställning till det som sägs, och ta bort det")


RULE = CheckRule("RS05", "kommentar-kvar", Severity.WARNING, _find)
