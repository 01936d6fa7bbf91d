"""En författning som var upphävd på handlingens dag.

Varför: den som följer handlingen följer regler som inte gäller, och prövningen görs mot
den nya författningen.

Lag: punkt 2 i övergångsbestämmelserna till socialtjänstlagen (2025:400): genom lagen upphävs
socialtjänstlagen (2001:453). Per 2025-12-15.

**Fel**

    [2019-11-26] Dokumentation sker enligt SOSFS 2006:5.

**Rätt**

    [2019-11-26] Dokumentation sker enligt SOSFS 2014:5.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.citations import first_of_each
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for law, cited in first_of_each(facts.citations, facts.law_names, facts.era):
        if not facts.era or not law.valid_to or facts.era <= law.valid_to:
            continue
        after = facts.lore.laws.get(law.replaced_by)
        hint = f"hänvisa till {after.in_full()}" if after else "stryk eller byt hänvisningen"
        moved = {known.old: known for known in law.moved}
        section = next((moved[c.section] for c in cited if c.section in moved), None)
        if section:
            hint = f"{hint}; {section.old} motsvaras av {section.new} ({section.subject})"
        message = f"{law.number or law.name} upphörde att gälla den {law.valid_to}"
        yield from gathered((citation.stretch for citation in cited), message, hint)


RULE = CheckRule("RK01", "upphavd-kalla", Severity.ERROR, _find)
