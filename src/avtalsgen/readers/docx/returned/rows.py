"""The letters of a row of a table."""

from collections.abc import Iterator

from avtalsgen.readers.docx.returned.sheet import SheetLine, SheetStretch

CELL = "\t"
"""Between the cells of a row."""


def letters_of(cells: list[list[SheetLine]]) -> Iterator[SheetStretch]:
    """Yield the letters of a row: tabs between cells, a space between paragraphs."""
    for place, cell in enumerate(cells):
        if place:
            yield SheetStretch(CELL)
        written = False
        for line in cell:
            if written and line.stretches:
                yield SheetStretch(" ")
            written = written or bool(line.stretches)
            yield from line.stretches
