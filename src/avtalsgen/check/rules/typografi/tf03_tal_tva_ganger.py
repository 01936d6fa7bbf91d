"""Ett tal i både ord och siffror.

Varför: dubbleringen gör texten tyngre, och skiljer de sig åt vet ingen vad som gäller (R12).

**Fel**

    Uppsägningstiden är tre (3) månader.

**Rätt**

    Uppsägningstiden är tre månader.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.numbers import NUMERALS, read_letters

_DOUBLE = re.compile(rf"(?<![\w-])(?P<word>{'|'.join(NUMERALS)}) \((?P<number>\d{{1,3}})\)")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (
        stretch
        for stretch, match in facts.said(_DOUBLE)
        if read_letters(match["word"]) == int(match["number"])  # else it is told as contradicting
    )
    yield from gathered(places, "talet står två gånger", "skriv det en gång")


RULE = CheckRule("TF03", "tal-tva-ganger", Severity.STYLE, _find)
