"""The zip that a Word file is, beside the one that Python's own library writes."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.ooxml.zipped import zipped

NAMES = st.text("abå/._", min_size=1, max_size=12)
CONTENTS = st.binary(max_size=40) | st.binary(min_size=40, max_size=40).map(lambda b: b * 1000)


def by_zipfile(members: dict[str, bytes], stored: set[str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(info, members[name], how, 6)
    return buffer.getvalue()


@given(st.dictionaries(NAMES, CONTENTS, max_size=5), st.sets(NAMES))
def test_it_is_byte_for_byte_the_same(members: dict[str, bytes], others: set[str]) -> None:
    stored = {*list(members)[::2], *others}
    assert zipped(members, stored) == by_zipfile(members, stored)


def test_the_content_types_stand_first_and_the_others_in_order() -> None:
    file = zipped({"word/b.xml": b"b", "[Content_Types].xml": b"t", "_rels/.rels": b"r"})
    with zipfile.ZipFile(io.BytesIO(file)) as read:
        assert read.namelist() == ["[Content_Types].xml", "_rels/.rels", "word/b.xml"]


def test_it_is_read_back() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"a.xml": b"x" * 100_000, "b": b""}))) as file:
        assert file.testzip() is None
        assert file.read("a.xml") == b"x" * 100_000
