"""Rows with a heading of their own, tagged as such: the engine can head columns only.

    TR ─┬─ TD  "Avgift"         becomes TH, /Scope /Row, with a name in the IDTree
        └─ TD  "600 kronor"     has that name among its /Headers, beside its column's

(ISO 32000-1, 14.8.5.7; ISO 14289-1, 7.5.)
"""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from avtalsgen.model.nodes import Block, Document, List, Table
from avtalsgen.model.walk import names_rows, sections


def with_row_heads(document: Document) -> tuple[int, ...]:
    """Return which tables of `document` name their rows, counted from 0 in reading order."""
    every = (
        table for section in sections(document) for block in section.blocks for table in _in(block)
    )
    return tuple(place for place, table in enumerate(every) if names_rows(table))


def put_row_heads(file: Pdf, tables: Sequence[int]) -> None:
    """Make the first cell of each row of `tables`, of which there are some, the heading of it."""
    root = file.Root.StructTreeRoot
    known = NameTree(root.IDTree)
    every = [*_elements(root, Name.Table)]
    for place in tables:
        for number, row in enumerate(_rows(every[place])):
            name = String(f"R{place}y{number}")
            head, *cells = row.K.as_list()
            head.S, head.ID = Name.TH, name
            _attributes(head).Scope = Name.Row
            for cell in cells:
                _attributes(cell).Headers.append(name)
            known[str(name)] = head


def _in(block: Block) -> Iterator[Table]:
    match block:
        case Table():
            yield block
        case List(items):
            for inner in (inner for item in items for inner in item.blocks):
                yield from _in(inner)
        case _:
            pass


def _rows(table: Object) -> Iterator[Object]:
    for body in _elements(table, Name.TBody):
        yield from _elements(body, Name.TR)


def _attributes(cell: Object) -> Object:
    """Return what the engine says of a cell as a part of a table."""
    return next(each for each in cell.A.as_list() if Name.Table == each.O)


def _elements(above: Object, kind: Name) -> Iterator[Object]:
    """Yield the elements of `kind` below `above`, in reading order, none within another."""
    kids = above.get("/K", Array())
    for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary) or "/S" not in kid:
            continue
        if kind == kid.S:
            yield kid
        else:
            yield from _elements(kid, kind)
