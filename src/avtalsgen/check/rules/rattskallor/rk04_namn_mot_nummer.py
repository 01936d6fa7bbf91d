"""Författningens namn och nummer hör till olika författningar, eller namnet är ett annat.

Varför: läsaren vet inte om namnet eller numret gäller.

**Fel**

    Sekretess gäller enligt offentlighets- och sekretesslagen (2017:900).

**Rätt**

    Sekretess gäller enligt offentlighets- och sekretesslagen (2009:400).
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_TITLED = re.compile(
    r"""
    (?:råd|föreskrift(?:er|en)?)(?:\ \([^)]*\))?\ om\ (?P<about>(?:(?!\.\ [A-ZÅÄÖ])[^;])*)$
    """,
    re.VERBOSE,
)
"""What the words before a number say that it is called."""
_WORD = re.compile(r"[^\W\d_]{5,}")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    names = facts.law_names
    for citation in facts.citations:
        law = names.by_number.get(citation.number.removeprefix("SFS "))
        meant = names.mistyped(citation)
        if meant:
            message = f"{meant.name} har nummer {meant.number}"
            yield Finding(citation.stretch, message, f"skriv {meant.in_full()}")
        if not law or not citation.number:
            continue
        words = citation.stretch.words
        if citation.form != "number":
            told = words.partition("(")[0].strip().casefold()
            if told not in (law.name.casefold(), law.short.casefold()):
                yield Finding(
                    citation.stretch, f"{law.number} är {law.name}", f"skriv {law.in_full()}"
                )
        elif " " in citation.number:
            yield from _title(facts, citation.stretch, law.name)


def _subject(title: str) -> set[str]:
    """Return the words that tell what a regulation is about."""
    words = {word.casefold() for word in _WORD.findall(title.rpartition(". ")[2])}
    return words - {"föreskrifter", "allmänna", "socialstyrelsens", "enligt", "verksamhet"}


def _title(facts: CheckFacts, number: Stretch, name: str) -> Iterator[Finding]:
    text = number.passage.text
    before = text[: number.start].rstrip(" (,")
    titled = _TITLED.search(before)
    if titled is None:
        return
    about = titled["about"].rpartition(" om ")[2]  # råd om dokumentation (…) och om ledning
    real = name.rpartition(" råd om ")[2] or name
    series = number.words.partition(" ")[0]
    if _subject(about) and not _subject(about) & _subject(name):
        others = [
            law
            for law in facts.lore.laws.values()
            if law.number.startswith(f"{series} ") and _subject(about) & _subject(law.name)
        ]
        if others:
            message = f"{number.words} är {name}"
            yield Finding(number, message, f"skriv {others[-1].number}")
        return
    known = real.casefold()
    told = about.casefold().strip()
    if told.startswith(known) and told != known and len(told) < len(known) * 2:
        start = number.start - (len(text[: number.start]) - len(before)) - len(about) + len(known)
        extra = Stretch(number.passage, start + len(about) - len(about.lstrip()) + 1, len(before))
        message = f"orden hör inte till titeln på {number.words}: {name}"
        yield Finding(extra, message, "skriv titeln som den är", severity=Severity.WARNING)


RULE = CheckRule("RK04", "namn-mot-nummer", Severity.ERROR, _find)
