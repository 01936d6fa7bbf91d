"""En adress står ensam, skild från meningen som talar om den.

Varför: meningen slutar i luften, och adressen hör inte till något.

**Fel**

    Riktlinjerna finns på kommunens webbplats. www.exempel.se

**Rätt**

    Riktlinjerna finns på www.exempel.se.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_MOST_WORDS = 60
"""In a longer paragraph the address ends a sentence of its own."""
_ALONE = re.compile(r"(?:^|(?<=[.] ))<?(?P<address>(?:https?://|www\.)[^\s>]+)>?\s*$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in facts.of("paragraph"):
        match = _ALONE.search(passage.text)
        if match and passage.text.count(" ") < _MOST_WORDS:
            end = match.start("address") + len(match["address"].rstrip("./"))
            host = re.match(r"(?:https?://)?[^/]+", match["address"])
            shown = min(end, match.start("address") + (host.end() if host else 0))
            yield Finding(
                Stretch(passage, match.start("address"), shown),
                "adressen står utanför meningen",
                "låt den ingå i meningen",
            )


RULE = CheckRule("HV07", "adress-skild-fran-mening", Severity.STYLE, _find)
