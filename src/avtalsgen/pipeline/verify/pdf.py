"""Whether a PDF is as it was built, and as it was when it was signed."""

from collections.abc import Iterator
from pathlib import Path

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.verify.comparison import PartDifference, differences, parts
from avtalsgen.pipeline.verify.received import BuiltFrom, before_signing, is_as_built
from avtalsgen.pipeline.verify.signatures import of_signatures
from avtalsgen.pipeline.verify.verdict import Verdict, changed_in_file, changed_in_workspace, look
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.beside import beside
from avtalsgen.readers.pdf.file import opened
from avtalsgen.readers.pdf.ours import text
from avtalsgen.signing.trust import Roots
from avtalsgen.signing.validation import signed


def verify_pdf(data: bytes, path: Path, source: BuiltFrom | None, roots: Roots) -> Verdict:
    """Return what is known of a PDF, compared with the uppdrag that it is of, if that is known.

    Words that cannot be read (PF04) are a problem beside those of the signatures.

    Raises:
        AvtalsgenError: PF01–PF03 the file cannot be opened.
    """
    with opened(data):
        signatures = signed(data, roots)
    problems = [*of_signatures(signatures, source.documents if source else ())]
    if source is None:
        return Verdict("", signatures.signatures, (), tuple(problems))
    try:
        main = text.main_part(data)
    except AvtalsgenError as error:
        told = _of_pages(before_signing(data, signatures), source.documents[0], source)
        return Verdict("", signatures.signatures, (), (*problems, *error.problems, *told))
    every = [(differences(parts(each), main.words), each) for each in source.documents]
    different, document = min(every, key=lambda tried: len(tried[0]))
    if main.annexes != source.annexes:
        problems.append(_of_annexes(main.annexes, source.annexes))
    as_built = is_as_built(data, signatures, path, source)
    problems += _of_text(different, as_built)
    if not as_built:
        problems += _of_pages(before_signing(data, signatures), document, source)
    return Verdict(source.name, signatures.signatures, different, tuple(problems))


def _of_text(different: tuple[PartDifference, ...], as_built: bool | None) -> Iterator[Problem]:
    if as_built:
        yield from changed_in_workspace(different)
        return
    yield from changed_in_file(different)
    if as_built is False:
        hint = "utgå från filen i output, eller bygg om den"
        yield look("VE10", "filen är inte den som senast byggdes här", hint)


def _of_pages(data: bytes, document: Document, source: BuiltFrom) -> Iterator[Problem]:
    """Yield where a file is another than one that is built now, beside its words."""
    hint = "utgå från filen i output, eller jämför sidorna"
    try:
        told = beside(data, source.fresh(document, "pdf"))
    except AvtalsgenError as error:
        told = (f"sidorna är inte jämförda: {error.problems[0].message}",)
    for what in told:
        yield look("VE18", what, hint)


def _of_annexes(annexes: tuple[str, ...], expected: tuple[str, ...]) -> Problem:
    has = ", ".join(annexes) or "inga bilagor"
    message = f"bilagorna är andra: filen har {has}, arbetsytan {', '.join(expected) or 'inga'}"
    return look("VE14", message, "avgör vilka bilagor som hör till, och bygg om filen")
