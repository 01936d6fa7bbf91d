"""En rubrik saknar nummer fast de andra på samma nivå har nummer.

Varför: det som står under den går inte att hänvisa till.

**Fel**

    # 1 Uppdraget

    ## 1.1 Tid

    Text här.

    # 2 Ersättning

    ## Prisjustering

    Text här.

    ## 2.1 Betalning

    Text här.

**Rätt**

    # 1 Uppdraget

    ## 1.1 Tid

    Text här.

    # 2 Ersättning

    ## 2.1 Prisjustering

    Text här.

    ## 2.2 Betalning

    Text här.
"""

from collections import Counter
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_UNNUMBERED = ("bilag", "underskrift", "innehåll", "för ")
"""För beställaren: where the parties sign."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.document.identity.uppdrag:
        return  # ours says with `numrera: nej` what has no number
    numbered = Counter(h.level for h in facts.headings if h.number)
    places = [
        Stretch(h, 0, len(h.text))
        for h in facts.headings
        if not h.number and numbered[h.level] >= 2 and not h.text.casefold().startswith(_UNNUMBERED)
    ]
    yield from gathered(places, "rubriken saknar nummer", "numrera den")


RULE = CheckRule("ST05", "onumrerad-bland-numrerade", Severity.WARNING, _find)
