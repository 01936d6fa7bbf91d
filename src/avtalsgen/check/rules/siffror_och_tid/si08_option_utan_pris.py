"""En rätt att beställa mer utan att priset framgår.

Varför: den som avropar vet inte vad det kostar när ersättningen är ett belopp för hela
verksamheten.

**Fel**

    Ersättningen är 500 000 kronor per år. Beställaren kan avropa ytterligare timmar till
    samma ersättning.

**Rätt**

    Ersättningen är 605 kronor per timme. Beställaren kan avropa ytterligare timmar till samma
    ersättning.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_MORE = re.compile(
    r"""
    \b(?:avropa|köpa|beställa|option)[^.]*?\b(?:ytterligare|fler)[ ]
    (?:(?P<number>\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\ )?
    (?P<units>[\wåäö/]+(?:(?:,\ |\ och\ |\ eller\ )[\wåäö]+)*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SAME = re.compile(r"(?i)till samma (?:ersättning|pris)\w*")
_TIME = re.compile(r"år|månad|veck|dag")
_STEM = 5
"""Letters that one and several of a thing have in common: licens, licenser."""
_STEMS = {
    "timm": "timme",
    "plats": "plats",
    "dygn": "dygn",
    "besök": "besök",
    "samtal": "samtal",
    "årsarb": "årsarbetare",
}


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for sentence in facts.sentences:
        match = _MORE.search(sentence.words)
        if not match:
            continue
        said = match["units"].casefold()
        units = [unit for stem, unit in _STEMS.items() if stem in said]
        if not units and match["number"] and not _TIME.match(said):
            units = [said[:_STEM]]
        if not units or any(f"per {unit}" in facts.text for unit in units):
            continue
        same = _SAME.search(sentence.words)
        start = sentence.start + (same.start() if same else match.start("units"))
        end = sentence.start + (same.end() if same else match.end("units"))
        message = f"det finns inget pris för fler {match['units']}"
        yield Finding(Stretch(sentence.passage, start, end), message, "skriv vad en enhet kostar")


RULE = CheckRule("SI08", "option-utan-pris", Severity.WARNING, _find)
