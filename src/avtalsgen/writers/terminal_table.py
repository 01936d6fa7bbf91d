"""A table as lines of text, for a screen: whatever shows one there has its columns from here."""

from collections.abc import Collection, Iterable, Sequence

GAP = "  "
"""What stands between two columns."""


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], right: Collection[int] = ()
) -> list[str]:
    """Return a line for the header and one for each row, every column as wide as its widest cell.

    The columns in `right`, counted from 0, are set to the right, as numbers are. Every row has
    as many cells as the header. No line ends in spaces.
    """
    every = [header, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(header))]
    return [
        GAP.join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in every
    ]
