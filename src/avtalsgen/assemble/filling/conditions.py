"""Whether a condition of a clause holds, given the facts."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, Protocol, assert_never

from avtalsgen.assemble.filling.forms import in_print
from avtalsgen.clauses.expression import (
    Both,
    Compared,
    Condition,
    Constant,
    Either,
    Fact,
    Not,
)
from avtalsgen.uppdrag import facts

Loops = Mapping[str, facts.Item]
"""What the name of each loop around us stands for right now."""


class FactSource(Protocol):
    """Where the facts of a document are found."""

    def fact(self, path: str) -> facts.Fact | None:
        """Return the fact at `path`, nothing when nobody says."""


class _Nothing:
    def fact(self, path: str) -> facts.Fact | None:
        return None


NO_ANSWERS: Final[FactSource] = _Nothing()
"""Of an uppdrag where no question is answered."""


def find(path: str, lookup: FactSource, loops: Loops) -> facts.Fact | None:
    """Return the fact at `path`, in a loop around us or in the uppdrag."""
    first, _, key = path.partition(".")
    if first not in loops:
        return lookup.fact(path)
    item = loops[first]
    if isinstance(item, facts.Known | facts.Unknown):
        return item
    return item.get(key)


def holds(condition: Condition | bool, lookup: FactSource, loops: Loops) -> bool:
    """Return whether `condition` surely holds; one that hangs on what nobody knows does not."""
    return verdict(condition, lookup, loops) is True


def verdict(condition: Condition | bool, lookup: FactSource, loops: Loops) -> bool | facts.Unknown:
    """Return whether `condition` holds, or the first fact that is okänt and that it hangs on.

    A fact alone asks whether there is something to print, which what is okänt has not; compared
    with something, also a yes or no with yes, or where another text stands for a number or a
    choice that is not there, it may be either. What is not said at all is
    neither, and another than everything. Law: an answer in the place of what is okänt never
    changes what is returned as true or false, but for a fact alone.
    """
    match condition:
        case bool():
            return condition
        case Fact(path, chooses):
            fact = find(path, lookup, loops)
            if chooses and isinstance(fact, facts.Unknown):
                return fact
            return isinstance(fact, facts.Known) and fact.value not in (False, 0, (), "")
        case Not(inner):
            told = verdict(inner, lookup, loops)
            return not told if isinstance(told, bool) else told
        case Both(conditions):
            return _joined(conditions, lookup, loops, settles=False)
        case Either(conditions):
            return _joined(conditions, lookup, loops, settles=True)
        case Compared():
            return _compared(condition, lookup, loops)
        case _ as unreachable:
            assert_never(unreachable)


def _joined(
    conditions: Iterable[Condition], lookup: FactSource, loops: Loops, *, settles: bool
) -> bool | facts.Unknown:
    """Return `settles` if any of the conditions says so, else what is okänt, else the other."""
    unknown: facts.Unknown | None = None
    for condition in conditions:
        told = verdict(condition, lookup, loops)
        if told is settles:
            return settles
        unknown = unknown or (None if isinstance(told, bool) else told)
    return unknown or not settles


def _compared(condition: Compared, lookup: FactSource, loops: Loops) -> bool | facts.Unknown:
    left, right = (
        side if isinstance(side, Constant) else find(side.path, lookup, loops)
        for side in (condition.left, condition.right)
    )
    if isinstance(left, facts.Unknown) or isinstance(right, facts.Unknown):
        return left if isinstance(left, facts.Unknown) else right  # type: ignore[return-value]  # one is
    held, against = _texts(left), _texts(right)
    match condition.operator:
        case "==":
            return bool(held) and held == against
        case "!=":
            return held != against
        case "in" | "not in" as operator:
            there = bool(held) and held <= against
            unknown = None if there or not held else _unknown_in(right)
            return unknown or there == (operator == "in")
        case _ as unreachable:
            assert_never(unreachable)


def _unknown_in(side: Constant | facts.Fact | None) -> facts.Unknown | None:
    """Return the first item of a list that is okänt."""
    value = side.value if isinstance(side, facts.Known) else ()
    items = value if isinstance(value, tuple) else ()
    return next((item for item in items if isinstance(item, facts.Unknown)), None)


def _texts(side: Constant | facts.Fact | None) -> frozenset[str]:
    if isinstance(side, Constant):
        return frozenset({side.value})
    if not isinstance(side, facts.Known):
        return frozenset()
    if isinstance(side.value, tuple):
        return frozenset(_text(item) for item in side.value if isinstance(item, facts.Known))
    return frozenset({_text(side)})


def _text(fact: facts.Known) -> str:
    """Return what a fact is compared by: its print, a number as plain digits."""
    if isinstance(fact.value, int | Decimal) and not isinstance(fact.value, bool):
        return f"{Decimal(fact.value).normalize():f}"
    return in_print(fact)
