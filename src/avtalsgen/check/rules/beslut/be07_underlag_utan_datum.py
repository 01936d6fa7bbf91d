"""En handling i beslutsunderlaget saknar datum och diarienummer.

Varför: listan skrivs av i protokollet, och då ska det gå att se vilka handlingar nämnden hade.

**Fel**

    # Förslag till beslut

    1. Nämnden godkänner uppdraget.

    # Beslutsunderlag

    Verksamhetsuppdrag

**Rätt**

    # Förslag till beslut

    1. Nämnden godkänner uppdraget.

    # Beslutsunderlag

    Verksamhetsuppdrag, 2021-05-03
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_HEAD = re.compile(r"(?i)^(?:beslutsunderlag|underlag för beslut):?$")
_DATED = re.compile(r"\d{4}|\bbilaga", re.IGNORECASE)
_SENT = re.compile(r"(?i)^(?:beslutet|protokollsutdrag\w*) (?:skickas|expedieras|till)\b")
_LONGEST = 120


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (Stretch(p, 0, len(p.text)) for p in _listed(facts) if not _DATED.search(p.text))
    yield from gathered(places, "handlingen saknar datum", "skriv dess datum")


def _listed(facts: CheckFacts) -> Iterator[TextPassage]:
    below = False
    for passage in facts.body:
        text = passage.text
        if _HEAD.match(text):
            below = True
        elif passage.kind == "heading" or _SENT.match(text) or text.endswith(":"):
            below = False
        elif below and len(text) <= _LONGEST:
            yield passage
        else:
            below = False


RULE = CheckRule("BE07", "underlag-utan-datum", Severity.STYLE, _find)
