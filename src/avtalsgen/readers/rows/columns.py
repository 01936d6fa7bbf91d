"""Tables that nobody has ruled: rows of columns, told by where their words stand.

A table is rows of three columns or more, with room between two columns all the way down. Two
columns may as well be what a cover says or where parties sign: they are a table if the second has
amounts, a price list. A tab between two cells parts them as well as room does. Else rows are told
as such, each of which is a line of its own, and so is whatever looks like a table but has no such
room.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from avtalsgen.model.nodes import Cell, Table, Text
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.hyphens import in_cell
from avtalsgen.readers.rows.row import Row
from avtalsgen.readers.rows.width import FEWEST
from avtalsgen.records import dataclass

_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 3
_FEWEST_TABBED = 3
_FEWEST_OF_SENTENCE = 4
"""Words of a short row that ends one."""
_LONGEST_CELL = 60
"""Signs of a cell in a row of two; a longer one is text with room in it."""
_FIRST = re.compile(r"(?:[•‣▪■◦○●·*o–—-]|(?:§ ?)?[\d.]{1,12}[.)]?|[\d.]+ ?§|[a-zåäö]\))\t")
"""A number or a sign of a list, and the room after it."""
_AMOUNT = re.compile(r"\d[\d \u00a0.,]*(?:[:,]-)?(?:[ \u00a0]?[^\W\d][\w./ ]{0,24}|[ \u00a0]?%)?")
"""`1 250`, `1 250,50 kr/timme`, `8 %`: no day, no telephone."""
_UNIT = re.compile(r"(?:\b(?:kr|kronor|sek|[mt]n?kr)\b|%|[:,]-)|pris|belopp|avgift|kostnad", re.I)
_SUM = re.compile(r"\d[ \u00a0]?(?:kr\b|kronor\b|sek\b|[mt]n?kr\b|%|[:,]-)", re.I)
_DIGIT = re.compile(r"\d")
_HEADING = re.compile(r"(?:§ ?)?\d{1,3}(?:\.\d{1,3})*\.?[ \t]+[A-ZÅÄÖ]|\d{1,3} §")

_ASKEW = 1.0
"""Signs, or points, that rows of one column may begin apart."""

_Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ColumnRows:
    """Rows that stand in columns: as many as `count`, a table if that is sure."""

    count: int
    table: Table | None


def column_rows(rows: Sequence[Row], place: int) -> ColumnRows | None:
    """Return the rows in columns that begin with row `place`; nothing if it begins none."""
    columns = len(rows[place].spans)
    if columns < 2 or _begins_text(rows[place]):
        return None
    tabbed = _tabbed(rows, place)
    if tabbed is not None:
        return tabbed
    beside = list(takewhile(lambda row: _is_beside(row, rows[place]), islice(rows, place, None)))
    bounds = _bounds([row for row in beside if len(row.spans) == columns])
    inside = _is_below_text(rows[:place]) or (place > 0 and _are_prices(beside))
    if bounds and columns >= _FEWEST_COLUMNS and inside:
        return _table(rows, place, bounds)
    if bounds and columns < _FEWEST_COLUMNS and _are_prices(beside) and _is_inside(rows[:place]):
        return _table(rows, place, bounds)
    alike = sum(1 for _ in takewhile(lambda row: len(row.spans) == columns, beside))
    sure = bounds or columns >= _FEWEST_COLUMNS
    return ColumnRows(alike, None) if sure and alike >= _FEWEST_ROWS else None


def _tabbed(rows: Sequence[Row], place: int) -> ColumnRows | None:
    """Return the table of rows with a tab between two cells, as a program exports one.

    All rows up to the next room have as many cells; where one has fewer, nobody knows which cell
    it lacks. Lines to sign on, and a row that says the same in all columns, are no cells.
    """
    block = [rows[place]]
    for row in islice(rows, place + 1, None):
        if row.gap or row.page != rows[place].page or not row.tabbed:
            break
        block.append(row)
    columns = len(rows[place].cells)
    whole = rows[place].tabbed and all(len(row.cells) == columns for row in block)
    signed = any(
        len(set(row.cells)) == 1 or any(not cell.strip("_. ") for cell in row.cells)
        for row in block
    )
    if not whole or signed or len(block) < _FEWEST_TABBED:
        return None
    if columns >= _FEWEST_COLUMNS:
        told = _is_below_text(rows[:place])
    else:
        told = _are_prices(block) and _is_inside(rows[:place])
    if not told:
        return None
    head, *body = (tuple(_cells(row.cells)) for row in block)
    return ColumnRows(len(block), Table(head, tuple(body)))


def with_whole_cells(rows: Sequence[Row], words: PageWords) -> tuple[Row, ...]:
    """Return `rows`, what goes on below a cell put where the cell ends.

    Ordförande i vård- och      Direktör
    omsorgsnämnden

    A cell goes on if it ends with a word that leads on, and the row below stands under it alone.
    """
    whole: list[Row] = []
    for row in rows:
        column = _column_above(whole[-1], row, words) if whole else -1
        if column >= 0:
            cells = list(whole[-1].cells)
            cells[column] = in_cell(cells[column], row.text.strip())
            whole[-1] = replace(whole[-1], text="\t".join(cells))
        else:
            whole.append(row)
    return tuple(whole)


def _column_above(above: Row, row: Row, words: PageWords) -> int:
    """Return the column of the row above that goes on in a row; less than none if none does."""
    alone = "\t" not in row.text and row.text[:1].islower() and not row.gap
    if not alone or len(above.spans) < 2 or len(above.spans) != len(above.cells):
        return -1
    below = [n for n, span in enumerate(above.spans) if span[0] - _ASKEW <= row.left]
    if not below or row.page != above.page:
        return -1
    column = below[-1]
    room = above.spans[column + 1][0] if column + 1 < len(above.spans) else row.right + 1
    leads = above.cells[column].split()[-1:]
    return column if row.right < room and leads and leads[0] in words.leads_on else -1


def _is_beside(row: Row, first: Row) -> bool:
    """Return whether `row` has columns too, on the same page."""
    return len(row.spans) > 1 and row.page == first.page and not _begins_text(row)


def _begins_text(row: Row) -> bool:
    """Return whether a row of two is a heading with its number, an item or text with room."""
    two = len(row.spans) < _FEWEST_COLUMNS
    return two and (
        _FIRST.match(row.text) is not None or any(len(cell) > _LONGEST_CELL for cell in row.cells)
    )


def _is_below_text(rows: Sequence[Row]) -> bool:
    """Return whether running text stands above: what stands on a cover is no table of the text."""
    return any("\t" not in row.text and _is_running(row.text) for row in rows)


def _is_running(text: str) -> bool:
    ends = text.endswith(".") and len(text.split()) >= _FEWEST_OF_SENTENCE
    return ends or len(text) >= FEWEST


def _are_prices(rows: Sequence[Row]) -> bool:
    """Return whether the last column has amounts below its head, one of them with its unit.

    Or each says one in words around it: `Vite 15 000 kronor per dag`.
    """
    last = [row.cells[-1] for row in rows if len(row.spans) > 1]
    said = last[1:]
    amounts = all(map(_AMOUNT.fullmatch, said)) and any(map(_UNIT.search, last))
    worded = all(_SUM.search(cell) for cell in said) and not _DIGIT.search(last[0] if last else "")
    return len(said) >= _FEWEST_ROWS and (amounts or worded)


def _is_inside(rows: Sequence[Row]) -> bool:
    """Return whether text or a numbered heading stands above, and so no cover."""
    return _is_below_text(rows) or any(_HEADING.match(row.text) for row in rows)


def _bounds(rows: Sequence[Row]) -> list[_Span] | None:
    """Return where each column begins and ends; nothing if no room parts two all the way down."""
    if len(rows) < _FEWEST_ROWS:
        return None
    bounds = [
        (min(span[0] for span in column), max(span[1] for span in column))
        for column in zip(*(row.spans for row in rows), strict=True)
    ]
    apart = all(one[1] < other[0] for one, other in pairwise(bounds))
    return bounds if apart else None


def _table(rows: Sequence[Row], place: int, bounds: Sequence[_Span]) -> ColumnRows:
    """Return the table of the columns in `bounds`: rows with fewer cells are of it too.

    One with nothing in the first column, or that goes on with a small letter, goes on from the
    row above.
    """
    made: list[list[str]] = []
    end = place
    for row in rows[place:]:
        cells = _placed(row, bounds) if row.page == rows[place].page else None
        if cells is None or (made and not _belongs(row, cells)):
            break
        if made and _goes_on(row, cells):
            made[-1] = [in_cell(*both) for both in zip(made[-1], cells, strict=True)]
        else:
            made.append(cells)
        end += 1
    head, *body = (tuple(_cells(cells)) for cells in made)
    return ColumnRows(end - place, Table(head, tuple(body)))


def _placed(row: Row, bounds: Sequence[_Span]) -> list[str] | None:
    """Return what `row` says in each column; nothing if a cell stands in none or in two."""
    cells = [""] * len(bounds)
    if len(row.spans) != len(row.cells):
        return None
    for span, words in zip(row.spans, row.cells, strict=True):
        met = [at for at, bound in enumerate(bounds) if span[0] <= bound[1] and bound[0] <= span[1]]
        if len(met) != 1 or cells[met[0]]:
            return None
        cells[met[0]] = words
    return cells


def _belongs(row: Row, cells: Sequence[str]) -> bool:
    """Return whether a row in the columns is of the table: two cells, or what a cell goes on in."""
    return sum(map(bool, cells)) > 1 or _goes_on(row, cells)


def _goes_on(row: Row, cells: Sequence[str]) -> bool:
    if row.gap:
        return False
    return not cells[0] or all(cell[0].islower() for cell in cells if cell)


def _cells(cells: Sequence[str]) -> Iterator[Cell]:
    yield from ((Text(cell),) if cell else () for cell in cells)
