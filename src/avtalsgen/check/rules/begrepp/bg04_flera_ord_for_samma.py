"""Samma sak har flera namn.

Varför: läsaren undrar om uppdraget och överenskommelsen är två olika handlingar. Vilka ord som
kan blandas ihop står i clauses/register/ord/sprak.yaml (R44).

**Fel**

    # Verksamhetsuppdrag

    Uppdraget gäller tills vidare. Parterna får säga upp överenskommelsen.

**Rätt**

    # Verksamhetsuppdrag

    Uppdraget gäller tills vidare. Parterna får säga upp uppdraget.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_TASK = "uppdraget|verksamhetsuppdraget"
_IN_GENERAL = ("avtalet", "överenskommelsen")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    for words in facts.lore.language.same_thing.values():
        used: dict[str, list[Stretch]] = {}
        for word in words:
            places = [s for s, _ in facts.said(phrases(word.split("|"))) if not _is_other(s)]
            if places:
                used[word] = places
        if len(used) < 2:
            continue
        ours = max(used, key=lambda word: _worth(word, facts.title, len(used[word])))
        kept = ours.partition("|")[0]
        if kept in _IN_GENERAL:
            used.pop(_TASK, None)  # what is to be done, by the agreement
        if len(used) < 2:
            continue
        order = {id(passage): place for place, passage in enumerate(facts.prose)}
        other = sorted(
            (stretch for word, places in used.items() if word != ours for stretch in places),
            key=lambda stretch: (order[id(stretch.passage)], stretch.start),
        )
        message = f"samma sak heter också {kept}"
        yield from gathered(other, message, f"skriv {kept}")


def _worth(word: str, title: str, count: int) -> tuple[bool, bool, int]:
    """Return what speaks for a word: the title; in `uppdragsöverenskommelse` its last part."""
    in_title = _is_in(word, title)
    return in_title, in_title and word.partition("|")[0] in _IN_GENERAL, count


def _is_in(word: str, title: str) -> bool:
    return any(form.rstrip("et").rstrip("en") in title.casefold() for form in word.split("|"))


def _is_other(stretch: Stretch) -> bool:
    """Return whether it is an agreement with somebody else, or one of another day."""
    behind = stretch.passage.text[stretch.end :]
    return behind.startswith((" med ", " mellan ", " om ", " från "))


RULE = CheckRule("BG04", "flera-ord-for-samma", Severity.WARNING, _find)
