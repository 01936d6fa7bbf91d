"""Beslutet gäller en annan handling än den som ligger med.

Varför: nämnden godkänner något annat än det som skrivs under.

**Fel**

    # Verksamhetsuppdrag Familjerådgivning

    Nämnden ger Enheten uppdraget.

    ====

    # Tjänsteskrivelse

    ## Förslag till beslut

    Nämnden godkänner verksamhetsuppdraget Stödboende.

**Rätt**

    # Verksamhetsuppdrag Familjerådgivning

    Nämnden ger Enheten uppdraget.

    ====

    # Tjänsteskrivelse

    ## Förslag till beslut

    Nämnden godkänner verksamhetsuppdraget Familjerådgivning.
"""

import re
from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.decisions import decisions
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_NAMED = re.compile(
    r"""
    \b(?:verksamhetsuppdraget|överenskommelsen|avtalet)\ (?:om\ )?
    (?P<name>[\wåäö][\wåäö -]{3,60}?)
    (?=\ (?:godkänns|antas|till|för|mellan|enligt|från|daterat|med)\b|[.,(]|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"\w{5,}")
_ANY = frozenset(
    {"verksamhetsuppdrag", "överenskommelse", "uppdrag", "avtal", "tillägg", "avseende"}
)


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    agreements = [facts for facts in documents if facts.kind == "uppdrag"]
    for other in documents:
        for point in decisions(other) if agreements and not other.is_agreement else ():
            match = _NAMED.search(point.text)
            words = set(_WORD.findall(match["name"].casefold())) if match else set()
            if match and words and not any(words & _title(facts) for facts in agreements):
                title = agreements[0].title
                stretch = Stretch(point, *match.span("name"))
                yield Finding(
                    stretch,
                    f"handlingen som ligger med är {title}",
                    "rätta beslutet eller byt handling",
                )


def _title(facts: CheckFacts) -> set[str]:
    return set(_WORD.findall(facts.title.casefold())) - _ANY


RULE = RuleAmong("HE06", "annan-handling", Severity.ERROR, _find)
