"""An uppdrag that is signed electronically: as built, and as each party has signed it.

It is a real one, of which the chapters about money and about signing are left: what a signature
holds does not hang on how long a text is, and every file of a test is written and read many times.
"""

import re
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from tests.cli.library import copied
from tests.signing import authority

from avtalsgen.pipeline.build.build import build
from avtalsgen.pipeline.build.order import BuildOrder
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.signing.keys import read_key
from avtalsgen.signing.signing import sign

SLUG, EDITION = "vald-i-nara-relation", "2026"
FILE = f"uppdrag/{SLUG}/{EDITION}.yaml"
STEM = f"output/{SLUG}/{EDITION}/{SLUG}-{EDITION}"
_REQUIRED = re.compile(r"^(obligatoriska:\n(?:  .*\n)*|obligatorisk_när:.*\n)", re.M)
_CHAPTERS = """
disposition:
  - klausul: inledning@2026
    under: [beslut@2026, tid@2026]
  - klausul: ersattning-fast@2026
    under: [prisjustering@2026]
  - tolkning@2026
  - underskrifter@2026
"""
FIRST, SECOND = "Åsa Öhrström", "Märta Sjögren-Ek"


@cache
def files() -> dict[str, bytes]:
    """Return every file of the workspace in which the uppdrag has been built, by path."""
    root = Path(tempfile.mkdtemp())
    try:
        copied(root)
        short = (root / FILE).read_text("utf-8").partition("\ndisposition:")[0] + _CHAPTERS
        (root / FILE).write_text(short, "utf-8")
        for path in root.glob("clauses/**/2026.*"):
            path.write_text(_REQUIRED.sub("", path.read_text("utf-8")), "utf-8")
        order = BuildOrder(SLUG, EDITION, ("docx", "pdf"), root / "output")
        done = build(open_project(root), order)
        assert done.status == "built", done.problems
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }
    finally:
        shutil.rmtree(root)


def built() -> bytes:
    return files()[f"{STEM}.pdf"]


@cache
def once() -> bytes:
    key = read_key(authority.p12(FIRST), authority.PASSWORD)
    return _beside(lambda: sign(built(), "beställare", key, authority.MOMENT, "Enligt beslut"))


@cache
def twice() -> bytes:
    key = read_key(authority.p12(SECOND), authority.PASSWORD)
    signed = once()
    return _beside(lambda: sign(signed, "utförare", key, authority.MOMENT))


def _beside(signing: Callable[[], bytes]) -> bytes:
    """Sign in a thread of its own: a browser of another test may have a loop running in this."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(signing).result()


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


def without_identity(pdf: bytes) -> bytes:
    """Return `pdf` with an update after which it does not say which uppdrag it is of."""
    done = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.set_info(generic.DictionaryObject({"/Keywords": generic.pdf_string("")}))  # type: ignore[no-untyped-call]
    writer.write(done)  # type: ignore[no-untyped-call]
    return done.getvalue()
