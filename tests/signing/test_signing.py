"""Two parties sign a real uppdrag."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from tests import pdf_validator
from tests.signing import authority, parties

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.ours import printed_text
from avtalsgen.signing.keys import Key, read_key
from avtalsgen.signing.signing import sign
from avtalsgen.signing.trust import read_certificates
from avtalsgen.signing.validation import Signed, signed

BYTE_RANGE = "PDFA2A-SIGNATURE-BYTERANGE-001"
"""The one false alarm: the validator wants every signature to cover the whole file, which the
first of two cannot, as the second is added behind it."""


def _trusting(pdf: bytes) -> Signed:
    return signed(pdf, read_certificates(authority.root()))


def _key(days: int = 365) -> Key:
    return read_key(authority.p12(parties.FIRST, days), authority.PASSWORD)


def _problem(error: pytest.ExceptionInfo[AvtalsgenError]) -> Problem:
    (problem,) = error.value.problems
    assert problem.hint
    return problem


def test_a_signature_says_who_and_when_and_holds() -> None:
    found = _trusting(parties.once())
    (signature,) = found.signatures
    assert (signature.party, signature.name) == ("beställare", "Åsa Öhrström")
    assert (signature.issuer, signature.reason) == ("Provutfärdaren", "Enligt beslut")
    assert signature.time == authority.MOMENT
    assert (signature.state, signature.trusted) == ("holds", True)
    assert found.unsigned == ("utförare",)


def test_both_signatures_hold_after_the_second() -> None:
    found = _trusting(parties.twice())
    assert [(each.party, each.state, each.trusted) for each in found.signatures] == [
        ("beställare", "holds", True),
        ("utförare", "holds", True),
    ]
    assert (found.unsigned, found.whole, found.covered, found.holds) == ((), True, True, True)


def test_signing_changes_no_byte_that_was_there() -> None:
    assert parties.once().startswith(parties.built())
    assert parties.twice().startswith(parties.once())


def test_signing_changes_no_word() -> None:
    assert printed_text.words(parties.twice()) == printed_text.words(parties.built())


def test_signing_leaves_title_and_dates_as_they_were_built() -> None:
    assert _said_of(parties.twice()) == _said_of(parties.built())


def _said_of(pdf: bytes) -> tuple[bytes, str]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return file.Root.Metadata.read_bytes(), repr(file.docinfo)


def test_a_signed_file_can_be_kept_in_an_archive_and_read_by_everyone() -> None:
    assert pdf_validator.breaches(parties.built()) == []
    assert pdf_validator.breaches(parties.once()) == []
    false_alarms = [each.partition(":")[0] for each in pdf_validator.breaches(parties.twice())]
    assert false_alarms == [BYTE_RANGE]


def test_the_signature_is_pades_and_tells_the_time_once() -> None:
    with pikepdf.open(BytesIO(parties.once())) as file:
        signature = file.Root.AcroForm.Fields[0].V
        assert signature.SubFilter == pikepdf.Name("/ETSI.CAdES.detached")
        assert str(signature.M) == "D:20261122093000Z"


def test_a_certificate_that_leads_nowhere_is_not_trusted_and_the_signature_holds() -> None:
    (signature,) = signed(parties.once(), ()).signatures
    assert (signature.state, signature.trusted) == ("holds", False)


@pytest.mark.parametrize("days", [-1, 366])
def test_a_certificate_is_used_while_it_is_valid(days: int) -> None:
    moment = authority.FROM + timedelta(days=days)
    with pytest.raises(AvtalsgenError) as error:
        sign(parties.built(), "utförare", _key(), moment)
    assert _problem(error).code == "SG07"


@pytest.mark.parametrize(
    ("pdf", "party", "code"),
    [
        (parties.built, "kunden", "SG02"),
        (parties.once, "beställare", "SG03"),
    ],
    ids=["wrong party", "signed before"],
)
def test_a_party_signs_once_in_its_own_field(pdf: object, party: str, code: str) -> None:
    assert callable(pdf)
    with pytest.raises(AvtalsgenError) as error:
        sign(pdf(), party, _key(), authority.MOMENT)
    assert _problem(error).code == code


def test_a_file_without_fields_is_not_signed() -> None:
    plain = BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(plain)
    with pytest.raises(AvtalsgenError) as error:
        sign(plain.getvalue(), "utförare", _key(), authority.MOMENT)
    assert _problem(error).code == "SG01"


def test_a_file_whose_first_signature_is_broken_gets_no_second() -> None:
    changed = bytearray(parties.once())
    changed[len(parties.built()) // 2] ^= 1
    with pytest.raises(AvtalsgenError) as error:
        sign(bytes(changed), "utförare", _key(), authority.MOMENT)
    assert _problem(error).code == "SG08"


def test_the_party_may_be_written_with_letters_in_two_parts() -> None:
    decomposed = "besta\N{COMBINING DIAERESIS}llare"
    assert signed(sign(parties.built(), decomposed, _key(), authority.MOMENT), ()).holds


def _p12(key: Any, certificate: x509.Certificate | None) -> bytes:
    return pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, NoEncryption())


FIRST, SECOND = authority.person(parties.FIRST), authority.person(parties.SECOND)


@pytest.mark.parametrize(
    ("data", "password", "code"),
    [
        (authority.p12(parties.FIRST), "fel", "SG05"),
        (authority.p12(parties.FIRST), "", "SG05"),
        (authority.root(), "", "SG04"),
        (b"", "", "SG04"),
        (_p12(None, FIRST.certificate), "", "SG06"),
        (_p12(FIRST.key, None), "", "SG06"),
    ],
    ids=["wrong password", "no password", "a certificate", "empty", "no key", "no certificate"],
)
def test_a_p12_file_that_cannot_be_used_is_told_of(data: bytes, password: str, code: str) -> None:
    with pytest.raises(AvtalsgenError) as error:
        read_key(data, password)
    assert _problem(error).code == code


def test_a_p12_file_without_password_can_be_used() -> None:
    assert read_key(_p12(FIRST.key, FIRST.certificate), "").name == parties.FIRST


@pytest.mark.parametrize("data", [b"", b"-----BEGIN CERTIFICATE-----\nx", b"text"])
def test_what_is_no_certificate_cannot_be_trusted(data: bytes) -> None:
    with pytest.raises(AvtalsgenError) as error:
        read_certificates(data)
    assert _problem(error).code == "SG09"


def test_a_certificate_may_be_pem_or_der() -> None:
    (pem,) = read_certificates(authority.root())
    (der,) = read_certificates(pem.dump())
    assert pem.dump() == der.dump()
