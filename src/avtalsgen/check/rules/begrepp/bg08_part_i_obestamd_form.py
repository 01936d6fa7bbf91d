"""En part står i obestämd form, som om vilken utförare som helst menades.

Varför: plikten gäller parten, inte utförare i allmänhet.

**Fel**

    Utförare ska upprätta en plan.

**Rätt**

    Utföraren ska upprätta en plan.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_BARE = re.compile(
    r"""
    (?:^|(?<=[.]\ ))(?P<role>Utförare|Beställare|Leverantör|Uppdragstagare)[ ]
    (?=ska\b|skall\b|förbinder|ansvarar|får\b|är\b|har\b)
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (
        Stretch(stretch.passage, match.start("role"), match.end("role"))
        for stretch, match in facts.said(_BARE)
    )
    yield from gathered(places, "parten står i obestämd form", "skriv utföraren eller beställaren")


RULE = CheckRule("BG08", "part-i-obestamd-form", Severity.STYLE, _find)
