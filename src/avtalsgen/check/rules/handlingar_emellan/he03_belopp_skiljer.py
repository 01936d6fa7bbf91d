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

_AMOUNT = re.compile(
    r"""
      (?P<number>\d{1,3}(?:[ \u00a0]\d{3})+)[ \u00a0](?:kronor|kr)\b
    | (?P<price>\d{1,4})[ \u00a0](?:kronor|kr)\ per\ (?P<unit>[a-zåäö]{3,20})\b
    """,
    re.VERBOSE,
)
_COST = re.compile(r"(?i)kostnad|ersättning|ersätter|betalar|kostar|pris(?:et)?\b")


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    agreements = [facts for facts in documents if facts.is_agreement]
    others = [facts for facts in documents if facts.kind == "skrivelse"]
    for agreement in agreements:
        ours = dict(_amounts(agreement))
        for other in others:
            theirs = dict(_amounts(other))
            for unit in {unit for unit, _ in theirs}:
                alike = {key: place for key, place in theirs.items() if key[0] == unit}
                told = {key: place for key, place in ours.items() if key[0] == unit}
                if told and not told.keys() & alike.keys():
                    first = next(iter(told.values()))
                    message = f"uppdraget säger {first.words}"
                    place = next(iter(alike.values()))
                    yield Finding(place, message, "skriv samma belopp i båda", (first,))


def _amounts(facts: CheckFacts) -> Iterator[tuple[tuple[str, int], Stretch]]:
    for sentence in facts.sentences:
        if _COST.search(sentence.words):
            for match in _AMOUNT.finditer(sentence.words):
                start = sentence.start + match.start()
                written = match["number"] or match["price"]
                number = int("".join(sign for sign in written if sign.isdecimal()))
                stretch = Stretch(sentence.passage, start, start + len(match.group()))
                yield (match["unit"] or "", number), stretch


RULE = RuleAmong("HE03", "belopp-skiljer", Severity.WARNING, _find)
