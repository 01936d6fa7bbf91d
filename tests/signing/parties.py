"""A real uppdrag that is signed electronically: as built, and as each party has signed it."""

from functools import cache
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from tests.documents.every import written
from tests.signing import authority

from avtalsgen.signing.keys import read_key
from avtalsgen.signing.signing import sign

NAME = "vald-i-nara-relation@2026"
FIRST, SECOND = "Åsa Öhrström", "Märta Sjögren-Ek"


def built() -> bytes:
    return written(NAME)["pdf"]


@cache
def once() -> bytes:
    key = read_key(authority.p12(FIRST), authority.PASSWORD)
    return sign(built(), "beställare", key, authority.MOMENT, "Enligt beslut")


@cache
def twice() -> bytes:
    key = read_key(authority.p12(SECOND), authority.PASSWORD)
    return sign(once(), "utförare", key, authority.MOMENT)


def with_update(pdf: bytes, content: bytes = b"") -> bytes:
    """Return `pdf` with an update added behind its end: new `content` of its first page, if any."""
    done = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    if content:
        page = writer.root["/Pages"]["/Kids"][0].get_object()
        page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=content))
        writer.update_container(page)
    writer.update_root()  # type: ignore[no-untyped-call]
    writer.write(done)  # type: ignore[no-untyped-call]
    return done.getvalue()


def with_title(pdf: bytes, title: str) -> bytes:
    """Return `pdf` with an update that gives it another title in its information dictionary."""
    done = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.set_info(generic.DictionaryObject({"/Title": generic.pdf_string(title)}))  # type: ignore[no-untyped-call]
    writer.write(done)  # type: ignore[no-untyped-call]
    return done.getvalue()
