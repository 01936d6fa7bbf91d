"""The one way to go through the blocks of two documents at once.

    pairs(olds, news) ─┬─ Paragraph ~ Paragraph, or one alone     paragraph
                       ├─ Table ~ Table, or one alone             table
                       └─ List ~ List, or one alone               list_
                            └─ pairs(items) ── item, or one alone item
                                 └─ pairs(blocks) …

As `walk.rewrite` it goes from the leaves upward; what a node stands in is told downward.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar, assert_never, cast

from avtalsgen.compare.align.outline import lines
from avtalsgen.model.nodes import Block, List, ListItem, Paragraph, Table
from avtalsgen.records import dataclass

Node = Block | ListItem
N = TypeVar("N", bound=Node)
C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Placed(Generic[N]):
    """A block or an item, and the places that its lines have in an outline."""

    node: N
    units: range


@dataclass(frozen=True, slots=True)
class NodePair(Generic[N]):
    """What is on both sides, or on one alone."""

    old: Placed[N] | None
    new: Placed[N] | None

    @property
    def alone(self) -> Placed[N] | None:
        """What is on one side only."""
        return None if self.old and self.new else self.old or self.new

    @property
    def node(self) -> N:
        """What is on the new side, or else on the old."""
        placed = self.new or self.old
        if placed is None:
            raise AssertionError("something is on one side at least")
        return placed.node


class PairSteps(Protocol[C]):
    """What answers to what, and what becomes of each; `C` is what is told of where it stands."""

    def pairs(
        self, olds: Sequence[Placed[N]], news: Sequence[Placed[N]]
    ) -> Iterator[tuple[Placed[N] | None, Placed[N] | None]]:
        """Yield what stands side by side in the order of the result; two are of one kind."""

    def paragraph(self, pair: NodePair[Paragraph], context: C, /) -> Paragraph:
        """Return what a paragraph becomes."""

    def table(self, pair: NodePair[Table], context: C, /) -> Table:
        """Return what a table becomes."""

    def in_list(self, pair: NodePair[List], context: C, /) -> C:
        """Return what is told to the items of a list."""

    def list_(self, pair: NodePair[List], items: tuple[ListItem, ...], context: C, /) -> List:
        """Return what a list becomes, of its items."""

    def in_item(self, pair: NodePair[ListItem], context: C, /) -> C:
        """Return what is told to the blocks of an item."""

    def item(self, pair: NodePair[ListItem], blocks: tuple[Block, ...], context: C, /) -> ListItem:
        """Return what an item becomes, of its blocks."""


def placed(nodes: Iterable[N], first: int) -> tuple[Placed[N], ...]:
    """Return `nodes` with the places of their lines, counted from `first` as an outline does."""
    result: list[Placed[N]] = []
    for node in nodes:
        blocks = node.blocks if isinstance(node, ListItem) else (cast(Block, node),)
        end = first + sum(1 for _ in lines(blocks))
        result.append(Placed(node, range(first, end)))
        first = end
    return tuple(result)


def together(
    olds: Sequence[Placed[Block]], news: Sequence[Placed[Block]], context: C, steps: PairSteps[C]
) -> Iterator[Block]:
    """Yield what the blocks of two sides become; either may be empty."""
    for old, new in steps.pairs(olds, news):
        match NodePair(old, new).node:
            case Paragraph():
                yield steps.paragraph(cast(NodePair[Paragraph], NodePair(old, new)), context)
            case Table():
                yield steps.table(cast(NodePair[Table], NodePair(old, new)), context)
            case List():
                lists = cast(NodePair[List], NodePair(old, new))
                items = _items(lists, steps.in_list(lists, context), steps)
                yield steps.list_(lists, tuple(items), context)
            case _ as unreachable:
                assert_never(unreachable)


def _items(lists: NodePair[List], context: C, steps: PairSteps[C]) -> Iterator[ListItem]:
    olds, news = (side and placed(side.node.items, side.units.start) for side in _sides(lists))
    for old, new in steps.pairs(olds or (), news or ()):
        items = NodePair(old, new)
        inside = steps.in_item(items, context)
        befores, afters = (
            side and placed(side.node.blocks, side.units.start) for side in _sides(items)
        )
        blocks = together(befores or (), afters or (), inside, steps)
        yield steps.item(items, tuple(blocks), context)


def _sides(pair: NodePair[N]) -> tuple[Placed[N] | None, Placed[N] | None]:
    return pair.old, pair.new
