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
from avtalsgen.check.facts.rows import numbered
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_AS_HEADING = re.compile(r"(?P<number>\d+(?:\.\d+)+) [A-ZÅÄÖ][\w -]{2,50}")
_POINT = re.compile(r"(?P<number>\d+(?:\.\d+)+)\.? (?=[A-ZÅÄÖ])")
"""A paragraph with a number of its own: `2.5 Support lämnas`."""
_SECTION = re.compile(r"(?P<number>\d{1,3}) § (?=[A-ZÅÄÖ])")
_FEWEST = 3


def _find(facts: CheckFacts) -> Iterator[Finding]:
    last: dict[tuple[int, ...], int] = {}
    told: set[int] = set()
    for passage in facts.of("heading", "paragraph"):
        is_heading = passage.kind == "heading"
        point = None if is_heading else _POINT.match(passage.text)
        number = re.sub(r"^§ |\.0$", "", passage.number.rstrip(".")) if is_heading else ""
        if point:
            number = point["number"]
        if not _NUMBER.fullmatch(number):
            continue
        *above, here = (int(part) for part in number.split("."))
        parent = tuple(above)
        before = last.get(parent, 0)
        if point and (before != here - 1 if not before else here < before):
            continue  # the number of somebody else, as in what a tillägg changes
        last[parent] = here
        if here == before + 1 or (before == 0 and not above):
            continue
        shown = passage.number if is_heading else number
        message = (
            f"{shown} kommer efter {'.'.join(str(part) for part in (*parent, before))}"
            if before
            else f"före {shown} saknas 1"
        )
        if here == before:
            message = f"{shown} finns två gånger"
        stretch = Stretch(passage, 0, len(number)) if point else numbered(facts, passage)
        yield Finding(stretch, message, "numrera om")
        told.add(id(passage))
    yield from _again(facts, told)
    yield from _sections(facts)


def _again(facts: CheckFacts, told: set[int]) -> Iterator[Finding]:
    """Yield lines that look like headings and have the number of one, which no reader believes."""
    taken = {heading.number for heading in facts.headings}
    for passage in facts.of("paragraph"):
        match = _AS_HEADING.fullmatch(passage.text)
        if match and match["number"] in taken and id(passage) not in told:
            message = f"{match['number']} finns två gånger"
            yield Finding(Stretch(passage, 0, len(match["number"])), message, "numrera om")


def _sections(facts: CheckFacts) -> Iterator[Finding]:
    """Yield the sections of a regulation, `6 §`, that come after another than the one before."""
    if facts.kind:
        return  # they speak of the sections of laws
    before, met = 0, 0
    findings: list[Finding] = []
    for passage in facts.of("heading", "paragraph"):
        if passage.number.endswith("kap."):
            before = 0
        text = f"{passage.number} {passage.text}" if passage.number else passage.text
        match = _SECTION.match(text)
        if not match:
            continue
        here, met = int(match["number"]), met + 1
        if before and here != before + 1:
            stretch = (
                numbered(facts, passage)
                if passage.number
                else Stretch(passage, 0, len(match[0]) - 1)
            )
            message = f"{here} § kommer efter {before} §"
            findings.append(Finding(stretch, message, "numrera om"))
        before = here
    if met >= _FEWEST:
        yield from findings


RULE = CheckRule("ST03", "lucka-i-numreringen", Severity.ERROR, _find)
