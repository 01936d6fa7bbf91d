"""The font that comes with the program, and the streams of it that Word files are given."""

import zlib
from typing import get_args

import pytest

from avtalsgen.model.profile import Face
from avtalsgen.ooxml.fonts import obfuscated
from avtalsgen.ooxml.zipped import Deflated, deflated
from avtalsgen.pipeline.build.letters import SURELY
from avtalsgen.readers.sfnt import characters
from avtalsgen.writers import lato
from avtalsgen.writers.docx.styling.fonts import of_lato


@pytest.mark.parametrize("face", get_args(Face))
def test_a_stream_says_its_font_mixed(face: Face, rewrite: bool) -> None:
    key, mixed = obfuscated(lato.data(face))
    if rewrite:
        lato.stream_file(face).write_bytes(deflated(mixed))
        of_lato.cache_clear()
    carried = of_lato(face)
    assert isinstance(carried.mixed, Deflated)
    assert zlib.decompress(carried.mixed.stream, -zlib.MAX_WBITS) == mixed
    assert (carried.mixed.size, carried.mixed.crc) == (len(mixed), zlib.crc32(mixed))
    assert carried.key == key


def test_all_faces_have_the_letters_that_are_not_looked_for() -> None:
    for face in get_args(Face):
        assert set(map(ord, SURELY)) <= characters(lato.data(face))
