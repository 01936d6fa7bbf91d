"""Det nu föreslagna följs av ett ord i obestämd form.

Varför: efter den, det eller de och ett adjektiv står ordet i bestämd form när det är just den
saken som menas.

**Fel**

    Det nu föreslagna verksamhetsuppdrag har tagits fram i samarbete.

**Rätt**

    Det nu föreslagna verksamhetsuppdraget har tagits fram i samarbete.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_INDEFINITE = re.compile(
    r"""
    \b[Dd]et\ (?:nu\ |här\ |ovan\ )?
    (?:föreslagna|nya|gällande|aktuella|tidigare|beslutade|nuvarande|undertecknade)[ ]
    (?:verksamhets)?(?:uppdrag|avtal|beslut|förslag|tillägg|ärende)(?!\ som\b)(?![\wåäö-])
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, _ in facts.said(_INDEFINITE):
        yield Finding(
            stretch,
            "ordet ska stå i bestämd form",
            f"skriv {stretch.words}et",
            fix=f"{stretch.words}et",
        )


RULE = CheckRule("SP15", "bestamd-form-saknas", Severity.WARNING, _find)
