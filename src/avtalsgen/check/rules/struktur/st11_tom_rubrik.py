"""Under rubriken står ingenting.

Varför: något kan ha fallit bort, eller så är rubriken överflödig.

**Fel**

    # Uppdraget

    Text här.

    # Lokaler

    # Tvist

    Text här.

**Rätt**

    # Uppdraget

    Text här.

    # Lokaler

    Lokalerna ska vara ljusa.

    # Tvist

    Text här.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    body = facts.body
    followers: tuple[TextPassage | None, ...] = (*body[1:], None)
    for passage, after in zip(body, followers, strict=False):
        if passage.kind != "heading":
            continue
        if after is None and facts.of("signature"):
            continue
        if after is None or (after.kind == "heading" and after.level <= passage.level):
            yield Finding(
                Stretch(passage, 0, len(passage.text)),
                "under rubriken står ingenting",
                "skriv texten eller ta bort rubriken",
            )


RULE = CheckRule("ST11", "tom-rubrik", Severity.WARNING, _find)
