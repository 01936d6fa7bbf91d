"""Pictures and fonts made by the tests."""

import struct
import zlib

from avtalsgen.model.profile import Face, Logo, Picture
from avtalsgen.writers import lato as carried

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h9v9z"/></svg>'


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))


def png(
    width: int = 20, height: int = 10, *, more: bytes = b"", pixels: bytes | None = None
) -> bytes:
    """Return a PNG of one colour, with `more` chunks before its pixels."""
    rows = (b"\0" + b"\x1f\x5b\x45" * width) * height if pixels is None else pixels
    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), more, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def logo() -> Logo:
    """Return a logo twice as wide as it is high, whose text looks like markup."""
    return Logo("Ett <märke>", 16, Picture("svg", 2.0, SVG), Picture("png", 2.0, png()))


def lato(name: str = "Regular") -> bytes:
    """Return a file of Lato."""
    faces: dict[str, Face] = {
        "Regular": "regular",
        "Bold": "bold",
        "Italic": "italic",
        "BoldItalic": "bold-italic",
    }
    return carried.data(faces[name])


def with_rights(font: bytes, kind: int, place: int = 8) -> bytes:
    """Return `font` with another `fsType`, or another number at a `place` of its OS/2 table."""
    (count,) = struct.unpack_from(">H", font, 4)
    rows = (struct.unpack_from(">4sLLL", font, 12 + 16 * row) for row in range(count))
    at = next(offset for tag, _, offset, _ in rows if tag == b"OS/2") + place
    return font[:at] + struct.pack(">H", kind) + font[at + 2 :]
