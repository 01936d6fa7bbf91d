"""Punkterna i en lista är skrivna på olika sätt.

Varför: en lista där några punkter är meningar och andra är ord är svår att läsa (R39).

**Fel**

    Utföraren ska

    - städa lokalerna
    - Maten ska lagas.
    - tvätta kläderna

**Rätt**

    Utföraren ska

    - städa lokalerna
    - laga maten
    - tvätta kläderna
"""

from collections.abc import Iterator
from itertools import groupby

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_FEWEST = 3


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for _, group in groupby(facts.of("item"), key=lambda item: item.group):
        items = [item for item in group if item.text[:1].isalpha()]
        if len(items) < _FEWEST:
            continue
        odd = _odd(items)
        if odd:
            words = " ".join(odd.text.split()[:3])
            yield Finding(
                Stretch(odd, 0, len(words)),
                "punkten är skriven på ett annat sätt än de andra",
                "skriv punkterna lika",
            )


def _odd(items: list[TextPassage]) -> TextPassage | None:
    """Return the first of the few that begin and end otherwise than most."""
    sentences = [
        i for i in items if i.text[:1].isupper() and i.text.rstrip().endswith((".", "?", "!"))
    ]
    phrases = [i for i in items if i.text[:1].islower() and not i.text.rstrip().endswith(".")]
    few, many = sorted((sentences, phrases), key=len)
    return few[0] if few and len(few) + len(many) == len(items) and len(few) < len(many) else None


RULE = CheckRule("ST16", "blandad-lista", Severity.STYLE, _find)
