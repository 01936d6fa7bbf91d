"""Running text with its first characters taken away, the weight of the rest kept."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import assert_never

from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Deleted,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Paragraph,
    Reference,
    Strong,
    Text,
    Value,
)
from avtalsgen.readers.recognise.line import Line


def without(content: Iterable[Inline], characters: int) -> tuple[Inline, ...]:
    """Return `content` from its character number `characters` on, as `plain.text` counts them."""
    rest: list[Inline] = []
    for inline in content:
        length = len(plain.text((inline,)))
        if characters <= 0:
            rest.append(inline)
        elif length > characters:
            rest.append(_cut(inline, characters))
        characters -= length
    return tuple(rest)


def stripped(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return `content` without the white space that it begins with."""
    words = plain.text(content)
    return without(content, len(words) - len(words.lstrip()))


def unweighted(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return `content` without a weight that all of it has: a heading needs none of its own."""
    while len(content) == 1 and isinstance(content[0], Strong | Emphasis):
        content = content[0].content
    if content and all(_strong_or_space(inline) for inline in content):
        apart = (i.content if isinstance(i, Strong) else (i,) for i in content)
        return tuple(inner for part in apart for inner in part)
    return content


def worded(of: Line, change: Callable[[str], str]) -> Line:
    """Return a line with `change` made to its words, which keep their weight."""
    if not isinstance(of.block, Paragraph):
        return of
    block = replace(of.block, content=_worded(of.block.content, change))
    return replace(of, block=block, text=change(of.text))


def _worded(content: Iterable[Inline], change: Callable[[str], str]) -> tuple[Inline, ...]:
    result: list[Inline] = []
    for inline in content:
        match inline:
            case Text(text):
                result.append(Text(change(text)))
            case Strong(inner) | Emphasis(inner) | Link(inner) | Inserted(inner) | Deleted(inner):
                result.append(replace(inline, content=_worded(inner, change)))
            case _:
                result.append(inline)
    return tuple(result)


def _strong_or_space(inline: Inline) -> bool:
    return isinstance(inline, Strong) or not plain.text((inline,)).strip()


def _cut(inline: Inline, characters: int) -> Inline:
    match inline:
        case Text(text):
            return Text(text[characters:])
        case Strong(inner) | Emphasis(inner) | Link(inner) | Inserted(inner) | Deleted(inner):
            return replace(inline, content=without(inner, characters))
        case Value() | Gap() | Reference():
            return Text(plain.text((inline,))[characters:])
        case LineBreak():
            return inline
        case _ as unreachable:
            assert_never(unreachable)
