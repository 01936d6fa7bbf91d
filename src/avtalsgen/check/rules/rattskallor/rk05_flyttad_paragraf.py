"""En paragraf i en äldre lag som har en annan plats i den nya.

Varför: paragrafen med samma nummer handlar om något annat i den lag som gäller.

Lag: 19 kap. 1 § socialtjänstlagen (2025:400), om att anmäla oro för barn, stod i 14 kap. 1 § i
2001 års lag; 27 kap. 1–6 §§, om lex Sarah, i 14 kap. 2–7 §§. Per 2025-12-15.

**Fel**

    [2026-03-01] Rapporter lämnas enligt 14 kap. 3 § socialtjänstlagen (2025:400) om lex Sarah.

**Rätt**

    [2026-03-01] Rapporter lämnas enligt 27 kap. 2 § socialtjänstlagen (2025:400) om lex Sarah.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    after = {law.replaced_by: law for law in facts.lore.laws.values() if law.moved}
    for citation in facts.citations:
        law = facts.law_names.meant(citation, facts.era)
        before = after.get(law.id) if law else None
        if not law or not before or not citation.section:
            continue
        around = citation.stretch.passage.text.casefold()
        for moved in before.moved:
            subject = moved.subject.partition(",")[0].casefold()
            if moved.old == citation.section and moved.new != moved.old and subject in around:
                message = f"{moved.old} i den äldre lagen är {moved.new} i {law.in_full()}"
                yield Finding(citation.stretch, message, f"skriv {moved.new}")
                break


RULE = CheckRule("RK05", "flyttad-paragraf", Severity.WARNING, _find)
