"""What a certificate may be used for: whether a person may sign a document with its key.

RFC 5280, 4.2.1.3 (key usage) and 4.2.1.12 (extended key usage); ETSI TS 119 312, 9.3 (lengths
of keys).
"""

from collections.abc import Iterator
from typing import Literal

from asn1crypto.x509 import Certificate
from pyhanko_certvalidator.validate import SUPPORTED_EXTENSIONS

Doubt = Literal["usage", "purpose", "weak", "critical", "time"]
"""`usage`: it may not sign. `purpose`: it is for servers, code or time. `weak`: its key is too
short. `critical`: it has an extension that must be understood, and is not. `time`: it was not
valid when it signed, which only a signature knows."""

_SIGNING = {"digital_signature", "non_repudiation"}
_NOT_PEOPLE = {"server_auth", "code_signing", "time_stamping", "ocsp_signing"}
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
    if shortest is None or (key.bit_size or 0) < shortest:
        yield "weak"
    purposes = certificate.extended_key_usage_value
    if purposes is not None and set(purposes.native) <= _NOT_PEOPLE:
        yield "purpose"
    if certificate.critical_extensions - SUPPORTED_EXTENSIONS:
        yield "critical"
