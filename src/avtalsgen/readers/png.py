"""PNG pictures, looked through before any other program gets to see them (PNG 3, 5 and 11)."""

import struct
import zlib

LARGEST = 500_000
MOST_PIXELS = 4_000_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"}
    | {b"bKGD", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"iCCP", b"hIST", b"eXIf"}
)


def read_png(data: bytes) -> float:
    """Return the width of the picture by its height.

    Raises:
        ValueError: it is no sound PNG, moves, or is too large; the message is in Swedish.
    """
    if len(data) > LARGEST:
        raise ValueError(f"bilden är större än {LARGEST // 1000} kB")
    try:
        chunks = _chunks(data)
        width, height, depth, colour = struct.unpack_from(">LLBB", _only(chunks, b"IHDR"))
        packed = b"".join(body for kind, body in chunks if kind == b"IDAT")
        if width * height > MOST_PIXELS:
            raise ValueError(f"bilden har fler än {MOST_PIXELS // 1_000_000} miljoner bildpunkter")
        samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
        rows = height * (1 + -(-width * depth * samples // 8))
        unpacked = zlib.decompressobj()
        # An interlaced picture has more rows, each with a byte of its own.
        pixels = unpacked.decompress(packed, rows + 8 * (height + 8))
        if not width or not height or len(pixels) < rows or not unpacked.eof:
            raise KeyError("pixels")
    except (struct.error, zlib.error, KeyError) as error:
        raise ValueError("filen är ingen hel PNG-bild") from error
    return float(width / height)


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    if not data.startswith(_SIGNATURE):
        raise KeyError("signature")
    chunks, position = [], len(_SIGNATURE)
    while position < len(data):
        length, kind = struct.unpack_from(">L4s", data, position)
        body = data[position + 8 : position + 8 + length]
        (check,) = struct.unpack_from(">L", data, position + 8 + length)
        if check != zlib.crc32(kind + body) or kind not in _CHUNKS:
            raise KeyError(kind)
        chunks.append((kind, body))
        position += 12 + length
    if chunks[-1:] != [(b"IEND", b"")] or chunks[0][0] != b"IHDR":
        raise KeyError("order")
    return chunks


def _only(chunks: list[tuple[bytes, bytes]], kind: bytes) -> bytes:
    (body,) = [body for own, body in chunks if own == kind] or [b""]
    return body
