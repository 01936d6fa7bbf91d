"""Något som en handling av det här slaget ska säga saknas.

Varför: det som inte regleras blir oreglerat, eller regleras av lag utan att parterna vet det.
Vad som krävs av vilken handling står i clauses/register/krav.yaml.

Lag: 27 kap. 2 § socialtjänstlagen (2025:400): den som fullgör uppgifter i socialtjänsten
rapporterar missförhållanden. 15 kap. 9 §: utföraren lämnar socialnämnden de uppgifter som den
behöver för kvalitet, administration, uppföljning och utvärdering. Per 2025-12-15. Grunden för
varje annat krav visas med problemet.

**Fel**

    # Verksamhetsuppdrag

    ## Uppdraget

    Utföraren ger samtal.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Parterna löser tvister.

**Rätt**

    # Anteckningar

    ## Uppdraget

    Utföraren ger samtal.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Parterna löser tvister.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.register.checking.needs import ClauseNeed


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.kind or not facts.is_whole:
        return
    for need in facts.lore.needs.clauses:
        if _applies(facts, need) and not _is_met(facts, need):
            hint = f"skriv om {need.name}: {need.source}"
            yield Finding(None, f"{need.name} saknas", hint)


def _applies(facts: CheckFacts, need: ClauseNeed) -> bool:
    if facts.kind not in need.kinds or (need.service and need.service not in facts.services):
        return False
    if need.relation != "alla" and need.relation != facts.relation:
        return False
    if need.about and facts.is_with_region:
        return False  # each of them has its own duties to those whom it helps
    return not need.about or any(
        word in facts.text or word in facts.title.casefold() for word in need.about
    )


def _is_met(facts: CheckFacts, need: ClauseNeed) -> bool:
    headings = [h.text.casefold() for h in facts.headings]
    if any(word.casefold() in heading for word in need.headings for heading in headings):
        return True
    starts = re.compile(
        "|".join(rf"(?<!\w){re.escape(p.casefold())}" for p in need.phrases) or "(?!)"
    )
    return bool(starts.search(facts.text) or phrases(need.phrases).search(facts.text))


RULE = CheckRule("KS01", "klausul-saknas", Severity.WARNING, _find)
