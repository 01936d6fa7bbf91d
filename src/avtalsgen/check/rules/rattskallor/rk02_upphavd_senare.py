"""En författning som gällde på handlingens dag men är upphävd i dag.

Varför: handlingen var rätt när den skrevs, men den som tillämpar den i dag behöver veta
vilken författning som gäller i stället.

Lag: punkt 2 i övergångsbestämmelserna till socialtjänstlagen (2025:400): genom lagen upphävs
socialtjänstlagen (2001:453). Per 2025-12-15.

**Fel**

    [2019-11-26] Uppdraget följer socialtjänstlagen (2001:453).

**Rätt**

    [2019-11-26] Uppdraget följer offentlighets- och sekretesslagen (2009:400).
"""

from collections.abc import Iterator

from avtalsgen.check.facts.citations import first_of_each
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for law, cited in first_of_each(facts.citations, facts.law_names, facts.era):
        if not law.valid_to or facts.today <= law.valid_to:
            continue
        if facts.era and law.valid_to < facts.era:
            continue
        after = facts.lore.laws.get(law.replaced_by)
        instead = f"; i dag gäller {after.in_full()}" if after else ""
        message = f"{law.in_full()} upphörde att gälla den {law.valid_to}{instead}"
        hint = "hänvisa till den nya lagen när handlingen skrivs om"
        moved = {m.old: m for m in law.moved}
        section = next((moved[c.section] for c in cited if c.section in moved), None)
        if section:
            hint = f"skriv {section.new} i stället för {section.old} ({section.subject})"
        yield from gathered((citation.stretch for citation in cited), message, hint)


RULE = CheckRule("RK02", "upphavd-senare", Severity.WARNING, _find)
