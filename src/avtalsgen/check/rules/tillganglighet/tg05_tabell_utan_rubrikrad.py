"""En tabell utan rubrikrad.

Varför: en skärmläsare kan inte säga vilken kolumn en cell hör till (EN 301 549, 10.1.3.1).

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @word; headless_tables=Lön 1 000

    | Lön | 1 000 |
    | --- | --- |
    | Lokal | 500 |

**Rätt**

    @word

    | Post | Kronor |
    | --- | --- |
    | Lokal | 500 |
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    tables = facts.inside.headless_tables if facts.inside else ()
    signing = {word for p in facts.signing for word in p.text.split()}
    for words in tables:
        first = words.split()[:3]
        if len(signing.intersection(first)) < len(first):
            yield Finding(
                facts.beside(" ".join(first)),
                "tabellen har ingen rubrikrad",
                "upprepa första raden som rubrikrad",
            )


RULE = CheckRule("TG05", "tabell-utan-rubrikrad", Severity.WARNING, _find)
