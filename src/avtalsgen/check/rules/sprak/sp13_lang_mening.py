"""En mening på fler än 45 ord.

Varför: läsaren tappar tråden (R42 säger 30 ord; gränsen här är högre för att bara visa dem som
behöver delas).

**Fel**

    Enligt planen ska utföraren en gång per år, senast 31 mars, till beställaren redovisa en
    kortfattad berättelse med en sammanställning av utförda prestationer samt uppnådda
    resultat vad gäller uppställda mål för verksamheten samt hur man har arbetat under året
    med verksamhetens kvalitet och med personalens kompetens.

**Rätt**

    Utföraren ska varje år, senast 31 mars, redovisa en kort berättelse.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_MOST = 45


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
