"""Ett tecken som bara ett visst typsnitt kan visa.

Varför: en punkt ur ett symboltypsnitt blir en tom ruta hos andra, och läses inte upp.

**Fel**

    {F0B7} Städning ingår i uppdraget.

**Rätt**

    Städning ingår i uppdraget.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.rows import rows
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_PRIVATE = re.compile("[\ue000-\uf8ff]")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (
        Stretch(passage, match.start(), match.end())
        for passage in (*facts.passages, *rows(facts, _PRIVATE))
        for match in _PRIVATE.finditer(passage.text)
    )
    yield from gathered(
        places, "tecknet finns bara i ett visst typsnitt", "skriv ett vanligt tecken"
    )


RULE = CheckRule("ST09", "privat-tecken", Severity.WARNING, _find)
