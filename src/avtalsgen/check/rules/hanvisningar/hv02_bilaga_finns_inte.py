"""En bilaga som nämns men inte finns bland bilagorna.

Varför: den som skriver under vet inte vad bilagan säger.

**Fel**

    # Uppdraget

    Krav på lokaler står i bilaga 2.

    # Bilagor

    Bilaga 1 Handlingsplan

    # Tvist

    Parterna löser tvister.

**Rätt**

    # Uppdraget

    Krav på lokaler står i bilaga 1.

    # Bilagor

    Bilaga 1 Lokaler

    # Tvist

    Parterna löser tvister.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_ANNEX = re.compile(r"\b[Bb]ilaga[ \u00a0](?P<number>\d{1,2}|[A-Z])(?!\w)")
_ANNEX_FILE = re.compile(r"(?im)^bilaga[ \u00a0_-]?(?P<number>\d{1,2}|[a-z])(?![^\W_])")
"""What another file is, by its title or its name: `bilaga-1-priser`."""
_BARE = re.compile(r"(?:\bi|\benligt|\bse|\bav) (?:bifogad |separat )?bilaga(?! ?[\w”\"])")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_whole:
        return
    listed = {
        number for passage in facts.passages for number in _listed(passage.text, passage.heading)
    }
    for name in facts.named_with:
        listed |= {m["number"].upper() for m in _ANNEX_FILE.finditer(name)}
    met: set[str] = set()
    for passage in facts.prose:
        for match in _ANNEX.finditer(passage.text):
            number = match["number"].upper()
            begins = match.start() == 0
            if number in listed or number in met or begins:
                continue
            met.add(number)
            stretch = Stretch(passage, match.start(), match.end())
            yield Finding(
                stretch,
                f"{match.group()} finns inte bland bilagorna",
                "lägg till den eller rätta numret",
            )
    if not listed and not any("bilag" in h.text.casefold() for h in facts.headings):
        stretches = (Stretch(s.passage, s.end - len("bilaga"), s.end) for s, _ in facts.said(_BARE))
        yield from gathered(
            stretches, "det finns inga bilagor", "lägg till bilagan, och skriv dess nummer"
        )


def _listed(text: str, heading: str) -> set[str]:
    among = "bilag" in heading.casefold()
    return {m["number"].upper() for m in _ANNEX.finditer(text) if m.start() == 0 or among}


RULE = CheckRule("HV02", "bilaga-finns-inte", Severity.WARNING, _find)
