"""Tables that nobody has ruled: the same of a text and of a page, and what is no table."""

from collections.abc import Sequence

import pytest
from tests.read import read_pdf, read_plain_text
from tests.readers.pdf.drawing import Drawn, drawn

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Block, Document, Paragraph, Table

_ABOVE = (
    "Priserna gäller från den första dagen i avtalet och är i kronor utan moms för varje",
    "timme eller dygn som insatsen har utförts hos den enskilde i hemmet eller på plats.",
)
_BELOW = "Fakturan ska vara kommunen till handa senast den tionde i månaden efter."
_LEFTS = (0, 24, 50)
Cells = Sequence[Sequence[str]]


def _text(table: Cells, lefts: Sequence[int] = _LEFTS) -> Document:
    rows = [""]
    for cells in table:
        row = ""
        for left, cell in zip(lefts, cells, strict=False):
            row = row.ljust(left) + cell if cell else row
        rows.append(row)
    text = "\n".join(("3. Priser\n", *_ABOVE, *rows, "", "4. Faktura\n", _BELOW, ""))
    return read_plain_text(text, "avtal.txt").document


def _page(table: Cells) -> Document:
    placed = [Drawn("3. Priser"), *(Drawn(row, down=92 + 16 * at) for at, row in enumerate(_ABOVE))]
    for at, cells in enumerate(table):
        row = [
            Drawn(cell, left=70 + 6 * left, down=140 + 16 * at)
            for left, cell in zip(_LEFTS, cells, strict=False)
            if cell
        ]
        placed += row
    placed += [Drawn("4. Faktura", down=400), Drawn(_BELOW, down=432)]
    return read_pdf(drawn([placed], tagged=False), "avtal.pdf").document


def _blocks(document: Document) -> list[Block]:
    assert [section.number for section in walk.sections(document)] == ["3.", "4."]
    return list(document.sections[0].blocks[1:])


def _rows(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[plain.text(cell) for cell in row] for row in (block.header, *block.rows)]


_HEAD = ("Insats", "Pris per timme", "Pris per dygn")
TABLES: dict[str, Cells] = {
    "amounts": [_HEAD, ("Behandling i hem", "1 250 kr", "8 900 kr"), ("Samtal", "990 kr", "-")],
    "a cell that says nothing": [
        _HEAD,
        ("Samtal", "", "990 kr"),
        ("Behandling", "1 250 kr", "8 900 kr"),
    ],
    "names": [
        ("Krav", "Vem", "När"),
        ("Rapport", "Leverantören", "Varje kvartal"),
        ("Möte", "Parterna", "I maj"),
    ],
    "numbers first": [("1", "Samtal", "990 kr"), ("2", "Behandling", "8 900 kr")],
    "one row below the head": [_HEAD, ("Samtal", "990 kr", "4 100 kr")],
}


@pytest.mark.parametrize("name", TABLES)
def test_three_columns_are_a_table(name: str) -> None:
    for document in (_text(TABLES[name]), _page(TABLES[name])):
        (table,) = _blocks(document)
        assert _rows(table) == [list(row) for row in TABLES[name]]


def test_a_cell_that_goes_on_in_the_next_row_is_one() -> None:
    cells = [_HEAD, ("Behandling", "1 250 kr om det", "8 900 kr"), ("", "är i hemmet", "")]
    for document in (_text(cells), _page(cells)):
        (table,) = _blocks(document)
        assert _rows(table)[1:] == [["Behandling", "1 250 kr om det är i hemmet", "8 900 kr"]]


TWO = [("Behandling i hem", "1 250 kr"), ("Samtal", "990 kr"), ("Jourplats", "Efter avtal")]


def test_a_day_that_a_narrow_cell_parts_is_whole() -> None:
    table = (("Ort", "Dnr", "Tecknat"), ("Viken", "7", "2021-"), ("", "", "02-08"))
    (*_, made) = [block for block in _blocks(_text(table)) if isinstance(block, Table)]
    assert _rows(made)[1] == ["Viken", "7", "2021-02-08"]


def test_rows_of_two_columns_are_lines_and_no_headings() -> None:
    for document in (_text(TWO), _page(TWO)):
        blocks = _blocks(document)
        said = [plain.text(each.content) for each in blocks if isinstance(each, Paragraph)]
        assert said == [" ".join(row) for row in TWO]


def test_columns_without_room_between_them_are_lines() -> None:
    ragged = [("Mycket lång behandling i hemmet    990 kr    8 900 kr",), *TABLES["amounts"]]
    said = [plain.text(b.content) for b in _blocks(_text(ragged)) if isinstance(b, Paragraph)]
    assert said == [" ".join("".join(row).split()) for row in ragged[:1]] + [
        " ".join(row) for row in ragged[1:]
    ]


def _tabbed(*rows: Sequence[str]) -> Document:
    table = ["\t".join(cells) for cells in rows]
    text = "\n".join(("3. Priser\n", *_ABOVE, "", *table, "", "4. Faktura\n", _BELOW, ""))
    return read_plain_text(text, "avtal.txt").document


_EXPORTED = [
    ("Insats", "Dagtid, vardag", "Kväll och helg"),
    ("Behandling i hemmet hos den enskilde", "342 kr", "398 kr"),
    ("Samtal", "356 kr per påbörjad timme", "412 kr"),
]


@pytest.mark.parametrize("columns", [2, 3])
def test_a_tab_between_two_cells_parts_them_wherever_they_stand(columns: int) -> None:
    cells = [row[:columns] for row in _EXPORTED]
    (table,) = _blocks(_tabbed(*cells))
    assert _rows(table) == [list(row) for row in cells]


@pytest.mark.parametrize(
    "rows",
    [
        [("För kommunen", "För bolaget"), ("Eva Ek", "Bo Al"), ("Direktör", "Ägare")],
        [("Kommunen", "Regionen", "Bolaget"), ("____", "____", "____"), ("Ek", "Al", "Bo")],
        [("Ort:", "Ort:", "Ort:"), ("Eva Ek", "Bo Al", "Noor Lind"), ("Chef", "Vd", "Ägare")],
        [*_EXPORTED[:2], ("Samtal", "356 kr")],
        _EXPORTED[:1],
    ],
)
def test_tabs_where_parties_sign_or_a_cell_is_missing_make_no_table(
    rows: Sequence[Sequence[str]],
) -> None:
    document = _tabbed(*rows)
    blocks = [block for section in walk.sections(document) for block in section.blocks]
    assert not any(isinstance(block, Table) for block in blocks)
