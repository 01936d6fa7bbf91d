"""Såväl utan som, eller både utan och.

Varför: meningen haltar, och läsaren letar efter det andra ledet.

**Fel**

    Det kan avse såväl kris, extraordinär händelse samt höjd beredskap.

**Rätt**

    Det kan avse såväl kris som höjd beredskap.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_BOTH = re.compile(r"(?i)\b(?P<first>såväl(?! som)|både)\b(?P<rest>[^.;:]*)")
_AFTER = {"såväl": re.compile(r"\bsom\b"), "både": re.compile(r"\b(?:och|samt|som)\b|/|[-–,]")}


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_BOTH):
        word = match["first"].casefold()
        if _AFTER[word].search(match["rest"]):
            continue
        rest = match["rest"].split()
        end = stretch.start + len(match["first"]) + (len(rest[0].rstrip(",")) + 1 if rest else 0)
        missing = "som" if word == "såväl" else "och"
        yield Finding(
            Stretch(stretch.passage, stretch.start, end),
            f"{word} saknar {missing}",
            f"skriv {missing} före det sista ledet",
        )


RULE = CheckRule("SP07", "saval-utan-som", Severity.WARNING, _find)
