"""En mening som är en fortsättning på den förra och saknar huvudsats.

Varför: den går inte att läsa för sig. Bara de säkra fallen är med.

**Fel**

    Leanlink fördelar uppdragen. Detta i syfte att undvika väntetider.

**Rätt**

    Leanlink fördelar uppdragen för att undvika väntetider.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_WORDS = re.compile(r"\S+(?: \S+){0,2}")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    pattern = phrases(facts.lore.language.fragments)
    for sentence in facts.sentences:
        match = pattern.match(sentence.words)
        if match and sentence.words[:1].isupper() and sentence.passage.kind == "paragraph":
            shown = _WORDS.match(sentence.words)
            end = sentence.start + (shown.end() if shown else match.end())
            yield Finding(
                Stretch(sentence.passage, sentence.start, end),
                "meningen har ingen huvudsats",
                "sätt ihop den med den förra",
            )


RULE = CheckRule("SP14", "mening-utan-huvudsats", Severity.STYLE, _find)
