"""En plikt med ord som en senare lag har bytt ut.

Varför: den som följer orden gör något annat än lagen kräver. Orden står i
clauses/register/lydelser.yaml med den sista dag de gällde och det som gäller nu.

Lag: 14 kap. 3 § socialtjänstlagen (2025:400): också det som görs för en enskild utan individuell
behovsprövning dokumenteras. 27 kap. 5 §: det som rapporteras enligt lex Sarah dokumenteras,
utreds och avhjälps genast. Per 2025-12-15.

**Fel**

    [2019-11-26] Personalen anmäler det som kräver ett ingripande till underårigs skydd.

**Rätt**

    [2019-11-26] Personalen anmäler om de misstänker att ett barn far illa.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for wording in facts.lore.wordings.values():
        if wording.kind != "plikt" or not wording.until or facts.today <= wording.until:
            continue
        places = [
            stretch for stretch, _ in facts.said(phrases(wording.phrases), "paragraph", "item")
        ]
        then = facts.era is not None and facts.era <= wording.until
        message = f"orden gällde till och med {wording.until}; nu sägs: {wording.new}"
        yield from gathered(places, message, wording.source, Severity.WARNING if then else None)


RULE = CheckRule("RK09", "ersatt-lydelse", Severity.ERROR, _find)
