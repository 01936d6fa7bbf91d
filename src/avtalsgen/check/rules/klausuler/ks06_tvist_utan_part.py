"""Regeln om tvist gäller någon annan än den andra parten.

Varför: parternas egen tvist blir utan lösning.

**Fel**

    # Verksamhetsuppdrag

    Nämnden, nedan kallad beställaren, ger utföraren Leanlink uppdraget.

    Tvister mellan beställaren och annan enhet inom kommunen ska lösas av kommunstyrelsen.

**Rätt**

    # Verksamhetsuppdrag

    Nämnden, nedan kallad beställaren, ger utföraren Leanlink uppdraget.

    Tvister mellan beställaren och utföraren ska lösas av kommunstyrelsen.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_DISPUTE = re.compile(
    r"""
    \b(?:tvist|tvister|oenighet)\ mellan\ (?P<first>[\wåäö -]+?)\ och[ ]
    (?P<other>(?:en\ )?ann(?:an|at|ars?)\ [\wåäö -]+?)(?=\ ska|\ skall|\ löses|\ avgörs|[,.])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    for passage in facts.prose:
        match = _DISPUTE.search(passage.text)
        if match:
            stretch = Stretch(passage, *match.span("other"))
            yield Finding(
                stretch, "tvisten gäller inte den andra parten", "skriv beställaren och utföraren"
            )


RULE = CheckRule("KS06", "tvist-utan-part", Severity.WARNING, _find)
