"""Paragraphs, lists and tables of two versions in one, with what differs marked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.splits import Match
from avtalsgen.compare.marks.inline_marks import Content, Side, merged, one_side
from avtalsgen.compare.marks.move_names import MoveNames, blocks_of
from avtalsgen.compare.marks.pair_walk import Node, NodePair, Placed, placed, together
from avtalsgen.compare.marks.runs import whole
from avtalsgen.compare.words.subsequence import increasing
from avtalsgen.model.nodes import Block, Cell, List, ListItem, Paragraph, Revision, Table
from avtalsgen.model.walk import TableRow, with_rows

Within = Literal["both", "moved", "alone"]
"""What a block stands in: a section on both sides, a copy of one that moved, one on one side."""
N = TypeVar("N", bound=Node)


class BlockMarks:
    """Marks the blocks of two documents whose lines are aligned: the steps of a walk of pairs."""

    def __init__(self, alignment: Alignment, names: MoveNames, key: str = "body") -> None:
        self.alignment, self.names, self.key = alignment, names, key
        self.of_old = {place: match for match in alignment.matches for place in match.olds}
        self.of_new = {place: match for match in alignment.matches for place in match.news}
        self.moved_blocks = blocks_of(alignment.matches)

    def marked(
        self, olds: Sequence[Placed[Block]], news: Sequence[Placed[Block]], within: Within = "both"
    ) -> Iterator[Block]:
        """Yield the blocks of both sides, what the other has not marked; one may have none."""
        return together(olds, news, within, self)

    def paragraph(self, pair: NodePair[Paragraph], within: Within) -> Paragraph:
        """Return a paragraph with the words marked that one side has alone, or marked whole."""
        if pair.old and pair.new:
            return replace(pair.node, content=merged(pair.old.node.content, pair.node.content))
        content, revision = self._line(pair, within)
        return replace(pair.node, content=content, revision=revision)

    def table(self, pair: NodePair[Table], within: Within) -> Table:
        """Return a table with its rows and their words marked, or marked whole."""
        if pair.old and pair.new:
            return self._table(pair.old, pair.new)
        return self._table_alone(pair, within)

    def in_list(self, pair: NodePair[List], within: Within) -> Within:
        """Return what the items of a list stand in."""
        return "alone" if pair.alone and within == "both" else within

    def list_(self, pair: NodePair[List], items: tuple[ListItem, ...], within: Within) -> List:
        """Return a list that says itself what all its items would say."""
        if not pair.alone:
            return replace(pair.node, items=items)
        revisions = {item.revision for item in items}
        if len(revisions) == 1 and None not in revisions:
            bare = tuple(replace(item, revision=None) for item in items)
            return replace(pair.node, items=bare, revision=revisions.pop())
        revision = on_one_side(_side(pair)) if within == "both" else None
        return replace(pair.node, items=items, revision=revision)

    def in_item(self, pair: NodePair[ListItem], within: Within) -> Within:
        """Return what the blocks of an item stand in: its first paragraph says it."""
        first = _first_paragraph(pair)
        revision = self._line(first, within)[1] if first else None
        if revision is None:
            return within
        return "both" if revision.move else "alone"

    def item(self, pair: NodePair[ListItem], blocks: tuple[Block, ...], within: Within) -> ListItem:
        """Return an item that says by its first paragraph whether it came, went or moved."""
        if not pair.alone:
            return ListItem(blocks)
        first = _first_paragraph(pair)
        if not first:
            return ListItem(blocks, on_one_side(_side(pair)) if within == "both" else None)
        bare = replace(blocks[0], revision=None)
        return ListItem((bare, *blocks[1:]), self._line(first, within)[1])

    def _table(self, old: Placed[Table], new: Placed[Table]) -> Table:
        answers = [self.of_new.get(place) for place in new.units[1:]]
        kept = {
            match.olds[0]: place
            for place, match in zip(new.units[1:], answers, strict=True)
            if match in self.alignment.staying and match and match.olds[0] in old.units[1:]
        }
        rows: list[TableRow] = []
        olds = iter(old.units[1:])
        answer_of = {place: before for before, place in kept.items()}
        for place in new.units[1:]:
            if place not in answer_of:
                rows.append(TableRow(_cells(_row(new, place)), Revision("inserted")))
                continue
            for before in olds:
                if before == answer_of[place]:
                    rows.append(TableRow(_merged_cells(_row(old, before), _row(new, place))))
                    break
                rows.append(TableRow(_cells(_row(old, before)), Revision("deleted")))
        rows += (TableRow(_cells(_row(old, before)), Revision("deleted")) for before in olds)
        header = _merged_cells(old.node.header, new.node.header)
        return with_rows(replace(new.node, header=header), rows)

    def _line(self, pair: NodePair[Paragraph], within: Within) -> tuple[Content, Revision | None]:
        side, place = _side(pair), _alone(pair).units[0]
        match = (self.of_old if side == "old" else self.of_new).get(place)
        if not match:
            plain = whole(pair.node.content)
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

    def _table_alone(self, pair: NodePair[Table], within: Within) -> Table:
        block, side = _alone(pair), _side(pair)
        table = replace(block.node, header=_cells(block.node.header))
        answers = self.of_old if side == "old" else self.of_new
        came_along = [answers.get(place) in self.alignment.staying for place in block.units]
        if within != "moved" or not any(came_along):
            revision = None if within == "alone" else on_one_side(side)
            rows = tuple(map(_cells, block.node.rows))
            return replace(table, rows=rows, revision=revision)
        marked = [
            TableRow(self._row_alone(answers[place], side))
            if along
            else TableRow(_cells(_row(block, place)), on_one_side(side))
            for place, along in zip(block.units, came_along, strict=True)
        ]
        header, *others = marked
        return with_rows(replace(table, header=header.cells), others)

    def _row_alone(self, match: Match, side: Side) -> tuple[Cell, ...]:
        (old,), (new,) = self.alignment.units(match)
        return tuple(
            one_side([before], [after], side)[0]
            for before, after in zip(old.cells, new.cells, strict=True)
        )

    def pairs(
        self, olds: Sequence[Placed[N]], news: Sequence[Placed[N]]
    ) -> Iterator[tuple[Placed[N] | None, Placed[N] | None]]:
        """Yield what is on both sides, and around it what is on the old or the new one."""
        old_at = new_at = 0
        for i, j in (*self._kept(olds, news), (len(olds), len(news))):
            yield from ((block, None) for block in olds[old_at:i])
            yield from ((None, block) for block in news[new_at:j])
            if i < len(olds):
                yield olds[i], news[j]
            old_at, new_at = i + 1, j + 1

    def _kept(self, olds: Sequence[Placed[N]], news: Sequence[Placed[N]]) -> list[tuple[int, int]]:
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
            if (
                i not in taken
                and j not in taken.values()
                and _may_be_one(olds[i].node, news[j].node)
            ):
                taken[i] = j
        pairs = sorted(taken.items())
        kept = increasing([j for _, j in pairs], [common[pair] for pair in pairs])
        return [pair for at, pair in enumerate(pairs) if at in kept]


def _may_be_one(old: Node, new: Node) -> bool:
    match old, new:
        case (Paragraph(), Paragraph()) | (ListItem(), ListItem()):
            return True
        case List() as before, List() as now:
            counted_alike = (before.letters, before.start) == (now.letters, now.start)
            return before.ordered == now.ordered and counted_alike
        case Table() as before, Table() as now:
            return len(before.header) == len(now.header) and before.align == now.align
        case _:
            return False


def on_one_side(side: Side, move: str = "") -> Revision:
    """Return the mark of what only `side` has, or has in this place."""
    return Revision("deleted" if side == "old" else "inserted", move)


def _alone(pair: NodePair[N]) -> Placed[N]:
    if pair.alone is None:
        raise AssertionError("what is on both sides is not alone")
    return pair.alone


def _side(pair: NodePair[N]) -> Side:
    return "new" if pair.new else "old"


def _first_paragraph(pair: NodePair[ListItem]) -> NodePair[Paragraph] | None:
    """Return the first block of an item on one side alone, if that is a paragraph."""
    if not pair.alone or not pair.node.blocks:
        return None
    first, *_ = placed(pair.node.blocks, pair.alone.units.start)
    if not isinstance(first.node, Paragraph):
        return None
    paragraph = Placed(first.node, first.units)
    return NodePair(paragraph, None) if pair.old else NodePair(None, paragraph)


def _row(table: Placed[Table], place: int) -> tuple[Cell, ...]:
    """Return the cells of the line at `place`, the header being the first."""
    row_number = place - table.units[0]
    return table.node.rows[row_number - 1] if row_number else table.node.header


def _cells(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(map(whole, cells))


def _merged_cells(old: Sequence[Cell], new: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(merged(before, after) for before, after in zip(old, new, strict=True))
