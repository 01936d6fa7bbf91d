"""Kap. eller §§ fel skrivet i en hänvisning till lag.

Varför: lagrum skrivs som i lagen: 14 kap. 3 §, och §§ bara om flera paragrafer (R23, R25).

**Fel**

    Tillsyn sker enligt 13 kap 1 § socialtjänstlagen (2001:453).

**Rätt**

    Tillsyn sker enligt 13 kap. 1 § socialtjänstlagen (2001:453).
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_CHAPTER = re.compile(r"\b\d+(?: [a-z])? kap(?=[ ,;)]| \d)(?!\.)")
_SINGLE = re.compile(r"\b\d+(?: [a-z])?[–-]\d+(?: [a-z])? §(?!§)")
_DOUBLE = re.compile(r"(?<![–\d-])(?<!och )(?<!, )\b\d+(?: [a-z])? §§(?! och)")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_CHAPTER, holding=(" kap",)):
        yield Finding(
            stretch, "kap. skrivs med punkt", f"skriv {match.group()}.", fix=f"{match.group()}."
        )
    for stretch, match in facts.said(_SINGLE, holding=("§",)):
        yield Finding(
            stretch,
            "flera paragrafer skrivs med två tecken",
            f"skriv {match.group()}§",
            fix=f"{match.group()}§",
        )
    for stretch, match in facts.said(_DOUBLE, holding=("§§",)):
        yield Finding(
            stretch,
            "en paragraf skrivs med ett tecken",
            f"skriv {match.group()[:-1]}",
            fix=match.group()[:-1],
        )


RULE = CheckRule("TF12", "kap-utan-punkt", Severity.STYLE, _find)
