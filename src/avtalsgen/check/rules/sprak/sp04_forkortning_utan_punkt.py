"""En förkortning som är fel skriven.

Varför: mm utan punkter är millimeter, och t ex läses inte upp rätt. Skriv ut den när det finns
plats (R33, R34).

**Fel**

    Utföraren svarar för lokaler, utrustning mm.

**Rätt**

    Utföraren svarar för lokaler, utrustning med mera.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.replaced import replaced
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    lists = facts.lore.language.abbreviations
    yield from replaced(
        facts, lists, "förkortningen är fel skriven", one_by_one=True, headings=True
    )


RULE = CheckRule("SP04", "forkortning-utan-punkt", Severity.STYLE, _find)
