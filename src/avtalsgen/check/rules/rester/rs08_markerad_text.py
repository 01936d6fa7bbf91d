"""Text med överstrykningspenna.

Varför: någon ville komma tillbaka till den, och det är inte gjort.

**Fel**

    @word; marked=tolv månader

    Uppsägningstiden är tolv månader.

**Rätt**

    @word

    Uppsägningstiden är tolv månader.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    marked = facts.inside.marked if facts.inside else ()
    places = [facts.beside(words) for words in marked]
    yield from gathered(
        places, "texten är markerad", "avgör vad som ska stå och ta bort markeringen"
    )


RULE = CheckRule("RS08", "markerad-text", Severity.WARNING, _find)
