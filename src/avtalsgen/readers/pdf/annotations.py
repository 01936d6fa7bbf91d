"""What is pinned on the pages of a PDF: comments, and fields that somebody has filled in."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Pdf

from avtalsgen.model.nodes import Aside, Paragraph, Text
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.pdf.file import text_at
from avtalsgen.readers.rows.characters import cleaned
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_COMMENTS = {"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Caret", "/Squiggly"}
_MOST = 10_000
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Pinned:
    """Comments, and PF08 where there are fields with something in them."""

    comments: tuple[Aside, ...]
    problems: tuple[Problem, ...]


def pinned(file: Pdf, source: str) -> Pinned:
    """Return what is pinned on the pages of `file`; what is broken is left out."""
    comments: list[Aside] = []
    filled = 0
    for annotation in _annotations(file):
        kind = text_at(annotation, "/Subtype")
        if kind in _COMMENTS:
            comments.extend(_comment(annotation, source))
        filled += kind == "/Widget" and _is_filled(annotation)
    return Pinned(tuple(comments), tuple(_filled(filled, source)))


def _filled(filled: int, source: str) -> Iterator[Problem]:
    if filled:
        message = f"filen har ifyllda formulärfält ({filled} st); det som står i dem är inte med"
        hint = "skriv ut filen som en ny PDF, så blir fälten text"
        yield Problem("PF08", message, Severity.WARNING, Origin(source, 1), hint)


def _annotations(file: Pdf) -> Iterator[Object]:
    count = 0
    for page in file.pages:
        listed = page.obj.get("/Annots")
        for annotation in listed.as_list() if isinstance(listed, Array) else ():
            count += 1
            if isinstance(annotation, Dictionary) and count <= _MOST:
                yield annotation


def _comment(annotation: Object, source: str) -> Iterator[Aside]:
    said, who = text_at(annotation, "/Contents"), text_at(annotation, "/T")
    words = " ".join(cleaned(said[:_LONGEST], source)[0].split())
    if words:
        yield Aside("comment", " ".join(who.split()), (Paragraph((Text(words),)),))


def _is_filled(widget: Object) -> bool:
    """Return whether somebody has written in a field; a signature is no text."""
    return text_at(widget, "/FT") == "/Tx" and bool(text_at(widget, "/V").strip())
