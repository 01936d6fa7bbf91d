"""A Word file as Word saves it as Strict Open XML."""

from tests.redline.wordfile import unzipped, zipped

STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/": b"wordprocessingml/",
    b"http://schemas.openxmlformats.org/drawingml/2006/": b"drawingml/",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"officeDocument/",
    b"<w:ind w:left=": b"<w:ind w:start=",
    b'<w:jc w:val="right"': b'<w:jc w:val="end"',
}


def strict(data: bytes) -> bytes:
    """Return a file as Word saves it as Strict Open XML."""
    parts = unzipped(data)
    for name, blob in parts.items():
        for known, other in STRICT.items():
            prefix = b"http://purl.oclc.org/ooxml/" if known.startswith(b"http") else b""
            if name.endswith((".xml", ".rels")):
                blob = blob.replace(known, prefix + other)
        parts[name] = blob
    return zipped(parts)
