"""Ett citattecken eller en parentes som aldrig stängs.

Varför: läsaren vet inte var citatet eller tillägget slutar.

**Fel**

    Handlingsplanen ”våld i nära relationer togs fram 2017.

**Rätt**

    Handlingsplanen ”våld i nära relationer” togs fram 2017.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_PAIRS = {")": "(", "]": "["}
_SIGN = re.compile(r"^\s*\(?\w{1,3}\)")
_WORDS = re.compile(r"\S+(?: \S+)?")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in (*facts.headings, *facts.prose):
        start = _unmatched(passage.text)
        if start is not None:
            match = _WORDS.match(passage.text, start)
            end = match.end() if match else start + 1
            yield Finding(
                Stretch(passage, start, end),
                "tecknet har inget att para ihop med",
                "sätt dit det andra",
            )


def _unmatched(text: str) -> int | None:
    marks = [match.start() for match in re.finditer("”", text)]
    if len(marks) % 2:
        return _opening(text, marks)
    if text.count('"') % 2:
        return text.rfind('"')
    listed = _SIGN.match(text)
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign in "([":
            opened.append(place)
        elif sign in _PAIRS and not (listed and place < listed.end()):
            if not opened or text[opened[-1]] != _PAIRS[sign]:
                return None if re.search(r"\b\w\)$", text[: place + 1]) else place
            opened.pop()
    return opened[-1] if opened else None


def _opening(text: str, marks: list[int]) -> int:
    """Return the mark that begins a quotation which never ends."""
    begins = [m for m in marks if m == 0 or text[m - 1] in " \u00a0(\n"]
    return begins[-1] if len(begins) * 2 > len(marks) else marks[-1]


RULE = CheckRule("ST10", "oparat-tecken", Severity.WARNING, _find)
