"""Paragraphs, lists and tables as Markdown."""

from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import assert_never

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Cell, List, ListItem, Paragraph, Table
from avtalsgen.writers.markdown.escapes import escape_line_starts
from avtalsgen.writers.markdown.inline import running

_BULLETS = ("-.", "*)")
"""The mark of a plain and of a numbered item, and the other ones."""
CELL_BREAK = "<br>"
"""A row of a pipe table is one line, so a line break in a cell is HTML."""


def write_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield each of `blocks`; a list after a list of its kind has another bullet.

    With the same one, they would be one list (CommonMark 0.31.2, 5.3).
    """
    bullets = _BULLETS
    before: Block | None = None
    for block in blocks:
        if isinstance(block, List):
            follows = isinstance(before, List) and before.ordered == block.ordered
            if block.letters:
                yield _lettered(block)
                before = block
                continue
            bullets = bullets[::-1] if follows else _BULLETS
            yield _list(block, bullets[0][block.ordered])
        else:
            yield _plain(block)
        before = block


def paragraph(content: Cell) -> str:
    """Return running text as a paragraph."""
    return escape_line_starts(running(content))


def _plain(block: Paragraph | Table) -> str:
    match block:
        case Paragraph(content):
            return paragraph(content)
        case Table():
            return _table(block)
        case _ as unreachable:
            assert_never(unreachable)


def _list(node: List, bullet: str) -> str:
    """Return a list, with empty lines between items only if one of them has inside it."""
    items = [_item(item) for item in node.items]
    between = "\n\n" if any("\n\n" in item for item in items) else "\n"
    return between.join(
        _hung(f"{number}{bullet} " if node.ordered else f"{bullet} ", item)
        for number, item in enumerate(items, start=node.start)
    )


def _lettered(node: List) -> str:
    """Return items that are counted in letters, which Markdown has no list for, as paragraphs."""
    return "\n\n".join(
        _hung(f"{plain.list_sign(number, letters=True)} ", _item(item))
        for number, item in enumerate(node.items, start=node.start)
    )


def _hung(marker: str, item: str) -> str:
    """Return `item` after its marker, every line as far in as its words begin."""
    return marker + indent(item, " " * len(marker)).lstrip(" ")


def _item(item: ListItem) -> str:
    """Return the blocks of an item; a single list comes right under its paragraph."""
    blocks = tuple(write_blocks(item.blocks))
    tight = len(item.blocks) == 2 and isinstance(item.blocks[1], List)
    return ("\n" if tight else "\n\n").join(blocks)


def _table(table: Table) -> str:
    sides = table.align or ("left",) * len(table.header)
    rule = ("---:" if side == "right" else "---" for side in sides)
    rows = (map(_cell, row) for row in (table.header, *table.rows))
    head, *body = (" | ".join(row) for row in rows)
    return "\n".join(f"| {row} |" for row in (head, " | ".join(rule), *body))


def _cell(cell: Cell) -> str:
    return running(cell, CELL_BREAK)
