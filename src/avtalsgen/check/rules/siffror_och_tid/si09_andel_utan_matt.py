"""En andel utan att det sägs vad den är andel av eller hur den mäts.

Varför: målet kan inte följas upp.

**Fel**

    Deltagarna ska uppleva att de har fått stöd. (80%)

**Rätt**

    Minst 80 procent av deltagarna ska i enkäten svara att de har fått stöd.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_SHARE = re.compile(
    r"""
      \((?P<share>\d{1,3}[ \u00a0]?(?:%|procent))\)
    | \b(?P<reached>(?:minst\ |lägst\ )?\d{1,3}[ \u00a0]?(?:%|procent))
      \ (?:ska|skall|bör|är|blir|har|når|upplever|känner|anger)\b
    | \b(?:avdrag|nedsättning|nedsätts|höjs|sänks|minskas|reduceras|debiteras)\ med[ ]
      (?P<less>\d{1,3}[ \u00a0]?(?:%|procent))(?=\.|$)
    | \b(?:andel|andelen)\ (?:[\wåäö]+\ )?(?:nöjda|trygga|delaktiga|som\ upplever)\b[^.%]*?
      \b(?P<goal>(?:minst|lägst)\ \d{1,3}[ \u00a0]?(?:%|procent))
    | ^(?:\w\)\ )?(?P<alone>(?:minst|lägst)\ \d{1,3}[ \u00a0]?(?:%|procent))\.?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF = re.compile(r"(?i)\bav\b|\b(?:ränta|moms|index|rabatt|avgift)")
_MEASURE = re.compile(r"(?i)enkät|mäts|mätt|mätning|intervju")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = []
    for passage in facts.prose:
        if not any(sign in passage.text for sign in ("%", "procent")):
            continue
        for match in _SHARE.finditer(passage.text):
            before = passage.text[: match.start()].rpartition(". ")[2]
            if not _MEASURE.search(passage.text) and not _OF.search(before):
                places.append(Stretch(passage, *match.span(match.lastgroup or 0)))
    yield from gathered(
        places,
        "vad andelen är av och hur den mäts sägs inte",
        "skriv andel av vilka, och hur det mäts",
    )


RULE = CheckRule("SI09", "andel-utan-matt", Severity.WARNING, _find)
