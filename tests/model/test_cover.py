"""A letter has a head where a document has a page, and a title as large as its words let it be."""

import pytest

from avtalsgen.model.cover import measures
from avtalsgen.model.nodes import Cover, Text


def test_a_letterhead_takes_less_of_the_page_in_each_measure() -> None:
    page = measures(Cover("Beslut", (Text("Stödboende"),)))
    letter = measures(Cover("Beslut", (Text("Stödboende"),), form="letterhead"))
    assert letter.top < page.top / 4
    assert letter.title.size < page.title.size
    assert letter.accent.after < page.accent.after / 4
    assert letter.fact_gap < page.fact_gap


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("", 28.0),
        ("Stödboende för unga vuxna i hela kommunen", 28.0),  # many words, none of them long
        ("Sysselsättningsverksamhet", 26.5),  # 25 characters, of which a line holds 24
        ("Kommunikationsutvecklingsverksamheten", 18.0),
        ("Ä" * 200, 16.5),  # six tenths, and broken
    ],
)
def test_a_title_is_smaller_where_its_longest_word_has_no_room(title: str, size: float) -> None:
    assert measures(Cover("", (Text(title),))).title.size == size
