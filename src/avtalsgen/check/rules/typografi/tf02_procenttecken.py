"""Procenttecknet sitter ihop med talet.

Varför: mellan talet och tecknet ska det vara ett fast mellanrum (R06).

**Fel**

    Målet är 80% nöjda.

**Rätt**

    Målet är 80 % nöjda.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    pattern = re.compile(r"\d+(?:,\d+)?%")
    places = [stretch for stretch, _ in facts.said(pattern)]
    if places:
        right = f"{places[0].words[:-1]}\u00a0%"
        message = "mellanrum saknas före procenttecknet"
        yield from gathered(places, message, f"skriv {right}", fix=right)


RULE = CheckRule("TF02", "procenttecken", Severity.STYLE, _find)
