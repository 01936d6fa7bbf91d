"""Ett beslut utan den som beslutar.

Varför: i protokollet och hos mottagaren ska det framgå vem som har beslutat.

Lag: 6 kap. 38 § kommunallagen (2017:725): beslut om verksamhetens mål, inriktning, omfattning
eller kvalitet är nämndens och får inte delegeras. Per 2026-02-22.

**Fel**

    # Förslag till beslut

    1. Uppdraget godkänns.

    # Bakgrund

    Uppdraget är nytt.

**Rätt**

    # Förslag till beslut

    1. Socialnämnden godkänner uppdraget.

    # Bakgrund

    Uppdraget är nytt.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.decisions import decisions
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_PASSIVE = re.compile(
    r"""
    \b
    (?:
          godkänns | antas | fastställs | ges\ (?:rätt|i\ uppdrag) | beslutas | upphävs
        | delegeras | noteras | avslås | bifalls | får\ i\ uppdrag | medges | tecknas
        | undertecknas | förlängs | avslutas | överlåts | uppdras | sägs\ upp | ska\ \w+as
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VERB_FIRST = re.compile(r"(?:Godkänner|Beslutar|Antar|Fastställer|Upphäver|Ger|Noterar)\b")
_WHO = re.compile(
    r"""
      (?:nämnden|styrelsen|fullmäktige|utskottet|beredningen)\b[^.]{0,30}\b
      (?:godkänner|beslutar|antar|ger|fastställer|föreslår|upphäver|delegerar|noterar)
    | \bav\ [\wåäö -]*(?:nämnden|fullmäktige|styrelsen)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for point in decisions(facts):
        match = _PASSIVE.search(point.text) or _VERB_FIRST.match(point.text)
        if match and not _WHO.search(point.text):
            yield Finding(
                Stretch(point, match.start(), match.end()),
                "vem som beslutar sägs inte",
                "skriv nämnden först",
            )


RULE = CheckRule("BE03", "inget-subjekt", Severity.WARNING, _find)
