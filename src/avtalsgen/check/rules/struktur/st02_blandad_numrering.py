"""Rubrikerna numreras på olika sätt.

Varför: hänvisningar till avsnitt blir osäkra när 2, 2. och 2.0 blandas.

**Fel**

    # 1 Uppdraget

    Text här.

    # 2. Tid

    Text här.

    # 3 Tvist

    Text här.

**Rätt**

    # 1 Uppdraget

    Text här.

    # 2 Tid

    Text här.

    # 3 Tvist

    Text här.
"""

import re
from collections import Counter
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    tops = [h for h in facts.headings if h.number and h.level == 1]
    forms = Counter(_form(h.number) for h in tops)
    if len(forms) < 2:
        return
    usual = forms.most_common(1)[0][0]
    wrong = [Stretch(h, 0, len(h.text)) for h in tops if _form(h.number) != usual]
    message = "rubriken är numrerad på ett annat sätt än de andra"
    yield from gathered(wrong, message, "numrera alla lika")


def _form(number: str) -> str:
    return re.sub(r"\d+", "n", re.sub(r"\.0$", ".noll", number))


RULE = CheckRule("ST02", "blandad-numrering", Severity.WARNING, _find)
