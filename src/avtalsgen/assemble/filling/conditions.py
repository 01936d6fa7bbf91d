"""Whether a condition of a clause holds, given the facts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from avtalsgen.assemble.facts.lookup import Lookup
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


def find(path: str, lookup: Lookup, loops: Loops) -> facts.Fact | None:
    """Return the fact at `path`, in a loop around us or in the uppdrag."""
    first, _, key = path.partition(".")
    if first not in loops:
        return lookup.fact(path)
    item = loops[first]
    if isinstance(item, facts.Known | facts.Unknown):
        return item
    return item.get(key)


def holds(condition: Condition | bool, lookup: Lookup, loops: Loops) -> bool:
    """Return whether `condition` holds; a fact that is missing or unknown does not."""
    match condition:
        case bool():
            return condition
        case Fact(path):
            fact = find(path, lookup, loops)
            return isinstance(fact, facts.Known) and fact.value not in (False, 0, (), "")
        case Not(inner):
            return not holds(inner, lookup, loops)
        case Both(conditions):
            return all(holds(each, lookup, loops) for each in conditions)
        case Either(conditions):
            return any(holds(each, lookup, loops) for each in conditions)
        case Compared():
            return _compared(condition, lookup, loops)
        case _ as unreachable:
            assert_never(unreachable)


def _compared(condition: Compared, lookup: Lookup, loops: Loops) -> bool:
    left = _texts(condition.left, lookup, loops)
    right = _texts(condition.right, lookup, loops)
    match condition.operator:
        case "==":
            return bool(left) and left == right
        case "!=":
            return left != right
        case "in":
            return bool(left) and left <= right
        case "not in":
            return not (left and left <= right)
        case _ as unreachable:
            assert_never(unreachable)


def _texts(side: Fact | Constant, lookup: Lookup, loops: Loops) -> frozenset[str]:
    if isinstance(side, Constant):
        return frozenset({side.value})
    fact = find(side.path, lookup, loops)
    if not isinstance(fact, facts.Known):
        return frozenset()
    if isinstance(fact.value, tuple):
        return frozenset(_text(item) for item in fact.value if isinstance(item, facts.Known))
    return frozenset({_text(fact)})


def _text(fact: facts.Known) -> str:
    """Return what a fact is compared by: its print, a number as plain digits."""
    if isinstance(fact.value, int | Decimal) and not isinstance(fact.value, bool):
        return f"{Decimal(fact.value).normalize():f}"
    return in_print(fact)
