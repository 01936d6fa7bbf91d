"""TrueType files: whose letters they are and which, how they look, whether they may be embedded.

Only the tables that say so are read (OpenType 1.9: the table directory, `OS/2`, `name`, `cmap`);
every place in the file is checked before it is looked at.
"""

import struct
from collections.abc import Iterator, Mapping

from avtalsgen.model.profile import Face
from avtalsgen.records import dataclass

LARGEST = 2_000_000
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_NEEDED = ("OS/2", "name", "glyf", "cmap")
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS = 3
_RESTRICTED, _PREVIEW, _NO_SUBSETTING, _BITMAP_ONLY = 0x0002, 0x0004, 0x0100, 0x0200
_ITALIC = 0x0001
_UNICODE = {(0, 3), (0, 4), (3, 1), (3, 10)}
"""Platform and encoding of the subtables of `cmap` that are by Unicode."""
_SEGMENTS, _GROUPS = 4, 12
_MOST_GROUPS = 20_000
_LAST_POINT, _NO_POINT = 0x10FFFF, 0xFFFF
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
        tables = tables_of(data)
        weight, kind, selection = _style(tables["OS/2"])
        family = _family(tables["name"])
    except (struct.error, UnicodeDecodeError, KeyError) as error:
        raise ValueError("filen är trasig eller saknar något som ett typsnitt har") from error
    refused = kind & (_RESTRICTED | _PREVIEW | _NO_SUBSETTING | _BITMAP_ONLY)
    face = _FACES.get((weight, bool(selection & _ITALIC)))
    return Font(family, face, embeddable=not refused)


def characters(data: bytes) -> frozenset[int]:
    """Return the code points that the TrueType file `data` has a glyph for."""
    return frozenset(glyphs(data))


def glyphs(data: bytes) -> Mapping[int, int]:
    """Return the glyph of each code point that the TrueType file `data` has one for.

    The subtables of Unicode are read in the two forms that fonts of whole alphabets have
    (OpenType 1.9, cmap: formats 4 and 12); nothing of a table that is broken.
    """
    try:
        table = tables_of(data)["cmap"]
        (count,) = struct.unpack_from(">H", table, 2)
        places = {struct.unpack_from(">HHL", table, 4 + 8 * row) for row in range(count)}
        starts = {place for platform, kind, place in places if (platform, kind) in _UNICODE}
        return dict(pair for start in sorted(starts) for pair in _mapped(table[start:]))
    except (struct.error, UnicodeDecodeError, KeyError, ValueError):
        return {}


def _mapped(table: bytes) -> Iterator[tuple[int, int]]:
    (form,) = struct.unpack_from(">H", table)
    if form == _SEGMENTS:
        yield from _of_segments(table)
    elif form == _GROUPS:
        (groups,) = struct.unpack_from(">L", table, 12)
        for group in range(min(groups, _MOST_GROUPS)):
            first, last, glyph = struct.unpack_from(">LLL", table, 16 + 12 * group)
            points = range(first, min(last, _LAST_POINT) + 1)
            yield from ((point, glyph + point - first) for point in points)


def _of_segments(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield what a subtable of format 4 has: segments, each with a shift or glyph ids."""
    # head (14) │ ends │ pad (2) │ starts │ deltas │ offsets │ glyph ids
    (twice,) = struct.unpack_from(">H", table, 6)
    row = f">{twice // 2}H"
    ends = struct.unpack_from(row, table, 14)
    starts, deltas, offsets = (
        struct.unpack_from(row, table, 16 + twice * column) for column in (1, 2, 3)
    )
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for point in range(first, last + 1):
            glyph = point
            if offsets[number]:
                ids = 16 + 3 * twice + 2 * number + offsets[number]
                (glyph,) = struct.unpack_from(">H", table, ids + 2 * (point - first))
            shifted = (glyph + deltas[number]) & 0xFFFF
            if glyph and shifted and point != _NO_POINT:
                yield point, shifted


def tables_of(data: bytes) -> dict[str, bytes]:
    """Return the tables of the TrueType file `data` by tag; raises where one is not in it."""
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for row in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * row)
        if offset + length > len(data):
            raise struct.error("a table outside the file")
        tables[tag.decode("ascii")] = data[offset : offset + length]
    return {**tables, **{name: tables[name] for name in _NEEDED}}


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
            position = start + offset
            names.setdefault(kind, table[position : position + length].decode("utf-16-be"))
    return names.get(_TYPOGRAPHIC_FAMILY) or names[_FAMILY]
