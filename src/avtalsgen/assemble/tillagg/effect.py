"""What tillägg have done to the facts of their base."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from avtalsgen.assemble.tillagg.belonging import counted, tillagg_of
from avtalsgen.assemble.tillagg.days import period
from avtalsgen.assemble.tillagg.timeline import ChangeStep, on, steps
from avtalsgen.uppdrag.changes import NewFacts
from avtalsgen.uppdrag.editions import Editions
from avtalsgen.uppdrag.facts import Facts
from avtalsgen.uppdrag.uppdrag import Uppdrag


def begun(editions: Editions, base: Uppdrag, day: date) -> tuple[ChangeStep, ...]:
    """Return what signed tillägg have done to `base` by `day`, in order."""
    signed, _ = counted(base, tillagg_of(editions, base), draft=False)
    return on(steps(signed, period(editions, base), []), day)


def facts_after(base: Uppdrag, every: Iterable[ChangeStep]) -> Facts:
    """Return the facts of `base` after some steps."""
    facts = base.facts
    for step in every:
        if isinstance(step.change.act, NewFacts):
            facts = step.change.act.facts.over(facts)
    return facts


def as_it_leaves(uppdrag: Uppdrag, base: Uppdrag | None) -> Uppdrag:
    """Return a tillägg with the facts that hold when all of its changes have begun.

    Its own first, then those that it gives its base, then those of the base; any other uppdrag
    as it is.
    """
    if base is None or not uppdrag.changes:
        return uppdrag
    facts = base.facts
    for change in sorted(uppdrag.changes, key=lambda act: act.start or date.min):
        if isinstance(change.act, NewFacts):
            facts = change.act.facts.over(facts)
    return replace(uppdrag, facts=uppdrag.facts.over(facts))
