"""Ett tillägg som inte säger vilket uppdrag det ändrar.

Varför: utan diarienummer eller datum vet ingen vilken handling som ändras.

**Fel**

    # Tillägg till verksamhetsuppdrag

    Parterna är överens om ett tillägg till redan pågående uppdrag.

**Rätt**

    # Tillägg till verksamhetsuppdrag

    Parterna är överens om ett tillägg till uppdraget från den 3 maj 2018, SON 2018-40.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_BASE = re.compile(
    r"""
      \b(?:redan\ |nu\ )?(?:pågående|gällande|befintligt|nuvarande|tidigare)\ (?:verksamhets)?
      (?:uppdrag|avtal|överenskommelse)(?:et|en|n)?
    | \btillägg\ till\ (?:verksamhets)?(?:uppdrag|avtal|överenskommelse)(?:et|en|n)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TITLES = ("cover", "heading")
_TOLD = re.compile(
    r"""
    (?:uppdrag|avtal|överenskommelse)\w*[^.]{0,80}
    (?:
          \b[A-ZÅÄÖ]{2,6}[ -]\d{4}-\d
        | \bdnr\b | diarienummer | \d{4}-\d\d-\d\d
        | \d{1,2}[ \u00a0]\w+[ \u00a0]\d{4}
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.kind != "tillägg" or facts.document.identity.uppdrag:
        return
    top = (*facts.of("cover"), *facts.headings[:1], *facts.prose[:4])
    based = [p for p in top if _BASE.search(p.text)]
    if any(_TOLD.search(p.text) for p in based):
        return
    if all(p.kind in _TITLES for p in based) and any(_TOLD.search(p.text) for p in facts.prose):
        return
    for passage in sorted(based, key=lambda passage: passage.kind in _TITLES):
        match = _BASE.search(passage.text)
        if match:
            stretch = Stretch(passage, match.start(), match.end())
            yield Finding(
                stretch, "vilket uppdrag som ändras sägs inte", "skriv dess datum och diarienummer"
            )
            return


RULE = CheckRule("KS04", "tillagg-utan-grund", Severity.ERROR, _find)
