"""Samma plan har flera namn.

Varför: läsaren undrar om det är två planer, och hittar inte den som gäller.

**Fel**

    Handlingsplanen ”hot och våld i nära relation” gäller. När handlingsplanen ”våld och hot i
    nära relationer” togs fram gjordes en förstudie.

**Rätt**

    Handlingsplanen ”hot och våld i nära relation” gäller. När handlingsplanen ”hot och våld i
    nära relation” togs fram gjordes en förstudie.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.names import PlanName, plans, same_plan
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    met: list[PlanName] = []
    for plan in plans(facts):
        for earlier in met:
            if (
                same_plan(plan, earlier)
                and plan.stretch.words.casefold() != earlier.stretch.words.casefold()
            ):
                message = f"planen kallas också {earlier.stretch.words}"
                yield Finding(
                    plan.stretch, message, "skriv planens namn som det är", (earlier.stretch,)
                )
                return
        met.append(plan)


RULE = CheckRule("BG09", "planen-har-flera-namn", Severity.WARNING, _find)
