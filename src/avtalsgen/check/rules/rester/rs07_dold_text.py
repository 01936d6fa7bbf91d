"""Text som är dold eller har papperets färg.

Varför: den som skriver under ser den inte, men den finns i filen.

**Fel**

    @word; hidden=avdrag med tio procent

    Ersättningen är 500 kronor.

**Rätt**

    @word

    Ersättningen är 500 kronor.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.inside is None:
        return
    for words in facts.inside.hidden:
        yield Finding(facts.beside(words), "texten är dold", "visa den eller ta bort den")
    for words in facts.inside.white:
        yield Finding(
            facts.beside(words), "texten har papperets färg", "visa den eller ta bort den"
        )


RULE = CheckRule("RS07", "dold-text", Severity.ERROR, _find)
