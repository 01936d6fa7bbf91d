"""En länk vars text är en adress som leder någon annanstans.

Varför: den som skriver av adressen hamnar fel, och den som klickar tror att det är rätt sida.

**Fel**

    Se [www.exempel.se/lex -sarah](https://www.exempel.se/lex-sarah) om rutiner.

**Rätt**

    Se [www.exempel.se/lex-sarah](https://www.exempel.se/lex-sarah) om rutiner.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_TYPED = re.compile(r"\[(?P<text>(?:https?://|www\.)[^\]]+)\]\((?P<address>[^)\s]+)\)")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in facts.passages:
        for start, end, address in _links(passage):
            text = passage.text[start:end]
            if _plain(text) == _plain(address) or not re.match(r"https?://|www\.", text):
                continue
            place = _differing(text, address)
            stretch = Stretch(passage, start + place[0], start + place[1])
            yield Finding(stretch, f"länken leder till {address}", "gör texten lik adressen")


def _links(passage: TextPassage) -> Iterator[tuple[int, int, str]]:
    yield from passage.links
    for match in _TYPED.finditer(passage.text):
        yield match.start("text"), match.end("text"), match["address"]


def _plain(address: str) -> str:
    return _SCHEME.sub("", address.casefold()).rstrip("/")


def _differing(text: str, address: str) -> tuple[int, int]:
    """Return the part between slashes in which the two begin to differ."""
    shift = len(text) - len(_SCHEME.sub("", text))
    ours, theirs = text[shift:], _SCHEME.sub("", address)
    alike = next(
        (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    start = text.rfind("/", 0, shift + alike) + 1
    end = text.find("/", start)
    return start, end if end > start else len(text)


RULE = CheckRule("HV04", "lank-och-mal", Severity.WARNING, _find)
