"""A PDF from anybody, opened with limits."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Object

from avtalsgen.problems import AvtalsgenError, Problem

_UNFOLDED = 32_000_000
"""Bytes that one stream may become; a font or a page of ours is a hundredth of it."""
_PAGES = 1000
_DEEPEST = 200
"""Nodes above a page."""
_OF_OBJECTS = (pikepdf.Name.ObjStm, pikepdf.Name.XRef)

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what is wrong is told by us
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=_UNFOLDED, png_max_memory=_UNFOLDED, run_length_max_memory=_UNFOLDED
)


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """Open a PDF, as any viewer does if only its owner has a password (7.6.3.4).

    Raises:
        AvtalsgenError: PF01 it is no PDF, or a broken one, PF02 it cannot be opened without a
            password, PF03 it has more pages than any document of ours.
    """
    try:
        file = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        raise _encrypted() from None
    except (pikepdf.PdfError, ValueError):
        raise _broken() from None
    with file:
        _require_bounded(file)
        if len(file.pages) > _PAGES:
            message = f"filen har {len(file.pages)} sidor, mer än de {_PAGES} som läses"
            raise AvtalsgenError([Problem("PF03", message, hint="ange en fil som är byggd här")])
        yield file


def text_at(holder: Object, key: str) -> str:
    """Return the text that `holder` has under `key`; nothing where there is none to read.

    A name may have bytes that are no text in any encoding.
    """
    try:
        return str(holder.get(key, ""))
    except (ValueError, TypeError, pikepdf.PdfError):
        return ""


def inherited(page: Object, key: str) -> object:
    """Return an attribute of a page, its own or of the nearest node above (7.7.3.4)."""
    node: object = page
    for _ in range(_DEEPEST):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


def plain_copy(file: pikepdf.Pdf) -> bytes:
    """Return `file` written anew, for a reader without limits of its own.

    It sees the same objects as we have looked through, whatever the file says in other places,
    and neither scripts, enclosed files nor what is pinned on the pages.
    """
    for key in ("/OpenAction", "/AA", "/Names", "/AcroForm", "/Outlines", "/Metadata"):
        if key in file.Root:
            del file.Root[key]
    for page in file.pages:
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
    written = BytesIO()
    file.save(written, encryption=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return written.getvalue()


def _require_bounded(file: pikepdf.Pdf) -> None:
    """Stop at a stream of objects that unfolds without end: other readers have no limit."""
    try:
        for object_ in file.objects:
            if isinstance(object_, pikepdf.Stream) and object_.get("/Type") in _OF_OBJECTS:
                object_.read_bytes()
    except (pikepdf.PdfError, ValueError):
        raise _broken() from None


def _broken() -> AvtalsgenError:
    hint = "ange en PDF-fil; är den skadad, hämta den på nytt"
    problem = Problem("PF01", "filen är ingen PDF, eller så är den trasig", hint=hint)
    return AvtalsgenError([problem])


def _encrypted() -> AvtalsgenError:
    hint = "öppna den med lösenordet och spara en kopia utan"
    message = "PDF-filen kan bara öppnas med lösenord"
    return AvtalsgenError([Problem("PF02", message, hint=hint)])
