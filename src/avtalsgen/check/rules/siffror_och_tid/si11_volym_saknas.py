"""Uppdraget säger inte hur mycket som ska utföras.

Varför: utan antal timmar, platser eller ärenden går ersättningen inte att följa upp, och parterna
kan inte säga när uppdraget är för litet eller för stort.

**Fel**

    # Verksamhetsuppdrag

    ## Uppdraget

    Utföraren ger samtal.

    ## Ersättning

    Ersättningen är 4 000 000 kronor per år.

    ## Tvist

    Parterna löser tvister.

**Rätt**

    # Verksamhetsuppdrag

    ## Uppdraget

    Utföraren ger samtal, högst 2 590 timmar per år.

    ## Ersättning

    Ersättningen är 4 000 000 kronor per år.

    ## Tvist

    Parterna löser tvister.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.numbers import NUMERALS

_SEVERAL = NUMERALS[NUMERALS.index("två") :]
_VOLUME = re.compile(
    rf"""
    (?<!ytterligare\ )\b
    (?:
          \d[\d \u00a0,]* | \w+\ \(\d+\) | \w*(?:tjugo|hundra|tusen)\w*
        | {"|".join(_SEVERAL)}
    )[ \u00a0](?:\w+/)?
    (?:
          timmar | platser | årsarbetare | dygn | par\b | ärenden | besök | deltagare | brukare
        | elever | linjer | turer | barn | unga | ungdomar | bäddar | rum | vårdplatser | klienter
        | familjer | uppdrag | fältare | handläggare | tjänster | kvadratmeter | portioner
        | grupper | resor\b | resenärer | tillfällen | utredningar | klasser | användare | samråd
        | (?!kronor)\w+(?:ar|er|or)\ per\ (?:år|månad|vecka|dag)\b
        | hushåll | boende\b | lägenheter | insatser | personer | samtal\ per
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PAID = re.compile(r"(?i)ersättning")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if (
        facts.kind != "uppdrag"
        or not facts.is_whole
        or facts.is_with_region
        or not _PAID.search(facts.text)
    ):
        return
    told = any(_VOLUME.search(passage.text) for passage in facts.prose)
    headed = any("volym" in heading.text.casefold() for heading in facts.headings)
    if not told and not headed:
        yield Finding(
            None, "volym saknas", "skriv hur många timmar, platser eller ärenden uppdraget omfattar"
        )


RULE = CheckRule("SI11", "volym-saknas", Severity.WARNING, _find)
