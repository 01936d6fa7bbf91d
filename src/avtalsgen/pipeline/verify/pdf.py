"""Whether a PDF is as it was built, and as it was when it was signed."""

from collections.abc import Iterator
from pathlib import Path

from avtalsgen.pipeline.verify.comparison import Difference, differences, parts
from avtalsgen.pipeline.verify.received import Source, is_as_built
from avtalsgen.pipeline.verify.verdict import Verdict, changed_in_file, changed_in_workspace, look
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.file import opened
from avtalsgen.readers.pdf.ours import text
from avtalsgen.signing.trust import Roots
from avtalsgen.signing.validation import Signature, Signed, signed

_AGAIN = "be om filen på nytt av den som skrev under"


def verify_pdf(data: bytes, path: Path, source: Source | None, roots: Roots) -> Verdict:
    """Return what is known of a PDF, compared with the uppdrag that it is of, if that is known.

    Words that cannot be read (PF04) are a problem beside those of the signatures.

    Raises:
        AvtalsgenError: PF01–PF03 the file cannot be opened.
    """
    with opened(data):
        found = signed(data, roots)
    problems = [*_of_signatures(found)]
    if source is None:
        return Verdict("", found.signatures, (), tuple(problems))
    try:
        main = text.main_part(data)
    except AvtalsgenError as error:
        return Verdict("", found.signatures, (), (*problems, *error.problems))
    different = min((differences(parts(each), main.words) for each in source.documents), key=len)
    if main.annexes != source.annexes:
        problems.append(_of_annexes(main.annexes, source.annexes))
    problems += _of_text(different, is_as_built(data, found, path, source))
    return Verdict(source.name, found.signatures, different, tuple(problems))


def _of_text(different: tuple[Difference, ...], as_built: bool | None) -> Iterator[Problem]:
    if as_built:
        yield from changed_in_workspace(different)
        return
    yield from changed_in_file(different)
    if as_built is False:
        hint = "utgå från filen i output, eller bygg om den"
        yield look("VE10", "filen är inte den som senast byggdes här", hint)


def _of_annexes(found: tuple[str, ...], expected: tuple[str, ...]) -> Problem:
    has = ", ".join(found) or "inga bilagor"
    message = f"bilagorna är andra: filen har {has}, arbetsytan {', '.join(expected) or 'inga'}"
    return look("VE14", message, "avgör vilka bilagor som hör till, och bygg om filen")


def _of_signatures(found: Signed) -> Iterator[Problem]:
    if not found.whole:
        message = (
            "filen har spår av underskrifter som inte går att läsa; den är ändrad eller skadad"
        )
        yield Problem("VE05", message, hint=_AGAIN)
    for signature in found.signatures:
        yield from _of_one(signature)
    for party in found.unsigned:
        yield look("VE07", f"{party} har inte skrivit under", "skriv under med avtalsgen sign")
    if found.signatures and found.holds and not found.covered:
        message = "något har lagts till efter den sista underskriften, men inget som syns"
        yield look("VE08", message, "be den som lade till det berätta vad det är")


def _of_one(signature: Signature) -> Iterator[Problem]:
    by = f"{signature.party} ({signature.name})" if signature.name else signature.party
    match signature.state:
        case "altered" | "unreadable":
            message = f"underskriften av {by} håller inte: filen är inte den som skrevs under"
            yield Problem("VE03", message, hint=_AGAIN)
        case "followed":
            message = f"filen har ändrats efter underskriften av {by}"
            yield Problem("VE04", message, hint=_AGAIN)
        case "holds":
            if not signature.trusted:
                message = f"certifikatet för {by} leder inte till någon som du litar på"
                hint = f"litar du på {signature.issuer}: lägg till --trust med dess certifikat"
                yield look("VE06", message, hint)
