"""Ett datum i siffror i löpande text.

Varför: i löpande text skrivs dag, månad och år i ord: den 1 januari 2022 (R14). I tabeller och
hänvisningar är siffror bra.

**Fel**

    Från 2020-01-01 justeras ersättningen.

**Rätt**

    Från den 1 januari 2020 justeras ersättningen.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.dates import long

_PREPOSITION = re.compile(
    r"""
    \b(?:från|till|den|sedan|före|efter|senast|start|med|och)(?:\ och\ med)?(?:\ den)?\ $
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = [
        d
        for d in facts.days
        if d.stretch.passage.kind in ("paragraph", "item")
        and "-" in d.stretch.words
        and d.day
        and _PREPOSITION.search(d.stretch.passage.text[: d.stretch.start])
    ]
    if places:
        day = places[0].day
        hint = f"skriv den {long(day)}" if day else ""
        stretches = (written.stretch for written in places)
        yield from gathered(stretches, "datumet står i siffror i löpande text", hint)


RULE = CheckRule("TF05", "datum-i-lopande-text", Severity.STYLE, _find)
