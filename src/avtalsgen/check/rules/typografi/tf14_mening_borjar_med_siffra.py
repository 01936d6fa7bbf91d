"""En mening som börjar med en siffra.

Varför: det är svårt att se var meningen börjar (R13).

**Fel**

    Boendet är litet. 12 platser ingår i uppdraget.

**Rätt**

    Boendet är litet. Tolv platser ingår i uppdraget.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.dates import MONTHS

_DIGIT = re.compile(
    rf"""
    (?:^|(?<=[a-zåäö][.!?]\ ))\d{{1,3}}(?=\ [a-zåäö]{{3,}})
    (?!\ (?:kap|och\ \d|{"|".join(MONTHS)}))
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(r"\b(?:kap|nr|st|kl|ca|dnr|t\.ex|bl\.a)\. $")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, _ in facts.said(_DIGIT, "paragraph"):
        text = stretch.passage.text
        if text.rstrip().endswith(".") and not _ABBREVIATED.search(text[: stretch.start]):
            hint = "skriv talet med bokstäver, eller vänd på meningen"
            yield Finding(stretch, "meningen börjar med en siffra", hint)


RULE = CheckRule("TF14", "mening-borjar-med-siffra", Severity.STYLE, _find)
