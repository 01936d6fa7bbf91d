"""Ett bindestreck med mellanrum på ena sidan.

Varför: ett tankstreck har mellanrum på båda sidor, ett bindestreck på ingen (R19–R21).

**Fel**

    Uppdraget omfattar stöd- för alla barn.

**Rätt**

    Uppdraget omfattar stöd – för alla barn.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_HALF = re.compile(
    r"""
    (?<![\w-])
    (?P<words>[\wåäöÅÄÖ]{3,}-\ (?!och\b|eller\b|samt\b|respektive\b|till\b|men\b)[\wåäöÅÄÖ]+)
    (?!\ och|,\ )
    """,
    re.VERBOSE,
)
_ASIDE = re.compile(r"(?<=[\wåäö] )-(?= [\wåäö])")
_SUSPENDED = re.compile(r"- [\wåäö]+-?,? (?:och|eller|samt|respektive) ")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in (*facts.of("cover"), *facts.headings, *facts.prose):
        for match in _HALF.finditer(passage.text):
            if (
                not _SUSPENDED.search(passage.text[match.start() :][:60])
                and "lex sarah" not in passage.text.casefold()
            ):
                yield Finding(
                    Stretch(passage, match.start(), match.end()),
                    "strecket har mellanrum på ena sidan",
                    "skriv tankstreck med mellanrum, eller bindestreck utan",
                )
    asides = (stretch for stretch, _ in facts.said(_ASIDE, holding=(" - ",)))
    yield from gathered(asides, "inskottet har bindestreck", "skriv tankstreck", fix="–")


RULE = CheckRule("TF08", "streck-i-rubrik", Severity.STYLE, _find)
