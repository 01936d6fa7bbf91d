"""The register of agreements for a screen, a spreadsheet, and as a document that is printed."""

from collections.abc import Iterator

from avtalsgen.model.nodes import (
    Block,
    Cover,
    CoverRow,
    Document,
    Identity,
    Paragraph,
    Running,
    Section,
    Table,
    Text,
)
from avtalsgen.model.portfolio import Register, RegisterCell
from avtalsgen.writers.terminal_table import table

_TITLE = "Uppdrag och fakta"
_OWN = ("Uppdrag", "Titel", "Status")
_NONE = "Inget uppdrag att visa."


def register_rows(register: Register) -> Iterator[tuple[str, ...]]:
    """Yield a header, and a row for each uppdrag."""
    yield (*_OWN, *register.columns)
    for row in register.rows:
        yield (row.uppdrag, row.title, row.status, *map(_shown, row.cells))


def register_lines(register: Register) -> str:
    """Return the register as lines of text."""
    if not register.rows:
        return f"{_NONE}\n"
    header, *rows = register_rows(register)
    lines = table([head if head in register.columns else head.upper() for head in header], rows)
    return "".join(f"{line}\n" for line in lines)


def register_report(register: Register) -> Document:
    """Return the register as a document."""
    header, *rows = register_rows(register)
    block: Block = Paragraph((Text(_NONE),))
    if rows:
        cells = [tuple((Text(text),) if text else () for text in row) for row in (header, *rows)]
        block = Table(cells[0], tuple(cells[1:]), dense=True)
    row = CoverRow("Gäller", (Text(register.day),))
    return Document(
        Identity("uppdragsregister", register.day, _TITLE, "", f"{_TITLE}, {register.day}"),
        Cover("", (Text(_TITLE),), (), (row,), "letterhead"),
        (Section("uppdrag", (), 1, "", (block,)),),
        running=Running(_TITLE, register.day, _TITLE),
    )


def _shown(cell: RegisterCell) -> str:
    return f"okänt: {cell.text}" if cell.said == "okänt" else cell.text.replace("\u00a0", " ")
