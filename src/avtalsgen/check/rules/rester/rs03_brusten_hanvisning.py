"""Word har skrivit ut ett fel i stället för en hänvisning.

Varför: hänvisningen är borta, och läsaren vet inte vart den ledde.

**Fel**

    Se avsnitt Fel! Hittar inte referenskällan.

**Rätt**

    Se avsnitt 4.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_BROKEN = re.compile(
    r"""
      fel![ ]
      (?:
            hittar\ inte\ referenskälla\w*
          | bokmärket\ är\ inte\ definierat
          | okänt\ växelargument | ogiltig\ \w+ | hyperlänk\w*\ är\ ogiltig
      )
    | error!\ (?:reference\ source\ not\ found|bookmark\ not\ defined)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in facts.passages:
        for match in _BROKEN.finditer(passage.text):
            yield Finding(
                Stretch(passage, match.start(), match.end()),
                "hänvisningen är brusten",
                "gör om hänvisningen i Word",
            )


RULE = CheckRule("RS03", "brusten-hanvisning", Severity.ERROR, _find)
