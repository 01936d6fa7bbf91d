"""En rad i innehållsförteckningen säger något annat än rubriken.

Varför: läsaren söker efter en rubrik som inte finns.

**Fel**

    %%
    Uppdrag

    Innehåll

    1	Avvikelshantering	2
    2	Tvist	2

    1 Avvikelsehantering

    Utföraren ska ha rutiner.

    2 Tvist

    Parterna löser tvister.

**Rätt**

    %%
    Uppdrag

    Innehåll

    1	Avvikelsehantering	2
    2	Tvist	2

    1 Avvikelsehantering

    Utföraren ska ha rutiner.

    2 Tvist

    Parterna löser tvister.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_ROW = re.compile(r"(?P<number>\d+(?:\.\d+)*\.?)?[\s]*(?P<heading>.*?)(?:[\s.…·_]*\d+)?$")
_ALIKE = 0.75


def _find(facts: CheckFacts) -> Iterator[Finding]:
    headings = {_key(h.text): h for h in facts.headings}
    numbers = {h.number.rstrip("."): h for h in facts.headings if h.number}
    cover = " ".join(_key(passage.text) for passage in facts.of("cover"))
    for row in facts.of("contents"):
        cover = cover.replace(_key(row.text), "")
    for row in facts.of("contents"):
        match = _ROW.match(row.text)
        if not match or _key(match["heading"]) in headings or not headings:
            continue
        if _key(match["heading"]) in cover:
            continue  # read as a part of the first page
        heading = numbers.get((match["number"] or "").rstrip(".")) or _nearest(
            match["heading"], facts.headings
        )
        start = match.start("heading")
        if heading is None:
            stretch = Stretch(row, start, match.end("heading"))
            yield Finding(stretch, "rubriken finns inte i texten", "ta bort raden eller rätta den")
            continue
        for word in re.finditer(r"\S+", match["heading"]):
            if word.group().casefold().strip(",.") not in _key(heading.text).split():
                stretch = Stretch(row, start + word.start(), start + word.end())
                also = (Stretch(heading, 0, len(heading.text)),)
                yield Finding(
                    stretch, f"rubriken är {heading.text}", "gör innehållet på nytt", also
                )
                break


def _nearest(text: str, headings: tuple[TextPassage, ...]) -> TextPassage | None:
    scored = [(SequenceMatcher(None, _key(text), _key(h.text)).ratio(), h) for h in headings]
    best = max(scored, key=lambda known: known[0], default=(0.0, None))
    return best[1] if best[0] >= _ALIKE else None


def _key(text: str) -> str:
    return " ".join(word.strip(",.") for word in text.casefold().split())


RULE = CheckRule("ST01", "innehall-mot-rubrik", Severity.ERROR, _find)
