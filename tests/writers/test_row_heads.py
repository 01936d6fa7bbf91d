"""A table whose first column is strong heads its rows, in every format that can say so."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
from tests import pdf_validator, sample
from tests.writers.docx import reading
from tests.writers.docx.rendering import shell

from avtalsgen.model.nodes import Block, Document, List, ListItem, Section, Strong, Table, Text
from avtalsgen.writers.docx import write_docx
from avtalsgen.writers.html import write_html
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.render import Render

HEADED = Table(
    ((Text("Vad"),), (Text("Pris"),)),
    (
        ((Strong((Text("Samtal"),)),), (Text("600 kronor"),)),
        ((Strong((Text("Grupp"),)),), (Text("900 kronor"),)),
    ),
)
PLAIN = replace(HEADED, rows=(*HEADED.rows, ((Text("Resor"),), (Text("0"),))))
RENDER = Render(sample.PROFILE, shell())


def _document(*blocks: Block) -> Document:
    section = Section("a", (Text("Rubrik"),), 1, "", blocks)
    return replace(sample.document(), sections=(section,), signatures=None, contents=None)


DOCUMENT = _document(PLAIN, List((ListItem((HEADED,)),)))


def _tables(pdf: bytes) -> Iterator[list[tuple[str, str, list[str]]]]:
    """Yield kind, scope and headers of each cell below the header of each table."""
    with pikepdf.open(BytesIO(pdf)) as file:
        names = pikepdf.NameTree(file.Root.StructTreeRoot.IDTree)
        for table in _below(file.Root.StructTreeRoot, "/Table"):
            rows = [row for body in _below(table, "/TBody") for row in _below(body, "/TR")]
            cells = [_said(cell) for row in rows for cell in row.K]
            assert all(head in names for _, _, heads in cells for head in heads)
            yield cells


def _below(element: Any, kind: str) -> Iterator[Any]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from [kid] if str(kid.S) == kind else _below(kid, kind)


def _said(cell: Any) -> tuple[str, str, list[str]]:
    own = next(each for each in cell.A if str(each.O) == "/Table")
    return str(cell.S), str(own.get("/Scope", "")), [str(each) for each in own.Headers]


def test_a_strong_first_column_heads_its_rows_in_a_pdf() -> None:
    pdf, _ = set_pages(DOCUMENT, sample.PROFILE)
    plain, headed = _tables(pdf)
    assert {kind for kind, _, _ in plain} == {"/TD"}
    assert [cell[:2] for cell in headed] == [("/TH", "/Row"), ("/TD", "")] * 2
    assert [len(heads) for _, _, heads in headed] == [1, 2, 1, 2]
    assert pdf_validator.breaches(pdf) == []


def test_a_strong_first_column_heads_its_rows_on_the_web() -> None:
    html = write_html(DOCUMENT, RENDER).decode()
    assert html.count('<th scope="row">') == len(HEADED.rows)


def test_a_strong_first_column_heads_its_rows_in_word() -> None:
    body = reading.part(write_docx(DOCUMENT, RENDER), "word/document.xml")
    looks = [look.get(f"{reading.W}firstColumn") for look in body.iter(f"{reading.W}tblLook")]
    assert looks == ["0", "1"]
