"""Whether a PDF is as it was built, and as it was when it was signed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.verify.received import BuiltFrom, before_signing, origin_of
from avtalsgen.pipeline.verify.signatures import of_signatures
from avtalsgen.pipeline.verify.verdict import (
    Verdict,
    as_built,
    changed,
    changed_in_file,
    changed_in_workspace,
    look,
)
from avtalsgen.pipeline.verify.word_differences import differences, parts
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.beside import beside
from avtalsgen.readers.pdf.file import opened
from avtalsgen.readers.pdf.ours import printed_text
from avtalsgen.signing.trust import Roots
from avtalsgen.signing.validation import Signed, signed

_NOT_SIGNED = "ändrad: filen är inte den som skrevs under"
_ADDED = "ändrad: något har lagts till efter den sista underskriften"
_UNREAD = "ändrad: texten går inte att läsa som i filen som byggs"
_SAVED_AGAIN = (
    "sidorna säger detsamma som i filen som byggs nu, men ett annat program har sparat den"
)


def verify_pdf(data: bytes, path: Path, source: BuiltFrom | None, roots: Roots) -> Verdict:
    """Return what is known of a PDF, compared with the uppdrag that it is of, if that is known.

    Words that cannot be read (PF04) are a problem beside those of the signatures.

    Raises:
        AvtalsgenError: PF01–PF03 the file cannot be opened.
    """
    with opened(data):
        signatures = signed(data, roots)
    told = tuple(of_signatures(signatures, source.documents if source else (), path))
    verdict = _beside_workspace(data, path, source, signatures) if source else Verdict()
    standing, summary = verdict.standing, verdict.summary
    if not signatures.holds:
        standing, summary = "changed", _NOT_SIGNED
    elif signatures.signatures and not signatures.covered:
        standing, summary = "changed", _ADDED
    return replace(
        verdict,
        signatures=signatures.signatures,
        problems=(*told, *verdict.problems),
        standing=standing,
        summary=summary,
    )


def of_text(data: bytes, path: Path, source: BuiltFrom) -> tuple[Problem, ...]:
    """Return how a PDF differs from what the workspace gives, whoever has signed it."""
    return _beside_workspace(data, path, source, signed(data, ())).problems


def _beside_workspace(data: bytes, path: Path, source: BuiltFrom, signatures: Signed) -> Verdict:
    unsigned = before_signing(data, signatures)
    hint = "utgå från filen i output, eller bygg om den"
    other = look("VE10", "filen är inte den som senast byggdes här", hint)
    try:
        main = printed_text.main_part(data)
    except AvtalsgenError as error:
        told = (*error.problems, other, *_of_pages(unsigned, source.documents[0], source))
        return Verdict(source.name, (), (), told, (), "changed", _UNREAD)
    every = [(differences(parts(each), main.words), each) for each in source.documents]
    different, document = min(every, key=lambda tried: len(tried[0]))
    annexes = tuple(_of_annexes(main.annexes, source.annexes))
    origin = origin_of(data, signatures, path, source)
    if origin in ("built", "earlier"):
        count, is_earlier = len(different) + len(annexes), origin == "earlier"
        said = as_built(count, earlier=is_earlier, signed=bool(signatures))
        told = (*annexes, *changed_in_workspace(different))
        return Verdict(source.name, (), different, told, (), *said)
    pages = tuple(_of_pages(unsigned, document, source))
    told = (*annexes, *changed_in_file(different), other, *pages)
    said = changed(len(different), len(pages) + len(annexes))
    if told == (other,):
        said = "unproven", _SAVED_AGAIN
    return Verdict(source.name, (), different, told, (), *said)


def _of_pages(data: bytes, document: Document, source: BuiltFrom) -> Iterator[Problem]:
    """Yield where a file is another than one that is built now, beside its words."""
    hint = "utgå från filen i output, eller jämför sidorna"
    try:
        told = beside(data, source.fresh(document, "pdf"))
    except AvtalsgenError as error:
        told = (f"sidorna är inte jämförda: {error.problems[0].message}",)
    for what in told:
        yield look("VE18", what, hint)


def _of_annexes(annexes: tuple[str, ...], expected: tuple[str, ...]) -> Iterator[Problem]:
    if annexes == expected:
        return
    has = ", ".join(annexes) or "inga bilagor"
    message = f"bilagorna är andra: filen har {has}, arbetsytan {', '.join(expected) or 'inga'}"
    yield look("VE14", message, "avgör vilka bilagor som hör till, och bygg om filen")
