"""Ett val eller en uppmaning i mallen som står kvar.

Varför: läsaren vet inte vilket av alternativen som gäller.

**Fel**

    # Information eller förhandling

    Förhandling har skett.

    # Ekonomi

    Det ryms.

**Rätt**

    # Förhandling

    Förhandling har skett.

    # Ekonomi

    Det ryms.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    pattern = phrases(facts.lore.language.left_by_templates)
    for stretch, _ in facts.said(pattern, "heading", "paragraph", "item", "cell"):
        yield Finding(stretch, "valet i mallen är inte gjort", "välj, och stryk det andra")


RULE = CheckRule("RS04", "val-i-mallen", Severity.WARNING, _find)
