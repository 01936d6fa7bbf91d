"""What a reader sees of running text: each character that is not a space, and its look."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtalsgen.model.addresses import safe_address
from avtalsgen.model.nodes import (
    Block,
    Emphasis,
    Inline,
    Link,
    List,
    Paragraph,
    Reference,
    Strong,
    Table,
)
from avtalsgen.model.plain import text


class Look(NamedTuple):
    """How a character looks, and where it leads outside the document."""

    strong: bool = False
    emphasis: bool = False
    address: str | None = None


PLAIN = Look()
Seen = tuple[str, Look]


def seen(content: Iterable[Inline], look: Look = PLAIN) -> Iterator[Seen]:
    """Yield the characters of running text with their looks."""
    for inline in content:
        match inline:
            case Strong(inner):
                yield from seen(inner, look._replace(strong=True))
            case Emphasis(inner):
                yield from seen(inner, look._replace(emphasis=True))
            case Link(inner, address):
                yield from seen(inner, look._replace(address=safe_address(address)))
            case Reference():
                yield from characters(inline.lead + inline.text, look)
            case _:
                yield from characters(text((inline,)), look)


def characters(words: str, look: Look) -> Iterator[Seen]:
    """Yield the characters of `words` that are not spaces."""
    return ((character, look) for character in words if not character.isspace())


Shape = tuple["str | Shape", ...]


def shape(block: Block) -> Shape:
    """Return what `block` is and what is in it, without words."""
    match block:
        case Paragraph():
            return ("paragraph",)
        case List(items, ordered):
            inside = (tuple(shape(inner) for inner in item.blocks) for item in items)
            return ("numbered" if ordered else "bullets", *inside)
        case Table():
            sides = table_sides(block)
            return ("table", *(sides for _ in (block.header, *block.rows)))


def table_sides(table: Table) -> tuple[str, ...]:
    """Return the side of each column."""
    return table.align or ("left",) * len(table.header)
