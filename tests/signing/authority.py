"""A certificate authority for tests, and the people it has given keys."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

FROM = datetime(2026, 1, 1, tzinfo=UTC)
MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PASSWORD = "hemligt åäö"


Private = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Holder:
    """Somebody with a certificate, and the key that belongs to it."""

    name: x509.Name
    certificate: x509.Certificate
    key: Private


@dataclass(frozen=True)
class Kind:
    """What a certificate says that its key is for."""

    signs: bool = True
    purposes: tuple[x509.ObjectIdentifier, ...] = ()
    critical: bool = False
    """Whether there is a critical extension that nobody knows."""
    rsa: int = 0
    """Bits of an RSA key, instead of a curve."""
    says_usage: bool = True
    """Whether it says at all what its key is for."""


PERSON = Kind()


@cache
def authority() -> Holder:
    """Return the authority, which has certified itself."""
    return _issue("Provutfärdaren", None, days=3650)


@cache
def person(name: str, days: int = 365, kind: Kind = PERSON) -> Holder:
    """Return somebody whom the authority has certified for `days` days from `FROM`."""
    return _issue(name, authority(), days, kind)


def root() -> bytes:
    """Return the certificate of the authority as PEM."""
    return authority().certificate.public_bytes(Encoding.PEM)


@cache
def p12(name: str, days: int = 365, kind: Kind = PERSON) -> bytes:
    """Return the key and certificate of a person in a file with `PASSWORD`."""
    own = person(name, days, kind)
    return pkcs12.serialize_key_and_certificates(
        b"x", own.key, own.certificate, None, BestAvailableEncryption(PASSWORD.encode())
    )


def _issue(name: str, issuer: Holder | None, days: int, kind: Kind = PERSON) -> Holder:
    key: Private = ec.generate_private_key(ec.SECP256R1())
    if kind.rsa:
        key = rsa.generate_private_key(65537, kind.rsa)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)] if name else [])
    of_issuer = issuer.key if issuer else key
    is_authority = issuer is None
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.name if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(FROM + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(of_issuer.public_key()),
            critical=False,
        )
    )
    if kind.says_usage:
        usage = _usage(is_authority=is_authority, signs=kind.signs)
        builder = builder.add_extension(usage, critical=True)
    if kind.purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(kind.purposes), critical=True)
    if kind.critical:
        unknown = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.752.99999.1"), b"\5\0")
        builder = builder.add_extension(unknown, critical=True)
    return Holder(subject, builder.sign(of_issuer, hashes.SHA256()), key)


def _usage(*, is_authority: bool, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs and not is_authority,
        content_commitment=signs and not is_authority,
        key_encipherment=not signs,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
