"""En författning med ett nummer som registret inte känner.

Varför: numret kan vara felskrivet. Finns författningen ska den in i registret, så att den
kan följas över tid.

**Fel**

    Verksamheten följer lagen (2011:4711) om uppdrag.

**Rätt**

    Verksamheten följer socialtjänstlagen (2025:400).
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    met: set[str] = set()
    for citation in facts.citations:
        if facts.law_names.mistyped(citation):
            continue  # another rule says which number it is
        if citation.number and not citation.ids and citation.number not in met:
            met.add(citation.number)
            message = f"{citation.number} finns inte i registret över rättskällor"
            hint = "rätta numret, eller lägg till källan i clauses/register/rattskallor.yaml"
            yield Finding(citation.stretch, message, hint)


RULE = CheckRule("RK03", "okand-kalla", Severity.WARNING, _find)
