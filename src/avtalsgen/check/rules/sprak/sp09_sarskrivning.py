"""Ett ord som är delat i två, eller ett bindestreck som saknas eller sitter fel.

Varför: delade ord kan betyda något annat (R20, R28, R32).

**Fel**

    En sammanställning över lex Sarah rapporter lämnas.

**Rätt**

    En sammanställning över lex Sarah-rapporter lämnas.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.replaced import replaced
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_WEEKS = re.compile(
    r"""
    (?<![\w,.-])(?P<number>\d+)[ ]
    (?P<rest>
        (?:veckors|vecko|månaders|dags|stegs|års|timmars|tums|bädds)
        (?:program|kurs|modell|period|intervall|regel|grupp|avdelning)[\wåäö]*
    )
    """,
    re.VERBOSE,
)
_HANGING = re.compile(
    r"""
    (?<![\w-])
    (?P<first>grupp|individ|hot|person|natt|barn|lunch|vinter|kost|hälso|resultat|fritids)[ ]
    (?P<and>och|eller)[ ]
    (?=
        (?P<last>
              individuella\ insatser | familjeinriktad | riskbedömning[\wåäö]* | sakskador
            | sjukvård[\wåäö]* | brukarundersökning[\wåäö]* | dagverksamhet[\wåäö]*
        )
    )
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    yield from replaced(
        facts, facts.lore.language.apart, "orden hör ihop", one_by_one=True, headings=True
    )
    for stretch, match in facts.said(_WEEKS):
        right = f"{match['number']}-{match['rest']}"
        yield Finding(stretch, "bindestreck saknas efter talet", f"skriv {right}", fix=right)
    for stretch, match in facts.said(_HANGING):
        end = match.start() + len(f"{match['first']} {match['and']} {match['last'].split()[0]}")
        yield Finding(
            Stretch(stretch.passage, match.start(), end),
            "bindestreck saknas efter det första ledet",
            f"skriv {match['first']}- {match['and']}",
        )


RULE = CheckRule("SP09", "sarskrivning", Severity.WARNING, _find)
