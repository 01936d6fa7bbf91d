"""A signature in the field of a party: PAdES, level B-B (ETSI EN 319 142-1)."""

import unicodedata
from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import BaseStampStyle

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.signing.appearance import Visible, lines
from avtalsgen.signing.holders import one_line
from avtalsgen.signing.keys import Key
from avtalsgen.signing.validation import Signed, signed

_HASH = "sha256"


@dataclass(frozen=True, slots=True)
class SignatureLook:
    """What a signature looks like: a TrueType file, and whom somebody signs as."""

    font: bytes
    role: str


def sign(
    pdf: bytes,
    party: str,
    key: Key,
    moment: datetime,
    reason: str = "",
    look: SignatureLook | None = None,
) -> bytes:
    """Return `pdf` with a signature by `key` in the field of `party`, claimed to be at `moment`.

    The file grows and no byte of it is changed. The field tells name, role, time and reason
    as `look` says; without one it stays empty.

    Raises:
        AvtalsgenError: SG01 the file has no field, SG02 none for `party`, SG03 the field is
            signed, SG07 the certificate is not valid at `moment`, SG08 an earlier signature
            does not hold.
    """
    party = unicodedata.normalize("NFC", party)
    _require_free(signed(pdf, ()), party)
    key.require_valid_at(moment)
    metadata = PdfSignatureMetadata(
        field_name=party,
        md_algorithm=_HASH,
        subfilter=SigSeedSubFilter.PADES,
        reason=one_line(reason) or None,
        name=key.name,
    )
    style = _seen(key.name, moment, metadata.reason or "", look) if look else _NoStamp()
    signer = _Signer(metadata, key, moment, style)
    done = signer.sign_pdf(_UnstampedWriter(BytesIO(pdf)), existing_fields_only=True)
    return bytes(done.getbuffer())


def _seen(name: str, moment: datetime, reason: str, look: SignatureLook) -> Visible:
    return Visible(told=lines(name, one_line(look.role), moment, reason), font=look.font)


class _UnstampedWriter(IncrementalPdfFileWriter):
    """Leaves title, dates and XMP as they were built: PDF/A asks that they agree."""

    def _update_meta(self) -> None:
        pass


class _NoStamp(BaseStampStyle):
    """Leaves the field as empty to the eye as it was."""

    def create_stamp(self, writer: object, box: object, text_params: object) -> None:
        """Return nothing to draw."""


class _Signer(PdfSigner):
    """Signs at a moment that is given, not when the clock of the machine says."""

    def __init__(
        self, metadata: PdfSignatureMetadata, key: Key, moment: datetime, style: BaseStampStyle
    ) -> None:
        super().__init__(metadata, signer=key.signer, stamp_style=style)
        self._moment = moment

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._moment
        return session


def _require_free(so_far: Signed, party: str) -> None:
    """Raise unless `party` has a field that is empty, in a file whose signatures hold."""
    if not so_far.holds:
        hint = "be om filen på nytt, och kontrollera den: avtalsgen verify --help"
        message = "filen har ändrats sedan den skrevs under, eller så är en underskrift trasig"
        raise AvtalsgenError([Problem("SG08", message, hint=hint)])
    parties = (*(signature.party for signature in so_far.signatures), *so_far.unsigned)
    if not parties:
        hint = "bygg uppdraget med underskrift: {form: e-signering}; ett utkast har inga fält"
        message = "filen har inget fält att skriva under i"
        raise AvtalsgenError([Problem("SG01", message, hint=hint)])
    if party not in parties:
        hint = f"skriv --party {(*so_far.unsigned, *parties)[0]}; fälten är {', '.join(parties)}"
        raise AvtalsgenError([Problem("SG02", f"filen har inget fält för {party}", hint=hint)])
    if party not in so_far.unsigned:
        hint = "skriv under för en annan part, eller utgå från den byggda filen"
        raise AvtalsgenError([Problem("SG03", f"{party} har redan skrivit under", hint=hint)])
