"""En lista med bokstäver eller siffror hoppar eller upprepar sig.

Varför: en punkt kan ha fallit bort, och en hänvisning till punkt c leder fel.

**Fel**

    %%
    Uppdrag

    Utföraren ska
    a) städa,
    b) laga mat,
    d) tvätta.

**Rätt**

    %%
    Uppdrag

    Utföraren ska
    a) städa,
    b) laga mat,
    c) tvätta.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.rows import row_words
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_SIGN = re.compile(r"^\s*(?:[-*] )?(?P<sign>(?P<letter>[a-z])\)|(?P<number>\d{1,2})[.)])\s+\S")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.written is None:
        return
    before, before_kind = 0, ""
    headings = {heading.spot().line for heading in facts.headings}
    for count, line in enumerate(facts.written.lines, start=1):
        match = None if count in headings else _SIGN.match(line)
        if match is None or count in facts.written.contents:
            if line.strip() and not line.startswith(" "):
                before = 0
            continue
        kind = "letter" if match["letter"] else "number"
        here = ord(match["letter"]) - ord("a") + 1 if match["letter"] else int(match["number"])
        if before and kind == before_kind and here != before + 1 and here != 1:
            message = "numret kommer inte efter det förra"
            yield Finding(
                row_words(facts, count, *match.span("sign")), message, "numrera om listan"
            )
        before, before_kind = here, kind


RULE = CheckRule("ST04", "listans-ordning", Severity.ERROR, _find)
