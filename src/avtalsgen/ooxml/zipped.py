"""The members of a Word file as the bytes of a zip file: equal members, equal bytes.

All are of one moment and sorted; the content types stand first, as OPC readers like them.
"""

import struct
import zlib
from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import accumulate

from avtalsgen.ooxml.names import CONTENT_TYPES
from avtalsgen.records import dataclass

_DATE, _TIME = 1 << 5 | 1, 0
"""The first moment that a zip file can tell: 1980-01-01, as MS-DOS writes it."""
_VERSION, _STORED, _DEFLATED, _LEVEL, _UTF_8 = 20, 0, 8, 6, 0x800
_RIGHTS = 0o600 << 16
_KEPT = 16
"""How many deflated members are kept: the four faces of a font are in every file we write."""
_WORTH_KEEPING = range(1 << 15, 1 << 20)
"""Bytes: a font, and not all of a long document."""


@dataclass(frozen=True, slots=True)
class Deflated:
    """A member that was deflated before: the `stream` (RFC 1951), and what a zip file tells of it.

    What it says has `size` bytes and the check sum `crc`; nobody has to unfold it to know.
    """

    stream: bytes
    size: int
    crc: int


def zipped(members: Mapping[str, bytes | Deflated], stored: Collection[str] = ()) -> bytes:
    """Return a zip file of `members` (PKWARE APPNOTE 4.3), those in `stored` as they are.

    It is what `zipfile` writes, byte for byte; only there, the fonts are deflated anew for every
    file. A package is far below what asks for ZIP64.
    """
    heads, bodies, entries = [], [], []
    for name in sorted(members, key=lambda name: (name != CONTENT_TYPES, name)):
        data = members[name]
        how = _STORED if name in stored else _DEFLATED
        if isinstance(data, Deflated):
            body, size, crc = data.stream, data.size, data.crc
        else:
            body, size, crc = _body(data, how), len(data), zlib.crc32(data)
        written = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        sizes = (crc, len(body), size, len(written), 0)
        about = (flags, how, _TIME, _DATE, *sizes)
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


def _body(data: bytes, how: int) -> bytes:
    if how == _STORED:
        return data
    return _kept(data) if len(data) in _WORTH_KEEPING else deflated(data)


def deflated(data: bytes) -> bytes:
    """Return the stream that says `data` deflated, as it stands in a zip file."""
    deflating = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflating.compress(data) + deflating.flush()


_kept = lru_cache(maxsize=_KEPT)(deflated)
