"""A package as the bytes of a zip file, where only what it says matters.

The zip that python-docx writes carries the time of writing and orders its members by how
the parts lead to each other. Here times are fixed and members sorted, so that equal
packages give equal bytes, and the content types stand first as OPC readers like them.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate

from docx.opc.constants import CONTENT_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.opc.rel import Relationships
from lxml import etree

from avtalsgen.ooxml.names import CONTENT_TYPES, RELATIONS_NS, TYPES_NS

_DATE, _TIME = 1 << 5 | 1, 0
"""The first moment that a zip file can tell: 1980-01-01, as MS-DOS writes it."""
_VERSION, _DEFLATED, _LEVEL, _UTF_8 = 20, 8, 6, 0x800
_RIGHTS = 0o600 << 16
_KEPT = 16
"""How many deflated members are kept: the four faces of a font are in every file we write."""


class Deflated(bytes):
    """What a member says, with the `stream` that says it deflated (RFC 1951), written as it is."""

    stream: bytes

    @classmethod
    def of(cls, stream: bytes, said: bytes) -> "Deflated":
        """Return what `stream` deflates, which is `said`."""
        member = cls(said)
        member.stream = stream
        return member


def archive(package: OpcPackage) -> bytes:
    """Return the bytes of `package`; equal packages give equal bytes."""
    parts = package.parts
    members = {CONTENT_TYPES: _content_types(parts), **dict(_members(package, parts))}
    return zipped({n: members[n] for n in sorted(members, key=lambda n: (n != CONTENT_TYPES, n))})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file of `members` in their order (PKWARE APPNOTE 4.3), all of one moment.

    It is what `zipfile` writes, byte for byte; only there, the fonts are deflated anew for every
    file. A package is far below what asks for ZIP64.
    """
    heads, bodies, entries = [], [], []
    for name, data in members.items():
        body = _body(data)
        written = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        sizes = (zlib.crc32(data), len(body), len(data), len(written), 0)
        about = (flags, _DEFLATED, _TIME, _DATE, *sizes)
        heads.append(struct.pack("<4s2B4H3L2H", b"PK\3\4", _VERSION, 0, *about) + written)
        entries.append((about, written))
        bodies.append(body)
    lengths = (len(head) + len(body) for head, body in zip(heads, bodies, strict=True))
    *offsets, end = accumulate(lengths, initial=0)
    central = (b"PK\1\2", _VERSION, 0, _VERSION, 0)
    directory = b"".join(
        struct.pack("<4s4B4H3L5H2L", *central, *about, 0, 0, 0, _RIGHTS, offset) + written
        for (about, written), offset in zip(entries, offsets, strict=True)
    )
    count = len(members)
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), end, 0)
    parts = [part for pair in zip(heads, bodies, strict=True) for part in pair]
    return b"".join((*parts, directory, tail))


def _body(data: bytes) -> bytes:
    if isinstance(data, Deflated):
        return data.stream
    return _large(data) if len(data) > 1 << 15 else deflated(data)


def deflated(data: bytes) -> bytes:
    """Return the stream that says `data` deflated, as it stands in a zip file."""
    deflating = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflating.compress(data) + deflating.flush()


_large = lru_cache(maxsize=_KEPT)(deflated)


def _members(package: OpcPackage, parts: list[Part]) -> Iterator[tuple[str, bytes]]:
    yield "_rels/.rels", _relationships(package.rels)
    for part in parts:
        yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, _relationships(part.rels)


def _relationships(relationships: Relationships) -> bytes:
    root = etree.Element(f"{{{RELATIONS_NS}}}Relationships", nsmap={None: RELATIONS_NS})
    for relation in relationships.values():
        names = {"Id": relation.rId, "Type": relation.reltype, "Target": relation.target_ref}
        outside = {"TargetMode": "External"} if relation.is_external else {}
        etree.SubElement(root, f"{{{RELATIONS_NS}}}Relationship", names | outside)
    return _written(root)


def _content_types(parts: list[Part]) -> bytes:
    root = etree.Element(f"{{{TYPES_NS}}}Types", nsmap={None: TYPES_NS})
    for extension, kind in (("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)):
        etree.SubElement(root, f"{{{TYPES_NS}}}Default", Extension=extension, ContentType=kind)
    for part in sorted(parts, key=lambda part: str(part.partname)):
        name, kind = str(part.partname), part.content_type
        etree.SubElement(root, f"{{{TYPES_NS}}}Override", PartName=name, ContentType=kind)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    blob: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return blob
