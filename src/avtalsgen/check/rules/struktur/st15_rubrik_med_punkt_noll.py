"""Kapitel numreras 1.0, 2.0.

Varför: nollan säger inget, och hänvisningar blir längre (R45).

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

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = [_number(h) for h in facts.headings if h.number.endswith(".0")]
    yield from gathered(places, "kapitlet är numrerat med punkt noll", "skriv bara siffran")


def _number(heading: TextPassage) -> Stretch:
    """Return the number before the words of a heading."""
    whole = f"{heading.number} {heading.text}"
    shift = len(heading.number) + 1
    where = tuple((offset + shift, origin) for offset, origin in heading.where)
    return Stretch(
        TextPassage("heading", whole, heading.file, heading.place, located=lambda: where),
        0,
        shift - 1,
    )


RULE = CheckRule("ST15", "rubrik-med-punkt-noll", Severity.STYLE, _find)
