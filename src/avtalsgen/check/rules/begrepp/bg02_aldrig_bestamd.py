"""En part kallas något som aldrig har bestämts.

Varför: läsaren måste gissa vilken av parterna som menas.

**Fel**

    # Verksamhetsuppdrag

    ## Uppdraget

    Nämnden har överenskommit med Enheten om ett uppdrag.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Tvist mellan beställaren och utföraren löses i samtal.

**Rätt**

    # Verksamhetsuppdrag

    ## Uppdraget

    Nämnden, nedan kallad beställaren, och Enheten, nedan kallad utföraren, är parter.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Tvist mellan beställaren och utföraren löses i samtal.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_BY_KIND = ("bolaget", "föreningen", "stiftelsen")
"""What a party is, and may be called as soon as it is named."""
_ROLES = (
    "beställaren",
    "utföraren",
    "leverantören",
    "uppdragsgivaren",
    "uppdragstagaren",
    "hyresvärden",
    "hyresgästen",
    "entreprenören",
    "konsulten",
    "anordnaren",
    "säljaren",
    "köparen",
    *_BY_KIND,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement or not facts.is_whole:
        return
    unknown = [role for role in _ROLES if role in facts.text and not _is_told(facts, role)]
    if unknown:
        pattern = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(unknown)})(?!\w)")
        places = (stretch for stretch, _ in facts.said(pattern))
        yield from gathered(places, "vem det är sägs aldrig", "skriv vem av parterna som menas")


def _is_told(facts: CheckFacts, role: str) -> bool:
    stem = role.removesuffix("n").removesuffix("e")
    if any(term.term == role for term in facts.terms):
        return True
    if role in _BY_KIND and any(role in p.text.casefold() for p in facts.opening):
        return True
    cover = any(passage.text.casefold().startswith(stem) for passage in facts.of("cover"))
    named = re.compile(
        rf"""
          (?i:{role}),?\ (?:är\ |\()?[A-ZÅÄÖ]\w+ | (?<!Det\ )är\ (?i:{stem})
        | \([”"]?(?i:{role})[”"]?\)                    # Omsorgsnämnden (beställaren)
        """,
        re.VERBOSE,
    )
    return cover or any(named.search(passage.text) for passage in facts.prose)


RULE = CheckRule("BG02", "aldrig-bestamd", Severity.WARNING, _find)
