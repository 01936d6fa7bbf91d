"""A package as the bytes of a zip file, where only what it says matters.

The zip that python-docx writes carries the time of writing and orders its members by how
the parts lead to each other. Here they are sorted and zipped as every file of ours is.
"""

from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.opc.rel import Relationships
from lxml import etree

from avtalsgen.ooxml.elements import written
from avtalsgen.ooxml.fonts import FontPart
from avtalsgen.ooxml.names import CONTENT_TYPES, RELATIONS_NS, TYPES_NS
from avtalsgen.ooxml.zipped import Deflated, zipped


def archive(package: OpcPackage) -> bytes:
    """Return the bytes of `package`; equal packages give equal bytes."""
    parts = package.parts
    members = {CONTENT_TYPES: _content_types(parts), **dict(_members(package, parts))}
    return zipped(members)


def _members(package: OpcPackage, parts: list[Part]) -> Iterator[tuple[str, bytes | Deflated]]:
    yield "_rels/.rels", _relationships(package.rels)
    for part in parts:
        said = part.mixed if isinstance(part, FontPart) else part.blob
        yield part.partname.membername, said
        if part.rels:
            yield part.partname.rels_uri.membername, _relationships(part.rels)


def _relationships(relationships: Relationships) -> bytes:
    root = etree.Element(f"{{{RELATIONS_NS}}}Relationships", nsmap={None: RELATIONS_NS})
    for relation in relationships.values():
        names = {"Id": relation.rId, "Type": relation.reltype, "Target": relation.target_ref}
        outside = {"TargetMode": "External"} if relation.is_external else {}
        etree.SubElement(root, f"{{{RELATIONS_NS}}}Relationship", names | outside)
    return written(root)


def _content_types(parts: list[Part]) -> bytes:
    root = etree.Element(f"{{{TYPES_NS}}}Types", nsmap={None: TYPES_NS})
    for extension, kind in (("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)):
        etree.SubElement(root, f"{{{TYPES_NS}}}Default", Extension=extension, ContentType=kind)
    for part in sorted(parts, key=lambda part: str(part.partname)):
        name, kind = str(part.partname), part.content_type
        etree.SubElement(root, f"{{{TYPES_NS}}}Override", PartName=name, ContentType=kind)
    return written(root)
