"""En prickad rad där något ska stå, utanför underskrifterna.

Varför: det som inte är känt när handlingen skrivs under är inte avtalat. Är det okänt med flit
står skälet i uppdragets fil.

**Fel**

    Den nämnd som svarar för utföraren är ....................

**Rätt**

    Den nämnd som svarar för utföraren är kommunstyrelsen.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_DOTTED = re.compile(r"[.…]{5,}|_{4,}|(?:\. ){5,}")
_RULED = re.compile(r"[.…_ ]+")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    signing = {id(p) for p in facts.signing}
    last = {id(p) for p in facts.body[-12:]}
    for passage in (*facts.of("cover"), *facts.prose):
        if id(passage) in signing or (id(passage) in last and _RULED.fullmatch(passage.text)):
            continue
        match = _DOTTED.search(passage.text)
        if match:
            before = passage.text[: match.start()].rstrip().rpartition(" ")[0]
            start = len(before) + 1 if before and match.start() else 0
            stretch = Stretch(passage, start, min(match.end(), match.start() + 5))
            yield Finding(
                stretch,
                "det som ska stå på raden saknas",
                "fyll i det, eller skriv att det är okänt och varför",
            )


RULE = CheckRule("RS02", "prickad-rad", Severity.WARNING, _find)
