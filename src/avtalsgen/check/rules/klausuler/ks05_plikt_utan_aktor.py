"""En plikt utan att det sägs vem som har den.

Varför: det som ingen ska göra blir inte gjort (R43).

**Fel**

    # Verksamhetsuppdrag

    Avstämning görs kvartalsvis.

**Rätt**

    # Verksamhetsuppdrag

    Parterna stämmer av varje kvartal.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_PASSIVE = re.compile(
    r"""
    ^(?!De[nt]?\b|Dessa|Detta)    # who or what that is stands before
    (?P<what>(?:En\ |Ett\ )?[A-ZÅÄÖ]?[\wåäö-]+(?:\ (?:i\ form\ )?av\ [\wåäö ]{3,50})?)[ ]
    (?P<verb>
          (?:ska\ |skall\ )
          (?:
                göras | redovisas | lämnas | ske | dokumenteras | rapporteras | följas\ upp
              | stämmas\ av | upprättas
          )
        | görs | revideras | sker
    )\b(?P<rest>.*)
    """,
    re.VERBOSE | re.DOTALL,
)
_BY = re.compile(r"\bav\b|\bmellan\b|utföraren|beställaren|parterna|nämnden", re.IGNORECASE)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    places = []
    for sentence in facts.sentences:
        match = _PASSIVE.match(sentence.words)
        if match and not _BY.search(match["rest"]) and len(sentence.words) < 120:
            places.append(
                Stretch(sentence.passage, sentence.start, sentence.start + match.end("verb"))
            )
    yield from gathered(places, "vem som ska göra det sägs inte", "skriv vem")


RULE = CheckRule("KS05", "plikt-utan-aktor", Severity.STYLE, _find)
