"""The key that somebody signs with, out of a p12 file."""

from collections.abc import Iterable
from datetime import datetime

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.pkcs12 import Pfx
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    pkcs12,
)
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.signing.fitness import WHY, Doubt, doubts
from avtalsgen.signing.holders import holder

_REFUSED: dict[Doubt, str] = {"usage": "SG12", "weak": "SG13"}
_ANOTHER = "skriv under med ett certifikat för underskrifter"


@dataclass(frozen=True, slots=True)
class Key:
    """A private key with its certificate and those above it."""

    signer: SimpleSigner
    name: str
    since: datetime
    until: datetime
    doubts: tuple[Doubt, ...] = ()
    """Why nobody should sign with it."""
    certificate: bytes = b""
    """The SHA-256 of its certificate: that of another person is another."""

    def require_fit(self) -> tuple[Problem, ...]:
        """Return what to tell of a key that is for something else than a person's signature.

        Raises:
            AvtalsgenError: SG12 it may not sign, SG13 it is too weak.
        """
        for doubt, code in _REFUSED.items():
            if doubt in self.doubts:
                message = f"{self.name}: {WHY[doubt]}"
                raise AvtalsgenError([Problem(code, message, hint=_ANOTHER)])
        return tuple(
            Problem("SG14", f"{self.name}: {WHY[doubt]}", Severity.WARNING, hint=_ANOTHER)
            for doubt in self.doubts
        )

    def require_valid_at(self, moment: datetime) -> None:
        """Do nothing if the certificate is valid at `moment`.

        Raises:
            AvtalsgenError: SG07 it is not.
        """
        if self.since <= moment <= self.until:
            return
        if moment > self.until:
            message = f"certifikatet för {self.name} gick ut {self.until:%Y-%m-%d}"
        else:
            message = f"certifikatet för {self.name} börjar gälla {self.since:%Y-%m-%d}"
        hint = "skriv under med ett certifikat som gäller, eller ange rätt tid med --time"
        raise AvtalsgenError([Problem("SG07", message, hint=hint)])


def read_key(data: bytes, password: str) -> Key:
    """Return the key in a p12 file (PKCS #12, RFC 7292).

    Raises:
        AvtalsgenError: SG04 it is no such file, SG05 the password is wrong, SG06 it lacks a
            key or a certificate for it.
    """
    private, certificate, others = _unlocked(data, password)
    if certificate is None or not isinstance(
        private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    ):
        lacking = "certifikat" if certificate is None else "privat nyckel (RSA eller EC)"
        hint = "exportera certifikatet tillsammans med sin privata nyckel"
        raise AvtalsgenError([Problem("SG06", f"p12-filen saknar {lacking}", hint=hint)])
    if _public(private.public_key()) != _public(certificate.public_key()):
        hint = "exportera certifikatet tillsammans med sin egen privata nyckel"
        message = "certifikatet i p12-filen hör till en annan nyckel"
        raise AvtalsgenError([Problem("SG06", message, hint=hint)])
    parsed = _certificate(certificate)
    chain = [_certificate(each) for each in others]
    signer = SimpleSigner(
        signing_cert=parsed,
        signing_key=PrivateKeyInfo.load(
            private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        ),
        cert_registry=_store(chain),
    )
    since, until = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return Key(signer, holder(parsed), since, until, doubts(parsed), parsed.sha256)


_Unlocked = tuple[object, x509.Certificate | None, list[x509.Certificate]]


def _unlocked(data: bytes, password: str) -> _Unlocked:
    secrets = [password.encode()] if password else [b"", None]
    for secret in secrets:
        try:
            return pkcs12.load_key_and_certificates(data, secret)
        except (ValueError, TypeError):
            continue
    try:
        Pfx.load(data, strict=True)["auth_safe"]["content"].native  # noqa: B018 raises
    except (ValueError, TypeError, KeyError):
        hint = "ange en fil av slaget .p12 eller .pfx"
        raise AvtalsgenError([Problem("SG04", "filen är ingen p12-fil", hint=hint)]) from None
    hint = "skriv lösenordet igen, eller kontrollera filen efter --password-file"
    raise AvtalsgenError([Problem("SG05", "lösenordet till p12-filen är fel", hint=hint)])


def _public(key: PublicKeyTypes) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _certificate(certificate: x509.Certificate) -> Certificate:
    return Certificate.load(certificate.public_bytes(Encoding.DER))


def _store(certificates: Iterable[Certificate]) -> SimpleCertificateStore:
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for certificate in certificates:
        store.register(certificate)
    return store
