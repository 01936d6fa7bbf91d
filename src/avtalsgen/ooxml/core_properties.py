"""The properties that every office file has: title, author, dates.

python-docx refuses a text of more than 255 characters, which the format does not, and has
no date that is only a day. ECMA-376 part 2, 11.1 and Dublin Core.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from lxml import etree

from avtalsgen.ooxml.elements import writable
from avtalsgen.ooxml.package import Package

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.parts.coreprops import CorePropertiesPart

_PART = "docProps/core.xml"
"""Where they are kept in a file that does not say where."""
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"

TITLE = _DC + "title"
SUBJECT = _DC + "subject"
AUTHOR = _DC + "creator"
KEYWORDS = _CP + "keywords"
IDENTIFIER = _DC + "identifier"
LANGUAGE = _DC + "language"

NO_DAY = date(2000, 1, 1)
"""What stands for the day of a document of ours without one; a file has to have a date."""


def read(package: Package) -> Mapping[str, str]:
    """Return what a Word file says by the last part of its names: `title`, `creator`, `created`.

    Raises:
        UnfitError: the part that holds them is broken, or too large.
    """
    root = package.part(package.related("core-properties", "") or _PART)
    elements = () if root is None else (element for element in root if isinstance(element.tag, str))
    return {etree.QName(element).localname: element.text or "" for element in elements}


def write(package: "OpcPackage", texts: dict[str, str], day: date) -> None:
    """Give `package` these texts by the names above, and `day` as made and changed.

    What else the properties say, such as who saved the template last and when it was
    printed, is about the template, and is taken away.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE  # for who writes; reading does not wait for it

    _ = package.core_properties  # python-docx makes the part if the package has none
    part = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    root = cast("CorePropertiesPart", part).element
    for old in list(root):
        root.remove(old)
    for name, value in texts.items():
        etree.SubElement(root, name).text = writable(value)
    for name in ("created", "modified"):
        element = etree.SubElement(root, _TERMS + name)
        element.set(_TYPE, "dcterms:W3CDTF")
        element.text = f"{day.isoformat()}T00:00:00Z"
