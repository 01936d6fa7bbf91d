"""The strict form of the format, folded into the transitional one that everybody writes.

Word saves "Strict Open XML-dokument" with other namespaces (ISO/IEC 29500-1 annex A against part
4) and names the sides of a page by the direction of the text: `start` where others say `left`.
"""

from lxml import etree

from avtalsgen.ooxml.names import W

_STRICT = b"http://purl.oclc.org/ooxml/"
_OPEN = b"http://schemas.openxmlformats.org/"
_NAMES = (
    (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
    (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
    (
        b"officeDocument/relationships/customProperties",
        b"officeDocument/2006/relationships/custom-properties",
    ),
    (
        b"officeDocument/relationships/extendedProperties",
        b"officeDocument/2006/relationships/extended-properties",
    ),
    (b"wordprocessingml/", b"wordprocessingml/2006/"),
    (b"drawingml/", b"drawingml/2006/"),
    (b"officeDocument/", b"officeDocument/2006/"),
    (b"schemaLibrary/", b"schemaLibrary/2006/"),
)
"""How names go on after what they begin with; the longer come first."""
_SIDES = {"start": "left", "end": "right"}
_SIDED_PARTS = tuple(W + name for name in ("tblCellMar", "tcMar", "tblBorders", "tcBorders"))


def is_strict(data: bytes) -> bool:
    """Return whether an XML part names anything of the strict form."""
    return _STRICT in data


def folded(data: bytes) -> bytes:
    """Return an XML part with the names of the transitional form."""
    for strict, known in _NAMES:
        data = data.replace(_STRICT + strict, _OPEN + known)
    return data


def fold_sides(root: etree._Element) -> None:
    """Let a part that was strict say `left` and `right` as others do, in place."""
    root.attrib.pop(f"{W}conformance", None)
    for indent in root.iter(f"{W}ind"):
        for strict, known in _SIDES.items():
            for ending in ("", "Chars"):
                value = indent.attrib.pop(f"{W}{strict}{ending}", None)
                if value is not None:
                    indent.set(f"{W}{known}{ending}", value)
    for aligned in root.iter(f"{W}jc", f"{W}lvlJc"):
        value = aligned.get(f"{W}val", "")
        aligned.set(f"{W}val", _SIDES.get(value, value))
    for sides in root.iter(*_SIDED_PARTS):
        for side in sides:
            name = etree.QName(side).localname if isinstance(side.tag, str) else ""
            if name in _SIDES:
                side.tag = W + _SIDES[name]
