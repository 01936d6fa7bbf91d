"""Dagen för underskriften är ofullständig eller har ingen plats.

Varför: dagen kan avgöra från när uppdraget binder, och den ska fyllas i av den som skriver under.

**Fel**

    # Verksamhetsuppdrag

    Nämnden ger Enheten uppdraget.

    Uppdraget är upprättat i två exemplar.

    Linköping 2021-

    Linköping 2021-

    Socialnämnden

    Enheten

    Eva Ek

    Bo Berg

**Rätt**

    # Verksamhetsuppdrag

    Nämnden ger Enheten uppdraget.

    Uppdraget är upprättat i två exemplar.

    Ort och datum

    Ort och datum

    Socialnämnden

    Enheten

    Eva Ek

    Bo Berg
"""

import re
from collections import Counter
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.facts.rows import row_words
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_PARTLY = re.compile(
    r"""
    (?:[A-ZÅÄÖ][\wåäö]+(?:\ och\ datum)?[,:]?(?:\ den)?\ )?
    20\d\d(?:-?(?:\d\d-?)? | [-\ _.…]+)\s*                  # 2026-, 2026-11-, 2026-__-__
    """,
    re.VERBOSE,
)
_DATED = re.compile(r"(?i)datum|\bden\b|\d{4}-\d\d-\d\d|\.{5}|_{5}|…|elektronisk")
_PLACE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    signing = facts.signing
    partly = [p for p in signing if _PARTLY.fullmatch(p.text)]
    places = partly or _bare(signing)
    message = "dagen är ofullständig" if partly else "det finns ingen plats för dagen"
    stretches = (_as_written(facts, passage) for passage in places)
    yield from gathered(stretches, message, "skriv Ort och datum med en rad att fylla i")


def _as_written(facts: CheckFacts, passage: TextPassage) -> Stretch:
    """Return the words as they stand in the file: a reader may leave out the line to sign on."""
    line = passage.spot().line
    if facts.written and line:
        text = facts.written.lines[line - 1]
        return row_words(facts, line, len(text) - len(text.lstrip()), len(text.rstrip()))
    return Stretch(passage, 0, len(passage.text.rstrip()))


def _bare(signing: tuple[TextPassage, ...]) -> list[TextPassage]:
    """Return the places that stand alone, twice, where no day can be written."""
    if any(_DATED.search(passage.text) for passage in signing):
        return []
    counts = Counter(passage.text for passage in signing if _PLACE.fullmatch(passage.text))
    return [p for p in signing if counts[p.text] > 1]


RULE = CheckRule("SI06", "underskriftens-datum", Severity.WARNING, _find)
