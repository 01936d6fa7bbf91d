"""Nobody signs a page that says nothing."""

import pytest
from tests.documents.every import NAMES, document, written
from tests.libreoffice import to_pdf
from tests.writers.pdf.printed import letters, pages

from avtalsgen.model import plain
from avtalsgen.model.walk import runs, sections


@pytest.mark.parametrize("name", NAMES)
def test_the_last_words_stand_on_the_page_where_the_parties_sign(name: str) -> None:
    made = document(name)
    if made.signatures is None:
        return
    blocks = [block for section in sections(made) for block in section.blocks]
    last = plain.text([*runs(blocks[-1])][-1]).split()[-1]
    role = made.signatures.signatories[0].role
    signed = [page for page in pages(written(name)["pdf"]) if role in page]
    assert last in signed[-1].partition(role)[0]


def _where_they_sign(pdf: bytes, role: str) -> list[float]:
    """Return how far below the role of the first party each line in its column stands."""
    place = next(n for n, page in enumerate(pages(pdf), 1) if role in page)
    rows: dict[int, str] = {}
    for letter in letters(pdf):
        if letter.page == place and letter.left < 250:
            rows[round(letter.baseline)] = rows.get(round(letter.baseline), "") + letter.character
    top = next(height for height, text in rows.items() if role.replace(" ", "") in text)
    return sorted(top - height for height in rows if 60 < height < top)


@pytest.mark.parametrize("name", ["familjeradgivning@2021", "beroendemottagningen@2021-tillagg"])
def test_the_lines_to_sign_on_are_as_far_apart_in_word_as_in_pdf(name: str) -> None:
    signatures = document(name).signatures
    assert signatures
    role = signatures.signatories[0].role
    printed = _where_they_sign(written(name)["pdf"], role)
    in_word = _where_they_sign(to_pdf(written(name)["docx"]), role)
    assert len(printed) == len(in_word) == 5
    assert in_word == pytest.approx(printed, abs=3)
