"""Något ur en mall som ingen har fyllt i.

Varför: handlingen är inte klar, och det som ska stå där är inte bestämt.

**Fel**

    Ersättningen är XXX kronor per år.

**Rätt**

    Ersättningen är 500 000 kronor per år.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_LEFT = re.compile(
    r"""
      (?<!\w)(?:[xX]{3,}|XX|20XX|NN|N\.\ ?N\.|TODO|TBD)(?!\w)
    | (?<!\w)(?:ÅÅÅÅ-MM-DD|åååå-mm-dd|\?{3,}|lorem\ ipsum)(?!\w)
    | \[
      (?:
            [^\]\d]{0,40}(?i:fyll|ange|infoga|skriv|namn|datum|belopp|ort|titel|text|xx)
            [^\]]{0,40}
          | \.\.\. | …
      )\](?!\()
    | <(?:[a-zåäö]+(?:\ [a-zåäö]+){0,3})>    # <namn på chefen>
    | \{\{[^}]*\}\} | \[\[[^\]]*\]\]         # a hole of a template
    """,
    re.VERBOSE,
)


_MISSING = "[saknas: "


def _find(facts: CheckFacts) -> Iterator[Finding]:
    assembled = facts.written is None and facts.inside is None
    for passage in facts.passages:
        if passage.kind == "contents":
            continue
        for match in _LEFT.finditer(passage.text):
            if any(start <= match.start() < end for start, end in passage.known_gaps):
                continue
            if assembled and match.group().startswith(_MISSING):
                continue  # the build tells which fact it is, and where it is to be written
            stretch = Stretch(passage, match.start(), match.end())
            yield Finding(stretch, "en plats i mallen är inte ifylld", "fyll i eller ta bort den")


RULE = CheckRule("RS01", "platshallare", Severity.ERROR, _find)
