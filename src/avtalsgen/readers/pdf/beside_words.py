"""What a PDF shows or carries beside its words: pictures, drawn marks, fields, enclosed files.

Words that a viewer cuts away at the edge of a page are read, and counted here, as are pages that
it shows turned. Two files with the
same words are not the same file if these differ. A picture is known by its bytes as they stand in
the file, so one that a program has packed anew is another.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from avtalsgen.readers.pdf.every_letter import beside_pages, turned_pages
from avtalsgen.readers.pdf.file import opened, text_at

Things = Mapping[str, Counter[str]]
"""By kind, as a reader calls it, each thing with how many there are."""

_TOLD_ELSEWHERE: Final = {
    *("/Link", "/Widget", "/Popup"),
    *("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Caret", "/Squiggly"),
}
"""Notes on a page that are links, fields, or comments, which are read as such."""
_DEEPEST: Final = 20
"""Fields, or lists of files, inside others."""
_INLINE: Final = re.compile(rb"\bBI\s[^()]{0,999}?\sID\s")
"""The beginning of a picture that stands among what is drawn; pages without one are not parsed."""
_MOST: Final = 10_000
"""Things of a kind that are looked at."""


def beside_words(data: bytes) -> Things:
    """Return all that the PDF `data` shows or carries beside its words; broken things apart.

    Raises:
        AvtalsgenError: as the reader of its words.
    """
    with opened(data) as file:
        kinds = {
            "bild": _pictures(file),
            "påritat": _drawn_on(file),
            "formulärfält": _fields(file, signed=False),
            "underskrift": _fields(file, signed=True),
            "bifogad fil": _enclosed(file),
            "text utanför sidan": beside_pages(data),
            "sida som inte står upprätt": turned_pages(data),
        }
        return {kind: Counter(_sound(things)) for kind, things in kinds.items()}


def _sound(things: Iterator[str]) -> Iterator[str]:
    """Yield things up to one that cannot be read: what comes after it in its kind is left out."""
    try:
        for _, thing in zip(range(_MOST), things, strict=False):
            yield thing
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
        return


def _pictures(file: Pdf) -> Iterator[str]:
    """Yield each picture once, however many pages it is on, and those drawn into a page itself."""
    for object_ in file.objects:
        kind = object_.get("/Subtype") if isinstance(object_, Stream) else None
        if kind == Name.Image:
            size = f"{object_.get('/Width', 0)}×{object_.get('/Height', 0)}"
            yield f"{size} {_digest(object_)}"
        elif kind == Name.Form and _INLINE.search(object_.read_bytes()):
            yield from _inline(object_)
    for page in file.pages:
        contents = page.obj.get("/Contents")
        streams = contents.as_list() if isinstance(contents, Array) else [contents]
        drawn = b"\n".join(one.read_bytes() for one in streams if isinstance(one, Stream))
        if _INLINE.search(drawn):
            yield from _inline(page)


def _inline(drawn: Page | Object) -> Iterator[str]:
    """Yield the pictures that stand among what is drawn."""
    for step in pikepdf.parse_content_stream(drawn):
        if isinstance(step, pikepdf.ContentStreamInlineImage):
            yield hashlib.sha256(step.iimage.unparse()).hexdigest()


def _drawn_on(file: Pdf) -> Iterator[str]:
    for page in file.pages:
        listed = page.obj.get("/Annots")
        for note in listed.as_list() if isinstance(listed, Array) else ():
            if isinstance(note, Dictionary):
                kind = text_at(note, "/Subtype")
                if kind not in _TOLD_ELSEWHERE:
                    yield f"{page.index} {kind} {text_at(note, '/Contents')}"


def _fields(file: Pdf, *, signed: bool) -> Iterator[str]:
    form = file.Root.get("/AcroForm")
    listed = form.get("/Fields") if isinstance(form, Dictionary) else None
    yield from _fields_in(listed, "", "", signed=signed, depth=0)


def _fields_in(
    listed: Object | None, above: str, kind: str, *, signed: bool, depth: int
) -> Iterator[str]:
    """Yield the fields of a list by their names, with what is filled in; signed ones, or others."""
    for field in listed.as_list() if isinstance(listed, Array) and depth < _DEEPEST else ():
        if not isinstance(field, Dictionary):
            continue
        name = f"{above}.{text_at(field, '/T')}"
        kind_here = text_at(field, "/FT") or kind
        if "/Kids" in field and "/V" not in field:
            yield from _fields_in(field.Kids, name, kind_here, signed=signed, depth=depth + 1)
        elif (kind_here == "/Sig") is signed and (not signed or "/V" in field):
            yield f"{name} {'' if signed else text_at(field, '/V')}"


def _enclosed(file: Pdf) -> Iterator[str]:
    names = file.Root.get("/Names")
    tree = names.get("/EmbeddedFiles") if isinstance(names, Dictionary) else None
    yield from _files_in(tree, 0)


def _files_in(tree: Object | None, depth: int) -> Iterator[str]:
    if not isinstance(tree, Dictionary) or depth > _DEEPEST:
        return
    for below in tree.Kids.as_list() if "/Kids" in tree else ():
        yield from _files_in(below, depth + 1)
    for said in tree.Names.as_list()[1::2] if "/Names" in tree else ():
        carried = said.EF.F
        yield f"{text_at(said, '/UF') or text_at(said, '/F')} {_digest(carried)}"


def _digest(stream: Object) -> str:
    return hashlib.sha256(stream.read_raw_bytes()).hexdigest()
