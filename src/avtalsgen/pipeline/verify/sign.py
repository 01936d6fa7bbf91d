"""A built PDF to one that a party has signed, beside it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.verify.received import is_as_built, read, signed_name
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.pdf.file import opened
from avtalsgen.signing.keys import read_key
from avtalsgen.signing.signing import sign
from avtalsgen.signing.validation import signed


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


def sign_file(order: Signing) -> tuple[Path, str]:
    """Return the file that was written, and the name in the certificate that signed it.

    Raises:
        AvtalsgenError: ID02, VE01 a file that cannot be read; PF01–PF03 it is no PDF to sign;
            SG10 the file to write is there already; SG11 the PDF was changed after it was
            built; as `read_key` and `sign`. Nothing is written then.
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
    as_built = is_as_built(data, found, order.pdf, (order.pdf.parent,))
    if as_built is False and not found.signatures:  # else the first who signed answers for it
        hint = "bygg om uppdraget, och skriv under den fil som byggs"
        message = f"{order.pdf} har ändrats sedan den byggdes"
        raise AvtalsgenError([Problem("SG11", message, hint=hint)])
    key = read_key(read(order.p12), order.password)
    atomic.write(out, sign(data, order.party, key, order.moment, order.reason))
    return out, key.name
