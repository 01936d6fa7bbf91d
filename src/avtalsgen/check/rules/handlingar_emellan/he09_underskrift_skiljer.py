"""Beslutet låter någon annan skriva under än den som står vid underskriften.

Varför: den som skriver under utan uppdrag binder inte nämnden.

**Fel**

    # Verksamhetsuppdrag

    Socialnämnden ger Enheten uppdraget.

    Uppdraget är upprättat i två exemplar.

    För beställaren

    Förvaltningschefen

    Ort och datum

    ====

    # Tjänsteskrivelse

    ## Förslag till beslut

    Socialnämnden ger nämndens ordförande i uppdrag att skriva under verksamhetsuppdraget.

**Rätt**

    # Verksamhetsuppdrag

    Socialnämnden ger Enheten uppdraget.

    Uppdraget är upprättat i två exemplar.

    För beställaren

    Förvaltningschefen

    Ort och datum

    ====

    # Tjänsteskrivelse

    ## Förslag till beslut

    Socialnämnden ger förvaltningschefen i uppdrag att skriva under verksamhetsuppdraget.
"""

import re
from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.decisions import decisions
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_TOLD = re.compile(
    r"""
      \bger?\ (?P<who>[^.]{3,80}?)\ i\ uppdrag\ att\ (?:under)?(?:teckna|skriva\ under)
    | \b(?:uppdrar\ åt|bemyndigar)\ (?P<other>[^.]{3,80}?)\ att\ (?:under)?(?:teckna|skriva\ under)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ROLE = re.compile(
    r"""
    (?P<role>[\wåäö-]*(?:ordförande|direktör|chef|föreståndare|sekreterare))(?:n|en)?\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    for agreement in documents:
        signing = agreement.signing if agreement.is_agreement else ()
        ours = [
            (match["role"].casefold(), Stretch(passage, match.start(), match.end()))
            for passage in signing
            for match in _ROLE.finditer(passage.text)
        ]
        for other in documents if ours else ():
            if not other.is_agreement:
                yield from _between(ours, other)


def _between(ours: list[tuple[str, Stretch]], other: CheckFacts) -> Iterator[Finding]:
    for point in decisions(other):
        match = _TOLD.search(point.text)
        group = "who" if match and match["who"] else "other"
        role = _ROLE.search(match[group]) if match else None
        if match and role and role["role"].casefold() not in {known for known, _ in ours}:
            stretch = Stretch(point, *match.span(group))
            message = f"vid underskriften står {ours[0][1].words}"
            yield Finding(stretch, message, "låt samma person skriva under", (ours[0][1],))


RULE = RuleAmong("HE09", "underskrift-skiljer", Severity.WARNING, _find)
