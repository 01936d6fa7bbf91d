"""En förkortning som är fel skriven.

Varför: mm utan punkter är millimeter, och t ex läses inte upp rätt. Skriv ut den när det finns
plats (R33, R34).

**Fel**

    Utföraren svarar för lokaler, utrustning mm.

**Rätt**

    Utföraren svarar för lokaler, utrustning med mera.
"""

from avtalsgen.check.facts.replaced import replaced
from collections.abc import Iterator
from avtalsgen.check.facts.facts import Facts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import Rule
from avtalsgen.problems import Severity

def _find(facts: Facts) -> Iterator[Finding]:
    lists = facts.lore.language.abbreviations
    yield from replaced(facts, lists, "förkortningen är fel skriven", one_by_one=True, headings=True)


RULE = Rule("SP04", "forkortning-utan-punkt", Severity.STYLE, _find)
