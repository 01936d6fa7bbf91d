"""Talet i ord är ett annat än talet i siffror.

Varför: ingen vet vilket av talen som gäller.

**Fel**

    Uppsägningstiden är tre (4) månader.

**Rätt**

    Uppsägningstiden är tre (3) månader.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.numbers import read_letters

_DOUBLE = re.compile(r"(?<![\w-])(?P<word>[a-zåäöA-ZÅÄÖ]+) \((?P<number>\d{1,4})\)(?! ?§)")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in facts.prose:
        for match in _DOUBLE.finditer(passage.text):
            worth = read_letters(match["word"].casefold())
            if worth is not None and worth != int(match["number"]):
                stretch = Stretch(passage, match.start(), match.end())
                yield Finding(
                    stretch,
                    f"{match['word']} är {worth}, inte {match['number']}",
                    "skriv talet en gång",
                )


RULE = CheckRule("SI01", "ord-mot-siffror", Severity.ERROR, _find)
