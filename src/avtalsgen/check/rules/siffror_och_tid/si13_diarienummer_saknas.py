r"""Handlingen har inget diarienummer.

Varför: en allmän handling ska gå att hitta, och andra handlingar ska kunna hänvisa till den.

Lag: 5 kap. 1–2 §§ offentlighets- och sekretesslagen (2009:400): en handling som har kommit in
eller upprättats registreras med dagen, diarienummer eller annan beteckning, i förekommande fall
avsändare eller mottagare, och i korthet vad den rör. Per 2026-02-22.

**Fel**

    # Verksamhetsuppdrag

    ## Uppdraget

    Utföraren ger samtal.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Parterna löser tvister.

**Rätt**

    # Verksamhetsuppdrag

    **Diarienummer**\
    SON 2021-233

    ## Uppdraget

    Utföraren ger samtal.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Parterna löser tvister.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_DNR = re.compile(
    r"""
      (?i:\bdnr\b|diarienummer|\bdiarienr)
    | \b[A-ZÅÄÖ]{2,6}[ -](?:\d{4}-\d{1,5}|\d{2}/\d{3,4}|\d{4}/\d+)
    """,
    re.VERBOSE,
)
_FIRST = 5


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not (facts.is_agreement or facts.kind == "skrivelse") or not facts.is_whole:
        return
    top = (*facts.of("cover", "edge"), *facts.body[:_FIRST])
    if not facts.document.identity.dnr and not any(_DNR.search(p.text) for p in top):
        yield Finding(None, "diarienummer saknas", "skriv ärendets nummer på första sidan")


RULE = CheckRule("SI13", "diarienummer-saknas", Severity.WARNING, _find)
