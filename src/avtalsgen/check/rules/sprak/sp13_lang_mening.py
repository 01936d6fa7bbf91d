"""En mening på fler än 30 ord.

Varför: läsaren tappar tråden. Myndigheternas skrivregler råder till meningar som är lätta att läsa
(R42).

Lag: 11 § språklagen (2009:600): språket i offentlig verksamhet ska vara vårdat, enkelt och
begripligt. Per 2025-07-17.

**Fel**

    Den som söker plats i verksamheten ska, om inget annat följer av vad handläggaren har skrivit
    i beslutet, få träffa personalen på boendet inom en vecka, se det rum som är ledigt, höra hur
    dagarna brukar se ut, ställa sina frågor och därefter i lugn och ro tänka över sitt svar.

**Rätt**

    Den som söker plats ska få träffa personalen inom en vecka.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_MOST = 30


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = []
    for sentence in facts.sentences:
        words = re.findall(r"[\w-]+", sentence.words)
        if len(words) > _MOST and "\n" not in sentence.words:
            match = re.match(r"\S+(?: \S+){0,2}", sentence.words)
            places.append(
                Stretch(
                    sentence.passage, sentence.start, sentence.start + (match.end() if match else 1)
                )
            )
    yield from gathered(places, "meningen är lång", "dela den")


RULE = CheckRule("SP13", "lang-mening", Severity.STYLE, _find)
