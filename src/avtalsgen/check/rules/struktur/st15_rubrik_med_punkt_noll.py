"""Kapitel numreras 1.0, 2.0.

Varför: nollan säger inget, och hänvisningar blir längre.

**Fel**

    # 1.0 Uppdraget

    Text här.

    # 2.0 Tvist

    Text här.

**Rätt**

    # 1 Uppdraget

    Text här.

    # 2 Tvist

    Text här.
"""

from avtalsgen.check.facts.passage import Passage, Stretch
from avtalsgen.check.finding import Finding, gathered
from collections.abc import Iterator
from avtalsgen.check.facts.facts import Facts
from avtalsgen.check.rule import Rule
from avtalsgen.problems import Severity

def _find(facts: Facts) -> Iterator[Finding]:
    places = [_number(h) for h in facts.headings if h.number.endswith(".0")]
    yield from gathered(places, "kapitlet är numrerat med punkt noll", "skriv bara siffran")

def _number(heading: Passage) -> Stretch:
    """Return the number before the words of a heading."""
    whole = f"{heading.number} {heading.text}"
    shift = len(heading.number) + 1
    where = tuple((offset + shift, origin) for offset, origin in heading.where)
    return Stretch(Passage("heading", whole, heading.file, heading.place, where=where), 0, shift - 1)


RULE = Rule("ST15", "rubrik-med-punkt-noll", Severity.STYLE, _find)
