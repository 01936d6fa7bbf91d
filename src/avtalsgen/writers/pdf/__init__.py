"""PDF for reading, signing and keeping: PDF/A-2a and PDF/UA-1 in one file.

Document ─ data.py ─► JSON ─ engine.py, avtal.typ ─► PDF, Layout ─ archive.py ─► PDF
"""

from datetime import UTC, datetime

from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.writers.pdf import engine
from avtalsgen.writers.pdf.data import to_json
from avtalsgen.writers.pdf.refusals import refused
from avtalsgen.writers.pdf.signers import to_be_signed
from avtalsgen.writers.render import Layout, Render

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The day of a document without one: a PDF/A must have a date and we have no clock."""


def lay_out(document: Document, profile: Profile) -> Layout:
    """Return the page of every section of `document`; raises as `set_pages`."""
    return _pages(document, profile).layout


def set_pages(
    document: Document, profile: Profile, *, to_sign: bool = True
) -> tuple[bytes, Layout]:
    """Return the PDF of `document`, and the page of every section in it.

    One that nobody is `to_sign`, such as an annex, has no field for it and the same pages.
    Equal input gives equal bytes, in every process and on every machine.

    Raises:
        AvtalsgenError: a character that no font has, a reference that leads nowhere.
    """
    from avtalsgen.writers.pdf.archive import for_archive  # pikepdf, which a layout needs not
    from avtalsgen.writers.pdf.row_heads import with_row_heads

    signatories = to_be_signed(document) if to_sign else ()
    pages = _pages(document, profile, len(signatories))
    tables = with_row_heads(document)
    pdf = for_archive(pages.pdf, document.identity.dnr, pages.places, signatories, tables)
    return pdf, pages.layout


def write_pdf(document: Document, render: Render) -> bytes:
    """Return the PDF of `document`."""
    pdf, _ = set_pages(document, render.profile)
    return pdf


def _pages(document: Document, profile: Profile, fields: int = 0) -> engine.PagesSet:
    try:
        return engine.run(to_json(document, profile, fields), day_of(document), profile.font_files)
    except engine.RefusedError as error:
        raise refused(error.messages, document) from error


def day_of(document: Document) -> datetime:
    """Return the day that the PDF of `document` is dated, at midnight UTC."""
    date = document.identity.date
    return datetime.fromisoformat(date).replace(tzinfo=UTC) if date else UNDATED
