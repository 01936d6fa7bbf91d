"""The zip that a Word file is, beside the one that Python's own library writes."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.ooxml.archive import zipped

NAMES = st.text("abå/._", min_size=1, max_size=12)
CONTENTS = st.binary(max_size=40) | st.binary(min_size=40, max_size=40).map(lambda b: b * 1000)


def by_zipfile(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            file.writestr(info, data, zipfile.ZIP_DEFLATED, 6)
    return buffer.getvalue()


@given(st.dictionaries(NAMES, CONTENTS, max_size=5))
def test_it_is_byte_for_byte_the_same(members: dict[str, bytes]) -> None:
    assert zipped(members) == by_zipfile(members)


def test_it_is_read_back() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"a.xml": b"x" * 100_000, "b": b""}))) as file:
        assert file.testzip() is None
        assert file.read("a.xml") == b"x" * 100_000
