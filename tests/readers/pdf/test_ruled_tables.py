"""A table that a program drew lines round is a table, though nobody tagged it."""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from tests import printed
from tests.compared import compare_sections
from tests.read import read_docx, read_pdf
from tests.redline import wordfile
from tests.redline.wordfile import par, row, table

from avtalsgen.model import walk
from avtalsgen.model.nodes import Table

_LEAD = "Utföraren får betalt så här, om inte parterna har kommit överens om något annat för året."
_LAST = "Priserna gäller hela året."
_TIGHT = table(
    row("Tur", "Från", "Till", "Avgång", "Elever", "Pris per elev", "Betalas av"),
    row("11", "Näset", "Alby skola", "7.25", "14", "9 800 kronor", "Alby"),
    row("15", "Sjövik", "Berga skola", "6.55", "31", "7 900 kronor", "Alby och Berga"),
    columns=7,
).replace('w:w="2000"', 'w:w="1250"')
_IN_PARAGRAPHS = table(
    row("Roll", "Namn", "Adress"),
    row(wordfile.cell("Ansvarig", "vid frånvaro"), "Eva Ek", wordfile.cell("Box 2", "Sörby")),
    row("Tekniker", "", "Ågatan 3"),
    columns=3,
)
_WIDE = '<w:gridSpan w:val="2"/>'
_JOINED = table(
    row("Vara", "Enhet", "Pris"),
    row(wordfile.cell("Alla varor", properties=_WIDE), "900 kr"),
    row("Stol", "styck", "120 kr"),
    columns=3,
)
_LONG = table(
    row("Vara", "Enhet", "Pris"),
    *(
        row(f"Vara {number} med ett namn som bryts på två rader", "styck", f"{number} kr")
        for number in range(1, 42)
    ),
    columns=3,
)
_SIGNED = table(
    row("För beställaren", "För utföraren"),
    row("Ort och datum", "Ort och datum"),
    row("______________", "______________"),
    row("Eva Ek", "Bo Al"),
).replace('w:w="2000"', 'w:w="4000"')
_TABLES: Mapping[str, str] = {
    "tight": _TIGHT,
    "in paragraphs": _IN_PARAGRAPHS,
    "joined": _JOINED,
    "over a page": _LONG,
}


@cache
def _word(made: str, heading: str = "1 Priser") -> bytes:
    return wordfile.word(
        par("Avtal om resor", style="Title"),
        par(heading, style="Heading1"),
        *(par(_LEAD), made, par(_LAST)),
        styles={**wordfile.STYLES, "Title": wordfile.TITLE},
    )


def printed_files() -> Iterator[tuple[bytes, printed.How]]:
    """Yield each Word file that is printed here, and how."""
    for made in _TABLES.values():
        yield _word(made), "untagged"
    yield _word(_SIGNED, "1 Underskrifter"), "untagged"


@pytest.mark.parametrize("name", _TABLES)
def test_what_has_lines_round_its_cells_is_the_table_of_the_word_file(name: str) -> None:
    word = _word(_TABLES[name])
    document = read_pdf(printed.pdf(word, "untagged"), "resor.pdf").document
    expected = read_docx(word, "resor.docx").document
    assert sum(isinstance(block, Table) for s in walk.sections(document) for block in s.blocks) == 1
    assert compare_sections(expected, document, paged=False, rowed=True).same


def test_where_parties_sign_in_a_table_is_no_table() -> None:
    word = _word(_SIGNED, "1 Underskrifter")
    document = read_pdf(printed.pdf(word, "untagged"), "resor.pdf").document
    assert document.signatures
    assert [each.role for each in document.signatures.signatories] == [
        "För beställaren",
        "För utföraren",
    ]
