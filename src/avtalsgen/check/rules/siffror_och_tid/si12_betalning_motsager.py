"""Två regler om betalning som inte går ihop.

Varför: en fast tolftedel i månaden och betalning för utförda prestationer ger olika belopp, och
det som ingår i priset kan inte också debiteras.

**Fel**

    Ersättningen betalas med 1/12 per månad. Ersättning betalas för fullgjorda prestationer.

**Rätt**

    Ersättningen betalas med 1/12 per månad.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_TWELFTH = re.compile(r"(?i)1/12|en tolftedel|tolftedelar")
_DONE = re.compile(
    r"""
      (?:fullgjord|utförd|genomförd)a?\ (?:prestation(?:er)?|timm(?:e|ar)|insats(?:er)?)\b
    | faktiskt\ utförd\ tid
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"""
      \bi\ (?:tim)?(?:priset|ersättningen)\ ingår
    | (?:priset|ersättningen)\ (?:inkluderar|omfattar|täcker)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHARGED = re.compile(
    r"""
      rätt\ att\ debitera | får\ debitera | faktureras\ särskilt | debiteras\ särskilt
    | ersätts\ särskilt
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PART_OF = re.compile(r"(?P<what>\w{4,}) (?P<part>ingår i (?:\w*priset|ersättningen))")
_ALSO = re.compile(
    r"""
    \bersättning\ (?:utgår|betalas|lämnas)\ (?:även|också|dessutom)\ för\ (?P<what>\w{4,})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STEM = 4
"""Letters of a word that its forms have in common."""
_WORD = re.compile(r"[\wåäö-]{8,}")
_COMMON = frozenset(
    {
        "verksamheten",
        "ersättning",
        "ersättningen",
        "kostnader",
        "samtliga",
        "verksamhet",
        "uppdraget",
        "utföraren",
        "beställaren",
        "prestationer",
    }
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not any(_TWELFTH.search(p.text) for p in facts.prose):
        yield from _twice(facts)
        return
    for stretch, _ in facts.said(_DONE):
        message = "en tolftedel i månaden går inte ihop med betalning för det som har utförts"
        yield Finding(stretch, message, "behåll en av reglerna, eller skriv hur de stäms av")
        return


def _twice(facts: CheckFacts) -> Iterator[Finding]:
    paid = [m["what"].casefold() for p in facts.prose for m in _ALSO.finditer(p.text)]
    for stretch, match in facts.said(_PART_OF) if paid else ():
        what = match["what"].casefold()
        if any(what.startswith(word[:_STEM]) for word in paid):
            message = f"{what} ersätts också för sig"
            start = match.start("part")
            yield Finding(
                Stretch(stretch.passage, start, stretch.end), message, "behåll en av reglerna"
            )
            return
    included = {
        word.group().casefold(): Stretch(s.passage, s.start + word.start(), s.start + word.end())
        for s in facts.sentences
        if _INCLUDED.search(s.words)
        for word in _WORD.finditer(s.words)
    }
    for passage in facts.prose:
        charged = _CHARGED.search(passage.text)
        for match in _WORD.finditer(passage.text, charged.end()) if charged else ():
            word = match.group().casefold()
            if word in included and word not in _COMMON and included[word].passage is not passage:
                message = f"{match.group()} ingår redan i priset"
                yield Finding(
                    Stretch(passage, match.start(), match.end()),
                    message,
                    "behåll en av reglerna",
                    (included[word],),
                )
                return


RULE = CheckRule("SI12", "betalning-motsager", Severity.WARNING, _find)
