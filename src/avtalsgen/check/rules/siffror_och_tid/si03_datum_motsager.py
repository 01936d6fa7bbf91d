"""Ett datum som inte finns, eller en tid som slutar innan den börjar.

Varför: ingen kan säga när tiden börjar eller slutar.

**Fel**

    Uppdraget gäller från den 1 januari 2024 till den 31 december 2023.

**Rätt**

    Uppdraget gäller från den 1 januari 2023 till den 31 december 2023.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.dates import WEEKDAYS, weekday

_BETWEEN = re.compile(r"^[, ]*(?:och )?(?:till|t\.o\.m\.)(?: och med)?(?: den)?[ \u00a0]$")
_WEEKDAY = re.compile(rf"(?i)\b(?P<name>{'|'.join(WEEKDAYS)})(?:en)?(?: den)?[ \u00a0]$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for written in facts.days:
        if written.day is None:
            yield Finding(written.stretch, "dagen finns inte i kalendern", "rätta datumet")
            continue
        match = _WEEKDAY.search(written.stretch.passage.text[: written.stretch.start])
        if match and match["name"].casefold() != weekday(written.day):
            message = f"dagen är en {weekday(written.day)}"
            yield Finding(
                Stretch(written.stretch.passage, match.start(), written.stretch.end),
                message,
                "rätta dagen",
            )
    for first, second in zip(facts.days, facts.days[1:], strict=False):
        if first.stretch.passage is not second.stretch.passage or not first.day or not second.day:
            continue
        between = first.stretch.passage.text[first.stretch.end : second.stretch.start]
        if first.is_start and _BETWEEN.match(between) and second.day < first.day:
            yield Finding(
                second.stretch,
                f"tiden börjar {first.day} och slutar före",
                "byt plats på dagarna",
                (first.stretch,),
            )


RULE = CheckRule("SI03", "datum-motsager", Severity.ERROR, _find)
