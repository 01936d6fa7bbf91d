"""Certificates that somebody trusts from the start."""

from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from avtalsgen.problems import AvtalsgenError, Problem

Roots = tuple[Certificate, ...]


def read_certificates(data: bytes) -> Roots:
    """Return the certificates in a file, PEM (one or more) or DER.

    Raises:
        AvtalsgenError: SG09 it holds none.
    """
    try:
        certificates = (
            x509.load_pem_x509_certificates(data)
            if b"-----BEGIN" in data
            else [x509.load_der_x509_certificate(data)]
        )
    except ValueError:
        hint = "ange en fil med certifikat i formen PEM eller DER"
        raise AvtalsgenError([Problem("SG09", "filen är inget certifikat", hint=hint)]) from None
    return tuple(
        Certificate.load(certificate.public_bytes(Encoding.DER)) for certificate in certificates
    )
