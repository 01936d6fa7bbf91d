"""A built PDF to one that a party has signed, beside it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.verify.received import is_as_built, read, signed_name, source
from avtalsgen.pipeline.verify.signers import alone, named, signatory
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.readers.pdf.file import opened
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
class Done:
    """What was signed: the file, the name in the certificate, and what to tell."""

    file: Path
    name: str
    problems: tuple[Problem, ...]


def sign_file(order: Signing, here: Path) -> Done:
    """Return what became of `order`; a key that may not sign is refused also with `force`.

    Raises:
        AvtalsgenError: ID02, VE01 a file that cannot be read; PF01–PF03 it is no PDF to sign;
            SG10 the file to write is there already; SG11 the PDF is not one that was built in the
            workspace that `here` is in; as `read_key`, `Key.require_fit` and `sign`. Nothing is
            written then.
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
    atomic.write(out, sign(data, order.party, key, order.moment, order.reason, look))
    return Done(out, key.name, problems)


def _documents(data: bytes, here: Path) -> tuple[Document, ...]:
    try:
        return source(data, here).documents
    except AvtalsgenError:
        return ()


def _foreign(data: bytes, signed_file: Signed, order: Signing, here: Path) -> tuple[Problem, ...]:
    """Return nothing if the file is as it was built, by our record or a fresh build.

    With `force` a warning says what is signed.

    Raises:
        AvtalsgenError: SG11 it is not, or nobody can tell.
    """
    path = order.pdf
    try:
        made_of, why = source(data, here), ""
    except AvtalsgenError as error:
        made_of, why = None, f" ({error.problems[0].message})"
    as_built = is_as_built(data, signed_file, path, made_of)
    if as_built:
        return ()
    known = "är inte som den byggdes" if as_built is False else f"är inte känd här{why}"
    hint = "bygg uppdraget och skriv under den fil som byggs; med --force skrivs den här under"
    message = f"{path} {known}: sha256 {sha256(data).hexdigest()}"
    if order.force:
        hint = "läs den fil som skrevs under, innan den lämnas vidare"
        return (Problem("SG11", message, Severity.WARNING, hint=hint),)
    raise AvtalsgenError([Problem("SG11", message, hint=hint)])
