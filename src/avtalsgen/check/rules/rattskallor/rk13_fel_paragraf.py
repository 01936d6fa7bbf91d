"""Rätt lag, men en paragraf som handlar om något annat.

Varför: den som följer hänvisningen hamnar fel och hittar inte plikten. Vad paragraferna handlar om
står under lagrum i clauses/register/krav.yaml.

Lag: 19 kap. 1 § socialtjänstlagen (2025:400): den som i sitt arbete får veta eller misstänker
att ett barn far illa anmäler det genast. Per 2025-12-15.

**Fel**

    [2026-03-01] Den som misstänker att ett barn far illa anmäler det enligt 17 kap. 1 §
    socialtjänstlagen (2025:400).

**Rätt**

    [2026-03-01] Den som misstänker att ett barn far illa anmäler det enligt 19 kap. 1 §
    socialtjänstlagen (2025:400).
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.citations import SECTION, Citation
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.register.checking.needs import SectionSubject
from avtalsgen.register.legal_sources import Legal

_CHAPTER = re.compile(r"(?P<chapter>\d+(?: [a-z])?) kap\.")

_LISTED = re.compile(
    r"""
    (?P<chapter>\d+(?:\ [a-z])?\ kap\.)\ \d+(?:\ [a-z])?(?:\ §§?)?
    (?:,\ \d+(?:\ [a-z])?(?:\ §§?)?)*\ (?:och|eller|samt)\ \Z
    """,
    re.VERBOSE,
)
"""The chapter of a section that others stand before: 10 kap. 8 och 9 §§."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    moved = {law.replaced_by: law for law in facts.lore.laws.values() if law.moved}
    for citation in facts.citations:
        law = facts.law_names.meant(citation, facts.era)
        if not law or not citation.section:
            continue
        around = _around(facts, citation)
        before = moved.get(law.id)
        if before and _is_moved(citation, before):  # the older law said it there
            if citation.stretch.passage.text.casefold().find(_subject(citation, before)) >= 0:
                continue  # told as moved
            around = citation.stretch.passage.text
        yield from _wrong(facts, citation, law, around)


def _around(facts: CheckFacts, citation: Citation) -> str:
    passage, start = citation.stretch.passage, citation.stretch.start
    for sentence in facts.sentences:
        if sentence.passage is passage and sentence.start <= start < sentence.end:
            return sentence.words
    return passage.text


def _is_moved(citation: Citation, before: Legal) -> bool:
    return any(section.old == citation.section for section in before.moved)


def _subject(citation: Citation, before: Legal) -> str:
    told = next(section for section in before.moved if section.old == citation.section)
    return told.subject.partition(",")[0].casefold()


def _wrong(facts: CheckFacts, citation: Citation, law: Legal, around: str) -> Iterator[Finding]:
    told = [
        subject
        for subject in facts.lore.needs.subjects
        if subject.law == law.id and phrases(subject.phrases).search(around)
    ]
    start = citation.stretch.passage.text.rfind(citation.section, 0, citation.stretch.start)
    chapter = _LISTED.search(citation.stretch.passage.text, 0, start)
    section = f"{chapter['chapter']} {citation.section}" if chapter else citation.section
    if not told or any(_is_in(section, subject) for subject in told):
        return
    right = " eller ".join(told[0].sections)
    message = f"{told[0].name} står i {right} {law.short or law.name}, inte i {section}"
    stretch = Stretch(citation.stretch.passage, start, citation.stretch.end)
    yield Finding(stretch, message, f"skriv {right}: {told[0].source}")


def _is_in(section: str, subject: SectionSubject) -> bool:
    return any(_overlap(section, known) for known in subject.sections)


def _overlap(section: str, known: str) -> bool:
    """Return whether a section is one of `known`, a section, a span of them or a chapter."""
    told, ours = SECTION.search(section), SECTION.search(known)
    if not told:
        return True
    if not ours:
        chapter = _CHAPTER.match(known)
        return chapter is not None and told["chapter"] == chapter["chapter"]
    if told["chapter"] != ours["chapter"]:
        return False
    if not (told["first"].isdecimal() and ours["first"].isdecimal()):
        return told["first"] == ours["first"]
    first, last = int(told["first"]), int(told["last"] or told["first"])
    return int(ours["first"]) <= last and first <= int(ours["last"] or ours["first"])


RULE = CheckRule("RK13", "fel-paragraf", Severity.WARNING, _find)
