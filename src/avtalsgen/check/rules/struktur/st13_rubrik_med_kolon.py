"""En rubrik slutar med kolon eller punkt.

Varför: en rubrik är ett namn, ingen mening.

**Fel**

    # Inledning

    Text.

    # Beslutsunderlag:

    Tjänsteskrivelse.

**Rätt**

    # Inledning

    Text.

    # Beslutsunderlag

    Tjänsteskrivelse.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_ALONE = re.compile(r"^[A-ZÅÄÖ][\wåäö]+(?: [\wåäö]+){0,2}:$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for heading in facts.headings:
        if heading.text.rstrip().endswith((":", ".")) and not heading.text.rstrip().endswith(
            "m.m."
        ):
            yield Finding(
                Stretch(heading, 0, len(heading.text)),
                "rubriken slutar med ett skiljetecken",
                "ta bort det",
                fix=heading.text.rstrip(" :."),
            )
    if facts.kind == "skrivelse":
        for passage in facts.of("paragraph"):
            if _ALONE.match(passage.text):
                yield Finding(
                    Stretch(passage, 0, len(passage.text)),
                    "rubriken slutar med kolon",
                    "gör raden till en rubrik utan kolon",
                )


RULE = CheckRule("ST13", "rubrik-med-kolon", Severity.STYLE, _find)
