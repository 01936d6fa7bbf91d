"""Skrivelsen talar om ett annat belopp än uppdraget.

Varför: nämnden beslutar om ett belopp och skriver under ett annat.

**Fel**

    # Verksamhetsuppdrag

    Ersättningen är 4 093 284 kronor per år.

    ====

    # Tjänsteskrivelse

    Kostnaden är 4 039 284 kronor per år.

**Rätt**

    # Verksamhetsuppdrag

    Ersättningen är 4 093 284 kronor per år.

    ====

    # Tjänsteskrivelse

    Kostnaden är 4 093 284 kronor per år.
"""

import re
from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_AMOUNT = re.compile(r"(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+)[ \u00a0](?:kronor|kr)\b")
_COST = re.compile(r"(?i)kostnad|ersättning|kostar")


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    agreements = [facts for facts in documents if facts.kind == "uppdrag"]
    others = [facts for facts in documents if facts.kind == "skrivelse"]
    for agreement in agreements:
        ours = dict(_amounts(agreement))
        for other in others:
            theirs = dict(_amounts(other))
            if ours and theirs and not ours.keys() & theirs.keys():
                place = next(iter(theirs.values()))
                told = next(iter(ours.values()))
                message = f"uppdraget säger {told.words}"
                yield Finding(place, message, "skriv samma belopp i båda", (told,))


def _amounts(facts: CheckFacts) -> Iterator[tuple[int, Stretch]]:
    for sentence in facts.sentences:
        if _COST.search(sentence.words):
            for match in _AMOUNT.finditer(sentence.words):
                start = sentence.start + match.start()
                number = int("".join(sign for sign in match["number"] if sign.isdigit()))
                yield number, Stretch(sentence.passage, start, start + len(match.group()))


RULE = RuleAmong("HE03", "belopp-skiljer", Severity.WARNING, _find)
