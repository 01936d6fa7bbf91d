import re
import uuid

from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.ooxml.fonts import obfuscated

FILES = st.binary(min_size=32, max_size=200)


@given(FILES)
def test_the_font_comes_back_by_the_rule_of_the_standard(file: bytes) -> None:
    """ECMA-376 part 1, 17.8.1: XOR the first 32 bytes with the key, last byte first, twice."""
    key, mixed = obfuscated(file)
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", key)
    backwards = list(reversed(uuid.UUID(key).bytes))
    plain = bytes(byte ^ backwards[place % 16] for place, byte in enumerate(mixed[:32]))
    assert plain + mixed[32:] == file


@given(FILES)
def test_equal_files_have_equal_keys(file: bytes) -> None:
    assert obfuscated(bytes(bytearray(file))) == obfuscated(file)


def test_the_key_of_a_known_file_gives_known_bytes() -> None:
    key, mixed = obfuscated(bytes(40))
    assert mixed[:16] == mixed[16:32] == bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    assert mixed[32:] == bytes(8)
