"""TrueType files: whose letters they are, how they look, and whether they may be embedded.

Only the tables that say so are read (OpenType 1.9: the table directory, `OS/2`, `name`);
every place in the file is checked before it is looked at.
"""

import struct
from dataclasses import dataclass

from avtalsgen.model.profile import Face

LARGEST = 2_000_000
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_NEEDED = ("OS/2", "name", "glyf", "cmap")
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS = 3
_RESTRICTED, _PREVIEW, _NO_SUBSETTING, _BITMAP_ONLY = 0x0002, 0x0004, 0x0100, 0x0200
_ITALIC = 0x0001
_FACES: dict[tuple[int, bool], Face] = {
    (400, False): "regular",
    (700, False): "bold",
    (400, True): "italic",
    (700, True): "bold-italic",
}


@dataclass(frozen=True, slots=True)
class Font:
    """What a font file says of itself. `face` is nothing for weights that we do not use."""

    family: str
    face: Face | None
    embeddable: bool
    """Whether it may be carried, in part and in a file that can be changed (`fsType`)."""


def read_font(data: bytes) -> Font:
    """Return what the TrueType file `data` says of itself.

    Raises:
        ValueError: it is no TrueType file; the message says why, in Swedish.
    """
    if len(data) > LARGEST:
        raise ValueError(f"filen är större än {LARGEST // 1_000_000} MB")
    if data[:4] not in _TRUETYPE:
        raise ValueError("filen är inget TrueType-typsnitt")
    try:
        tables = _tables(data)
        weight, kind, selection = _style(tables["OS/2"])
        family = _family(tables["name"])
    except (struct.error, UnicodeDecodeError, KeyError) as error:
        raise ValueError("filen är trasig eller saknar något som ett typsnitt har") from error
    refused = kind & (_RESTRICTED | _PREVIEW | _NO_SUBSETTING | _BITMAP_ONLY)
    face = _FACES.get((weight, bool(selection & _ITALIC)))
    return Font(family, face, embeddable=not refused)


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for row in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * row)
        if offset + length > len(data):
            raise struct.error("a table outside the file")
        found[tag.decode("ascii")] = data[offset : offset + length]
    return {**found, **{name: found[name] for name in _NEEDED}}


def _style(table: bytes) -> tuple[int, int, int]:
    """Return weight, fsType and fsSelection (OpenType 1.9, OS/2)."""
    weight, _, kind = struct.unpack_from(">HHH", table, 4)
    (selection,) = struct.unpack_from(">H", table, 62)
    return weight, kind, selection


def _family(table: bytes) -> str:
    """Return the name of the family, the typographic one before that of old Windows."""
    _, count, start = struct.unpack_from(">HHH", table)
    names: dict[int, str] = {}
    for row in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * row)
        if platform == _WINDOWS and kind in (_FAMILY, _TYPOGRAPHIC_FAMILY):
            at = start + offset
            names.setdefault(kind, table[at : at + length].decode("utf-16-be"))
    return names.get(_TYPOGRAPHIC_FAMILY) or names[_FAMILY]
