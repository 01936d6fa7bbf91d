"""Where the parties sign, as Word has it; what the measures are held to is the PDF."""

import json
from dataclasses import replace

import pytest
from lxml import etree
from tests import sample
from tests.writers.docx.reading import NS, W, part
from tests.writers.docx.rendering import written
from tests.writers.docx.test_docx_body import BARE, body, paragraph, shown

from avtalsgen.model.nodes import Section, Signatures, Text
from avtalsgen.ooxml.units import twips
from avtalsgen.writers.pdf.data import to_json


def test_the_parties_sign_in_a_table_that_is_kept_together() -> None:
    signed = replace(BARE, signatures=sample.document().signatures)
    closing, table, _ = body(
        Section("slut", (), 1, blocks=(paragraph("Till sist"),)), document=signed
    )
    assert closing.find("w:pPr/w:keepNext", NS) is not None
    assert table.find("w:tr/w:trPr/w:cantSplit", NS) is not None
    assert table.find("w:tblPr/w:tblDescription", NS) is not None
    assert table.find("w:tr/w:trPr/w:tblHeader", NS) is None
    cells = [list(shown(cell)) for cell in table.iter(W + "tc")]
    assert cells[0] == [
        *("För beställaren", "Socialnämnden i Björkviks kommun", "Ort och datum"),
        *("Underskrift", "Kerstin Ålund", "Ordförande i socialnämnden"),
    ]
    ruled = [one.get(W + "color") for one in table.iter(W + "top") if one.get(W + "color")]
    assert len(ruled) == 4
    assert ruled[0] != ruled[1]


@pytest.mark.parametrize(
    ("texts", "heading", "whole"),
    [
        (["Ett.", "Två.", "Tre."], "Underskrifter", True),
        (["Ett.", "Två " * 200, "Tre."], "Underskrifter", False),
        (["Ett."] * 6, "Underskrifter", False),
        (["Ett.", "Två.", "Tre."], "", False),
    ],
)
def test_a_short_section_goes_to_the_page_of_its_signatures_with_its_heading(
    texts: list[str], heading: str, *, whole: bool
) -> None:
    """In Word and in PDF alike, since Word's contents has the pages of the PDF."""
    signed = replace(BARE, signatures=sample.document().signatures)
    words = (Text(heading),) if heading else ()
    last = Section("slut", words, 1, blocks=tuple(map(paragraph, texts)))
    lines = [one for one in body(last, document=signed) if one.tag == W + "p"]
    running = lines[bool(heading) : len(texts) + bool(heading)]
    kept = [one.find("w:pPr/w:keepNext", NS) is not None for one in running]
    assert kept == [*[whole] * (len(texts) - 1), True]
    laid = json.loads(to_json(replace(signed, sections=(last,)), sample.PROFILE))["blocks"]
    kinds = [block["kind"] == "held" for block in laid if block["kind"] in ("held", "paragraph")]
    assert kinds == kept


def test_the_lines_of_the_parties_are_as_long_and_end_where_the_text_ends() -> None:
    (table,) = _signed(sample.document().signatures)
    inner = table.find("w:tblPr/w:tblCellMar/w:right", NS).get(W + "w")
    left, right = table.iter(W + "tc")
    widths = [int(cell.find("w:tcPr/w:tcW", NS).get(W + "w")) for cell in (left, right)]
    assert right.find("w:tcPr/w:tcMar/w:right", NS).get(W + "w") == "0"
    assert left.find("w:tcPr/w:tcMar", NS) is None
    assert widths[0] - int(inner) == widths[1]
    size = part(written(BARE), "word/document.xml").find(".//w:sectPr/w:pgSz", NS)
    margin = part(written(BARE), "word/document.xml").find(".//w:sectPr/w:pgMar", NS)
    sides = sum(int(margin.get(W + side)) for side in ("left", "right"))
    assert 0 <= int(size.get(W + "w")) - sides - sum(widths) <= 1
    assert [int(one.get(W + "w")) for one in table.iter(W + "gridCol")] == widths


def test_what_a_service_shows_of_a_signature_has_the_room_that_it_has_in_pdf() -> None:
    signed = sample.draft().signatures
    assert signed is not None
    parties = signed.signatories
    second = replace(parties[1], name=(Text("Maj Ek"),))
    (table,) = _signed(replace(signed, signatories=(*parties, second)))
    rooms = [
        [int(one.get(W + "before")) for one in cell.iter(W + "spacing") if one.get(W + "before")]
        for cell in table.iter(W + "tc")
    ]
    signs = twips((20 + 3) * 72 / 25.4)
    above, next_row = twips(20), twips(36.5)
    assert rooms == [[above, signs], [], [next_row, signs], [next_row, signs]]


def _signed(signatures: Signatures | None) -> list[etree._Element]:
    closing = Section("slut", (), 1, blocks=(paragraph("Till sist"),))
    drawn = body(closing, document=replace(BARE, signatures=signatures))
    return [one for one in drawn if one.tag == W + "tbl"]
