"""What an archive looks for in the file and the engine cannot write: the diarienummer."""

from io import BytesIO

import pikepdf


def with_dnr(pdf: bytes, dnr: str) -> bytes:
    """Return `pdf` with `dnr` as its dc:identifier; `pdf` as it is where `dnr` is empty.

    PDF/A-2 takes dc:identifier without a schema of its own (ISO 19005-2, 6.6.2.3.1). The
    file id is made of the content, so equal input gives equal bytes.
    """
    if not dnr:
        return pdf
    stamped = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:identifier"] = dnr
        file.save(stamped, deterministic_id=True)
    return stamped.getvalue()
