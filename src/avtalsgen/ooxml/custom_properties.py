"""Properties that a Word file has besides title and author: names with a text each.

They survive a save in Word and LibreOffice and are seen under Arkiv > Info > Egenskaper.
ECMA-376 part 1, 22.3.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from avtalsgen.ooxml.elements import writable, written
from avtalsgen.ooxml.names import (
    CUSTOM_PROPERTIES,
    CUSTOM_PROPERTIES_TYPE,
    PROPERTIES_NS,
    VARIANTS_NS,
)
from avtalsgen.ooxml.package import Package

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

_PART = "docProps/custom.xml"
"""Where they are kept in a file that does not say where."""
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The one value of `fmtid` (22.3.2.2)."""
_FIRST_ID = 2
"""0 and 1 are taken by the format."""


def read(package: Package) -> Mapping[str, str]:
    """Return what the properties of a Word file say, by name.

    Raises:
        UnfitError: the part that holds them is broken, or too large.
    """
    root = package.part(package.related("custom-properties", "") or _PART)
    if root is None:
        return {}
    return {
        own.get("name", ""): "".join(map(str, own.itertext())).strip()
        for own in root.iter(f"{{{PROPERTIES_NS}}}property")
    }


def write(package: "OpcPackage", properties: Mapping[str, str]) -> None:
    """Give `package` these properties beside those it has, a name at most once."""
    root = _root(package)
    for old in list(root):
        if old.get("name") in properties:
            root.remove(old)
    for name, value in properties.items():
        element = etree.SubElement(root, f"{{{PROPERTIES_NS}}}property", fmtid=_FORMAT)
        element.set("name", name)
        etree.SubElement(element, f"{{{VARIANTS_NS}}}lpwstr").text = writable(value)
    for place, element in enumerate(root, start=_FIRST_ID):
        element.set("pid", str(place))
    _replace(package, written(root))


def _root(package: "OpcPackage") -> etree._Element:
    for relationship in package.rels.values():
        if relationship.reltype == CUSTOM_PROPERTIES:
            return etree.fromstring(relationship.target_part.blob)
    namespaces = {None: PROPERTIES_NS, "vt": VARIANTS_NS}
    return etree.Element(f"{{{PROPERTIES_NS}}}Properties", nsmap=namespaces)


def _replace(package: "OpcPackage", blob: bytes) -> None:
    from docx.opc.packuri import PackURI  # for who writes; reading does not wait for it
    from docx.opc.part import Part

    for key in [key for key, own in package.rels.items() if own.reltype == CUSTOM_PROPERTIES]:
        del package.rels[key]
    part = Part(PackURI("/docProps/custom.xml"), CUSTOM_PROPERTIES_TYPE, blob)
    package.relate_to(part, CUSTOM_PROPERTIES)
