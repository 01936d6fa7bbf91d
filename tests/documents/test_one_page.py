"""An agreement of one page has its title and every heading, with tags and without."""

import pytest
from tests.compared import compare_sections
from tests.documents.one_page import PAGES, tagged, untagged
from tests.read import read_pdf

from avtalsgen.model import plain, walk


@pytest.mark.parametrize("name", PAGES)
def test_every_heading_of_one_page_is_one(name: str) -> None:
    for data in (tagged(name), untagged(name)):
        document = read_pdf(data, "avtal.pdf").document
        headed = (plain.heading(section) for section in walk.sections(document))
        assert plain.text(document.cover.title) == PAGES[name].title
        assert tuple(one.replace("\u00a0", " ") for one in headed if one) == PAGES[name].headings
    if "sign" in name:
        assert document.signatures
        assert len(document.signatures.signatories) == 2


@pytest.mark.parametrize(
    "name", ["numbers right below the title", "a sentence between title and paragraphs"]
)
def test_one_page_with_tags_and_without_is_one_document(name: str) -> None:
    sides = (read_pdf(data, "avtal.pdf").document for data in (tagged(name), untagged(name)))
    assert compare_sections(*sides, paged=False, rowed=True).same
