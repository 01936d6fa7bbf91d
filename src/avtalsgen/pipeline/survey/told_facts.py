"""A fact as a table has it for people, and as programs take it."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.forms import in_print
from avtalsgen.model.portfolio import Typed
from avtalsgen.swedish.dates import day_in, iso
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Item, Known, Unknown

_UNTIL = "sluttid"


def told_lines(lookup: Lookup, path: str, fact: Known) -> tuple[str, ...]:
    """Return the fact at `path` as people read it: a line for each item of a list."""
    if isinstance(fact.value, tuple):
        return tuple(_item(item) for item in fact.value)
    if fact.type == "organ":
        return (lookup.text(known.name_of(path)) or str(fact.value),)
    return (_in_table(fact),)


def told_value(fact: Fact) -> Typed:
    """Return a fact as programs take it; what is not known inside a list is `{okänt: skäl}`."""
    if isinstance(fact, Unknown):
        return {"okänt": fact.reason}
    match fact.value:
        case tuple(items):
            return [_item_value(item) for item in items]
        case bool() | int() | Decimal() as plain:
            return plain
        case date() as day:
            return iso(day)
        case str() as text:
            last = day_in(text) if fact.type == _UNTIL else None
            return iso(last) if last else text
        case _:
            return in_print(fact)


def unknown_in(fact: Fact) -> Iterator[Unknown]:
    """Yield each okänt in a fact: itself, an item of its list, or a field of a record there."""
    if isinstance(fact, Unknown):
        yield fact
    elif isinstance(fact.value, tuple):
        for item in fact.value:
            for inner in item.values() if isinstance(item, Mapping) else (item,):
                yield from unknown_in(inner)


def _in_table(fact: Known) -> str:
    """Return a fact as a table has it: a day, also one that something ends, as 2026-01-31."""
    day: object = fact.value
    if isinstance(day, str) and fact.type == _UNTIL:
        day = day_in(day) or day
    return iso(day) if isinstance(day, date) else in_print(fact)


def _item(item: Item) -> str:
    """Return an item of a list on a line; of a record the first field, and the others named."""
    if not isinstance(item, Mapping):
        return _printed(item)
    (first, *others) = item.items() or [("", None)]
    named = ", ".join(f"{key}: {_printed(fact)}" for key, fact in others if fact)
    told = _printed(first[1]) if first[1] else "tom post"
    return f"{told} ({named})" if named else told


def _printed(fact: Fact) -> str:
    return _in_table(fact) if isinstance(fact, Known) else f"okänt: {fact.reason}"


def _item_value(item: Item) -> Typed:
    if isinstance(item, Mapping):
        return {key: told_value(fact) for key, fact in item.items()}
    return told_value(item)
