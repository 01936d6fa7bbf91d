"""En hänvisning till en webbplats utan adress.

Varför: läsaren vet inte var på webbplatsen det står.

**Fel**

    Se vidare kommunens hemsida om rutiner för klagomål.

**Rätt**

    Rutiner för klagomål finns på www.exempel.se/klagomal.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_SEE = re.compile(
    r"""
    \b(?:se\ (?:vidare|även|också)|läs\ mer)\b[^.]*\b(?:hemsida|webbplats|intranät)\w*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESS = re.compile(r"www\.|https?://")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_SEE):
        text = stretch.passage.text
        if not _ADDRESS.search(text) and not stretch.passage.links:
            words = " ".join(match.group().split()[:2])
            start = match.start()
            yield Finding(
                Stretch(stretch.passage, start, start + len(words)),
                "adressen saknas",
                "skriv adressen",
            )


RULE = CheckRule("HV03", "hanvisning-utan-adress", Severity.STYLE, _find)
