"""Documents that are about other documents: what they may point at, and not say again."""

from collections.abc import Iterator

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.problems import Problem
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known


def pointing(lookup: Lookup) -> Iterator[Problem]:
    """Yield what is wrong in how a document points at others.

    UP09 a fact of the other is written here too, UP10 the other is of a type that this one
    cannot be about, UP11 an edition replaces itself.
    """
    yield from _said_twice(lookup)
    yield from _of_another_type(lookup)
    yield from _replaces_itself(lookup)


def _said_twice(lookup: Lookup) -> Iterator[Problem]:
    heritage, facts = lookup.heritage, lookup.uppdrag.facts
    if heritage is None:
        return
    said = {fact.path: fact.origin for fact in (*facts.by_path.values(), *facts.unknown.values())}
    for path, origin in said.items():
        if heritage.covers(path):
            message = f"”{path}” läses ur det som {heritage.pointer} pekar på och skrivs inte här"
            yield Problem("UP09", message, origin=origin, hint="ta bort raden")


def _of_another_type(lookup: Lookup) -> Iterator[Problem]:
    heritage = lookup.heritage
    other = lookup.pointed.get(heritage.pointer) if heritage else None
    told = lookup.uppdrag.facts.get(heritage.pointer) if heritage else None
    if not (heritage and heritage.types and other and told):
        return
    type_ = other.uppdrag.type.partition("@")[0]
    if type_ not in heritage.types:
        message = f"{heritage.pointer} pekar på {other.uppdrag.name}, som är av typen {type_}"
        hint = f"peka på en utgåva av typen {' eller '.join(heritage.types)}"
        yield Problem("UP10", message, origin=told.origin, hint=hint)


def _replaces_itself(lookup: Lookup) -> Iterator[Problem]:
    facts = lookup.uppdrag.facts
    about, replaced = facts.get(known.ABOUT), facts.get(known.REPLACED)
    if isinstance(about, Known) and isinstance(replaced, Known) and about.value == replaced.value:
        message = f"{about.value} kan inte ersätta sig självt"
        hint = "peka på den utgåva som gällde förut, eller ta bort ersätter"
        yield Problem("UP11", message, origin=replaced.origin, hint=hint)
