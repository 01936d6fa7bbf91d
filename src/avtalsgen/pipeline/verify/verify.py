"""Whether a file is what was built and signed here."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from avtalsgen.pipeline.verify.received import BuiltFrom, edition_in_name, read, source
from avtalsgen.pipeline.verify.verdict import Verdict, look
from avtalsgen.problems import AvtalsgenError, Problem

if TYPE_CHECKING:
    from avtalsgen.signing.trust import Roots


def verify(path: Path, trust: Iterable[Path], here: Path) -> Verdict:
    """Return what is known of a PDF or a Word file, seen from the workspace that `here` is in.

    A file that says nothing of an uppdrag here is not compared, and its signatures are told
    of all the same.

    Raises:
        AvtalsgenError: ID02, VE01, VE02 it is no such file; as `verify_pdf`, `verify_docx`;
            SG09 one of the files `trust` is no certificate.
    """
    data = read(path)
    roots = _roots(trust)
    made_of, problems = _source(data, here)
    if data.startswith(b"%PDF"):
        from avtalsgen.pipeline.verify.pdf import verify_pdf  # pyHanko takes time to load

        verdict = verify_pdf(data, path, made_of, roots)
    elif data.startswith(b"PK"):
        from avtalsgen.pipeline.verify.docx import verify_docx  # with the readers of Word

        verdict = verify_docx(data, made_of)
    else:
        hint = "ange en PDF eller en Wordfil (.docx)"
        message = f"{path} är varken en PDF eller en Wordfil, eller så är den trasig"
        raise AvtalsgenError([Problem("VE02", message, hint=hint)])
    problems = (*verdict.problems, *problems, *_misnamed(path, made_of))
    return replace(verdict, problems=problems, sha256=sha256(data).hexdigest())


def _misnamed(path: Path, made_of: BuiltFrom | None) -> Iterator[Problem]:
    """Yield that a file is called after another edition than the one that it was held to."""
    if made_of and (other := edition_in_name(path, made_of)):
        message = f"filen heter som {other}, men säger att den är {made_of.name}"
        yield look("VE24", message, f"döp om den, eller ta den rätta filen ur output för {other}")


def _roots(trust: Iterable[Path]) -> "Roots":
    files = [read(path) for path in trust]
    if not files:
        return ()
    from avtalsgen.signing.trust import read_certificates  # with what reads certificates

    return tuple(root for file in files for root in read_certificates(file))


def _source(data: bytes, here: Path) -> tuple[BuiltFrom | None, tuple[Problem, ...]]:
    """Return what a file is made of; else that it is not compared, and why."""
    try:
        return source(data, here), ()
    except AvtalsgenError as error:
        first = error.problems[0]
        message = f"texten är inte jämförd: {first.message}"
        return None, (look("VE13", message, first.hint or "stå i arbetsytan som filen är byggd i"),)
