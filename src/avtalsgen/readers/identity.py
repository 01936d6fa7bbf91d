"""Which uppdrag a built file says that it is of, without reading its text."""

import io
import re
import zipfile

import pypdfium2
from lxml import etree

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*@[a-z0-9][a-z0-9.-]*(:\d{4}-\d\d-\d\d)?")
_LIMIT = 1024 * 1024
_VALUE = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"


def identity_of(data: bytes) -> str:
    """Return `slug@utgåva` of a DOCX or PDF of ours, nothing when the file does not say.

    Of a consolidated text `slug@utgåva:dag`.
    """
    name = _of_pdf(data) if data.startswith(b"%PDF") else _of_docx(data)
    return name if _NAME.fullmatch(name) else ""


def _of_pdf(data: bytes) -> str:
    try:
        with pypdfium2.PdfDocument(data) as file:
            keywords = file.get_metadata_dict().get("Keywords", "")
    except pypdfium2.PdfiumError:
        return ""
    found = [word for word in re.split(r"[,;]\s*", keywords) if _NAME.fullmatch(word)]
    return found[-1] if found else ""


def _of_docx(data: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            archive.open("docProps/custom.xml") as part,
        ):
            root = etree.fromstring(part.read(_LIMIT), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError):
        return ""
    properties = {each.get("name"): each.findtext(_VALUE) or "" for each in root}
    return f"{properties.get('avtalsgen.uppdrag', '')}@{properties.get('avtalsgen.utgåva', '')}"
