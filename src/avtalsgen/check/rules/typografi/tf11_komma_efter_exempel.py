"""Ett komma efter till exempel, eller ett komma som saknas före det vill säga.

Varför: till exempel hör ihop med det som följer; det vill säga inleder ett tillägg.

**Fel**

    Kostnaden kan avse till exempel, utryckning.

**Rätt**

    Kostnaden kan avse till exempel utryckning.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_AFTER = re.compile(r"(?i)\btill exempel,")
_BEFORE = re.compile(r"(?P<word>\w+) det vill säga\b")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_AFTER, holding=("xempel,",)):
        yield Finding(
            stretch, "inget komma efter till exempel", "ta bort kommat", fix=match.group()[:-1]
        )
    for stretch, match in facts.said(_BEFORE, holding=("det vill säga",)):
        end = match.start() + len(match.group())
        yield Finding(
            Stretch(stretch.passage, match.start(), end),
            "komma saknas före det vill säga",
            "sätt ett komma",
            fix=f"{match['word']}, det vill säga",
        )


RULE = CheckRule("TF11", "komma-efter-exempel", Severity.STYLE, _find)
