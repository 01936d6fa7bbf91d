"""A built PDF to one that a party has signed, beside it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.verify.pdf import of_text
from avtalsgen.pipeline.verify.received import (
    FileOrigin,
    origin_of,
    read,
    signed_name,
    source,
)
from avtalsgen.pipeline.verify.signers import alone, named, signatory
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.readers.pdf.file import opened
from avtalsgen.records import dataclass
from avtalsgen.signing.keys import read_key
from avtalsgen.signing.signing import SignatureLook, sign
from avtalsgen.signing.validation import Signed, signed
from avtalsgen.writers import lato


@dataclass(frozen=True, slots=True)
class Signing:
    """Who is to sign what: the PDF, the party, the p12 file with its key, and when."""

    pdf: Path
    party: str
    p12: Path
    password: str
    moment: datetime
    reason: str = ""
    out: Path | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class ReadyToSign:
    """A signed file that is not written yet: where it is to go, who signed, what to tell first."""

    file: Path
    name: str
    """The name in the certificate."""
    problems: tuple[Problem, ...]
    data: bytes

    def write(self) -> None:
        """Write the file.

        Raises:
            AvtalsgenError: the disk does not take it (SK01–SK05).
        """
        atomic.write(self.file, self.data)


def ready_to_sign(order: Signing, here: Path) -> ReadyToSign:
    """Return what would become of `order`, with all that is to be told before it is written.

    A key that may not sign is refused also with `force`.

    Raises:
        AvtalsgenError: ID02, VE01 a file that cannot be read; PF01–PF03 it is no PDF to sign;
            SG10 the file to write is there already; SG11 the PDF is not one that was built in the
            workspace that `here` is in; as `read_key`, `Key.require_fit` and `sign`.
    """
    data = read(order.pdf)
    with opened(data):
        pass
    out = order.out or order.pdf.with_name(signed_name(order.pdf))
    if out.exists() and not order.force:
        hint = "ange ett annat namn med --out, eller skriv över med --force"
        problem = Problem("SG10", f"{out} finns redan", hint=hint, exit=Exit.CONFLICT)
        raise AvtalsgenError([problem])
    key = read_key(read(order.p12), order.password)
    problems = key.require_fit()
    signatures = signed(data, ())
    if not signatures.signatures:  # else the first who signed answers for it
        problems += _foreign(data, signatures, order, here)
    expected = signatory(_documents(data, here), order.party)
    role = plain.text(expected.title) if expected else ""
    problems += (
        *alone("SG15", key, order.party, signatures.signatures),
        *named("SG16", key, expected),
    )
    look = SignatureLook(lato.data("regular"), f"{role}, {order.party}" if role else order.party)
    signed_pdf = sign(data, order.party, key, order.moment, order.reason, look)
    return ReadyToSign(out, key.name, problems, signed_pdf)


def _documents(data: bytes, here: Path) -> tuple[Document, ...]:
    try:
        return source(data, here).documents
    except AvtalsgenError:
        return ()


_STRANGER: Mapping[FileOrigin, str] = {
    "earlier": "är byggd här, men en nyare är byggd sedan dess",
    "other": "är inte som den byggdes",
    "unknown": "är inte känd här",
}


def _foreign(data: bytes, signed_file: Signed, order: Signing, here: Path) -> tuple[Problem, ...]:
    """Return nothing if the file is as it was built last, by our record or a fresh build.

    With `force` warnings say what is signed: the file, its hash, and how it differs.

    Raises:
        AvtalsgenError: SG11 it is not, or nobody can tell.
    """
    path = order.pdf
    try:
        made_of, why = source(data, here), ""
    except AvtalsgenError as error:
        made_of, why = None, f" ({error.problems[0].message})"
    origin = origin_of(data, signed_file, path, made_of)
    if origin == "built":
        return ()
    message = f"{path} {_STRANGER[origin]}{why}: sha256 {sha256(data).hexdigest()}"
    if order.force:
        hint = "läs den fil som skrivs under, innan den lämnas vidare"
        differs = of_text(data, path, made_of) if made_of else ()
        told = (Problem("SG11", message, hint=hint), *differs)
        return tuple(replace(problem, severity=Severity.WARNING) for problem in told)
    hint = "bygg uppdraget och skriv under den fil som byggs; med --force skrivs den här under"
    raise AvtalsgenError([Problem("SG11", message, hint=hint)])
