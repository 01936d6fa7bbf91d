"""What an archive asks of a PDF beyond what the engine writes."""

from io import BytesIO

import pikepdf

_DOUBTFUL = b"\r\nendstream"


def for_archive(pdf: bytes, dnr: str) -> bytes:
    """Return `pdf` with `dnr` as its dc:identifier, and with no stream that ends in a return.

    PDF/A-2 takes dc:identifier without a schema of its own (ISO 19005-2, 6.6.2.3.1). One
    compressed stream in 256 ends in a carriage return; with the newline that must follow,
    a validator may take both for the end of the line and say that /Length is wrong
    (6.1.7.1), so such a stream is stored as it is. The file id is made of the content:
    equal input gives equal bytes.
    """
    if not dnr and _DOUBTFUL not in pdf:
        return pdf
    archived = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        if dnr:
            with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
                metadata["dc:identifier"] = dnr
        for stream in file.objects:
            if isinstance(stream, pikepdf.Stream) and stream.read_raw_bytes().endswith(b"\r"):
                stream.write(stream.read_bytes())
        file.save(archived, deterministic_id=True, compress_streams=False)
    return archived.getvalue()
