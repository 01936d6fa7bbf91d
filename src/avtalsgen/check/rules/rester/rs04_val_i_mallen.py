"""Ett val eller en uppmaning i mallen som står kvar.

Varför: läsaren vet inte vilket av alternativen som gäller.

Lag: 11 och 19 §§ lagen (1976:580) om medbestämmande i arbetslivet: arbetsgivaren förhandlar på
eget initiativ före en viktigare förändring, och informerar fortlöpande. Vilket det var går inte
att läsa ut om båda står kvar. Per 2026-02-22.

**Fel**

    # Information eller förhandling

    Förhandling har skett.

    # Ekonomi

    Det ryms.

**Rätt**

    # Förhandling

    Förhandling har skett.

    # Ekonomi

    Det ryms.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_TOLD_TO = re.compile(
    r"""
    (?:Ange|Välj|Beskriv|Redogör\ för|Fyll\ i|Infoga|Klistra\ in|Motivera)\ (?!på\b)
    [^.?!]*[.?!]?$
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    pattern = phrases(facts.lore.language.left_by_templates)
    for stretch, _ in facts.said(pattern, "heading", "paragraph", "item", "cell"):
        yield Finding(stretch, "valet i mallen är inte gjort", "välj, och stryk det andra")
    for sentence in facts.sentences if facts.kind else ():
        if sentence.passage.kind == "paragraph" and _TOLD_TO.match(sentence.words):
            yield Finding(
                sentence, "mallens anvisning står kvar", "gör det som den säger, och stryk den"
            )


RULE = CheckRule("RS04", "val-i-mallen", Severity.WARNING, _find)
