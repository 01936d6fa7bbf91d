"""A certificate authority for tests, and the people it has given keys."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

FROM = datetime(2026, 1, 1, tzinfo=UTC)
MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PASSWORD = "hemligt åäö"


@dataclass(frozen=True)
class Holder:
    """Somebody with a certificate, and the key that belongs to it."""

    name: x509.Name
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


@cache
def authority() -> Holder:
    """Return the authority, which has certified itself."""
    return _issue("Provutfärdaren", None, days=3650)


@cache
def person(name: str, days: int = 365) -> Holder:
    """Return somebody whom the authority has certified for `days` days from `FROM`."""
    return _issue(name, authority(), days)


def root() -> bytes:
    """Return the certificate of the authority as PEM."""
    return authority().certificate.public_bytes(Encoding.PEM)


@cache
def p12(name: str, days: int = 365) -> bytes:
    """Return the key and certificate of a person in a file with `PASSWORD`."""
    own = person(name, days)
    return pkcs12.serialize_key_and_certificates(
        b"x", own.key, own.certificate, None, BestAvailableEncryption(PASSWORD.encode())
    )


def _issue(name: str, issuer: Holder | None, days: int) -> Holder:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    of_issuer = issuer.key if issuer else key
    is_authority = issuer is None
    certificate = (
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
        .add_extension(_usage(is_authority=is_authority), critical=True)
        .sign(of_issuer, hashes.SHA256())
    )
    return Holder(subject, certificate, key)


def _usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
