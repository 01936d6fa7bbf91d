"""What tillägg have done to the facts of their base."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from avtalsgen.assemble.tillagg.belonging import counted, tillagg_of
from avtalsgen.assemble.tillagg.days import period
from avtalsgen.assemble.tillagg.timeline import ChangeStep, on, steps
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import NewFacts
from avtalsgen.uppdrag.editions import Editions
from avtalsgen.uppdrag.facts import NO_FACTS, Fact, Facts, Known
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

    Its own first, then those that it gives its base, then those of the base; and the day of its
    price, where it has one. Any other uppdrag as it is.
    """
    if base is None:
        return uppdrag
    facts = base.facts if uppdrag.changes else NO_FACTS
    for change in sorted(uppdrag.changes, key=lambda act: act.start or date.min):
        if isinstance(change.act, NewFacts):
            facts = change.act.facts.over(facts)
    begins = _price_begins(uppdrag)
    worked_out = Facts({begins.path: begins}, {}) if begins else NO_FACTS
    return replace(uppdrag, facts=worked_out.over(uppdrag.facts.over(facts)))


def _price_begins(tillagg: Uppdrag) -> Fact | None:
    """Return from when the price that a tillägg leaves holds; nothing where it has none."""
    first = tillagg.facts.get(known.TILLAGG_START)
    priced = [
        Known(known.PRICE_BEGINS, "datum", change.start, change.origin) if change.start else first
        for change in tillagg.changes
        if isinstance(change.act, NewFacts) and change.act.facts.get(known.PRICE)
    ]
    if tillagg.facts.get(known.PRICE):
        priced = [first]
    fact = max(
        (each for each in priced if each),
        key=lambda each: str(each.value) if isinstance(each, Known) else "",
        default=None,
    )
    return replace(fact, path=known.PRICE_BEGINS) if fact else None
