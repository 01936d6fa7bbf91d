import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.ooxml.intake.untrusted import UnfitError, members

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(*named: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in named:
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_harmless_file_gives_its_parts() -> None:
    found = members(zipped(("a/b.XML", b"<a/>"), ("c.png", b"x")))
    assert [(one.name, one.kind) for one in found] == [("a/b.XML", "xml"), ("c.png", "png")]


@given(st.binary(max_size=300))
def test_any_bytes_give_parts_or_an_error_of_ours(data: bytes) -> None:
    with pytest.raises(UnfitError):
        members(data)


@given(st.data())
def test_a_spoiled_zip_gives_parts_or_an_error_of_ours(data: st.DataObject) -> None:
    whole = bytearray(zipped(("a.xml", b"<a>" + b"text " * 40 + b"</a>"), ("b.rels", b"<b/>")))
    for _ in range(3):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    try:
        found = members(bytes(whole))
    except UnfitError:
        return
    assert all(isinstance(one.data, bytes) for one in found)


@pytest.mark.parametrize("mode", ["External", "external", "EXTERNAL"])
def test_a_relationship_to_the_outside_is_refused(mode: str) -> None:
    row = f'<Relationship Id="a" Type="b" Target="https://a.se" TargetMode="{mode}"/>'
    with pytest.raises(UnfitError, match="utifrån"):
        members(zipped(("a.rels", f'<R xmlns="{RELATIONS}">{row}</R>'.encode())))


def test_entities_that_name_entities_are_refused_before_they_unfold() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    bomb = f'<!DOCTYPE a [<!ENTITY e0 "x">{levels}]><a>&e19;</a>'
    with pytest.raises(UnfitError):
        members(zipped(("a.xml", bomb.encode())))


def test_a_file_outside_is_not_read_into_the_text() -> None:
    theft = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
    with pytest.raises(UnfitError, match="DTD"):
        members(zipped(("a.xml", theft)))


def test_a_size_that_the_zip_lies_about_is_found_out() -> None:
    data = bytearray(zipped(("a.xml", b"<a>" + b" " * 9_000_000 + b"</a>")))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (100).to_bytes(4, "little")
    with pytest.raises(UnfitError):
        members(bytes(data))
