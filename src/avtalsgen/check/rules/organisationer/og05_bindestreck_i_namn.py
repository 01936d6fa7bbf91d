"""Bindestrecket saknas i namnet på en nämnd eller förvaltning.

Varför: utan det läses första ledet som ett eget ord.

**Fel**

    Samverkan ska ske med social och omsorgsförvaltningen.

**Rätt**

    Samverkan ska ske med social- och omsorgsförvaltningen.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    parts = "|".join(map(re.escape, facts.lore.language.parts_of_names))
    pattern = re.compile(
        rf"""
        (?<![\w-])(?P<first>{parts})\ och\ (?P<last>[a-zåäö]+(?:nämnden|förvaltningen)s?)(?!\w)
        """,
        re.VERBOSE | re.IGNORECASE,
    )
    for passage in facts.passages:
        for match in pattern.finditer(passage.text):
            right = f"{match['first']}- och {match['last']}"
            stretch = Stretch(passage, match.start(), match.end())
            yield Finding(stretch, "bindestreck saknas i namnet", f"skriv {right}", fix=right)


RULE = CheckRule("OG05", "bindestreck-i-namn", Severity.WARNING, _find)
