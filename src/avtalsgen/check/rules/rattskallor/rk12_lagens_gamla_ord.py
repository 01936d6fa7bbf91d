"""Ett ord som den gällande lagen har bytt ut.

Varför: den som läser lagen hittar inte ordet där. Orden står i clauses/register/lydelser.yaml.

Lag: 11 kap. 1 § socialtjänstlagen (2025:400): den som inte kan tillgodose sina behov har rätt
till insatser; ordet bistånd har lagen kvar om ekonomiskt bistånd i 12 kap. Per 2025-12-15.

**Fel**

    Insatsen ges utan föregående biståndsprövning.

**Rätt**

    Insatsen ges utan individuell behovsprövning.
"""

from collections.abc import Iterator
from datetime import timedelta

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import Phrases, phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for wording in facts.lore.wordings.values():
        if wording.kind != "ord" or not wording.until or facts.today <= wording.until:
            continue
        spared = phrases(wording.not_in) if wording.not_in else None
        places = [
            stretch
            for stretch, _ in facts.said(phrases(wording.phrases), "paragraph", "item")
            if not (spared and _is_in(stretch, spared))
        ]
        message = f"lagens ord är {wording.new} sedan {wording.until + timedelta(1)}"
        yield from gathered(places, message, wording.source)


def _is_in(stretch: Stretch, spared: Phrases) -> bool:
    """Return whether some words that are right stand in the same sentence: vård av missbrukare."""
    text = stretch.passage.text
    start = text.rfind(". ", 0, stretch.start) + 1
    end = text.find(". ", stretch.end)
    return bool(spared.pattern.search(text, start, end if end >= 0 else len(text)))


RULE = CheckRule("RK12", "lagens-gamla-ord", Severity.WARNING, _find)
