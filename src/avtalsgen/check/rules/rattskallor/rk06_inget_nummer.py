"""Det första omnämnandet av en författning saknar nummer.

Varför: två lagar kan ha samma namn, som socialtjänstlagen från 2001 och 2025. Numret säger
vilken som menas (R26).

**Fel**

    Verksamheten följer socialtjänstlagen. Den följer även kommunallagen (2017:725).

**Rätt**

    Verksamheten följer socialtjänstlagen (2025:400). Den följer även kommunallagen (2017:725).
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.citations import first_of_each
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import PROSE, Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_OF_YEAR = re.compile(r" (?:från|av) (?:år )?\d{4}\b")
"""What says which of two laws is meant, without its number: socialtjänstlagen från 2001."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    order = {id(citation): place for place, citation in enumerate(facts.citations)}
    for law, cited in first_of_each(facts.citations, facts.law_names, facts.era):
        prose = [c for c in cited if c.stretch.passage.kind in PROSE]
        if not law.number or not prose or law.id.startswith("sosfs"):
            continue
        before = facts.citations[: order[id(prose[0])] + 1]
        if any(c.number and (law.id in c.ids or law.id in c.named) for c in before):
            continue
        first = prose[0].stretch
        behind = first.passage.text[first.end :]
        if _OF_YEAR.match(behind):
            continue
        if behind.startswith(f" ({law.short})") and law.short:
            first = Stretch(first.passage, first.start, first.end + len(law.short) + 3)
        message = f"{first.words} nämns utan nummer"
        yield Finding(first, message, f"skriv {law.in_full()} första gången")


RULE = CheckRule("RK06", "inget-nummer", Severity.WARNING, _find)
