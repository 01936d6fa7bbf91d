"""Nobody signs a page that says nothing."""

import pytest
from tests.documents.every import NAMES, document, written
from tests.writers.pdf.printed import pages

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
