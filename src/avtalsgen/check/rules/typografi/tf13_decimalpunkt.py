"""Ett decimaltal med punkt.

Varför: på svenska skrivs decimalkomma (R05).

**Fel**

    Index är 2.7 procent.

**Rätt**

    Index är 2,7 procent.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_POINT = re.compile(
    r"""
    (?<![\w.,/-])\d{1,3}\.\d{1,2}
    (?=\ ?(?:%|procent|kronor|kr\b|miljoner|mnkr|årsarbet|timmar|tjänst))
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_POINT):
        right = match.group().replace(".", ",")
        yield Finding(stretch, "decimaltal skrivs med komma", f"skriv {right}", fix=right)


RULE = CheckRule("TF13", "decimalpunkt", Severity.STYLE, _find)
