"""Ett nummer saknas, kommer två gånger eller i fel ordning bland rubrikerna.

Varför: det kan betyda att ett avsnitt har fallit bort, och hänvisningar blir tvetydiga.

**Fel**

    # 1 Uppdraget

    Text här.

    # 2 Tid

    Text här.

    # 4 Tvist

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
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_AS_HEADING = re.compile(r"(?P<number>\d+(?:\.\d+)+) [A-ZÅÄÖ][\w -]{2,50}")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    last: dict[tuple[int, ...], int] = {}
    for heading in facts.headings:
        number = re.sub(r"^§ |\.0$", "", heading.number.rstrip("."))
        if not _NUMBER.fullmatch(number):
            continue
        *above, here = (int(part) for part in number.split("."))
        parent = tuple(above)
        before = last.get(parent, 0)
        last[parent] = here
        if here == before + 1 or (before == 0 and not above):
            continue
        message = (
            f"{heading.number} kommer efter {'.'.join(str(part) for part in (*parent, before))}"
            if before
            else f"före {heading.number} saknas 1"
        )
        if here == before:
            message = f"{heading.number} finns två gånger"
        yield Finding(Stretch(heading, 0, len(heading.text)), message, "numrera om")
    yield from _again(facts)


def _again(facts: CheckFacts) -> Iterator[Finding]:
    """Yield lines that look like headings and have the number of one, which no reader believes."""
    taken = {heading.number for heading in facts.headings}
    for passage in facts.of("paragraph"):
        match = _AS_HEADING.fullmatch(passage.text)
        if match and match["number"] in taken:
            message = f"{match['number']} finns två gånger"
            yield Finding(Stretch(passage, 0, len(match["number"])), message, "numrera om")


RULE = CheckRule("ST03", "lucka-i-numreringen", Severity.ERROR, _find)
