"""Paragraphs, lists and tables of two versions in one, with what differs marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeVar, assert_never

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.splits import Match
from avtalsgen.compare.marks.inline_marks import Content, Side, merged, one_side
from avtalsgen.compare.marks.move_names import MoveNames, blocks_of
from avtalsgen.compare.marks.placed import (
    Placed,
    PlacedItem,
    PlacedList,
    PlacedParagraph,
    PlacedTable,
)
from avtalsgen.compare.marks.runs import whole
from avtalsgen.compare.words.subsequence import increasing
from avtalsgen.model.nodes import Block, Cell, List, ListItem, Revision, Table

Within = Literal["both", "moved", "alone"]
"""What a block stands in: a section on both sides, a copy of one that moved, one on one side."""
P = TypeVar("P", Placed, PlacedItem)


class BlockMarks:
    """Marks the blocks of two documents whose lines are aligned."""

    def __init__(self, alignment: Alignment, names: MoveNames, key: str = "body") -> None:
        self.alignment, self.names, self.key = alignment, names, key
        self.of_old = {place: match for match in alignment.matches for place in match.olds}
        self.of_new = {place: match for match in alignment.matches for place in match.news}
        self.moved_blocks = blocks_of(alignment.matches)

    def both(self, olds: Sequence[Placed], news: Sequence[Placed]) -> Iterator[Block]:
        """Yield the blocks of what is on both sides."""
        for old, new in self._walk(olds, news, _may_be_one):
            if old and new:
                yield self._one(old, new)
            elif old:
                yield self.alone(old, "old", "both")
            elif new:
                yield self.alone(new, "new", "both")

    def alone(self, block: Placed, side: Side, within: Within) -> Block:
        """Return a block as it stands on one side, what the other has not marked."""
        match block:
            case PlacedParagraph(node):
                content, revision = self._line(block, side, within)
                return replace(node, content=content, revision=revision)
            case PlacedList():
                return self._list_alone(block, side, within)
            case PlacedTable():
                return self._table_alone(block, side, within)
            case _ as unreachable:
                assert_never(unreachable)

    def _one(self, old: Placed, new: Placed) -> Block:
        match old, new:
            case PlacedParagraph(), PlacedParagraph():
                content = merged(old.node.content, new.node.content)
                return replace(new.node, content=content)
            case PlacedList(), PlacedList():
                return replace(new.node, items=tuple(self._items(old, new)))
            case PlacedTable(), PlacedTable():
                return self._table(old, new)
            case _:
                raise AssertionError("blocks of different kinds are never one")

    def _items(self, old: PlacedList, new: PlacedList) -> Iterator[ListItem]:
        for before, after in self._walk(old.items, new.items, lambda _old, _new: True):
            if before and after:
                yield ListItem(tuple(self.both(before.blocks, after.blocks)))
            elif before:
                yield self._item_alone(before, "old", "both")
            elif after:
                yield self._item_alone(after, "new", "both")

    def _table(self, old: PlacedTable, new: PlacedTable) -> Table:
        answers = [self.of_new.get(place) for place in new.units[1:]]
        kept = {
            match.olds[0]: place
            for place, match in zip(new.units[1:], answers, strict=True)
            if match in self.alignment.staying and match and match.olds[0] in old.units[1:]
        }
        rows: list[tuple[tuple[Cell, ...], Revision | None]] = []
        olds = iter(old.units[1:])
        answer_of = {place: before for before, place in kept.items()}
        for place in new.units[1:]:
            if place not in answer_of:
                rows.append((_cells(_row(new, place)), Revision("inserted")))
                continue
            for before in olds:
                if before == answer_of[place]:
                    rows.append((_merged_cells(_row(old, before), _row(new, place)), None))
                    break
                rows.append((_cells(_row(old, before)), Revision("deleted")))
        rows += ((_cells(_row(old, before)), Revision("deleted")) for before in olds)
        header = _merged_cells(old.node.header, new.node.header)
        return _with_rows(replace(new.node, header=header), rows)

    def _line(
        self, paragraph: PlacedParagraph, side: Side, within: Within
    ) -> tuple[Content, Revision | None]:
        place = paragraph.units[0]
        match = (self.of_old if side == "old" else self.of_new).get(place)
        if not match:
            plain = whole(paragraph.node.content)
            return plain, None if within == "alone" else on_one_side(side)
        olds, news = self.alignment.units(match)
        contents = [unit.cells[0] for unit in olds], [unit.cells[0] for unit in news]
        index = (match.olds if side == "old" else match.news).index(place)
        content = one_side(*contents, side)[index]
        if within == "moved" and match in self.alignment.staying:
            return content, None
        name = self._name(match)
        return content, on_one_side(side, name)

    def _name(self, match: Match) -> str:
        if match in self.alignment.staying:
            return self.names.in_place(self.key, match)
        return self.names.named(self.key, self.moved_blocks[match])

    def _list_alone(self, block: PlacedList, side: Side, within: Within) -> List:
        inner: Within = "alone" if within == "both" else within
        items = tuple(self._item_alone(item, side, inner) for item in block.items)
        revisions = {item.revision for item in items}
        if len(revisions) == 1 and None not in revisions:
            bare = tuple(replace(item, revision=None) for item in items)
            return replace(block.node, items=bare, revision=revisions.pop())
        revision = on_one_side(side) if within == "both" else None
        return replace(block.node, items=items, revision=revision)

    def _item_alone(self, item: PlacedItem, side: Side, within: Within) -> ListItem:
        """Return an item that says by its first paragraph whether it came, went or moved."""
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, PlacedParagraph):
            blocks = tuple(self.alone(block, side, within) for block in item.blocks)
            return ListItem(blocks, on_one_side(side) if within == "both" else None)
        content, revision = self._line(first, side, within)
        inner: Within = within
        if revision:
            inner = "both" if revision.move else "alone"
        rest = (self.alone(block, side, inner) for block in item.blocks[1:])
        return ListItem((replace(first.node, content=content), *rest), revision)

    def _table_alone(self, block: PlacedTable, side: Side, within: Within) -> Table:
        table = replace(block.node, header=_cells(block.node.header))
        answers = self.of_old if side == "old" else self.of_new
        came_along = [answers.get(place) in self.alignment.staying for place in block.units]
        if within != "moved" or not any(came_along):
            revision = None if within == "alone" else on_one_side(side)
            rows = tuple(map(_cells, block.node.rows))
            return replace(table, rows=rows, revision=revision)
        marked = [
            (self._row_alone(answers[place], side), None)
            if along
            else (_cells(_row(block, place)), on_one_side(side))
            for place, along in zip(block.units, came_along, strict=True)
        ]
        header, *others = marked
        return _with_rows(replace(table, header=header[0]), others)

    def _row_alone(self, match: Match, side: Side) -> tuple[Cell, ...]:
        (old,), (new,) = self.alignment.units(match)
        return tuple(
            one_side([before], [after], side)[0]
            for before, after in zip(old.cells, new.cells, strict=True)
        )

    def _walk(
        self, olds: Sequence[P], news: Sequence[P], may_be_one: Callable[[P, P], bool]
    ) -> Iterator[tuple[P | None, P | None]]:
        """Yield what is on both sides, and around it what is on the old or the new one."""
        old_at = new_at = 0
        for i, j in (*self._kept(olds, news, may_be_one), (len(olds), len(news))):
            yield from ((block, None) for block in olds[old_at:i])
            yield from ((None, block) for block in news[new_at:j])
            if i < len(olds):
                yield olds[i], news[j]
            old_at, new_at = i + 1, j + 1

    def _kept(
        self, olds: Sequence[P], news: Sequence[P], may_be_one: Callable[[P, P], bool]
    ) -> list[tuple[int, int]]:
        """Return which have most lines in common, in an order that both sides have."""
        where = {place: i for i, block in enumerate(olds) for place in block.units}
        common: dict[tuple[int, int], float] = {}
        for j, block in enumerate(news):
            for place in block.units:
                match = self.of_new.get(place)
                if match not in self.alignment.staying or match is None:
                    continue
                if len(match.olds) > 1 or len(match.news) > 1 or match.olds[0] not in where:
                    continue
                pair = where[match.olds[0]], j
                weight = 1.0 + len(self.alignment.new.units[place].text)
                common[pair] = common.get(pair, 0.0) + weight
        taken: dict[int, int] = {}
        for i, j in sorted(common, key=lambda pair: (-common[pair], pair)):
            if i not in taken and j not in taken.values() and may_be_one(olds[i], news[j]):
                taken[i] = j
        pairs = sorted(taken.items())
        kept = increasing([j for _, j in pairs], [common[pair] for pair in pairs])
        return [pair for at, pair in enumerate(pairs) if at in kept]


def _may_be_one(old: Placed, new: Placed) -> bool:
    match old, new:
        case PlacedParagraph(), PlacedParagraph():
            return True
        case PlacedList(), PlacedList():
            before, now = old.node, new.node
            counted_alike = (before.letters, before.start) == (now.letters, now.start)
            return before.ordered == now.ordered and counted_alike
        case PlacedTable(), PlacedTable():
            same_width = len(old.node.header) == len(new.node.header)
            return same_width and old.node.align == new.node.align
        case _:
            return False


def on_one_side(side: Side, move: str = "") -> Revision:
    """Return the mark of what only `side` has, or has in this place."""
    return Revision("deleted" if side == "old" else "inserted", move)


def _row(table: PlacedTable, place: int) -> tuple[Cell, ...]:
    """Return the cells of the line at `place`, the header being the first."""
    row_number = place - table.units[0]
    return table.node.rows[row_number - 1] if row_number else table.node.header


def _cells(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(map(whole, cells))


def _merged_cells(old: Sequence[Cell], new: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(merged(before, after) for before, after in zip(old, new, strict=True))


def _with_rows(table: Table, rows: Sequence[tuple[tuple[Cell, ...], Revision | None]]) -> Table:
    revisions = tuple(revision for _, revision in rows)
    return replace(
        table,
        rows=tuple(cells for cells, _ in rows),
        row_revisions=revisions if any(revisions) else (),
    )
