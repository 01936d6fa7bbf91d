"""En författning vars lydelse i dag ingen har kontrollerat.

Varför: registret vet inte om författningen har ändrats. Kontrollera den hos utgivaren och
skriv in dagen i clauses/register/rattskallor.yaml.

Lag: SOSFS 2011:9 om ledningssystem för systematiskt kvalitetsarbete, som registret har den per
2025-06-30: kontrollera.

**Fel**

    [2021-11-23] Verksamheten följer SOSFS 2011:9.

**Rätt**

    [2021-11-23] Verksamheten följer kommunallagen (2017:725).
"""

from collections.abc import Iterator

from avtalsgen.check.facts.citations import first_of_each
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for law, cited in first_of_each(facts.citations, facts.law_names, facts.era):
        if law.confidence != "D" or (law.valid_to and law.valid_to < facts.today):
            continue
        message = f"{law.number or law.name}: kontrollera lydelsen, som registret inte är säkert på"
        hint = f"läs den lydelse som gäller; registret säger: {law.source}"
        yield from gathered((citation.stretch for citation in cited), message, hint)


RULE = CheckRule("RK10", "inte-kontrollerad", Severity.WARNING, _find)
