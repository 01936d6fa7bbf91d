"""A small uppdrag of ours in every format, and all that is asked of a file from outside."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from tests import sample as made
from tests.read import read_docx, read_pdf
from tests.writers.docx.rendering import shell

from avtalsgen.compare.looks import other_looks
from avtalsgen.model import walk
from avtalsgen.model.nodes import Inline, Reference
from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.package import Package
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.verify.docx import verify_docx
from avtalsgen.readers.docx.altered import altered
from avtalsgen.readers.docx.foreign import foreign
from avtalsgen.readers.identity import identity_of
from avtalsgen.readers.pdf.beside import beside
from avtalsgen.signing.validation import signed
from avtalsgen.writers.render import Render

Check = Callable[[bytes], object]


@cache
def sample(format_: str) -> bytes:
    """Return a small document as we build it: short, since each test reads it many times."""
    whole = made.document()
    few = tuple(each for each in whole.sections if each.anchor in ("inledning", "bilagor"))
    document = walk.rewrite(replace(whole, sections=few), inline=_within)
    return write(document, Render(made.PROFILE, shell()), (format_,))[format_]


def _within(inline: Inline, _: walk.Mark) -> tuple[Inline, ...]:
    """Let a reference to a chapter that is left out lead to the first."""
    if isinstance(inline, Reference):
        return (replace(inline, anchor="inledning", text="1.0", form="number"),)
    return (inline,)


def _beside(data: bytes) -> None:
    try:
        file, known = Package(data), Package(sample("docx"))
        foreign(file, known)
        altered(file, known)
        other_looks(file, known)
    except UnfitError:
        return


DOCX_CHECKS: tuple[Check, ...] = (
    identity_of,
    lambda data: read_docx(data, "fil.docx"),
    lambda data: verify_docx(data, None),
    _beside,
)
PDF_CHECKS: tuple[Check, ...] = (
    identity_of,
    lambda data: read_pdf(data, "fil.pdf"),
    lambda data: signed(data, ()),
    lambda data: beside(data, sample("pdf")),
)
