"""What a tillägg has from its base without saying it, and where it says otherwise."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from avtalsgen.assemble.tillagg.effect import begun, facts_after
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.problems import Problem, Severity
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import KEY, NewFacts
from avtalsgen.uppdrag.editions import Editions
from avtalsgen.uppdrag.facts import NO_FACTS, Fact, Facts, Known
from avtalsgen.uppdrag.uppdrag import Uppdrag

_SIGNATORY: Final = ".undertecknare."
"""In the path of a fact of who signs: another person may, and the party be the same."""


def inherited(editions: Editions, type_: DocumentType, tillagg: Uppdrag, base: Uppdrag) -> Facts:
    """Return the facts of a base that its tillägg has too, where it does not say them itself.

    They are those that the type takes from there, as they are the day before the tillägg
    begins, after the signed tillägg of that day.
    """
    if not type_.from_base:
        return NO_FACTS
    facts = _before(editions, tillagg, base)
    return Facts(
        {path: fact for path, fact in facts.by_path.items() if type_.takes_from_base(path)},
        {path: fact for path, fact in facts.unknown.items() if type_.takes_from_base(path)},
    )


def otherwise(
    editions: Editions, type_: DocumentType, tillagg: Uppdrag, base: Uppdrag
) -> Iterator[Problem]:
    """Yield TI15 for each fact that a tillägg says otherwise than its base without changing it.

    Of what its type takes from the base; who signs, and how, is its own affair.
    """
    if not type_.from_base:
        return
    facts = _before(editions, tillagg, base)
    changed = {
        path
        for change in tillagg.changes
        if isinstance(change.act, NewFacts)
        for path in change.act.facts.by_path
    }
    for path, fact in tillagg.facts.by_path.items():
        there = facts.get(path)
        if path in changed or not type_.takes_from_base(path) or _is_of_signing(path):
            continue
        if isinstance(fact, Known) and isinstance(there, Known) and fact.value != there.value:
            entry = f"{{fakta: {_nested(path, fact)}}}"
            listed = f"lägg till - {entry} under {KEY}"
            yield Problem(
                "TI15",
                f"”{path}” är {_shown(fact)} här men {_shown(there)} i uppdraget ({there.origin}), "
                "och tillägget säger inte att det ändras; ska det inte ändras tas raden bort",
                Severity.WARNING,
                fact.origin,
                listed if tillagg.changes else f"skriv {KEY}: [{entry}]",
            )


def _before(editions: Editions, tillagg: Uppdrag, base: Uppdrag) -> Facts:
    start = tillagg.facts.day(known.TILLAGG_START)
    return (
        facts_after(base, begun(editions, base, start - timedelta(days=1))) if start else base.facts
    )


def _is_of_signing(path: str) -> bool:
    return path.startswith(f"{known.SIGNING}.") or _SIGNATORY in path


def _shown(fact: Known) -> str:
    return f"”{fact.value}”"


def _nested(path: str, fact: Fact) -> str:
    value = str(fact.value) if isinstance(fact, Known) else "…"
    for key in reversed(path.split(".")):
        value = f"{{{key}: {value}}}"
    return value
