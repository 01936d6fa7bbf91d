"""Which uppdrag a built file says that it is of, without reading its text."""

import re

from avtalsgen.ooxml import custom_properties
from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.package import Package

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*@[a-z0-9][a-z0-9.-]*(:\d{4}-\d\d-\d\d)?")


def identity_of(data: bytes) -> str:
    """Return `slug@utgåva` of a DOCX or PDF of ours, nothing when the file does not say.

    Of a consolidated text `slug@utgåva:dag`.
    """
    name = _of_pdf(data) if data.startswith(b"%PDF") else _of_docx(data)
    return name if _NAME.fullmatch(name) else ""


def _of_pdf(data: bytes) -> str:
    import pypdfium2  # Word files need none of it

    try:
        with pypdfium2.PdfDocument(data) as file:
            keywords = file.get_metadata_dict().get("Keywords", "")
    except pypdfium2.PdfiumError:
        return ""
    identities = [word for word in re.split(r"[,;]\s*", keywords) if _NAME.fullmatch(word)]
    return identities[-1] if identities else ""


def _of_docx(data: bytes) -> str:
    try:
        properties = custom_properties.read(Package(data))
    except UnfitError:
        return ""
    return f"{properties.get('avtalsgen.uppdrag', '')}@{properties.get('avtalsgen.utgåva', '')}"
