"""What a certificate may be used for: whether a person may sign a document with its key.

RFC 5280, 4.2.1.3 (key usage) and 4.2.1.12 (extended key usage); ETSI TS 119 312, 9.3 (lengths
of keys).
"""

from collections.abc import Iterator
from typing import Literal

from asn1crypto.keys import PublicKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko_certvalidator.validate import SUPPORTED_EXTENSIONS

Doubt = Literal["usage", "purpose", "weak", "critical", "time"]
"""`usage`: it may not sign. `purpose`: it is for servers, code or time. `weak`: its key is too
short. `critical`: it has an extension that must be understood, and is not. `time`: it was not
valid when it signed, which only a signature knows."""

_SIGNING = {"digital_signature", "non_repudiation"}
_NOT_PEOPLE = {
    *("server_auth", "code_signing", "time_stamping", "ocsp_signing", "pkinit_kpkdc"),
    *("ipsec_end_system", "ipsec_tunnel", "ipsec_ike", "ike_intermediate", "secure_shell_server"),
}
_DOCUMENTS = {
    *("any_extended_key_usage", "email_protection", "1.3.6.1.5.5.7.3.36"),
    *("microsoft_document_signing", "adobe_authentic_documents_trust"),
}
"""Purposes that make a certificate one to sign with, whatever else it is for (RFC 9336)."""
_SHORTEST = {"rsa": 2048, "ec": 224}
"""Bits; ETSI TS 119 312 takes no shorter RSA, and no curve below 224 is in use."""

WHY: dict[Doubt, str] = {
    "usage": "certifikatet får inte användas till underskrifter (key usage)",
    "purpose": "certifikatet är utfärdat för annat än en persons underskrift (extended key usage)",
    "weak": "nyckeln är för kort (RSA under 2048 bitar, eller en kurva under 224)",
    "critical": "certifikatet har ett villkor som inte går att tolka (kritisk utökning)",
    "time": "certifikatet gällde inte vid tiden för underskriften",
}


def doubts(certificate: Certificate) -> tuple[Doubt, ...]:
    """Return why nobody should sign with the key of `certificate`, the gravest first."""
    return tuple(_doubts(certificate))


def _doubts(certificate: Certificate) -> Iterator[Doubt]:
    usage = certificate.key_usage_value
    if usage is not None and not _SIGNING & set(usage.native):
        yield "usage"
    key = certificate.public_key
    shortest = _SHORTEST.get(key.algorithm)
    if shortest is None or _bits(key) < shortest:
        yield "weak"
    purposes = certificate.extended_key_usage_value
    if purposes is not None:
        named = set(purposes.native)
        if named & _NOT_PEOPLE and not named & _DOCUMENTS:
            yield "purpose"
    if certificate.critical_extensions - SUPPORTED_EXTENSIONS:
        yield "critical"


def _bits(key: PublicKeyInfo) -> int:
    """Return how long a key is; asn1crypto counts the bits of RSA by whole bytes."""
    if key.algorithm == "rsa":
        return int(key["public_key"].parsed["modulus"].native.bit_length())
    return int(key.bit_size or 0)
