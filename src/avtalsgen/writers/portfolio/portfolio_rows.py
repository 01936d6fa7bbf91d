"""A portfolio as rows for a spreadsheet: a clause on each, an uppdrag in each column."""

from collections.abc import Iterator

from avtalsgen.model.portfolio import Portfolio
from avtalsgen.writers.portfolio.vocabulary import words


def rows(portfolio: Portfolio) -> Iterator[list[str]]:
    """Yield the head of three rows, then a row for each clause with every cell in words."""
    yield ["Klausul", *(column.name for column in portfolio.columns)]
    yield ["Titel", *(column.title for column in portfolio.columns)]
    yield ["Status", *(column.status for column in portfolio.columns)]
    for row in portfolio.rows:
        yield [row.clause, *(words(cell) for cell in row.cells)]
