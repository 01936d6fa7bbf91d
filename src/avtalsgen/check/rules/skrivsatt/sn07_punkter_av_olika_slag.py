"""Punkterna i en lista börjar på olika slag av ord.

Varför: den som läser meningen före med varje punkt för sig fastnar på den som inte passar
(R40). Bara det som syns på formen prövas: att och verb, substantiv på -ing och -else, satser.

**Fel**

    Utföraren ansvarar för

    - bemanning av boendet
    - planering av dagarna
    - att skriva en rapport

**Rätt**

    Utföraren ansvarar för

    - bemanning av boendet
    - planering av dagarna
    - rapportering en gång om året
"""

import re
from collections.abc import Iterator
from itertools import groupby

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_KINDS = {
    "att och verb": re.compile(r"(?i)att \w+a\b"),
    "substantiv": re.compile(r"(?i)\w{3,}(?:ing|ingen|ingar|ande|else|elser|het|heten)\b"),
    "satser": re.compile(
        r"(?i)(?:\w+(?:en|na|et) |den |det |de )(?:ska|är|har|får|lämnar|ansvarar)\b"
    ),
}
"""Of an item, what its first words show."""
_FEWEST = 3


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for _, group in groupby(facts.of("item"), key=lambda item: item.group):
        items = [(item, _kind(item)) for item in group]
        kinds = [kind for _, kind in items]
        if len(items) < _FEWEST or "" in kinds or len(set(kinds)) != 2:
            continue
        common = max(set(kinds), key=kinds.count)
        odd = [item for item, kind in items if kind != common]
        if len(odd) * 2 < len(items):
            words = " ".join(odd[0].text.split()[:2])
            message = f"de andra punkterna börjar med {common}"
            stretch = Stretch(odd[0], 0, len(words))
            yield Finding(stretch, message, "skriv punkterna på samma sätt")


def _kind(item: TextPassage) -> str:
    return next((name for name, form in _KINDS.items() if form.match(item.text)), "")


RULE = CheckRule("SN07", "punkter-av-olika-slag", Severity.STYLE, _find)
