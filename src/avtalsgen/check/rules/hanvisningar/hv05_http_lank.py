"""En adress utan kryptering.

Varför: den som läser över http kan få en annan sida, och de flesta webbplatser har https.

**Fel**

    Rutinen finns på http://www.exempel.se/rutin.

**Rätt**

    Rutinen finns på https://www.exempel.se/rutin.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_HTTP = re.compile(r"http://[^/\s)>]+")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    written = [
        Stretch(passage, match.start(), match.end())
        for passage in facts.passages
        for match in _HTTP.finditer(passage.text)
    ]
    linked = [
        Stretch(passage, start, end)
        for passage in facts.passages
        for start, end, address in passage.links
        if address.startswith("http://") and not any(s.passage is passage for s in written)
    ]
    yield from gathered((*written, *linked), "adressen går över http", "skriv https")


RULE = CheckRule("HV05", "http-lank", Severity.STYLE, _find)
