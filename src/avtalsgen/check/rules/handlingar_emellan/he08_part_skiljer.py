"""Skrivelsen ger uppdraget till, eller låter det ges av, någon annan än den som är part.

Varför: nämnden beslutar om en part och en annan skriver under.

**Fel**

    # Verksamhetsuppdrag

    Socialnämnden (beställaren) ger enheten Omsorg Väst (utföraren) i uppdrag att driva boendet.

    ====

    # Tjänsteskrivelse

    Förvaltningen föreslår att enheten Vård Väst får uppdraget.

**Rätt**

    # Verksamhetsuppdrag

    Socialnämnden (beställaren) ger enheten Omsorg Väst (utföraren) i uppdrag att driva boendet.

    ====

    # Tjänsteskrivelse

    Förvaltningen föreslår att enheten Omsorg Väst får uppdraget.
"""

import re
from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.decisions import decisions
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_PARTY = re.compile(
    r"""
    (?:^|\ )(?P<name>[A-ZÅÄÖ][^,.;:()]{2,60}?)
    (?:,\ (?:organisationsnummer|org\.?\ ?nr)\ [\d-]+)?,?\ (?:\(|nedan|i\ fortsättningen|hädanefter)
    [^.()]{0,30}?(?:utföraren|leverantören)
    """,
    re.VERBOSE,
)
_NAMED = re.compile(
    r"""
    \b(?:enheten|bolaget|utföraren|till|med)[ ]
    (?P<name>[A-ZÅÄÖ][\w&-]+(?:\ (?:och\ |i\ |&\ )?[A-ZÅÄÖ][\w&-]+)+)
    """,
    re.VERBOSE,
)
_GETS = re.compile(r"(?i) (?:får|ges|ska få|tilldelas) (?:i uppdrag|uppdraget|ett uppdrag)")
_GIVES = re.compile(r"(?i)\b(?:verksamhets)?(?:uppdrag|avtal|överenskommelse)")


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    agreements = [facts for facts in documents if facts.kind == "uppdrag"]
    others = [facts for facts in documents if facts.kind == "skrivelse"]
    for agreement in agreements:
        for other in others:
            yield from _performer(agreement, other)
            yield from _orderer(agreement, other)
            yield from _performing_organ(agreement, other)


def _performer(agreement: CheckFacts, other: CheckFacts) -> Iterator[Finding]:
    matches = [(p, m) for p in agreement.opening for m in _PARTY.finditer(p.text)]
    if not matches:
        return
    passage, match = matches[-1]
    start = match.start("name") + match["name"].rfind("enheten ") + len("enheten ")
    if "enheten " not in match["name"]:
        start = match.start("name")
    party = Stretch(passage, start, match.end("name"))
    if " genom " in party.words:  # a kommun, which acts by somebody else
        return
    if party.words.casefold() in other.text or party.words.casefold() in other.title.casefold():
        return
    for sentence in other.sentences:
        named = _NAMED.search(sentence.words)
        if named and _GIVES.search(sentence.words):
            start = sentence.start + named.start("name")
            stretch = Stretch(sentence.passage, start, start + len(named["name"]))
            message = f"i uppdraget är utföraren {party.words}"
            yield Finding(stretch, message, "skriv samma part i båda", (party,))
            return


def _orderer(agreement: CheckFacts, other: CheckFacts) -> Iterator[Finding]:
    first = {id(passage) for passage in agreement.opening}
    ours = [o for o in agreement.organs if o.kind == "nämnd" and id(o.stretch.passage) in first]
    points = {id(point) for point in decisions(other)}
    deciding = [o for o in other.organs if o.kind == "nämnd" and id(o.stretch.passage) in points]
    theirs = next((o for o in deciding if o.stretch.start == 0), None)
    if ours and theirs and not any(o.stem == theirs.stem for o in ours):
        message = f"i uppdraget är beställaren {ours[0].stretch.words}"
        yield Finding(theirs.stretch, message, "skriv samma nämnd i båda", (ours[0].stretch,))


def _performing_organ(agreement: CheckFacts, other: CheckFacts) -> Iterator[Finding]:
    """Yield a nämnd that is said to get the uppdrag and is no party to it."""
    first = {id(passage) for passage in agreement.opening}
    ours = [o for o in agreement.organs if o.kind == "nämnd" and id(o.stretch.passage) in first]
    if len({organ.stem for organ in ours}) < 2:
        return
    stems = {organ.stem for organ in ours}
    for organ in other.organs:
        behind = organ.stretch.passage.text[organ.stretch.end :]
        if organ.kind == "nämnd" and organ.stem not in stems and _GETS.match(behind):
            message = f"uppdraget är till {ours[-1].stretch.words}"
            yield Finding(organ.stretch, message, "skriv samma part i båda", (ours[-1].stretch,))
            return


RULE = RuleAmong("HE08", "part-skiljer", Severity.WARNING, _find)
