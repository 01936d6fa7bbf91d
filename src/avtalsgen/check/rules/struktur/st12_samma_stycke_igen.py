"""Ett stycke säger nästan ordagrant samma sak som ett tidigare.

Varför: ändras bara det ena säger handlingen emot sig själv.

**Fel**

    Vid årsskiftet beslutade nämnden att säga upp uppdraget i syfte att ta fram ett nytt
    samlat uppdrag.

    Ett annat stycke om något helt annat.

    Vid årsskiftet beslutade nämnden att säga upp uppdraget i syfte att ta fram ett nytt
    samlat uppdrag för alla.

**Rätt**

    Vid årsskiftet beslutade nämnden att säga upp uppdraget i syfte att ta fram ett nytt
    samlat uppdrag.

    Ett annat stycke om något helt annat.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_SHINGLE = 4
_SHARE = 0.5
_FEWEST = 12
_AGAIN = re.compile(r"(?i)sammanfattning|förslag till beslut|^beslut|i korthet")
_WORD = re.compile(r"\w+")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    met: dict[tuple[str, ...], Stretch] = {}
    for sentence in facts.sentences:
        words = [match.group().casefold() for match in _WORD.finditer(sentence.words)]
        again = _AGAIN.search(sentence.passage.heading) or sentence.passage.kind == "cell"
        if len(words) < _FEWEST or again:
            continue
        shingles = [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]
        earlier = [met[shingle] for shingle in shingles if shingle in met]
        if earlier and len(earlier) >= len(shingles) * _SHARE:
            match = re.match(r"\S+(?: \S+){0,2}", sentence.words)
            end = sentence.start + (match.end() if match else 1)
            stretch = Stretch(sentence.passage, sentence.start, end)
            yield Finding(
                stretch,
                "nästan samma ord står tidigare",
                "säg det en gång",
                tuple(earlier[:1]),
            )
        for shingle in shingles:
            met.setdefault(shingle, sentence)


RULE = CheckRule("ST12", "samma-stycke-igen", Severity.STYLE, _find)
