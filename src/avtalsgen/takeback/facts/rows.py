"""A row that somebody put into a table of facts, each cell of it a field of one item of a list."""

from collections.abc import Iterable, Mapping
from typing import Final

from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.paper.folding import CELL, as_written
from avtalsgen.takeback.paper.lines import PaperLine

BETWEEN: Final = " | "
"""Between the fields of a row as it is told; `fields_of` reads them back."""


def added_row(
    row: PaperLine, ours: Iterable[PaperLine], theirs: Iterable[PaperLine], book: FactBook
) -> tuple[str, str]:
    """Return the item that a row of their file would be, and its fields; nothing for another row.

    `ours` and `theirs` are the lines of its section. It goes behind the item of the row above it.
    """
    items = [item for line in ours if line.is_row and (item := _item(line, book))]
    cells = _cells(row)
    root, keys = next(((r, k) for r, _, k in items if len(k) == len(cells)), ("", ()))
    if not row.is_row or not root:
        return "", ""
    before = (line for line in theirs if line.is_row and line.sources[-1] < row.sources[0])
    above = [item[1] for line in before if (item := _item(line, book))]
    told = [f"{key}: {said}" for key, (_, _, said) in zip(keys, cells, strict=True) if said]
    return f"{root}.{max(above, default=0) + 1}", BETWEEN.join(told)


def fields_of(told: str) -> Mapping[str, str]:
    """Return the fields of a row that was put in, by their keys."""
    fields = (part.partition(": ") for part in told.split(BETWEEN))
    return {key: said for key, _, said in fields if said}


def _item(line: PaperLine, book: FactBook) -> tuple[str, int, tuple[str, ...]] | None:
    """Return the list, the place in it and the field of each cell of a row that is an item."""
    fields = {(span.start, span.end): span.path for span in line.spans}
    paths = [fields.get((start, end), "") for start, end, _ in _cells(line)]
    items = {book.list_of(path) for path in paths}
    item = items.pop() if len(items) == 1 else ""
    if not item or len(paths) < 2:
        return None
    root, _, number = item.rpartition(".")
    return root, int(number), tuple(path.removeprefix(f"{item}.") for path in paths)


def _cells(line: PaperLine) -> list[tuple[int, int, str]]:
    """Return where each cell of a row begins and ends in its words, and what it says."""
    cells, start = [], 0
    for words in line.words.split(CELL):
        end = start + len(words)
        cells.append((start, end, as_written(line.text, line.fold, start, end)))
        start = end + len(CELL)
    return cells
