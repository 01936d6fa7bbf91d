"""Ett tal från ett till tolv i siffror i löpande text.

Varför: små tal läses lättare med bokstäver. Siffror står kvar där talet har en enhet, ett
procenttecken eller ett paragraftecken, och där samma mening har större tal (R11).

**Fel**

    Enheten består av 3 medarbetare och en chef.

**Rätt**

    Enheten består av tre medarbetare och en chef.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.dates import MONTHS

_SMALL = re.compile(
    rf"""
    (?<=[a-zåäö,]\ )(?:[2-9]|1[0-2])(?=\ [a-zåäö]{{4,}})
    (?!\ (?:kronor|procent|timmar|minuter|meter|miljoner|kap|{"|".join(MONTHS)}))
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(
    r"""
    \b(?:avsnitt|punkt|bilaga|artikel|nr|kapitel|sida|steg|nivå|den|och|till|klockan|kl)\ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = []
    for sentence in facts.sentences:
        matches = list(_SMALL.finditer(sentence.words))
        if sentence.passage.kind != "paragraph" or not matches:
            continue
        if len(matches) < len(_DIGITS.findall(sentence.words)):
            continue  # beside other numbers all are in digits
        places += [
            Stretch(sentence.passage, sentence.start + m.start(), sentence.start + m.end())
            for m in matches
            if not _BEFORE.search(sentence.words[: m.start()])
        ]
    yield from gathered(places, "tal till och med tolv skrivs med bokstäver", "skriv ut talet")


RULE = CheckRule("TF16", "litet-tal-i-siffror", Severity.STYLE, _find)
