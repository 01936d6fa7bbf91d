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
from avtalsgen.check.facts.rows import row_words
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_HTTP = re.compile(r"http://[^/\s)>]+")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    yield from gathered(_places(facts), "adressen går över http", "skriv https")


def _places(facts: CheckFacts) -> Iterator[Stretch]:
    """Yield each address as it is typed; where there is no text to open, the words that lead."""
    if facts.written:
        for count, line in enumerate(facts.written.lines, start=1):
            for match in _HTTP.finditer(line):
                yield row_words(facts, count, *match.span())
        return
    for passage in facts.passages:
        for match in _HTTP.finditer(passage.text):
            yield Stretch(passage, match.start(), match.end())
        for start, end, address in passage.links:
            if address.startswith("http://") and not _HTTP.search(passage.text[start:end]):
                yield Stretch(passage, start, end)


RULE = CheckRule("HV05", "http-lank", Severity.STYLE, _find)
