"""Running text as runs: words that look the same and come from the same fact."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from avtalsgen.model.nodes import (
    Deleted,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Strong,
    Text,
    Value,
)
from avtalsgen.records import dataclass

Wrap = tuple[str, str]
"""`strong`, `emphasis` or `link`, and the address of a link."""
Leaf = Text | LineBreak | Value | Reference | Gap


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """Words, what is around them from the outermost, and the node that they are of."""

    text: str
    wraps: tuple[Wrap, ...]
    leaf: Leaf

    @property
    def is_whole(self) -> bool:
        """Whether the run cannot be cut: a reference or a line break."""
        return isinstance(self.leaf, Reference | LineBreak)

    def cut(self, start: int, end: int) -> "MarkedRun":
        """Return the part of the run from `start` to `end`."""
        return self if self.is_whole else replace(self, text=self.text[start:end])


def runs(content: Iterable[Inline], wraps: tuple[Wrap, ...] = ()) -> Iterator[MarkedRun]:
    """Yield the runs of `content`; marks of a redline are no part of how words look."""
    for inline in content:
        match inline:
            case Strong(inner):
                yield from runs(inner, (*wraps, ("strong", "")))
            case Emphasis(inner):
                yield from runs(inner, (*wraps, ("emphasis", "")))
            case Link(inner, address):
                yield from runs(inner, (*wraps, ("link", address)))
            case Inserted(inner) | Deleted(inner):
                yield from runs(inner, wraps)
            case Text(text) | Value(text) | Gap(text):
                yield MarkedRun(text, wraps, inline)
            case Reference():
                yield MarkedRun(inline.lead + inline.text, wraps, inline)
            case LineBreak():
                yield MarkedRun("\n", wraps, inline)
            case _ as unreachable:
                assert_never(unreachable)


def content(inline_runs: Iterable[MarkedRun], depth: int = 0) -> tuple[Inline, ...]:
    """Return the running text of runs, with as few nodes as say the same.

    `content(runs(content(r))) == content(r)`: what looks the same and stands side by side is
    one node.
    """
    result: list[Inline] = []
    for wrap, group in groupby(inline_runs, key=lambda run: run.wraps[depth : depth + 1]):
        if not wrap:
            result += _leaves(group)
            continue
        inner, (kind, address) = content(group, depth + 1), wrap[0]
        if kind == "link":
            result.append(Link(inner, address))
        else:
            result.append(Strong(inner) if kind == "strong" else Emphasis(inner))
    return tuple(result)


def whole(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return `inlines` with what looks the same and stands side by side as one node."""
    return content(runs(inlines))


def _leaves(inline_runs: Iterable[MarkedRun]) -> Iterator[Leaf]:
    last: Leaf | None = None
    for run in inline_runs:
        leaf = run.leaf
        if isinstance(leaf, Text | Value | Gap):
            leaf = replace(leaf, text=run.text)
        joined = _joined(last, leaf)
        if last and not joined:
            yield last
        last = joined or leaf
    if last:
        yield last


def _joined(first: Leaf | None, last: Leaf) -> Leaf | None:
    """Return two pieces of one text or fact as one."""
    if isinstance(first, Text | Value | Gap) and isinstance(last, Text | Value | Gap):
        both = replace(first, text=first.text + last.text)
        return both if both == replace(last, text=both.text) else None
    return None
