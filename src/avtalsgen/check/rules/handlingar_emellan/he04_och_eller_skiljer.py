"""Handlingarna säger och i den ena och eller i den andra om samma sak.

Varför: det avgör vad uppdraget omfattar.

**Fel**

    # Verksamhetsuppdrag

    Stöd ges där våld i nära relation eller hedersrelaterat våld förekommer.

    ====

    # Tjänsteskrivelse

    Stöd ges där våld i nära relation och hedersrelaterat våld förekommer.

**Rätt**

    # Verksamhetsuppdrag

    Stöd ges där våld i nära relation eller hedersrelaterat våld förekommer.

    ====

    # Tjänsteskrivelse

    Stöd ges där våld i nära relation eller hedersrelaterat våld förekommer.
"""

import re
from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity

_JOINED = re.compile(
    r"""
    (?P<before>[\wåäö-]+\ [\wåäö-]+)\ (?P<word>och|eller|samt)\ (?P<after>[\wåäö-]+(?:\ [\wåäö-]+)?)
    """,
    re.VERBOSE,
)
_TELLING = 6
"""Letters of a word that says what is meant without the one behind it."""
_SAME = {"och": "och", "samt": "och", "eller": "eller"}
Said = dict[tuple[str, str], dict[str, list[Stretch]]]


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    agreements = [facts for facts in documents if facts.is_agreement]
    others = [facts for facts in documents if not facts.is_agreement]
    for agreement in agreements:
        ours = _joined(agreement)
        for other in others:
            for key, words in _joined(other).items():
                told = ours.get(key, {})
                if len(told) == len(words) == 1 and told.keys() != words.keys():
                    (places,), (first,) = words.values(), told.values()
                    message = f"uppdraget säger {next(iter(told))}"
                    also = (*places[1:], first[0])
                    yield Finding(places[0], message, "skriv samma ord i båda", also)


def _joined(facts: CheckFacts) -> Said:
    said: Said = {}
    for passage in facts.prose:
        start = 0
        while match := _JOINED.search(passage.text, start):
            start = match.start() + len(match["before"].split()[0]) + 1
            first, _, second = match["after"].casefold().partition(" ")
            after = first if len(first) >= _TELLING else f"{first} {second}"
            key = (match["before"].casefold(), after)
            stretch = Stretch(passage, match.start("word"), match.end())
            said.setdefault(key, {}).setdefault(_SAME[match["word"]], []).append(stretch)
    return said


RULE = RuleAmong("HE04", "och-eller-skiljer", Severity.WARNING, _find)
