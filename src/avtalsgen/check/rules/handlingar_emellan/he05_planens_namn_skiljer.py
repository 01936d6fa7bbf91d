"""Handlingarna kallar samma plan olika.

Varför: det är oklart vilken plan uppdraget följer.

**Fel**

    # Verksamhetsuppdrag

    Kommunen har en handlingsplan mot våld i nära relationer och hedersrelaterat förtryck.

    ====

    # Tjänsteskrivelse

    Handlingsplanen ”hot och våld i nära relation och hedersrelaterat förtryck” följs.

**Rätt**

    # Verksamhetsuppdrag

    Handlingsplanen ”hot och våld i nära relation” följs.

    ====

    # Tjänsteskrivelse

    Handlingsplanen ”hot och våld i nära relation” följs.
"""

from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.names import plans, same_plan
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    first, *rest = documents
    for other in rest:
        yield from _between(first, other)


def _between(first: CheckFacts, other: CheckFacts) -> Iterator[Finding]:
    ours = list(plans(first))
    for plan in plans(other):
        for known in ours:
            alike = plan.stretch.words.casefold() == known.stretch.words.casefold()
            if same_plan(plan, known) and not alike:
                message = f"i den andra handlingen kallas planen {known.stretch.words}"
                yield Finding(
                    plan.stretch, message, "skriv planens namn som det är", (known.stretch,)
                )
                return


RULE = RuleAmong("HE05", "planens-namn-skiljer", Severity.WARNING, _find)
