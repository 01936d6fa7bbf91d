"""En handling som uppdraget stöder sig på men som inte går att hitta.

Varför: utan datum eller diarienummer vet ingen vilken handling som gäller.

**Fel**

    Verksamheten ska bedrivas enligt uppdragsbeskrivningen.

**Rätt**

    Verksamheten ska bedrivas enligt uppdragsbeskrivningen från den 3 maj 2021, SON 2021-40.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_TOLD = re.compile(r"\d{4}|bilaga|\bdnr\b", re.IGNORECASE)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    pattern = phrases(facts.lore.language.unnamed_documents)
    places = [
        stretch
        for stretch, _ in facts.said(pattern)
        if not _TOLD.search(stretch.passage.text[stretch.start :])
    ]
    yield from gathered(places, "vilken handling det är sägs inte", "skriv datum och diarienummer")


RULE = CheckRule("HV06", "namnlos-handling", Severity.WARNING, _find)
