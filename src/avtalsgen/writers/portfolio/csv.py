"""A portfolio as rows for a spreadsheet: a clause on each, an uppdrag in each column."""

from collections.abc import Iterator

from avtalsgen.model.portfolio import Portfolio
from avtalsgen.writers.portfolio.vocabulary import words
from avtalsgen.writers.spreadsheet import to_csv


def to_rows(portfolio: Portfolio) -> bytes:
    """Return the portfolio as CSV, with every cell in words."""
    return to_csv(_rows(portfolio))


def _rows(portfolio: Portfolio) -> Iterator[list[str]]:
    yield ["Klausul", *(column.name for column in portfolio.columns)]
    yield ["Titel", *(column.title for column in portfolio.columns)]
    yield ["Status", *(column.status for column in portfolio.columns)]
    for row in portfolio.rows:
        yield [row.clause, *(words(cell) for cell in row.cells)]
