"""Handlingar som hör ihop har olika diarienummer, eller skriver samma nummer på olika sätt.

Varför: den som söker på det ena numret hittar inte den andra handlingen.

Lag: 5 kap. 1–2 §§ offentlighets- och sekretesslagen (2009:400): en handling som har kommit in
eller upprättats registreras med dagen, diarienummer eller annan beteckning, i förekommande fall
avsändare eller mottagare, och i korthet vad den rör. Per 2026-02-22.

**Fel**

    # Verksamhetsuppdrag

    Diarienummer: SON 2019-755

    Nämnden ger Enheten uppdraget.

    ====

    # Tjänsteskrivelse

    Dnr 2019-755

    Nämnden föreslås ge uppdraget.

**Rätt**

    # Verksamhetsuppdrag

    Diarienummer: SON 2019-755

    Nämnden ger Enheten uppdraget.

    ====

    # Tjänsteskrivelse

    Dnr SON 2019-755

    Nämnden föreslås ge uppdraget.
"""

import re
from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.names import own_number
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_NUMBER = re.compile(
    r"""
    \b(?P<prefix>[A-ZÅÄÖ]{2,6})\ (?P<number>(?P<year>\d{4})[-/](?P<running>\d{1,5}))\b
    """,
    re.VERBOSE,
)


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    numbers = [(facts, number) for facts in documents if (number := own_number(facts))]
    for place, (facts, number) in enumerate(numbers):
        for _, other in numbers[:place]:
            if number.number == other.number and number.prefix != other.prefix:
                shorter, longer = sorted((number, other), key=lambda known: len(known.prefix))
                message = f"numret skrivs också {longer.stretch.words}"
                yield Finding(
                    shorter.stretch, message, f"skriv {longer.stretch.words}", (longer.stretch,)
                )
                break
            if number.number != other.number and other.number not in facts.text:
                message = f"den andra handlingen har {other.stretch.words}"
                yield Finding(
                    number.stretch,
                    message,
                    "rätta numret, eller hänvisa till det andra",
                    (other.stretch,),
                )
                break
    yield from _mistyped(documents)


def _mistyped(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    """Yield a number of a third document that only one of two writes, and the other nearly so."""
    taken = {number.number for facts in documents if (number := own_number(facts))}
    met: list[dict[tuple[str, str, str], Stretch]] = []
    for facts in documents:
        numbers: dict[tuple[str, str, str], Stretch] = {}
        for stretch, match in facts.said(_NUMBER):
            if match["number"] not in taken:
                key = (match["prefix"], match["year"], match["running"])
                numbers.setdefault(key, stretch)
        met.append(numbers)
    for place, numbers in enumerate(met):
        for other in met[:place]:
            for (prefix, year, running), stretch in numbers.items():
                for known, told in other.items():
                    near = sorted(known[2]) == sorted(running) and known[2] != running
                    if near and known[:2] == (prefix, year) and known not in numbers:
                        message = f"i den andra handlingen står {told.words}"
                        yield Finding(stretch, message, "skriv numret som det är", (told,))


RULE = RuleAmong("HE01", "diarienummer-skiljer", Severity.WARNING, _find)
