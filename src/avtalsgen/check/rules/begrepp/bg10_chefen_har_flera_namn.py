"""Verksamhetens chef kallas två saker, utan att det sägs att de är två.

Varför: läsaren vet inte om föreståndaren och verksamhetschefen är en person, och vem av dem som
svarar för plikten. Orden står i clauses/register/ord/sprak.yaml.

**Fel**

    # Avtal om stödboende

    Föreståndaren ska ha högskoleutbildning. Verksamhetschefen svarar för bemanningen.

**Rätt**

    # Avtal om stödboende

    Föreståndaren ska ha högskoleutbildning. Föreståndaren svarar för bemanningen.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_OF_ANOTHER = re.compile(
    r"""
    (?:beställarens|kommunens|nämndens|förvaltningens|socialtjänstens|regionens|skolans)\ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AT = re.compile(r" (?:vid|hos|på|i|för) (?P<what>\w+)")
"""What somebody is the head of."""
_CARE = re.compile(r"(?i)hälso- och sjukvård|patient")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    met: dict[str, tuple[Stretch, str]] = {}
    for stretch, match in facts.said(phrases(facts.lore.language.heads)):
        text, behind = stretch.passage.text, stretch.passage.text[stretch.end :]
        if "kontakt" in stretch.passage.heading.casefold():
            continue
        if _OF_ANOTHER.search(text[: stretch.start]) or _CARE.search(text):
            continue
        led = _AT.match(behind)
        met.setdefault(match.group().casefold(), (stretch, led["what"] if led else ""))
    if len(met) < 2 or _are_told_apart(facts, tuple(met)):
        return
    (first, ours), *others = met.values()
    for other, theirs in others:
        if ours != theirs and ours and theirs:
            continue  # each leads something of its own
        message = f"samma chef kallas också {first.words.casefold()}"
        hint = f"skriv {first.words.casefold()}, eller säg att de är två"
        yield Finding(other, message, hint, (first,))


def _are_told_apart(facts: CheckFacts, words: tuple[str, ...]) -> bool:
    """Return whether a sentence has two of the words: the one leads the other."""
    stems = [word.removesuffix("en").removesuffix("n") for word in words]
    return any(
        sum(stem in sentence.words.casefold() for stem in stems) > 1 for sentence in facts.sentences
    )


RULE = CheckRule("BG10", "chefen-har-flera-namn", Severity.WARNING, _find)
