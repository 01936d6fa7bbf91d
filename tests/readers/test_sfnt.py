"""Font files from anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.pictures import lato, with_rights

from avtalsgen.readers.sfnt import Font, characters, read_font


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("Regular", "regular"),
        ("Bold", "bold"),
        ("Italic", "italic"),
        ("BoldItalic", "bold-italic"),
    ],
)
def test_a_file_says_whose_letters_it_has_and_how_they_look(name: str, face: str) -> None:
    font = read_font(lato(name))
    assert font.face == face
    assert font.family == "Lato"


def test_a_weight_that_documents_do_not_use_is_no_face() -> None:
    assert read_font(with_rights(lato(), 250, place=4)).face is None


@pytest.mark.parametrize("name", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_our_font_has_the_latin_letters_of_europe(name: str) -> None:
    letters = {*range(0xC0, 0x180), *map(ord, "ȘșȚțẞŊŋŦŧĐđČčŠšŽž")} - {0xD7, 0xF7}
    assert letters <= characters(lato(name))
    assert not {0x416F6, ord("漢"), 0xFFFF} & characters(lato(name))


@pytest.mark.parametrize(
    ("kind", "embeddable"), [(0, True), (8, True), (2, False), (4, False), (0x100, False)]
)
def test_the_rights_of_a_font_decide_whether_it_may_be_embedded(
    kind: int, *, embeddable: bool
) -> None:
    assert read_font(with_rights(lato(), kind)).embeddable is embeddable


@pytest.mark.parametrize("data", [b"", b"OTTO" + b"\0" * 99, lato()[:200], b"\0\1\0\0\xff\xff"])
def test_what_is_no_whole_truetype_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="filen"):
        read_font(data)


@given(st.integers(0, 2000), st.binary(max_size=8))
def test_any_bytes_give_a_font_or_an_error_of_ours(place: int, noise: bytes) -> None:
    data = lato()[:place] + noise + lato()[place + len(noise) :]
    try:
        font = read_font(data)
    except ValueError:
        return
    assert isinstance(font, Font)
