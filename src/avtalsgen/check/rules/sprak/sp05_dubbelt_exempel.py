"""En uppräkning som både börjar med till exempel och slutar med med mera.

Varför: det säger samma sak två gånger (R35).

**Fel**

    Planen gäller till exempel brand, hot och elavbrott etcetera.

**Rätt**

    Planen gäller till exempel brand, hot och elavbrott.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_AND_SO_ON = re.compile(
    r"(?i)\b(?:etcetera|etc\.?|med mera|m\.m\.|med flera|osv\.?|och så vidare)(?!\w)"
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    example = phrases(facts.lore.language.examples)
    places = []
    for sentence in facts.sentences:
        begins = example.search(sentence.words)
        ends = _AND_SO_ON.search(sentence.words, begins.end()) if begins else None
        if ends:
            start = sentence.start + ends.start()
            places.append(Stretch(sentence.passage, start, sentence.start + ends.end()))
    yield from gathered(places, "det är redan sagt att det är exempel", "stryk orden")


RULE = CheckRule("SP05", "dubbelt-exempel", Severity.STYLE, _find)
