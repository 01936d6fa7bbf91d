"""En mening är bruten av en ny sida eller ett nytt stycke.

Varför: det som står efter kan läsas som ett eget stycke, och något kan ha fallit bort.

**Fel**

    %%
    Utföraren svarar för larmet. Vid inbrott eller utryckning av

    bevakningsföretag svarar utföraren för kostnaderna.

**Rätt**

    %%
    Utföraren svarar för larmet. Vid inbrott eller utryckning av bevakningsföretag
    svarar utföraren för kostnaderna.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_ENDED = re.compile(r"[.!?:;,”\")\]]\s*$")
_OPEN = re.compile(
    r"""
    (?<![.:;])\ (?:till|av|med|för|om|och|eller|att|som|i|på|från|enligt|samt|inom|under|mellan)\s*$
    """,
    re.VERBOSE,
)
"""A word that something must follow."""
_GOES_ON = re.compile(r"[a-zåäö]|\d{1,2}[.)] ")
"""The rest of a sentence, or the next of a list whose numbers a reader does not believe."""
_FEW = 3
_LONG = 40


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in facts.of("paragraph"):
        yield from _across(facts, passage)
    yield from _cut_off(facts)
    paragraphs = facts.of("paragraph")
    for first, second in pairwise(paragraphs):
        if first.place.partition(", stycke")[0] != second.place.partition(", stycke")[0]:
            continue
        goes_on = second.text[:1].islower() and len(first.text) > _LONG
        if goes_on and not _ENDED.search(first.text) and "\n" not in first.text:
            yield Finding(
                _last_words(first, len(first.text)), "meningen bryts", "sätt ihop styckena"
            )


def _cut_off(facts: CheckFacts) -> Iterator[Finding]:
    """Yield a paragraph that ends where no sentence can: Uppgifterna lämnas till."""
    signing = {id(passage) for passage in facts.signing}
    for passage, after in pairwise((*facts.body, None)):
        if passage is None or passage.kind != "paragraph" or id(passage) in signing:
            continue
        goes_on = after is not None and (
            after.kind in ("item", "cell") or bool(_GOES_ON.match(after.text))
        )
        if not goes_on and len(passage.text) > _LONG and _OPEN.search(passage.text):
            stretch = _last_words(passage, len(passage.text))
            yield Finding(stretch, "meningen slutar inte", "skriv resten, eller ta bort början")


def _across(facts: CheckFacts, passage: TextPassage) -> Iterator[Finding]:
    """Yield where the words of one paragraph stand on both sides of an empty line."""
    if facts.written is None or facts.file.endswith((".md", ".markdown")):
        return  # an empty line ends a paragraph in Markdown
    lines = facts.written.lines
    for (_, before), (offset, after) in zip(passage.where, passage.where[1:], strict=False):
        between = lines[before.line : after.line - 1]
        empty = 0 < len(between) <= _FEW and not any(line.strip() for line in between)
        if empty and offset and not _ENDED.search(passage.text[:offset].rstrip()):
            yield Finding(
                _last_words(passage, offset), "meningen bryts av en tom rad", "sätt ihop styckena"
            )


def _last_words(passage: TextPassage, end: int) -> Stretch:
    text = passage.text[:end].rstrip()
    start = max(text.rfind(" ", 0, max(0, text.rfind(" "))) + 1, 0)
    return Stretch(passage, start, len(text))


RULE = CheckRule("ST07", "mening-bryts", Severity.WARNING, _find)
