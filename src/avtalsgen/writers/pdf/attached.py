"""Files that a PDF carries: what it was made of, for programs that read it later.

Then it is a PDF/A-3a, which is PDF/A-2a with any file inside (ISO 19005-3, 6.8).
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file to carry. `relationship` is what it is to the pages: their source, or their data."""

    name: str
    data: bytes
    media_type: str
    relationship: Literal["Source", "Data"]
    description: str


def attach_files(pdf: bytes, files: Sequence[AttachedFile], day: datetime) -> bytes:
    """Return `pdf` with `files` in it, dated `day`, byte for byte; `pdf` itself without any.

    Each is associated with the document as a whole and named as PDF/A-3 asks (ISO 19005-3,
    6.8: AFRelationship, F and UF, a media type, in the catalog's AF). A file that claims
    PDF/A claims part 3.
    """
    if not files:
        return pdf
    assert len({file.name for file in files}) == len(files), "one would take another's place"
    carrying = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as whole:
        named = {file.name: _specification(whole, file, day) for file in files}
        whole.Root.AF = Array(list(named.values()))
        tree = Array([each for name in sorted(named) for each in (String(name), named[name])])
        names = whole.Root.get("/Names", Dictionary())
        names.EmbeddedFiles = whole.make_indirect(Dictionary(Names=tree))
        whole.Root.Names = names
        with whole.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            if "pdfaid:part" in metadata:
                metadata["pdfaid:part"] = "3"
        whole.save(carrying, deterministic_id=True, compress_streams=False)
    return carrying.getvalue()


def _specification(whole: pikepdf.Pdf, file: AttachedFile, day: datetime) -> Object:
    date = String(day.strftime("D:%Y%m%d%H%M%SZ"))
    stream = whole.make_stream(
        file.data,
        Type=Name.EmbeddedFile,
        Subtype=Name(f"/{file.media_type}"),
        Params=Dictionary(Size=len(file.data), CreationDate=date, ModDate=date),
    )
    if file.data.endswith(b"\r"):  # taken for the end of the line, see archive.py
        stream.write(file.data.hex().encode() + b">", filter=Name.ASCIIHexDecode)
    return whole.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(file.name),
            UF=String(file.name),
            Desc=String(file.description),
            AFRelationship=Name(f"/{file.relationship}"),
            EF=Dictionary(F=stream, UF=stream),
        )
    )
