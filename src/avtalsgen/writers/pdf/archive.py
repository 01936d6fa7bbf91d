"""What an archive and those who sign ask of a PDF beyond what the engine writes."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import pikepdf

from avtalsgen.model.nodes import Signatory
from avtalsgen.writers.pdf.engine import PagePoint
from avtalsgen.writers.pdf.fields import put_fields
from avtalsgen.writers.pdf.places import put_places
from avtalsgen.writers.pdf.row_heads import put_row_heads

_DOUBTFUL = b"\r\nendstream"


def for_archive(
    pdf: bytes,
    dnr: str,
    places: Mapping[str, PagePoint] | None = None,
    signatories: Sequence[Signatory] = (),
    tables: Sequence[int] = (),
) -> bytes:
    """Return `pdf` with all that it lacks, or as it is when it lacks nothing.

    Names for `places`, a field for each of `signatories`, headings for the rows of `tables`,
    `dnr` as its dc:identifier, which PDF/A-2 takes without a schema of its own (ISO 19005-2,
    6.6.2.3.1), and no stream that ends in a return. One compressed stream in 256 does; with the
    newline that must follow, a validator may take both for the end of the line and say that
    /Length is wrong (6.1.7.1), so such a stream is stored as it is. The file id is made of the
    content: equal input gives equal bytes.

    The file is opened and saved once: each time costs a sixth of setting the pages.
    """
    doubtful, ours = _DOUBTFUL in pdf, bool(dnr or places or signatories or tables)
    if not doubtful and not ours:
        return pdf
    archived = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        if places:
            put_places(file, places)
        if signatories:
            put_fields(file, signatories)
        if tables:
            put_row_heads(file, tables)
        if dnr:
            _identify(file, dnr)
        if doubtful:
            _store_plainly(file)
        file.save(
            archived,
            deterministic_id=True,
            compress_streams=False,
            fix_metadata_version=not ours,  # the engine tells its own, which nothing here changes
        )
    return archived.getvalue()


def _identify(file: pikepdf.Pdf, dnr: str) -> None:
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:identifier"] = dnr


def _store_plainly(file: pikepdf.Pdf) -> None:
    for stream in file.objects:
        if isinstance(stream, pikepdf.Stream) and stream.read_raw_bytes().endswith(b"\r"):
            stream.write(stream.read_bytes())
