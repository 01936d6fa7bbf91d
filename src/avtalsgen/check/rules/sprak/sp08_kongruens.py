"""Orden stämmer inte överens i form.

Varför: läsaren stannar och undrar om något har fallit bort. Bara säkra fall är med; de står i
clauses/register/ord/sprak.yaml.

**Fel**

    Barnen ska få den stöd och hjälp de behöver.

**Rätt**

    Barnen ska få det stöd och den hjälp de behöver.
"""

from avtalsgen.check.facts.replaced import replaced
from collections.abc import Iterator
from avtalsgen.check.facts.facts import Facts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import Rule
from avtalsgen.problems import Severity

def _find(facts: Facts) -> Iterator[Finding]:
    lists = facts.lore.language.agreement
    yield from replaced(facts, lists, "orden stämmer inte överens", one_by_one=True, headings=True)


RULE = Rule("SP08", "kongruens", Severity.WARNING, _find)
