"""En påföljd eller försäkring som saknar verkan mellan två organ i samma kommun.

Varför: två nämnder eller förvaltningar i en kommun är samma juridiska person. De kan inte kräva
skadestånd eller vite av varandra och inte gå till domstol; kommunens försäkring gäller båda.
Orden står i clauses/register/krav.yaml.

**Fel**

    # Verksamhetsuppdrag

    Parterna hör till samma kommun.

    Vid försening ska utföraren betala vite.

**Rätt**

    # Verksamhetsuppdrag

    Parterna hör till samma kommun.

    Vid försening tar parterna upp bristen enligt åtgärdstrappan.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement or facts.relation != "intern":
        return
    for name, wrong in facts.lore.needs.without_effect.items():
        spared = phrases(wrong.not_in) if wrong.not_in else None
        places = [
            stretch
            for stretch, _ in facts.said(phrases(wrong.phrases))
            if not (spared and spared.search(stretch.passage.text)) and not facts.denied(stretch)
        ]
        message = f"{name} har ingen verkan mellan två organ i samma kommun"
        yield from gathered(places, message, wrong.source)


RULE = CheckRule("KS02", "verkningslos-pafoljd", Severity.WARNING, _find)
