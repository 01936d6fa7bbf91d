"""The register of agreements for a screen, a spreadsheet, and as a web page."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import zip_longest
from textwrap import wrap

from avtalsgen.model.portfolio import Register, RegisterCell
from avtalsgen.model.profile import Profile
from avtalsgen.writers.portfolio.table_page import PageCell, PageHead, TablePage, to_page
from avtalsgen.writers.terminal_table import table

_TITLE = "Avtalsregister"
_OWN = ("Uppdrag", "Titel", "Status")
_WIDEST = 48
"""Characters in a column of a screen."""
_EMPTY = "–"
_NONE = "Inget uppdrag att visa."


def _shown(cell: RegisterCell) -> str:
    return f"okänt: {cell.text}" if cell.said == "okänt" else cell.text.replace("\u00a0", " ")


def in_spreadsheet(cell: RegisterCell) -> str:
    """Return a fact as a Swedish spreadsheet takes it: a number with a comma and nothing else."""
    if isinstance(cell.value, int | Decimal) and not isinstance(cell.value, bool):
        digits = f"{cell.value:f}"
        return (digits.rstrip("0").rstrip(".") if "." in digits else digits).replace(".", ",")
    return _shown(cell)


_Cell = Callable[[RegisterCell], str]


def register_rows(register: Register, cell: _Cell = _shown) -> Iterator[tuple[str, ...]]:
    """Yield a header, and a row for each uppdrag, each fact as `cell` has it."""
    yield (*_OWN, *register.columns, *register.filters)
    for row in register.rows:
        yield (row.uppdrag, row.title, row.status, *map(cell, row.cells), *row.why)


def register_notes(register: Register) -> Iterator[str]:
    """Yield what the rows do not say: who is left out, and whose facts a tillägg has changed."""
    if register.end_unknown:
        yield f"Slutdagen är inte känd, så de är inte med: {', '.join(register.end_unknown)}."
    for row in register.rows:
        if row.tillagg:
            yield f"{row.uppdrag}: med det som {', '.join(row.tillagg)} har ändrat."


def register_lines(register: Register) -> str:
    """Return the register as lines of text."""
    header, *rows = register_rows(register)
    heads = [head if head in register.columns else head.upper() for head in header]
    lines = table(heads, [line for row in rows for line in _wrapped(row)]) if rows else [_NONE]
    notes = [*register_notes(register)]
    return "".join(f"{line}\n" for line in (*lines, *(("",) if notes else ()), *notes))


def _wrapped(row: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of a row, what is long on several below each other."""
    cells = (
        wrap(cell or _EMPTY, _WIDEST, break_long_words=False, break_on_hyphens=False)
        for cell in row
    )
    yield from zip_longest(*cells, fillvalue="")


def register_page(register: Register, profile: Profile) -> bytes:
    """Return the register as a web page that needs nothing else."""
    asked = zip_longest(register.columns, register.questions, fillvalue="")
    count = "Ett uppdrag" if len(register.rows) == 1 else f"{len(register.rows)} uppdrag"
    told = f"{count}, som de gäller {register.day}." if register.rows else _NONE
    rows = tuple(
        (
            *(PageCell((text,)) for text in (row.uppdrag, row.title, row.status)),
            *map(_on_page, row.cells),
            *(PageCell((why,)) for why in row.why),
        )
        for row in register.rows
    )
    columns = (
        *map(PageHead, _OWN),
        *(PageHead(*each) for each in asked),
        *map(PageHead, register.filters),
    )
    return to_page(TablePage(_TITLE, (told,), columns, rows, (*register_notes(register),)), profile)


def _on_page(cell: RegisterCell) -> PageCell:
    if cell.said == "inte sagt":
        return PageCell((), "missing")
    if cell.said == "okänt":
        return PageCell((_shown(cell),), "unknown")
    return PageCell(cell.lines, "number" if _is_number(cell) else "words")


def _is_number(cell: RegisterCell) -> bool:
    return isinstance(cell.value, int | Decimal) and not isinstance(cell.value, bool)
