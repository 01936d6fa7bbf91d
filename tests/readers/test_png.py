"""PNG files from anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.pictures import chunk, png

from avtalsgen.readers.png import read_png


def test_a_picture_is_as_wide_as_it_says() -> None:
    assert read_png(png(30, 10)) == 3.0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        png()[:-4],
        png() + b"x",
        png(pixels=b"\0"),
        png(0, 10),
        png(more=chunk(b"acTL", b"\0" * 8)),
        png().replace(b"\x00\x00\x00\x14", b"\x00\x00\x00\x15", 1),
    ],
)
def test_what_is_not_a_whole_still_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="PNG"):
        read_png(data)


def test_a_picture_that_unfolds_into_something_large_is_refused() -> None:
    with pytest.raises(ValueError, match="bildpunkter"):
        read_png(png(100_000, 100_000, pixels=b""))
    with pytest.raises(ValueError, match="PNG"):
        read_png(png(10, 10, pixels=b"\0" * 10_000_000))


def test_a_large_file_is_not_looked_into() -> None:
    with pytest.raises(ValueError, match="kB"):
        read_png(png(more=chunk(b"tEXt", b"x" * 600_000)))


@given(st.integers(0, len(png()) - 1), st.binary(max_size=4))
def test_any_bytes_give_a_shape_or_an_error_of_ours(place: int, noise: bytes) -> None:
    data = png()[:place] + noise + png()[place + len(noise) :]
    try:
        ratio = read_png(data)
    except ValueError:
        return
    assert ratio > 0
