"""The font that comes with the program, and the streams of it that Word files are given."""

import zlib
from typing import get_args

import pytest

from avtalsgen.model.profile import Face
from avtalsgen.ooxml.fonts import obfuscated
from avtalsgen.ooxml.zipped import deflated
from avtalsgen.writers import lato


@pytest.mark.parametrize("face", get_args(Face))
def test_a_stream_says_its_font_mixed(face: Face, rewrite: bool) -> None:
    _, mixed = obfuscated(lato.data(face))
    if rewrite:
        lato.stream_file(face).write_bytes(deflated(mixed))
        lato.stream.cache_clear()
    assert zlib.decompress(lato.stream(face), -zlib.MAX_WBITS) == mixed
