"""What a certificate says, and how far it is believed."""

import dataclasses
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID as Oid
from hypothesis import given
from hypothesis import strategies as st
from tests import pdf_validator
from tests.signing import authority, parties
from tests.signing.authority import Kind

from avtalsgen.problems import AvtalsgenError
from avtalsgen.signing.holders import is_called, one_line
from avtalsgen.signing.keys import read_key
from avtalsgen.signing.signing import SignatureLook, sign
from avtalsgen.signing.trust import read_certificates
from avtalsgen.signing.validation import Signature, signed
from avtalsgen.writers import lato

LOOK = SignatureLook(lato.data("regular"), "Direktör, beställare")
SERVER = Kind(purposes=(Oid.SERVER_AUTH,))


def _signature(name: str, kind: Kind) -> Signature:
    key = read_key(authority.p12(name, kind=kind), authority.PASSWORD)
    pdf = sign(parties.built(), "beställare", key, authority.MOMENT)
    (found,) = signed(pdf, read_certificates(authority.root())).signatures
    return found


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind(signs=False), "SG12"),
        (Kind(rsa=1024), "SG13"),
        (Kind(rsa=2047), "SG13"),
        (Kind(signs=False, rsa=1024), "SG12"),
    ],
)
def test_a_key_that_may_not_sign_or_is_weak_is_refused(kind: Kind, code: str) -> None:
    key = read_key(authority.p12("Fel Bruk", kind=kind), authority.PASSWORD)
    with pytest.raises(AvtalsgenError) as caught:
        key.require_fit()
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("kind", "doubts"),
    [
        (Kind(), ()),
        (Kind(rsa=2048), ()),
        (Kind(purposes=(Oid.EMAIL_PROTECTION,)), ()),
        (Kind(says_usage=False), ()),
        (Kind(purposes=(Oid.CLIENT_AUTH,)), ()),
        (Kind(purposes=(Oid.SERVER_AUTH, Oid.EMAIL_PROTECTION)), ()),
        (Kind(purposes=(Oid.SERVER_AUTH, Oid.ANY_EXTENDED_KEY_USAGE)), ()),
        (Kind(purposes=(Oid.SERVER_AUTH, Oid.CLIENT_AUTH)), ("purpose",)),
        (Kind(purposes=(Oid.KERBEROS_PKINIT_KDC,)), ("purpose",)),
        (Kind(purposes=(Oid.IPSEC_IKE,)), ("purpose",)),
        (Kind(purposes=(Oid.OCSP_SIGNING,)), ("purpose",)),
        (SERVER, ("purpose",)),
        (Kind(purposes=(Oid.CODE_SIGNING, Oid.TIME_STAMPING)), ("purpose",)),
        (Kind(critical=True), ("critical",)),
        (Kind(signs=False), ("usage",)),
        (Kind(rsa=1024), ("weak",)),
    ],
)
def test_a_signature_is_trusted_for_no_other_purpose_and_the_reason_is_told(
    kind: Kind, doubts: tuple[str, ...]
) -> None:
    found = _signature("Anna Provsson", kind)
    assert (found.state, found.doubts, found.trusted) == ("holds", doubts, not doubts)
    if doubts not in (("usage",), ("weak",)):
        told = read_key(authority.p12("Anna Provsson", kind=kind), authority.PASSWORD).require_fit()
        assert [problem.code for problem in told] == ["SG14"] * len(doubts)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (
            "Anna\n  underskriften håller, betrodd\nX",
            "Anna\ufffd underskriften håller, betrodd\ufffdX",
        ),
        ("Anna\x1b[2K\u202enossvorP", "Anna\ufffd[2K\ufffdnossvorP"),
        ("Anna\u2028Bo\u2066", "Anna\ufffdBo\ufffd"),
        ("Ayşe Đokić", "Ayşe Đokić"),
        ("", "ett certifikat utan namn"),
    ],
)
def test_a_name_is_shown_on_one_line_without_what_nobody_sees(name: str, shown: str) -> None:
    found = _signature(name, Kind())
    key = read_key(authority.p12(name), authority.PASSWORD)
    assert found.name == key.name == shown


@given(st.text())
def test_a_name_is_always_one_line_that_can_be_printed(text: str) -> None:
    shown = one_line(text)
    assert shown.isprintable()
    assert len(shown) <= 201


@pytest.mark.parametrize(
    ("text", "holder", "same"),
    [
        ("Anna Provsson", "Anna Maria Provsson", True),
        ("Anna Provsson", "PROVSSON, ANNA", True),
        ("Anna Provsson", "Anna Provsso\u0308n", False),
        ("Åsa Ek", "A\u030asa Ek", True),
        ("Anna Provsson", "Bo Provsson", False),
        ("Anna Provsson", "", False),
    ],
)
def test_a_name_is_the_same_in_another_order_and_with_more_given_names(
    text: str, holder: str, same: bool
) -> None:
    assert is_called(text, holder) is same


def test_the_signature_is_seen_in_its_field_and_the_file_is_still_for_everyone() -> None:
    key = read_key(authority.p12("Ayşe Đokić-Ŋ"), authority.PASSWORD)
    reason = "Enligt beslut § 12 " + "som är långt " * 30
    one = sign(parties.built(), "beställare", key, authority.MOMENT, reason, LOOK)
    two = sign(one, "utförare", key, authority.MOMENT, "", dataclasses.replace(LOOK, role="漢"))
    assert pdf_validator.breaches(one) == []
    rest = {each.partition(":")[0] for each in pdf_validator.breaches(two)}
    assert rest <= {"PDFA2A-SIGNATURE-BYTERANGE-001"}
    assert signed(two, read_certificates(authority.root())).holds
    told = _seen(two)
    assert told.count("Elektroniskt undertecknad av") == 2
    assert "Ayşe Đokić-Ŋ" in told
    assert "Direktör, beställare, 2026-11-22 09:30 (UTC+00:00)" in told
    assert "Enligt beslut § 12" in told
    assert "…" in told
    with pikepdf.open(BytesIO(two)) as file:
        for widget in file.Root.AcroForm.Fields:
            assert not widget.AP.N.read_bytes().count(b"<0000>")


def _seen(pdf: bytes) -> str:
    flat = BytesIO()
    with pypdfium2.PdfDocument(pdf) as file:
        file.init_forms()
        file[len(file) - 1].flatten()
        file.save(flat)
    with pypdfium2.PdfDocument(flat.getvalue()) as file:
        return " ".join(file[len(file) - 1].get_textpage().get_text_range().split())


def test_a_title_that_is_changed_after_the_last_signature_is_told() -> None:
    with_title = parties.with_title(parties.twice(), "Annat avtal")
    found = signed(with_title, ())
    assert found.holds
    assert found.title_before.startswith("Verksamhetsuppdrag")
    assert signed(parties.with_update(parties.twice()), ()).title_before == ""
    assert signed(parties.twice(), ()).title_before == ""
