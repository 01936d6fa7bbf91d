"""Whatever is done to a signed file is found."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.signing import parties

from avtalsgen.signing.validation import signed


def _ranges(pdf: bytes) -> list[tuple[int, int]]:
    """Return the ranges of bytes that the last signature of a file covers."""
    with pikepdf.open(BytesIO(pdf)) as file:
        ranges = [[int(n) for n in own.V.ByteRange] for own in file.Root.AcroForm.Fields]
    first, length, second, rest = max(ranges, key=lambda each: each[2])
    return [(first, first + length), (second, second + rest)]


@st.composite
def covered(draw: st.DrawFn) -> int:
    """Draw the place of a byte that is signed; what was added last as often as all before."""
    (_, gap), (after, end) = _ranges(parties.twice())
    before = len(parties.built())
    return draw(
        st.one_of(
            st.integers(0, before - 1), st.integers(before, gap - 1), st.integers(after, end - 1)
        )
    )


@settings(max_examples=12)  # each hashes the whole file
@given(covered(), st.integers(1, 255))
def test_one_byte_that_is_changed_is_found(place: int, mask: int) -> None:
    changed = bytearray(parties.twice())
    changed[place] ^= mask
    assert not signed(bytes(changed), ()).holds


@pytest.mark.parametrize("hidden", [b"/AcroForm", b"/V ", b"/ByteRange", b"/Sig"])
def test_a_signature_that_is_hidden_by_a_changed_name_is_found(hidden: bytes) -> None:
    changed = parties.twice()
    at = changed.rindex(hidden)
    changed = changed[: at + 1] + b"X" + changed[at + 2 :]
    assert not signed(changed, ()).holds


@given(st.integers(1, 20_000))
def test_a_file_that_is_cut_off_is_found(lost: int) -> None:
    found = signed(parties.twice()[:-lost], ())
    assert not (found.holds and len(found.signatures) == 2)


def test_words_that_are_added_behind_the_signatures_are_found() -> None:
    found = signed(parties.with_update(parties.twice(), b"q Q"), ())
    assert [each.state for each in found.signatures] == ["followed", "followed"]
    assert not found.covered


def test_words_that_are_added_between_two_signatures_are_found() -> None:
    found = signed(parties.with_update(parties.once(), b"q Q"), ())
    assert not found.holds


def test_bytes_behind_the_last_signature_are_told_of() -> None:
    found = signed(parties.twice() + b"\n% more\n", ())
    assert not found.covered


def test_a_file_that_nobody_has_signed_has_empty_fields() -> None:
    found = signed(parties.built(), ())
    assert found.signatures == ()
    assert found.unsigned == ("beställare", "utförare")
    assert found.holds


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    assert signed(data, ()).signatures == ()
