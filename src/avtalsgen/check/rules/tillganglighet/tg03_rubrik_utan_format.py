"""En rubrik som bara är fetstil.

Varför: en skärmläsare hoppar mellan rubriker och hittar inte den som bara ser ut som en
(EN 301 549, 10.1.3.1).

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @word; unheaded=Lokaler

    Lokaler

    Lokalerna ska vara ljusa.

**Rätt**

    @word

    Lokaler

    Lokalerna ska vara ljusa.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    looks = facts.inside.unheaded if facts.inside else ()
    signing = {p.text for p in (*facts.signing, *facts.of("cover"))}
    places = [facts.beside(words) for words in looks if words not in signing]
    yield from gathered(places, "rubriken är bara fetstil", "använd ett rubrikformat")


RULE = CheckRule("TG03", "rubrik-utan-format", Severity.WARNING, _find)
