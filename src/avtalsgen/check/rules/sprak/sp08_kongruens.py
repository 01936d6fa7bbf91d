"""Orden stämmer inte överens i form.

Varför: läsaren stannar och undrar om något har fallit bort. Bara säkra fall är med; de står i
clauses/register/ord/sprak.yaml.

**Fel**

    Barnen ska få den stöd och hjälp de behöver.

**Rätt**

    Barnen ska få det stöd och den hjälp de behöver.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.replaced import replaced
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    lists = facts.lore.language.agreement
    yield from replaced(facts, lists, "orden stämmer inte överens", one_by_one=True, headings=True)


RULE = CheckRule("SP08", "kongruens", Severity.WARNING, _find)
