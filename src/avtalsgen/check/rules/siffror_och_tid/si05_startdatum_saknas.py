"""Handlingen säger inte när den börjar gälla.

Varför: utan första dag vet ingen från när plikterna och betalningen gäller.

**Fel**

    # Verksamhetsuppdrag

    ## Tid

    Uppdraget gäller tills vidare.

    ## Ersättning

    Från 2020-01-01 justeras ersättningen.

    ## Tvist

    Parterna löser tvister.

**Rätt**

    # Verksamhetsuppdrag

    ## Tid

    Uppdraget gäller från och med den 1 januari 2020 och tills vidare.

    ## Ersättning

    Ersättningen justeras varje år.

    ## Tvist

    Parterna löser tvister.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_APPLIES = re.compile(r"(?i)\b(?:gäller|börjar|löper|träder i kraft|inleds|startar|start)\b")
_TIME = re.compile(r"(?i)tid\b|tidsperiod|giltighet")
_BY_EVENT = re.compile(
    r"""
      gäller\ (?:från|när)[^.]*(?:undertecknat|underskr|skrivit\ under|beslut)
    | träder\ i\ kraft\ (?:när|vid|då)
    | från\ och\ med\ [^.\d]*(?:underskrift|undertecknande)
    | gäller\ från\ dagen\ för
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement or not facts.is_whole:
        return
    if any(_BY_EVENT.search(passage.text) for passage in facts.prose):
        return
    for sentence in facts.sentences:
        begins = any(
            d.is_start
            and d.stretch.passage is sentence.passage
            and sentence.start <= d.stretch.start < sentence.end
            for d in facts.days
        )
        about = _APPLIES.search(sentence.words) or _TIME.search(sentence.passage.heading)
        if begins and about:
            return
    unknown = any(p.known_gaps and _APPLIES.search(p.text) for p in facts.prose)
    severity = Severity.WARNING if unknown else None
    yield Finding(
        None,
        "startdatum saknas",
        "skriv från och med vilken dag uppdraget gäller",
        severity=severity,
    )


RULE = CheckRule("SI05", "startdatum-saknas", Severity.ERROR, _find)
