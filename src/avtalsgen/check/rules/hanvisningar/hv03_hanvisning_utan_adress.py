"""En hänvisning som inte säger vart: en webbplats utan adress, en punkt utan nummer.

Varför: läsaren vet inte var det står.

**Fel**

    Se vidare kommunens hemsida om rutiner för klagomål. Avvikelser rapporteras, se punkt.

**Rätt**

    Rutiner för klagomål finns på www.exempel.se/klagomal. Avvikelser rapporteras, se punkt 4.
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


_BARE = re.compile(
    r"""
    \b(?P<words>(?:se|jfr|jämför|enligt|i)(?:\ (?:även|också))?[ ]
        (?:punkt|avsnitt|kapitel|kap\.|paragraf|sida|sid\.|stycke|bilaga(?=[.,;)]|$)))
    (?!\w|[ \u00a0]*(?:[\d(”"§A-ZÅÄÖ]|[a-z]\)|(?:för|som|med|om|ett?|två|tre|första)\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is pointed at has lost its number, as when it was written afterwards."""
_ANNEX = re.compile(r"(?im)^bilaga\b|\bbilaga[ \u00a0][\dA-Z]\b")


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
    yield from _bare(facts)


def _bare(facts: CheckFacts) -> Iterator[Finding]:
    annexes = sum(bool(_ANNEX.search(passage.text)) for passage in facts.body)
    for stretch, match in facts.said(_BARE):
        if stretch.passage.text[match.end() :].lstrip().startswith(("”", '"')):
            continue  # it is called by its heading
        if "bilaga" in match["words"].casefold() and (annexes == 1 or not facts.is_agreement):
            continue  # the only one
        place = Stretch(stretch.passage, *match.span("words"))
        message = "vilket nummer det är sägs inte"
        yield Finding(place, message, "skriv numret", severity=Severity.WARNING)


RULE = CheckRule("HV03", "hanvisning-utan-adress", Severity.STYLE, _find)
