"""The bytes of an annex to a file that can be read, or the reason why it cannot.

A file is taken as it stands: one that the library would have to repair may have lost a page.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import Object, Stream

from avtalsgen.writers.pdf.annexes.annex import Annex, refusal

MOST_PAGES = 500
MOST_UNPACKED = 500_000_000
"""Bytes that all streams of a file may take unpacked."""

_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 1_000_000
_NOT_WHAT_IT_SHOULD_BE = (
    *(TypeError, ValueError, AttributeError),
    *(KeyError, IndexError, OverflowError),
)
_SAVE_AGAIN = "öppna originalet och spara det som PDF på nytt"


def opened(annex: Annex) -> pikepdf.Pdf:
    """Return the file that `annex` is: tagged, whole, not encrypted and of bounded size.

    Raises:
        AvtalsgenError: BI01, BI02, BI04, BI05.
        pikepdf.PdfError, ValueError: it is damaged.
    """
    if not annex.data.startswith(b"%PDF-"):
        raise refusal(annex, "BI01", "är ingen PDF", "spara bilagan som PDF")
    if unpacks_beyond(annex.data, MOST_UNPACKED):
        hint = "spara om den med mindre bilder, eller dela den i flera bilagor"
        raise refusal(annex, "BI04", "blir för stor när den packas upp", hint)
    try:
        file = pikepdf.open(BytesIO(annex.data), attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise _encrypted(annex) from None
    try:
        _refuse(annex, file)
    except BaseException:
        file.close()
        raise
    return file


@contextmanager
def damage_told(annex: Annex) -> Iterator[None]:
    """Raise BI03 for what goes wrong within when an object is not what it has to be there.

    A damaged file may hold anything anywhere, so it shows as any of these.
    """
    try:
        yield
    except (pikepdf.PdfError, *_NOT_WHAT_IT_SHOULD_BE) as error:
        raise refusal(annex, "BI03", "är trasig och går inte att läsa", _SAVE_AGAIN) from error


def unpacks_beyond(data: bytes, most: int) -> bool:
    """Return whether the streams in `data` hold more than `most` bytes, without keeping them.

    They are found by the word that begins them, since the library unpacks some of them in
    order to read the file at all.
    """
    left = most
    view = memoryview(data)
    for start in _STREAM.finditer(data):
        unpacking = zlib.decompressobj()
        packed: bytes | memoryview = view[start.end() :]
        try:
            while packed and not unpacking.eof and left > 0:
                left -= len(unpacking.decompress(packed, _CHUNK))
                packed = unpacking.unconsumed_tail
        except zlib.error:
            continue  # packed in another way, or the word stood in a text
    return left <= 0


def _refuse(annex: Annex, file: pikepdf.Pdf) -> None:
    if file.is_encrypted:
        raise _encrypted(annex)
    pages = len(file.pages)
    if pages == 0 or _is_damaged(file):
        raise ValueError("no pages, or a stream that cannot be unpacked")
    if pages > MOST_PAGES:
        why = f"har {pages} sidor, fler än de {MOST_PAGES} som en bilaga får ha"
        raise refusal(annex, "BI04", why, "dela den i flera bilagor")
    if "/StructTreeRoot" not in file.Root or "/K" not in file.Root.StructTreeRoot:
        why = "är inte taggad, så en skärmläsare har inget att läsa"
        hint = (
            "spara originalet som taggad PDF (PDF/UA); en skannad sida måste först tolkas till"
            " text. Eller ta bort fil: och lämna bilagan för sig"
        )
        raise refusal(annex, "BI05", why, hint)


def _is_damaged(file: pikepdf.Pdf) -> bool:
    """Return whether something that a page may need is not what the file says that it is.

    That is every object, every stream that can be unpacked here, and every page's drawing. Not
    asked is `Pdf.check_pdf_syntax`: from release to release it looks at more, and what it calls
    damage since 10.18 (a form whose fields are direct objects, an index for the web that is
    stale) takes nothing from a page.

    Raises:
        pikepdf.PdfError: a page's drawing cannot be read.
    """
    for object_ in file.objects:
        if isinstance(object_, Stream):
            try:
                object_.read_bytes(pikepdf.StreamDecodeLevel.all)
            except pikepdf.DataDecodingError:
                return True
            except (pikepdf.PdfError, pikepdf.DependencyError):
                continue  # packed in a way that is not known here, as JPEG 2000 is
    for page in file.pages:
        page.parse_contents(_DiscardingParser())
    return bool(file.get_warnings())


class _DiscardingParser(pikepdf.StreamParser):
    """Reads a page's drawing to its end and keeps nothing."""

    def handle_object(self, obj: Object, offset: int, length: int) -> None:
        """Pass on."""

    def handle_eof(self) -> None:
        """Pass on."""


def _encrypted(annex: Annex) -> Exception:
    hint = "spara den utan lösenord och begränsningar"
    return refusal(annex, "BI02", "är krypterad", hint)
