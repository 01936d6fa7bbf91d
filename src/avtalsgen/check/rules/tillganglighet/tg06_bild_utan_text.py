"""En bild utan beskrivning.

Varför: den som inte ser bilden får inte veta vad den visar (EN 301 549, 10.1.1.1). En bild som bara
är till prydnad ska vara märkt så.

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @word; wordless_pictures=2

    Bilden visar lokalen.

**Rätt**

    @word; wordless_pictures=0

    Bilden visar lokalen.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    count = facts.inside.wordless_pictures if facts.inside else 0
    if count:
        pictures = "en bild" if count == 1 else f"{count} bilder"
        yield Finding(
            None,
            f"beskrivning saknas av {pictures}",
            "skriv en alternativtext, eller märk bilden som dekorativ",
        )


RULE = CheckRule("TG06", "bild-utan-text", Severity.WARNING, _find)
