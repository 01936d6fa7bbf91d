"""En lista är delad av en tom rad.

Varför: det ser ut som två listor, och den ena saknar inledning.

**Fel**

    %%
    Utföraren ska

    - städa lokalerna
    - laga maten

    - tvätta kläderna
    - handla varorna

**Rätt**

    %%
    Utföraren ska

    - städa lokalerna
    - laga maten
    - tvätta kläderna
    - handla varorna
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.rows import row_words
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_ITEM = re.compile(r"^\s*[-–•*]\s+(?P<words>\S+(?: \S+){0,2})")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.written is None:
        return
    lines = facts.written.lines
    for count in range(2, len(lines) - 1):
        items = [_ITEM.match(lines[place]) for place in (count - 2, count, count + 1)]
        match = items[1]
        if not lines[count - 1].strip() and all(items) and match and count >= 3:
            tight = _ITEM.match(lines[count - 3])
            if tight:
                yield Finding(
                    row_words(facts, count + 1, *match.span("words")),
                    "listan är delad av en tom rad",
                    "ta bort raden",
                )


RULE = CheckRule("ST06", "delad-lista", Severity.STYLE, _find)
