"""Paragraphs at the end of a page without tags: one where the sentence goes on, else two."""

import pytest
from tests.read import read_pdf
from tests.readers.pdf.drawing import Drawn, drawn

from avtalsgen.model import plain, walk

_ROWS = (
    "Leverantören fakturerar varje månad i efterskott och anger insats, antal timmar och den",
    "enskildes nummer i kommunens system på varje faktura som lämnas till kommunen. Fakturan",
    "ska vara kommunen till handa senast den tionde i månaden efter den som den avser.",
)
_BELOW = (
    "Parterna träffas minst en gång varje kvartal och går igenom hur uppdraget har utförts sedan",
    "sist. Leverantören kallar till mötet och för anteckningar om det som sägs.",
)
_PAID = "Kommunen betalar den ersättning som framgår av prislistan i bilaga 2"


def _said(last: tuple[str, ...], first: tuple[str, ...]) -> list[str]:
    """Return what stands between two known paragraphs, with the end of a page in it."""
    pages = (("1. Betalning", "", *_ROWS, "", *last), (*first, "", *_BELOW))
    placed = [
        [Drawn(row, down=60 + 16 * at) for at, row in enumerate(page) if row] for page in pages
    ]
    document = read_pdf(drawn(placed, tagged=False), "avtal.pdf").document
    blocks = (block for section in walk.sections(document) for block in section.blocks)
    said = [plain.text(run) for block in blocks for run in walk.runs(block)]
    assert (said[0], said[-1]) == (" ".join(_ROWS), " ".join(_BELOW))
    return said[1:-1]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (f"{_PAID}, och därutöver den", "ersättning som parterna har kommit överens om."),
        (f"{_PAID} och av den lista som", "Socialstyrelsen har lämnat till parterna."),
        (f"{_PAID}, dock aldrig mer än", "20 mnkr under hela avtalstiden."),
        (f"{_PAID} och enligt", "§ 3 i de allmänna villkoren."),
        (f"{_PAID}, och enligt bl.a.", "den lista som parterna har kommit överens om."),
        (f"{_PAID} till detta avtalet", "(prislistan) för varje dygn."),
        (f"{_PAID} till och med utgången av", "2029 om inget annat avtalas."),
        (f"{_PAID} i enlighet med lagen", "(2016:1145) om offentlig upphandling."),
        (f"{_PAID} i högst tre", "(3) månader."),
        (f"{_PAID} inom trettio", "(30) dagar."),
    ],
)
def test_a_sentence_that_goes_on_over_the_page_is_one_paragraph(last: str, first: str) -> None:
    assert _said((last,), (first,)) == [f"{last} {first}"]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (f"{_PAID}.", "Leverantören svarar för alla övriga kostnader."),
        (f"{_PAID} till detta avtal och inget annat.", "Leverantören svarar för allt annat."),
        ("Kommunen betalar för:", "Leverantören svarar för alla övriga kostnader."),
        (f"{_PAID} (se nedan).", "Den som vill ha mer ska säga det i tid till den andra."),
        (f"{_PAID}, eller?", "Leverantören svarar för alla övriga kostnader."),
    ],
)
def test_a_sentence_that_ends_with_the_page_ends_its_paragraph(last: str, first: str) -> None:
    assert _said((last,), (first,)) == [last, first]


def test_one_word_left_for_the_next_page_belongs_to_the_row_before() -> None:
    last = (f"{_PAID}, och därutöver den", "ersättning som")
    assert _said(last, ("avtalats.",)) == [" ".join((*last, "avtalats."))]
