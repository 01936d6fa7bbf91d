"""A PDF from anybody: what is no PDF of ours is told of, and nothing in it takes the machine."""

import resource
import zlib
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.every import written
from tests.readers.hostile_sample import sample

from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.pdf.ours import printed_text

NAME = "vald-i-nara-relation@2026"


def _codes(data: bytes) -> list[str]:
    try:
        printed_text.words(data)
    except AvtalsgenError as error:
        return [problem.code for problem in error.problems]
    return []


def _saved(file: pikepdf.Pdf, **how: Any) -> bytes:
    done = BytesIO()
    file.save(done, **how)
    return done.getvalue()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"text"])
def test_what_is_no_pdf_is_told_of(data: bytes) -> None:
    assert _codes(data) == ["PF01"]


def test_a_file_that_nobody_opens_without_a_password_is_told_of() -> None:
    with pikepdf.open(BytesIO(written(NAME)["pdf"])) as file:
        encrypted = _saved(file, encryption=pikepdf.Encryption(owner="ägare", user="hemligt"))
    assert _codes(encrypted) == ["PF02"]


def test_a_file_whose_owner_alone_has_a_password_is_read() -> None:
    whole = written(NAME)["pdf"]
    with pikepdf.open(BytesIO(whole)) as file:
        locked = pikepdf.Encryption(
            owner="ägare", user="", allow=pikepdf.Permissions(extract=False)
        )
        encrypted = _saved(file, encryption=locked)
    assert printed_text.words(encrypted) == printed_text.words(whole)


def test_a_file_of_too_many_pages_is_told_of() -> None:
    with pikepdf.new() as file:
        for _ in range(1001):
            file.add_blank_page()
        assert _codes(_saved(file)) == ["PF03"]


def test_a_file_without_tags_is_told_of() -> None:
    with pikepdf.new() as file:
        file.add_blank_page()
        assert _codes(_saved(file)) == ["PF04"]


def test_a_page_that_unfolds_without_end_is_told_of() -> None:
    with pikepdf.open(BytesIO(written(NAME)["pdf"])) as file:
        bomb = zlib.compress(b"q Q " * 50_000_000)
        file.pages[0].Contents = pikepdf.Stream(file, bomb, Filter=pikepdf.Name.FlateDecode)
        folded = _saved(file, compress_streams=False)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert _codes(folded) == ["PF04"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_objects_that_unfold_without_end_are_told_of() -> None:
    with pikepdf.open(BytesIO(written(NAME)["pdf"])) as file:
        kind = {"Type": pikepdf.Name.ObjStm, "N": 1, "First": 4}
        bomb = zlib.compress(b"1 0 " + b" " * 200_000_000)
        file.Root.Extra = pikepdf.Stream(file, bomb, Filter=pikepdf.Name.FlateDecode, **kind)
        assert _codes(_saved(file, compress_streams=False)) == ["PF01"]


def test_a_structure_that_holds_itself_is_told_of() -> None:
    with pikepdf.open(BytesIO(written(NAME)["pdf"])) as file:
        tree = file.Root.StructTreeRoot
        tree.K = pikepdf.Array([tree.K, pikepdf.Dictionary(S=pikepdf.Name.P, K=tree.K)])
        assert _codes(_saved(file)) == ["PF04"]


@given(st.data())
def test_a_broken_pdf_is_read_or_told_of(data: st.DataObject) -> None:
    whole = bytearray(sample("pdf"))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    assert _codes(bytes(whole)) in ([], ["PF01"], ["PF04"], ["PF02"])
