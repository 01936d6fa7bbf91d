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

_ABOUT = re.compile(
    r"""
    (?:råd|föreskrifter)(?:\ \([^)]*\))?\ om\ (?P<title>[\wåäö ,-]+?)(?=[ ,]*\(|[.;:]|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    names = facts.law_names
    for citation in facts.citations:
        law = names.by_number.get(citation.number.removeprefix("SFS "))
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


def _title(facts: CheckFacts, number: Stretch, name: str) -> Iterator[Finding]:
    text = number.passage.text
    before = text[: number.start].rstrip(" (")
    about = before.rpartition(" om ")[2]
    real = name.rpartition(" råd om ")[2] or name
    known = real.casefold()
    told = about.casefold().strip()
    if told.startswith(known) and told != known and len(told) < len(known) * 2:
        start = number.start - (len(text[: number.start]) - len(before)) - len(about) + len(known)
        extra = Stretch(number.passage, start + len(about) - len(about.lstrip()) + 1, len(before))
        message = f"orden hör inte till titeln på {number.words}: {name}"
        yield Finding(extra, message, "skriv titeln som den är", severity=Severity.WARNING)


RULE = CheckRule("RK04", "namn-mot-nummer", Severity.ERROR, _find)
