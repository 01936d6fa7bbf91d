"""What is told of the signatures of a PDF."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.verify.signers import alone, named, signatory
from avtalsgen.pipeline.verify.verdict import look
from avtalsgen.problems import Problem
from avtalsgen.signing.fitness import WHY
from avtalsgen.signing.validation import Signature, Signed

_AGAIN = "be om filen på nytt av den som skrev under"


def of_signatures(
    signed_file: Signed, documents: tuple[Document, ...], path: Path
) -> Iterator[Problem]:
    """Yield what is to be told of the signatures of the file at `path`, of one of `documents`."""
    if not signed_file.whole:
        message = (
            "filen har spår av underskrifter som inte går att läsa; den är ändrad eller skadad"
        )
        yield Problem("VE05", message, hint=_AGAIN)
    for signature in signed_file.signatures:
        yield from _of_one(signature)
        if signature.state == "holds":
            yield from named("VE22", signature, signatory(documents, signature.party))
    for number, signature in enumerate(signed_file.signatures):
        yield from alone("VE21", signature, signature.party, signed_file.signatures[:number])
    for party in signed_file.unsigned:
        command = f"avtalsgen sign {quote(str(path))} --party {party} --p12 FIL"
        yield look("VE07", f"{party} har inte skrivit under", f"skriv under: {command}")
    if signed_file.title_before:
        message = (
            f"titeln har ändrats efter den sista underskriften: den var {signed_file.title_before}"
        )
        yield look("VE23", message, "läs titeln på första sidan; den i fönstret är ändrad")
    elif signed_file.signatures and signed_file.holds and not signed_file.covered:
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
            yield from _of_trust(signature, by)


def _of_trust(signature: Signature, by: str) -> Iterator[Problem]:
    """Yield why nobody should trust the certificate of a signature that holds."""
    for doubt in signature.doubts:
        hint = "be om en ny underskrift, med ett certifikat för underskrifter"
        yield look("VE20", f"{by}: {WHY[doubt]}", hint)
    if not signature.trusted and not signature.doubts:
        message = f"certifikatet för {by} leder inte till någon som du litar på"
        hint = f"lägg till --trust FIL, med certifikatet för {signature.issuer}, om du litar på det"
        yield look("VE06", message, hint)
