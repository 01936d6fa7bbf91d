"""What is one piece, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drawn_words import CHARACTERS, MARKUP, SWEDISH

from avtalsgen.compare.words.tokens import tokens

_PIECES = st.sampled_from((*SWEDISH, *MARKUP, " ", "\u00a0", "\n", "1 januari 2022", "31 mars"))


@given(st.lists(st.one_of(_PIECES, st.text(CHARACTERS, max_size=5), st.text(max_size=3))))
def test_the_pieces_are_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    found = tokens(text)
    assert "".join(found) == text
    assert "" not in found
    assert all(token.strip() == token or len(token) == 1 for token in found)


@pytest.mark.parametrize(
    "whole",
    [
        *("4 093 284", "4\u00a0093\u00a0284", "2\u202f590", "605,50", "12,5", "2011:9", "1/12"),
        *("80 %", "100%", "12,5\u00a0%", "2.3.1", "08:00", "8.30", "5:e"),
        *("2021-12-31", "1 januari 2022", "31 mars", "1\u00a0januari\u00a02022"),
        *("14 kap. 3–7 §§", "3 §", "3 a §", "§ 114", "14\u00a0kap. 3\u00a0§", "27 kap. 1 §"),
        *("SOSFS 2011:9", "HSLF-FS 2016:40", "SON 2019-755", "SFS 2001:453"),
        *("www.linkoping.se/utforarwebben", "https://exempel.se/a?b=c", "namn@exempel.se"),
        *("e-post", "IVO:s", "Lhådö", "a\u0308ndra", "2b", "hot\u2011bild", "COVID-19"),
    ],
)
def test_a_number_a_date_a_reference_an_address_and_a_word_is_one_piece(whole: str) -> None:
    assert tokens(f"Enligt {whole}, och ({whole}). {whole}\n").count(whole) == 3


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("social- och", ["social", "-", " ", "och"]),
        ("och/eller", ["och", "/", "eller"]),
        ("08:00-17:00", ["08:00", "-", "17:00"]),
        ("2019 100 barn", ["2019", " ", "100", " ", "barn"]),
        ("12 månader", ["12", " ", "månader"]),
        ("vid 31 maj 2020.", ["vid", " ", "31 maj 2020", "."]),
        ("se www.a.se/b.", ["se", " ", "www.a.se/b", "."]),
        ("”ja”  nej", ["”", "ja", "”", " ", " ", "nej"]),
        ("3 §\u00a0SoL", ["3 §", "\u00a0", "SoL"]),
        ("12 3456", ["12", " ", "3456"]),
    ],
)
def test_spaces_and_marks_are_pieces_of_their_own(text: str, pieces: list[str]) -> None:
    assert list(tokens(text)) == pieces


@pytest.mark.parametrize(
    "part",
    ["a.", "1 ", "1 000 ", "www.", "www....", "a-", "1:", "A-FS ", "a@", "1 kap. ", "a:", "w"],
)
def test_no_text_takes_long(part: str) -> None:
    """Were a piece looked for from each of its letters, this would be 800 million looks."""
    text = part * 40_000
    assert "".join(tokens(text)) == text
