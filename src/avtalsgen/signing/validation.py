"""What the signatures of a PDF are worth.

Two questions are kept apart: whether a signature holds (the bytes are those that were
signed, and nothing but a later signature came after), and whether the certificate leads to
somebody who is trusted. The first has one answer; the second depends on who asks.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Literal

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
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from avtalsgen.signing.keys import called, holder
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
    return Signed(
        tuple(_signature(each, roots) for each in embedded),
        tuple(name for name, is_signed in fields if not is_signed),
        whole=traces == len(embedded),
        covered=not embedded or _reaches_the_end(embedded[-1]),
    )


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
        status = validate_pdf_signature(embedded, context, diff_policy=_ALLOWED_LATER)
        return Signature(
            party,
            holder(embedded.signer_cert),
            called(embedded.signer_cert.issuer),
            time,
            str(embedded.sig_object.get("/Reason", "")),
            _state(status),
            status.trusted,
            int(embedded.byte_range[2]) + int(embedded.byte_range[3]),
        )
    except Exception:  # as above
        return Signature(party, "", "", None, "", "unreadable", trusted=False, reach=0)


def _state(status: PdfSignatureStatus) -> State:
    if not (status.intact and status.valid):
        return "altered"
    if status.coverage is None or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "altered"
    return "holds" if status.docmdp_ok else "followed"
