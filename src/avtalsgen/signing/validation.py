"""What the signatures of a PDF are worth.

Two questions are kept apart: whether a signature holds (the bytes are those that were
signed, and nothing but a later signature came after), and whether the certificate leads to
somebody who is trusted. The first has one answer; the second depends on who asks.
"""

import re
from datetime import datetime
from io import BytesIO
from typing import Literal

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from avtalsgen.records import dataclass
from avtalsgen.signing.fitness import Doubt, doubts
from avtalsgen.signing.holders import called, holder, one_line
from avtalsgen.signing.trust import Roots

State = Literal["holds", "altered", "followed", "unreadable"]
"""`altered`: not the bytes that were signed. `followed`: something else than a signature was
added afterwards. `unreadable`: it cannot even be read."""

_KEEPING = ModificationLevel.LTA_UPDATES
_ALLOWED_LATER = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),  # type: ignore[no-untyped-call]
        *(
            rule.as_qualified(_KEEPING)
            for rule in (
                DocInfoRule(),
                XrefStreamRule(),
                ObjectStreamRule(),
                DSSCompareRule(),
                MetadataUpdateRule(),  # type: ignore[no-untyped-call]
            )
        ),
    ],
    form_rule=FormUpdatingRule(field_rules=[SigFieldModificationRule()]),
)
"""A signature in a field that was there, and what keeps signatures readable over the years."""
_BYTE_RANGE = b"/ByteRange"
_XMP_TITLE = re.compile(rb"<dc:title\b.*?</dc:title>", re.DOTALL)
_USAGE = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
"""One of the two is enough, as for most who issue certificates to people (RFC 5280, 4.2.1.3)."""
_ANY_USAGE = KeyUsageConstraints(key_usage=())
"""A certificate that says nothing of it may be used for all."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: whose it says it is, and what can be said of it."""

    party: str
    name: str
    issuer: str
    time: datetime | None
    """When it was made, by the signer's own word."""
    reason: str
    state: State
    trusted: bool
    """Whether the certificate, valid at `time`, leads to a trusted one."""
    reach: int
    """How many bytes of the file, from its first, were there when it was made."""
    doubts: tuple[Doubt, ...] = ()
    """Why its certificate is not one to sign with."""
    certificate: bytes = b""
    """The SHA-256 of the certificate."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The signatures of a file in the order they were made."""

    signatures: tuple[Signature, ...] = ()
    unsigned: tuple[str, ...] = ()
    """The parties whose fields are empty."""
    whole: bool = True
    """Whether every signature there is a trace of has been found."""
    covered: bool = True
    """Whether the last signature reaches to the end of the file."""
    title_before: str = ""
    """The title that the file had when it was last signed, if it has another now."""

    @property
    def holds(self) -> bool:
        """Whether nothing was changed that somebody signed."""
        return self.whole and all(signature.state == "holds" for signature in self.signatures)


def signed(pdf: bytes, roots: Roots) -> Signed:
    """Return the signatures of `pdf`, whose certificates are to lead to one of `roots`.

    A file whose signatures cannot be found although it has traces of them, is not whole:
    one byte is enough to hide a signature from a reader.
    """
    traces = pdf.count(_BYTE_RANGE)
    try:
        reader = PdfFileReader(BytesIO(pdf))
        fields = [(name, value is not None) for name, value, _ in enumerate_sig_fields(reader)]
        embedded = list(reader.embedded_signatures)
    except Exception:  # pyHanko answers a damaged file with any exception there is
        return Signed(whole=traces == 0, covered=traces == 0)
    signatures = tuple(_signature(each, roots) for each in embedded)
    covered = not embedded or _reaches_the_end(embedded[-1])
    return Signed(
        signatures,
        tuple(name for name, is_signed in fields if not is_signed),
        whole=traces == len(embedded),
        covered=covered,
        title_before="" if covered else _title_before(pdf, signatures[-1]),
    )


def _title_before(pdf: bytes, last: Signature) -> str:
    """Return the title that was signed, if another is shown now; a file has it in two places."""
    try:
        signed_titles, titles = _titles(pdf[: last.reach]), _titles(pdf)
    except Exception:  # as above
        return ""
    changed = (was for was, now in zip(signed_titles, titles, strict=True) if was != now)
    return next((one_line(was) or "ingen titel" for was in changed), "")


def _titles(pdf: bytes) -> tuple[str, str]:
    """Return the title in the information dictionary, and that in the metadata (XMP)."""
    reader = PdfFileReader(BytesIO(pdf))
    information = reader.trailer["/Info"] if "/Info" in reader.trailer else {}  # noqa: SIM401
    metadata = reader.root["/Metadata"].data if "/Metadata" in reader.root else b""
    written = _XMP_TITLE.search(metadata)
    in_metadata = written[0].decode(errors="replace") if written else ""
    words = " ".join(re.sub(r"<[^>]*>", " ", in_metadata).split())
    return str(information.get("/Title", "")), words


def _reaches_the_end(last: EmbeddedPdfSignature) -> bool:
    try:
        return bool(last.evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE)
    except Exception:  # as above
        return False


def _signature(embedded: EmbeddedPdfSignature, roots: Roots) -> Signature:
    party = str(embedded.field_name)
    try:
        time = embedded.self_reported_timestamp
        context = ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=time)
        certificate = embedded.signer_cert
        usage = _ANY_USAGE if certificate.key_usage_value is None else _USAGE
        status = validate_pdf_signature(
            embedded, context, diff_policy=_ALLOWED_LATER, key_usage_settings=usage
        )
        why = _doubts(certificate, time)
        return Signature(
            party,
            holder(certificate),
            called(certificate.issuer),
            time,
            one_line(str(embedded.sig_object.get("/Reason", ""))),
            _state(status),
            status.trusted and not why,
            int(embedded.byte_range[2]) + int(embedded.byte_range[3]),
            why,
            certificate.sha256,
        )
    except Exception:  # as above
        return Signature(party, "", "", None, "", "unreadable", trusted=False, reach=0)


def _doubts(certificate: Certificate, time: datetime | None) -> tuple[Doubt, ...]:
    since, until = certificate.not_valid_before, certificate.not_valid_after
    valid = time is None or since <= time <= until
    return (*doubts(certificate), *(() if valid else ("time",)))


def _state(status: PdfSignatureStatus) -> State:
    if not (status.intact and status.valid):
        return "altered"
    if status.coverage is None or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "altered"
    return "holds" if status.docmdp_ok else "followed"
