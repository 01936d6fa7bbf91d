"""Samma ord två gånger i rad.

Varför: det är nästan alltid ett skrivfel.

**Fel**

    Utföraren ska ska bemanna mottagningen.

**Rätt**

    Utföraren ska bemanna mottagningen.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_TWICE = re.compile(r"(?<![\w-])(?P<word>[a-zåäö]{2,}) (?P=word)(?![\w-])")
_MAY = frozenset({"den", "det", "de", "som", "är", "för", "var", "att", "om", "på", "sig", "till"})


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_TWICE):
        if match["word"] not in _MAY:
            yield Finding(
                stretch,
                "ordet står två gånger",
                f"skriv ”{match['word']}” en gång",
                fix=match["word"],
            )


RULE = CheckRule("SP12", "ordet-tva-ganger", Severity.WARNING, _find)
