"""Den som skriver under är ett annat organ än den som är part.

Varför: underskriften binder inte parten om den ges i ett annat organs namn.

Lag: 6 kap. 38 § kommunallagen (2017:725): beslut om verksamhetens mål, inriktning, omfattning
eller kvalitet är nämndens och får inte delegeras. Per 2026-02-22.

**Fel**

    # Verksamhetsuppdrag

    Socialnämnden har överenskommit med Enheten om ett uppdrag.

    Uppdraget är upprättat i två exemplar.

    Linköping 2019-11-26

    För beställaren

    Socialförvaltningen

    Eva Ek

**Rätt**

    # Verksamhetsuppdrag

    Socialnämnden har överenskommit med Enheten om ett uppdrag.

    Uppdraget är upprättat i två exemplar.

    Linköping 2019-11-26

    För beställaren

    Socialnämnden

    Eva Ek
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_DECIDING = {"nämnd": "en", "styrelse": "n"}
"""What is a party for its kommun, and the ending of its definite form."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    first = {id(p) for p in facts.opening}
    named = {(o.stem, o.kind) for o in facts.organs if id(o.stretch.passage) in first}
    signing = {id(p) for p in facts.signing}
    signers = [o for o in facts.organs if id(o.stretch.passage) in signing]
    missing = {(stem, kind) for stem, kind in named if kind in _DECIDING} - {
        (o.stem, o.kind) for o in signers
    }
    if not missing:
        return
    for organ in signers:
        if (organ.stem, "nämnd") in missing and organ.kind == "förvaltning":
            message = f"{organ.stem}nämnden är part, men {organ.stem}förvaltningen skriver under"
            hint = "låt den som nämnden har gett det i uppdrag skriva under för nämnden"
            yield Finding(organ.stretch, message, hint)
            return
    strangers = [
        o
        for o in signers
        if (o.kind != "styrelse" or o.stretch.words == o.stretch.passage.text.strip())
        and (o.stem, o.kind) not in named
    ]
    if strangers:
        parts = " och ".join(f"{stem}{kind}{_DECIDING[kind]}" for stem, kind in sorted(missing))
        message = f"{parts} är part, men {strangers[0].stretch.words} skriver under"
        yield Finding(strangers[0].stretch, message, "låt parten skriva under")


RULE = CheckRule("OG04", "annan-skriver-under", Severity.ERROR, _find)
