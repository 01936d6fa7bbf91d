"""En frist eller slutdag som redan hade passerat när handlingen skrevs.

Varför: den går inte att hålla. Dagen är ofta kvar från en äldre handling.

**Fel**

    [2021-11-23] Rapporten lämnas senast den 31 mars 2019.

**Rätt**

    [2021-11-23] Rapporten lämnas senast den 31 mars 2022.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_LAST = re.compile(r"(?i)\b(?:senast|till och med|t\.o\.m\.|före|innan|upphör|löper ut)(?: den)? $")
_PAST = re.compile(
    r"""
    \b(?:gällde|var|hade|löpte|upphörde|ersätter|äldre|tidigare|har\ (?:gällt|funnits))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for written in facts.days:
        passage = written.stretch.passage
        if not facts.day or not written.day or written.day >= facts.day:
            continue
        before = passage.text[: written.stretch.start]
        sentence = (
            before.rpartition(". ")[2] + passage.text[written.stretch.start :].partition(". ")[0]
        )
        backwards = any(  # another rule says that it ends before it begins
            d.is_start and d.day and d.day > written.day and d.stretch.passage is passage
            for d in facts.days
        )
        if _LAST.search(before) and not _PAST.search(sentence) and not backwards:
            yield Finding(
                written.stretch, f"dagen hade passerat {facts.day}", "skriv en dag som kommer"
            )


RULE = CheckRule("SI15", "dag-som-har-passerat", Severity.WARNING, _find)
