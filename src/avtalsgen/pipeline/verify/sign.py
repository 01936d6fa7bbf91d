"""A built PDF to one that a party has signed, beside it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.verify.received import is_as_built, read, signed_name, source
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.pdf.file import opened
from avtalsgen.signing.keys import read_key
from avtalsgen.signing.signing import sign
from avtalsgen.signing.validation import Signed, signed


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


def sign_file(order: Signing, here: Path) -> tuple[Path, str]:
    """Return the file that was written, and the name in the certificate that signed it.

    Raises:
        AvtalsgenError: ID02, VE01 a file that cannot be read; PF01–PF03 it is no PDF to sign;
            SG10 the file to write is there already; SG11 the PDF is not one that was built in the
            workspace that `here` is in; as `read_key` and `sign`. Nothing is written then.
    """
    data = read(order.pdf)
    with opened(data):
        pass
    out = order.out or order.pdf.with_name(signed_name(order.pdf))
    if out.exists() and not order.force:
        hint = "ange ett annat namn med --out, eller skriv över med --force"
        problem = Problem("SG10", f"{out} finns redan", hint=hint, exit=Exit.CONFLICT)
        raise AvtalsgenError([problem])
    found = signed(data, ())
    if not order.force and not found.signatures:  # else the first who signed answers for it
        _refuse_foreign(data, found, order.pdf, here)
    key = read_key(read(order.p12), order.password)
    atomic.write(out, sign(data, order.party, key, order.moment, order.reason))
    return out, key.name


def _refuse_foreign(data: bytes, found: Signed, path: Path, here: Path) -> None:
    """Do nothing if `data` is as it was built, by our record or a fresh build.

    Raises:
        AvtalsgenError: SG11 it is not, or nobody can tell.
    """
    try:
        made_of, why = source(data, here), ""
    except AvtalsgenError as error:
        made_of, why = None, f" ({error.problems[0].message})"
    as_built = is_as_built(data, found, path, made_of)
    if as_built:
        return
    known = "är inte som den byggdes" if as_built is False else f"är inte känd här{why}"
    hint = "bygg uppdraget och skriv under den fil som byggs; med --force skrivs den här under"
    message = f"{path} {known}: sha256 {sha256(data).hexdigest()}"
    raise AvtalsgenError([Problem("SG11", message, hint=hint)])
