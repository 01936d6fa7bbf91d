"""En part som har fått ett kort namn kallas ändå vid sitt långa.

Varför: ett ord för varje part gör plikterna lätta att följa (R44).

**Fel**

    # Verksamhetsuppdrag

    Socialnämnden, nedan kallad beställaren, ger Enheten uppdraget. Beställaren betalar.

    Enheten ska redovisa till socialnämnden varje år.

**Rätt**

    # Verksamhetsuppdrag

    Socialnämnden, nedan kallad beställaren, ger Enheten uppdraget. Beställaren betalar.

    Enheten ska redovisa till beställaren varje år.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import PROSE, Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_DUTY = re.compile(r"\s+(?:ska|skall|får|har rätt)\b")
_RECEIVER = re.compile(r"\btill (?:den )?$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    first = {id(p) for p in facts.opening}
    roles = {term.term for term in facts.terms if id(term.stretch.passage) in first}
    if not roles & {"beställaren", "utföraren"}:
        return
    parties = {o.stem for o in facts.organs if o.kind == "nämnd" and id(o.stretch.passage) in first}
    places = [
        organ.stretch
        for organ in facts.organs
        if organ.kind == "nämnd"
        and organ.stem in parties
        and id(organ.stretch.passage) not in first
        and _has_a_part(organ.stretch)
    ]
    yield from gathered(places, "parten har ett kort namn i handlingen", "skriv beställaren")


def _has_a_part(stretch: Stretch) -> bool:
    text = stretch.passage.text
    duty = _DUTY.match(text[stretch.end :])
    receiver = _RECEIVER.search(text[: stretch.start])
    return stretch.passage.kind in PROSE and bool(duty or receiver)


RULE = CheckRule("BG07", "part-vid-namn", Severity.STYLE, _find)
