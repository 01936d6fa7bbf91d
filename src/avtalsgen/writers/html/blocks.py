"""Paragraphs, lists and tables as HTML."""

from collections.abc import Sequence
from typing import Final, assert_never

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Cell, List, ListItem, Paragraph, Revision, Table
from avtalsgen.model.walk import names_rows, rows
from avtalsgen.writers.html.inline import running
from avtalsgen.writers.markup import Markup, block, element, join, lines

MANY_COLUMNS: Final = 4
"""From so many on, a telephone (375 px) has too little room for a column of words."""


def write_block(node: Block) -> Markup:
    """Return `node` as HTML, a real list or table where it is one."""
    match node:
        case Paragraph(content):
            return element("p", running(content), class_=moved(node.revision))
        case List(items, ordered):
            kind = {"type": "a"} if node.letters else {}
            if node.start != 1:
                kind["start"] = str(node.start)
            return block("ol" if ordered else "ul", *map(_item, items), **kind)
        case Table():
            return _table(node)
        case _ as unreachable:
            assert_never(unreachable)


def moved(revision: Revision | None) -> str | None:
    """Return the class of what moved, by the side it stands on."""
    if revision is None:
        return None
    return "moved-from" if revision.kind == "deleted" else "moved-to"


def _item(item: ListItem) -> Markup:
    """Return an item; its text stands in paragraphs only when there is more than one."""
    match item.blocks:
        case (Paragraph(content) as only,):
            return element("li", running(content), class_=moved(only.revision))
        case (Paragraph(content, revision=None), *rest) if all(
            isinstance(node, List) for node in rest
        ):
            return element("li", lines(running(content), *map(write_block, rest)))
        case nodes:
            return block("li", *map(write_block, nodes))


def _table(table: Table) -> Markup:
    """Return a table in a frame of its own, which scrolls where it is wider than the screen.

    What scrolls must be reached from the keyboard and have a name (WCAG 2.1.1, 4.1.2). With many
    columns it folds on a narrow screen: a row is a card, and each cell repeats its head.
    """
    sides = table.align or ("left",) * len(table.header)
    folds = len(table.header) >= MANY_COLUMNS
    heads = ["", *map(plain.text, table.header[1:])] if folds else [""] * len(table.header)
    head = block("thead", _row(table.header, sides, heads, "th"))
    first = "th" if names_rows(table) else "td"
    body = block(
        "tbody", *(_row(row, sides, heads, "td", moved(mark), first) for row, mark in rows(table))
    )
    parts = [head, body] if table.rows else [head]
    whole = block("table", *parts, class_="folds" if folds else None)
    return block("div", whole, class_="table", role="group", aria_label="Tabell", tabindex="0")


def _row(
    cells: tuple[Cell, ...],
    sides: tuple[str, ...],
    heads: Sequence[str],
    name: str,
    kind: str | None = None,
    first: str = "",
) -> Markup:
    """Return a row of cells called `name`, or `first` where that heads the others."""
    names = (first or name, *(name,) * (len(cells) - 1))
    scope = "col" if name == "th" else "row"
    written = (_cell(*each, scope) for each in zip(cells, sides, heads, names, strict=True))
    return element("tr", join(written), class_=kind)


def _cell(cell: Cell, side: str, head: str, name: str, scope: str) -> Markup:
    """Return a cell; an empty one heads nothing."""
    name = name if cell else "td"
    return element(
        name,
        running(cell),
        scope=scope if name == "th" else None,
        class_="right" if side == "right" else None,
        data_l=head if head and name == "td" else None,
    )
