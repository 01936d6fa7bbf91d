"""Ersättningen räknas upp med något som inte är bestämt.

Varför: parterna kan inte räkna ut nästa års belopp. Index, basår och månad ska stå i handlingen.

**Fel**

    Uppräkning sker enligt kommunens uppräkningsmodell.

**Rätt**

    Uppräkning sker varje år med omsorgsprisindex (OPI), första gången 2023.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.dates import MONTHS

_WITH_INDEX = re.compile(
    r"""
    \b(?:räkna\w*\ upp|uppräkn\w*|justera\w*|indexregler\w*|höjs|följer)\b
    [^.]{0,60}?\b(?P<index>(?:med|enligt|efter)\ index|(?<=följer\ )index)(?!\w|\ [A-ZÅÄÖ])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GROWS = re.compile(r"(?i)räkna\w* upp|uppräkn|justera|indexregler|höjs|följer")
_BASE = re.compile(
    rf"(?i)\b(?:19|20)\d\d\b|\bbas|prisnivå|fastställ|publicer|senast kända|{'|'.join(MONTHS)}"
)
_NAMED = re.compile(r"\w{4,}index(?!regler)|\b(?:OPI|KPIF?|PKV|AKI|LCI|VPI|PPI|LPIK)\b")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = [stretch for stretch, _ in facts.said(phrases(facts.lore.language.vague_indices))]
    if not any(_NAMED.search(passage.text) for passage in facts.prose):
        bare = facts.said(_WITH_INDEX)
        places += [Stretch(s.passage, *match.span("index")) for s, match in bare]
    yield from gathered(
        places, "vilket index det är sägs inte", "skriv index, basår och när det räknas upp"
    )
    yield from _without_base(facts)


def _without_base(facts: CheckFacts) -> Iterator[Finding]:
    """Yield an index that sums follow though neither its year nor its month is told anywhere."""
    for sentence in facts.sentences if facts.is_agreement else ():
        match = _NAMED.search(sentence.words)
        if not match or not _GROWS.search(sentence.words):
            continue
        section = " ".join(p.text for p in facts.prose if p.heading == sentence.passage.heading)
        if not _BASE.search(section):
            start = sentence.start + match.start()
            stretch = Stretch(sentence.passage, start, start + len(match.group()))
            message = "från vilket år eller vilken månad det räknas sägs inte"
            yield Finding(stretch, message, "skriv basår, eller månad, och när det räknas upp")
            return


RULE = CheckRule("SI07", "index-utan-regel", Severity.WARNING, _find)
