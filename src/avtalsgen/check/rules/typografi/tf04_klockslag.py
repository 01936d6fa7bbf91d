"""Ett klockslag med kolon eller utan kl.

Varför: klockslag skrivs med punkt och kl. framför: kl. 8–17 (R16).

**Fel**

    Mottagningen är öppen vardagar 08:00 till 17:00.

**Rätt**

    Mottagningen är öppen vardagar kl. 8–17.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_CLOCK = re.compile(
    r"""
      (?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d
      (?:[ \u00a0]?(?:till|–|-)[ \u00a0]?(?:[01]?\d|2[0-3]):[0-5]\d)?(?![\d:])
    | \bkl(?=\ \d)
    """,
    re.VERBOSE,
)
_LAW = re.compile(r"(?:SOSFS|HSLF-FS|kap\.|\() ?\d*$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (
        stretch
        for stretch, _ in facts.said(_CLOCK, holding=(":", "kl "))
        if not _LAW.search(stretch.passage.text[: stretch.start])
    )
    yield from gathered(
        places,
        "klockslaget är skrivet med kolon eller utan punkt",
        "skriv som kl. 8–17 eller kl. 13.30",
    )


RULE = CheckRule("TF04", "klockslag", Severity.STYLE, _find)
