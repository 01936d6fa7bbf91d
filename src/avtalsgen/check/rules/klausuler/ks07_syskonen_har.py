"""Något som syskonen har saknas: andra uppdrag av samma typ och för samma verksamhet.

Varför: det som de andra uppdragen reglerar och det här inte har kan ha fallit bort. Syskonen är de
övriga handlingarna som granskas på en gång, och i en arbetsyta den senaste utgåvan av varje annat
uppdrag med samma dokumenttyp, verksamhetsområde och relation. Det krävs minst två, och att tre av
fyra har avsnittet. Ord på rubriker som inte reglerar något står i clauses/register/ord/sprak.yaml.

**Fel**

    # Avtal om hemtjänst

    ## Tid

    Avtalet gäller i två år.

    ====

    # Avtal om hemtjänst

    ## Larm

    Larm besvaras inom fem minuter.

    ====

    # Avtal om hemtjänst

    ## Larm

    Larm besvaras inom tio minuter.

**Rätt**

    # Avtal om hemtjänst

    ## Larm

    Larm besvaras inom tre minuter.

    ====

    # Avtal om hemtjänst

    ## Larm

    Larm besvaras inom fem minuter.

    ====

    # Avtal om hemtjänst

    ## Larm

    Larm besvaras inom tio minuter.
"""

from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.siblings import Sibling, covers, stems, subject
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_FEWEST = 2
_OF_FOUR = 3


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    agreements = [facts for facts in documents if facts.kind == "uppdrag"]
    for facts in agreements:
        beside = [_sibling(other) for other in agreements if _is_alike(facts, other)]
        names = {sibling.name for sibling in beside}
        yield from _lacking(facts, [*beside, *(s for s in facts.siblings if s.name not in names)])


def _is_alike(facts: CheckFacts, other: CheckFacts) -> bool:
    """Return whether two agreements are about the same service, between the like parties."""
    if other is facts or other.relation != facts.relation:
        return False
    if facts.services or other.services:
        return bool(facts.services & other.services)
    return stems(facts.title) == stems(other.title)


def _sibling(facts: CheckFacts) -> Sibling:
    return Sibling(facts.file, tuple(heading.text for heading in facts.headings))


def _lacking(facts: CheckFacts, siblings: Sequence[Sibling]) -> Iterator[Finding]:
    if len(siblings) < _FEWEST:
        return
    headings = [heading.text for heading in facts.headings]
    general = frozenset(facts.lore.language.general_headings)
    wanted = dict.fromkeys(subject(h) for sibling in siblings for h in sibling.headings)
    told: list[str] = []
    for heading in wanted:
        if heading in general or covers((*headings, *told), heading) or _is_said(facts, heading):
            continue
        having = [sibling.name for sibling in siblings if covers(sibling.headings, heading)]
        if len(having) >= _FEWEST and len(having) * 4 >= len(siblings) * _OF_FOUR:
            told.append(heading)
            hint = f"se hur det står i {having[0]}, eller skriv varför det inte behövs här"
            message = f"{heading} saknas, som {len(having)} av {len(siblings)} syskon har"
            yield Finding(None, message, hint, document=facts)


def _is_said(facts: CheckFacts, heading: str) -> bool:
    """Return whether the text deals with it below another heading, or another rule asks for it."""
    about = stems(heading)
    required = any(
        facts.kind in need.kinds and covers((*need.headings, need.name), heading)
        for need in facts.lore.needs.clauses
    )
    return required or any(about <= stems(passage.text) for passage in facts.prose)


RULE = RuleAmong("KS07", "syskonen-har", Severity.WARNING, _find)
