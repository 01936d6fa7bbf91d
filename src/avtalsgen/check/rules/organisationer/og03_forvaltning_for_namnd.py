"""Förvaltningen har fått nämndens roll.

Varför: nämnden är part och beslutar; förvaltningen är dess kansli och kan inte själv ingå
uppdrag, ta emot eller ge besked i eget namn. Står förvaltningen som part är det ett fel.

Lag: 6 kap. 38 § kommunallagen (2017:725): beslut om verksamhetens mål, inriktning, omfattning
eller kvalitet är nämndens och får inte delegeras. Per 2026-02-22.

**Fel**

    # Verksamhetsuppdrag

    Socialnämnden har överenskommit med Enheten om ett uppdrag.

    Tvister löses av Enheten och socialförvaltningen.

**Rätt**

    # Verksamhetsuppdrag

    Socialnämnden har överenskommit med Enheten om ett uppdrag.

    Tvister löses av Enheten och socialnämnden.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.bodies import Organ
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import PROSE, TextPassage
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_AS_PARTY = re.compile(
    r"(?i)har (?:genom \S+(?: och \S+)? )?(?:överenskommit|träffat|ingått|tecknat)"
)

_FOR_KOMMUN = re.compile(r"(?<! i )\b[A-ZÅÄÖ][\w-]* kommun,? genom (?:dess |sin )?$")
"""In `nämnden i Dala kommun, genom` it is the nämnd that is the party."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    first = {id(p) for p in facts.opening}
    parties = {o.stem for o in facts.organs if o.kind == "nämnd" and id(o.stretch.passage) in first}
    wrong = [o for o in facts.organs if o.kind == "förvaltning" and o.stem in parties]
    for organ in wrong:
        if id(organ.stretch.passage) in first and _is_party(organ):
            message = "förvaltningen står som part i stället för nämnden"
            yield Finding(organ.stretch, message, "låt nämnden vara part", (), Severity.ERROR)
            break
    for organ in facts.organs:
        if organ.kind == "förvaltning" and id(organ.stretch.passage) in first:
            before = organ.stretch.passage.text[: organ.stretch.start]
            if _FOR_KOMMUN.search(before):
                message = "en förvaltning för inte kommunens talan, det gör nämnden"
                yield Finding(organ.stretch, message, "skriv nämnden", (), Severity.ERROR)
    if not parties and first:
        yield from _instead(facts, first)
    later = [o.stretch for o in wrong if _is_later(o.stretch.passage, first)]
    message = "nämnden är part, men förvaltningen har dess roll här"
    yield from gathered(later, message, "skriv nämnden eller beställaren")


def _instead(facts: CheckFacts, first: set[int]) -> Iterator[Finding]:
    """Yield the förvaltning that is named first where no nämnd or kommun is a party at all."""
    opening = [o for o in facts.organs if id(o.stretch.passage) in first]
    named = [o for o in opening if o.kind == "förvaltning" and o.stretch.start == 0]
    if named and not any(o.kind != "förvaltning" for o in opening):
        signing = {id(p) for p in facts.signing}
        if any(o.kind == "nämnd" and id(o.stretch.passage) in signing for o in facts.organs):
            message = "förvaltningen står som part, men nämnden skriver under"
            hint = "låt nämnden vara part"
            yield Finding(named[0].stretch, message, hint, (), Severity.ERROR)


def _is_party(organ: Organ) -> bool:
    text = organ.stretch.passage.text[organ.stretch.end :]
    return bool(_AS_PARTY.match(text.strip()))


def _is_later(passage: TextPassage, first: set[int]) -> bool:
    contact = "kontakt" in passage.heading.casefold()
    return passage.kind in PROSE and id(passage) not in first and not contact


RULE = CheckRule("OG03", "forvaltning-for-namnd", Severity.WARNING, _find, Severity.ERROR)
