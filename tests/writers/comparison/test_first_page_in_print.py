"""What matters most is read on one printed page, however much each row says."""

from dataclasses import replace

import pytest
from tests.comparison_sample import COMPARISON
from tests.writers.pdf.printed import pages

from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.model.comparison import Comparison, TopRow
from avtalsgen.model.nodes import Cover, Document, Identity, Paragraph, Section, Table, Text
from avtalsgen.model.plain import text
from avtalsgen.model.profile import Profile
from avtalsgen.writers.comparison.first_page import top_section
from avtalsgen.writers.comparison.printed import printed
from avtalsgen.writers.pdf import set_pages

ROWS = 12


def row(number: int, words: int) -> TopRow:
    old, new = (" ".join([start, *["försäkring"] * words]) for start in ("Förut", "Numera"))
    place = "4.12 Försäkringar och ansvar"
    return TopRow(f"Ämne {number}x", old, new, place, "6.2", "avgörande", "belopp")


def with_rows(*rows: TopRow) -> Comparison:
    return replace(COMPARISON, top=rows)


def document(said: str) -> Document:
    section = Section("a", (Text("Pris"),), 1, "1", (Paragraph((Text(said),)),))
    return Document(Identity("", "", "", "", ""), Cover("", (Text("Avtal"),)), (section,))


@pytest.mark.parametrize("words", [3, 20, 60])
def test_twelve_rows_are_one_page(words: int) -> None:
    comparison = with_rows(*(row(number, words) for number in range(ROWS)))
    marked = redline(document("Priset är tio kronor."), document("Priset är elva kronor."))
    pdf, _ = set_pages(printed(marked, comparison), Profile("Åby kommun"), to_sign=False)
    having = [
        {number for number, page in enumerate(pages(pdf)) if f"Ämne {place}x" in page}
        for place in range(ROWS)
    ]
    assert having == [{1}] * ROWS


@pytest.mark.parametrize(
    ("old", "shown"),
    [
        ("Avtalet gäller " + "som det står här " * 9 + "med vite om 500 kronor.", "500 kronor."),
        ("Avtalet gäller i 12 månader " + "som det står här " * 9, "Avtalet gäller i 12 månader"),
    ],
)
def test_a_short_quotation_has_the_number_that_the_other_side_lacks(old: str, shown: str) -> None:
    lone = TopRow("Vite", old.strip(), "Inget vite.", "1", "1", "avgörande", "belopp")
    section = top_section(with_rows(lone), brief=True)
    assert section is not None
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert shown in text(table.rows[0][1])
