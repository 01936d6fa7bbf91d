"""Texts, lists and mappings as somebody writes them in YAML, on one line or on several."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.readers.yaml.edit import quoted
from avtalsgen.readers.yaml.values import Put

_FIGURES: Final = re.compile(r"\d(?:[\w .–/%-]|(?<=\d):(?=\d))*(?<! )")
"""What begins with a figure and needs no quotes: a day, a sum, hours."""
_WIDE: Final = 88
"""Characters; a list that is longer stands on lines of its own."""


def flow(value: Put) -> str:
    """Return a value on one line."""
    match value:
        case None:
            return "''"
        case str():
            return value if _FIGURES.fullmatch(value) else quoted(value)
        case Mapping():
            return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
        case _:
            return "[" + ", ".join(flow(inner) for inner in value) + "]"


def is_short(value: Put) -> bool:
    """Return whether a value stands well on the line of its key."""
    if isinstance(value, list):
        plain_items = not any(isinstance(item, Mapping) for item in value)
        return plain_items and len(flow(value)) <= _WIDE
    return True


def lines_of(path: Sequence[str], value: Put, column: int) -> Iterator[str]:
    """Yield the lines of a value at a path of keys that are not there."""
    *above, last = path
    for depth, key in enumerate(above):
        yield f"{' ' * (column + 2 * depth)}{key}:\n"
    column += 2 * len(above)
    if is_short(value):
        yield f"{' ' * column}{last}: {flow(value)}\n"
    else:
        yield f"{' ' * column}{last}:\n"
        yield from lines_below(value, column)


def lines_below(value: Put, column: int) -> Iterator[str]:
    """Yield the lines of a long list below its key."""
    assert isinstance(value, list)
    for inner in value:
        yield from item_lines(inner, column + 2)


def item_lines(value: Put, column: int) -> Iterator[str]:
    """Yield the lines of one item of a list."""
    written = flow(value)
    if isinstance(value, Mapping) and column + len(written) > _WIDE:
        for number, (key, inner) in enumerate(value.items()):
            yield f"{' ' * column}{'  ' if number else '- '}{key}: {flow(inner)}\n"
    else:
        yield f"{' ' * column}- {written}\n"
