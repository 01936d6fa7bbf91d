"""Filens egenskaper säger vem som skrev eller sparade den.

Varför: namnet följer med till motparten och arkivet. Handlingens avsändare är ett organ.

**Fel**

    @word; saved_by=Eva Ek

    Nämnden ger Enheten uppdraget.

**Rätt**

    @word; author=Socialnämnden

    Nämnden ger Enheten uppdraget.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_PERSON = re.compile(r"[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)+")
_ORGAN = re.compile(r"(?i)nämnd|förvaltning|kommun|styrelse|region|\bAB\b")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    told = (facts.inside.author, facts.inside.saved_by) if facts.inside else ()
    for name in dict.fromkeys(told):
        if _PERSON.fullmatch(name) and not _ORGAN.search(name):
            yield Finding(
                facts.beside(name),
                "namnet står i filens egenskaper",
                "ta bort personuppgifter ur filen",
            )
            return


RULE = CheckRule("RS09", "forfattare-i-filen", Severity.STYLE, _find)
