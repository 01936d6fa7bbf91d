"""En författnings namn eller lex Sarah med fel begynnelsebokstav.

Varför: lagar skrivs med liten bokstav, och i lex Sarah är bara namnet stort (R27, R28).

**Fel**

    Utföraren följer bestämmelserna i Socialtjänstlagen (2025:400).

**Rätt**

    Utföraren följer bestämmelserna i socialtjänstlagen (2025:400).
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_LEX = re.compile(r"(?<=[a-zåäö,] )Lex Sarah")
_BEGINS = re.compile(r"(?:^|[.!?:•–-]\s+|”)$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    lex = (stretch for stretch, _ in facts.said(_LEX))
    message = "lex skrivs med liten bokstav"
    yield from gathered(lex, message, "skriv lex Sarah", fix="lex Sarah")
    for citation in facts.citations:
        stretch = citation.stretch
        words = stretch.words
        text = stretch.passage.text
        law = facts.law_names.meant(citation, facts.era)
        small = law is not None and law.name[:1].islower()
        if citation.form != "name" or not words[:1].isupper() or not small:
            continue
        if stretch.passage.kind != "heading" and not _BEGINS.search(text[: stretch.start]):
            name = words.partition(" (")[0]
            short = Stretch(stretch.passage, stretch.start, stretch.start + len(name))
            yield Finding(
                short,
                "författningar skrivs med liten bokstav",
                f"skriv {name.lower()}",
                fix=name[:1].lower() + name[1:],
            )


RULE = CheckRule("SP10", "lag-med-stor-bokstav", Severity.STYLE, _find)
