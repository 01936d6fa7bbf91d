"""Ett organ med ett namn som det inte hade på handlingens dag.

Varför: den som söker organet hittar det inte, och det kan vara oklart vem som är ansvarig.
Har namnet bytts efter handlingens dag är det en varning. Namnen står i
clauses/register/organisationer.yaml, och de som gäller många, som landsting, i lydelser.yaml.

**Fel**

    [2021-03-01] Index publiceras av Sveriges Kommuner och Landsting.

**Rätt**

    [2021-03-01] Index publiceras av Sveriges Kommuner och Regioner.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_PAST = re.compile(r"(?i)(?:dåvarande|tidigare|förra|förutvarande|f\.d\.|före detta)\s+$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    met: dict[str, list[Stretch]] = {}
    for named in facts.bodies:
        before = named.stretch.passage.text[: named.stretch.start]
        ended = named.name.valid_to
        if not ended or facts.today <= ended or _PAST.search(before):
            continue
        if named.name.name not in facts.lore.language.of_the_law:
            met.setdefault(named.name.name, []).append(named.stretch)
    for named in facts.bodies:
        places = met.pop(named.name.name, ())
        if places:
            yield from _told(facts, named.body.id, named.name.name, places)
    yield from _of_many(facts)


def _of_many(facts: CheckFacts) -> Iterator[Finding]:
    """Yield what many bodies were called until a day: landstinget."""
    for wording in facts.lore.wordings.values():
        if wording.kind != "namn" or not wording.until or facts.today <= wording.until:
            continue
        places = [
            stretch
            for stretch, _ in facts.said(phrases(wording.phrases))
            if not _PAST.search(stretch.passage.text[: stretch.start])
            and not any(_covers(named.stretch, stretch) for named in facts.bodies)
        ]
        in_use = facts.era is None or facts.era <= wording.until
        said = places[0].words if places else ""
        message = f"{said} hette så till och med {wording.until}"
        severity = Severity.WARNING if in_use else None
        yield from gathered(places, message, f"skriv {wording.new}", severity)


def _covers(name: Stretch, words: Stretch) -> bool:
    """Return whether some words are part of a name: Sveriges Kommuner och Landsting."""
    return name.passage is words.passage and name.start <= words.start and words.end <= name.end


def _told(facts: CheckFacts, id_: str, name: str, places: list[Stretch]) -> Iterator[Finding]:
    body = facts.lore.bodies[id_]
    ended = next(known.valid_to for known in body.names if known.name == name)
    after = facts.lore.bodies.get(body.replaced_by, body)
    now = after.name_on(facts.today)
    in_use = facts.era is None or (ended is not None and facts.era <= ended)
    severity = Severity.WARNING if in_use else None
    message = f"{name} hette så till och med {ended}"
    yield from gathered(places, message, f"skriv {now}", severity)


RULE = CheckRule("OG01", "namn-ur-bruk", Severity.ERROR, _find)
