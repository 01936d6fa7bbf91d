import pytest
from tests.redline.pairs import PAIRS
from tests.redline.wordfile import STYLES, par, word

from avtalsgen.redline import word_redline

LISTED = {
    "header_text_changed": ["sidhuvudet har ändrats"],
    "footer_changed_and_nothing_else": ["sidfoten har ändrats"],
    "header_added": ["sidfoten är ny", "sidhuvudet är nytt"],
    "header_removed": ["sidfoten är borttagen", "sidhuvudet är borttaget"],
    "first_page_header_added": ["sidhuvudet på första sidan är nytt"],
    "first_page_footer_gone": ["sidfoten på första sidan är borttagen"],
    "header_with_a_table_changed": ["sidhuvudet har ändrats"],
    "footnote_text_changed_and_nothing_else": ["en fotnot har ändrats"],
    "footnote_added": ["en fotnot är ny"],
    "footnote_removed_and_the_newer_has_none": ["en fotnot är borttagen"],
    "footnote_ids_renumbered_without_change": [],
    "clause_with_a_footnote_moved": [],
    "endnote_changed_and_footnote_added": ["en fotnot är ny", "en slutnot har ändrats"],
    "comment_in_the_older_only": [
        "en kommentar i den äldre filen finns inte i den nyare, och är inte med"
    ],
}


@pytest.mark.parametrize("name", LISTED)
def test_what_is_outside_the_text_is_listed(name: str) -> None:
    made = word_redline(*PAIRS[name]())
    assert sorted(one.message for one in made.listed) == LISTED[name]


def test_a_style_that_looks_otherwise_is_listed_as_it_cannot_be_tracked() -> None:
    bold = dict(STYLES)
    bold["Heading1"] = bold["Heading1"].replace("<w:b/>", "<w:i/>")
    body = (par("Rubrik", style="Heading1"), "Slut.")
    (found,) = word_redline(word(*body), word(*body, styles=bold)).listed
    assert found.message == "formatmallen ”heading 1” ser annorlunda ut i den nyare filen"


def test_a_style_that_nothing_uses_is_not_listed() -> None:
    bold = dict(STYLES)
    bold["Heading2"] = bold["Heading2"].replace("<w:b/>", "<w:i/>")
    assert word_redline(word("A."), word("A.", styles=bold)).listed == ()
