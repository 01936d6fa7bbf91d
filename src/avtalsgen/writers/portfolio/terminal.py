"""A portfolio as text: numbered uppdrag across, clauses down, and the reasons below."""

from collections.abc import Iterator, Sequence

from avtalsgen.model.portfolio import Cell, Column, Portfolio, PortfolioRow
from avtalsgen.writers.terminal_table import GAP, table

_KEY = (
    "utgåva  använd    (utgåva)  ärvd från basen    SAKNAS  obligatorisk men saknas",
    "undantag  se skälen nedan    upphävd  genom tillägget    *  obligatorisk",
    "↑  det finns en nyare utgåva    ~  egen avvikelse",
)


def to_terminal(portfolio: Portfolio, width: int) -> str:
    """Return the portfolio in lines of at most `width` characters, where one column fits.

    What does not fit beside each other stands below, with the clauses again.
    """
    if not portfolio.columns:
        return "(inga uppdrag ännu)\n"
    lines = [*_legend(portfolio.columns), ""]
    for first, last in _slices(portfolio, width):
        lines += [*_rows(portfolio, first, last), ""]
    lines += [*_KEY, *_reasons(portfolio)]
    return "\n".join(lines) + "\n"


def short(cell: Cell) -> str:
    """Return a cell as it stands in the table."""
    mark = "*" if cell.mandatory else ""
    match cell.state:
        case "har":
            return f"{cell.edition}{'~' if cell.deviates else ''}{'↑' if cell.newer else ''}{mark}"
        case "ärver":
            return f"({cell.edition}){mark}"
        case "saknar":
            return f"SAKNAS{mark}"
        case "undantag":
            return f"undantag{mark}"
        case "upphäver":
            return f"upphävd{mark}"
        case "utan":
            return "·"


def _legend(columns: Sequence[Column]) -> Iterator[str]:
    rows = [(str(number), own.name, own.status) for number, own in enumerate(columns, start=1)]
    yield from table(rows[0], rows[1:], right={0})


def _slices(portfolio: Portfolio, width: int) -> Iterator[tuple[int, int]]:
    """Yield the first column of each table and the one after its last."""
    widths = _widths(portfolio)
    room = width - _names(portfolio)
    first, used = 0, 0
    for column, column_width in enumerate(widths):
        taken = column_width + len(GAP)
        if column > first and used + taken > room:
            yield first, column
            first, used = column, 0
        used += taken
    yield first, len(widths)


def _rows(portfolio: Portfolio, first: int, last: int) -> list[str]:
    """Return the clauses beside the columns from `first` to before `last`, by number."""
    header = ("KLAUSUL", *map(str, range(first + 1, last + 1)))
    rows = ((row.clause, *map(short, row.cells[first:last])) for row in portfolio.rows)
    return table(header, rows)


def _names(portfolio: Portfolio) -> int:
    return max([len("KLAUSUL"), *(len(row.clause) for row in portfolio.rows)])


def _widths(portfolio: Portfolio) -> list[int]:
    return [
        max([len(str(column + 1)), *(len(short(row.cells[column])) for row in portfolio.rows)])
        for column in range(len(portfolio.columns))
    ]


def _reasons(portfolio: Portfolio) -> Iterator[str]:
    reasons = [
        (row, column, cell)
        for row in portfolio.rows
        for column, cell in zip(portfolio.columns, row.cells, strict=True)
        if cell.state == "undantag"
    ]
    if reasons:
        yield from ("", "UNDANTAG")
    yield from (_reason(row, column, cell) for row, column, cell in reasons)


def _reason(row: PortfolioRow, column: Column, cell: Cell) -> str:
    return f"{row.clause}, {column.name}: {cell.reason}"
