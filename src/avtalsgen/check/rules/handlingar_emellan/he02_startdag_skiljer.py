"""Handlingarna säger olika om när uppdraget börjar, eller bara den ena säger det.

Varför: nämnden beslutar om en dag som inte står i det som skrivs under.

**Fel**

    # Verksamhetsuppdrag

    Uppdraget gäller tills vidare.

    ====

    # Tjänsteskrivelse

    Förvaltningen föreslår ett uppdrag med start 2020-01-01.

**Rätt**

    # Verksamhetsuppdrag

    Uppdraget gäller från och med 2020-01-01.

    ====

    # Tjänsteskrivelse

    Förvaltningen föreslår ett uppdrag med start 2020-01-01.
"""

import re
from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.days import WrittenDay
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_APPLIES = re.compile(
    r"""
      \b(?:gäller|börjar|löper|start|träder\ i\ kraft)\b
    | uppdrag | ersättning | pris | höjs | utföra?s | driva?s | övergår | övertas | tar\ över
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT = re.compile(r"(?i)justera|räknas upp|index")


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    agreements = [facts for facts in documents if facts.is_agreement]
    others = [facts for facts in documents if facts.kind == "skrivelse"]
    for agreement in agreements:
        ours = _starts(agreement)
        for other in others:
            theirs = _starts(other)
            told = {start.day for start in ours}
            differing = [start for start in theirs if start.day not in told]
            if not differing or (ours and len(differing) < len(theirs)):
                continue
            severity = Severity.ERROR if ours else None
            message = (
                f"uppdraget börjar {ours[0].stretch.words}"
                if ours
                else "dagen står inte i uppdraget"
            )
            also = (
                *(start.stretch for start in differing[1:]),
                *(start.stretch for start in ours[:1]),
            )
            yield Finding(differing[0].stretch, message, "skriv samma dag i båda", also, severity)


def _starts(facts: CheckFacts) -> list[WrittenDay]:
    starts = []
    for written in facts.days:
        sentence = next(
            (
                s
                for s in facts.sentences
                if s.passage is written.stretch.passage and s.start <= written.stretch.start < s.end
            ),
            None,
        )
        about = sentence and _APPLIES.search(sentence.words) and not _NOT.search(sentence.words)
        if written.is_start and about:
            starts.append(written)
    return starts


RULE = RuleAmong("HE02", "startdag-skiljer", Severity.WARNING, _find)
