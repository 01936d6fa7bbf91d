"""What the codes of a font say (ISO 32000-1, 9.10.2).

Only what the file says outright is believed: the table that leads to Unicode, or an encoding
that is known by name. Other fonts are `Undecodable`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Name, Object, Stream

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_LARGEST_RANGE = 0x10000
_MOST_CODES = 200_000


class UndecodableError(ValueError):
    """Raised for text that only its look tells."""


@dataclass(frozen=True, slots=True)
class Font:
    """The text of each code, and how many bytes a code has."""

    texts: dict[bytes, str]
    width: int

    def said(self, codes: bytes) -> str:
        """Return what `codes` say.

        Raises:
            UndecodableError: the font does not say.
        """
        width = self.width
        try:
            return "".join(self.texts[codes[at : at + width]] for at in range(0, len(codes), width))
        except KeyError as error:
            raise UndecodableError(f"no text for code {error}") from None


def font(described: Object) -> Font:
    """Return the font that a dictionary describes.

    Raises:
        UndecodableError: it does not say what its codes are.
    """
    composite = described.get("/Subtype") == Name.Type0
    encoding = described.get("/Encoding")
    if composite and encoding not in (Name("/Identity-H"), Name("/Identity-V")):
        raise UndecodableError("a composite font with an encoding of its own")
    width = 2 if composite else 1
    table = described.get("/ToUnicode")
    if isinstance(table, Stream):
        return Font(_known(encoding, composite) | _table(table.read_bytes(), width), width)
    known = _known(encoding, composite)
    if not known:
        raise UndecodableError("a font that does not lead to Unicode")
    return Font(known, width)


def _known(encoding: Object | None, composite: bool) -> dict[bytes, str]:
    """Return the codes of an encoding with a name; none where a font changes some of them."""
    codec = "" if composite or not isinstance(encoding, Name) else _CODECS.get(str(encoding), "")
    if not codec:
        return {}
    every = ((bytes((code,)), bytes((code,)).decode(codec, "ignore")) for code in range(32, 256))
    return {code: text for code, text in every if text}


def _table(data: bytes, width: int) -> dict[bytes, str]:
    """Return the codes of a ToUnicode table (9.10.3)."""
    found: dict[bytes, str] = {}
    for kind, body in _SECTION.findall(data):
        entries = _characters(body) if kind == b"bfchar" else _ranges(body)
        for code, text in entries:
            found[code.rjust(width, b"\0")[-width:]] = text
            if len(found) > _MOST_CODES:
                raise UndecodableError("a table without end")
    return found


def _characters(body: bytes) -> Iterator[tuple[bytes, str]]:
    values = [_hex(token) for token, _, _ in _TOKEN.findall(body)]
    for code, text in zip(values[::2], values[1::2], strict=True):
        yield code, _text(text)


def _ranges(body: bytes) -> Iterator[tuple[bytes, str]]:
    tokens = iter(_TOKEN.findall(body))
    for token, _, _ in tokens:
        first, last = _hex(token), _hex(next(tokens)[0])
        start, count = int.from_bytes(first), int.from_bytes(last) - int.from_bytes(first) + 1
        if not 0 < count <= _LARGEST_RANGE:
            raise UndecodableError("a range without end")
        value, opens, _ = next(tokens)
        codes = ((start + step).to_bytes(len(first)) for step in range(count))
        if opens:
            texts = [_text(_hex(inner)) for inner, _, closes in _until_closed(tokens)]
            yield from zip(codes, texts, strict=False)
        else:
            yield from zip(codes, _counted(_hex(value), count), strict=True)


def _until_closed(
    tokens: Iterator[tuple[bytes, bytes, bytes]],
) -> Iterator[tuple[bytes, bytes, bytes]]:
    for token in tokens:
        if token[2]:
            return
        yield token


def _counted(first: bytes, count: int) -> Iterator[str]:
    """Yield `count` texts, the last unit of each one more than in the one before."""
    head, last = first[:-2], int.from_bytes(first[-2:])
    for step in range(count):
        yield _text(head + ((last + step) & 0xFFFF).to_bytes(2))


def _hex(token: bytes) -> bytes:
    digits = re.sub(rb"\s", b"", token).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _text(value: bytes) -> str:
    return value.decode("utf-16-be", "replace") if len(value) > 1 else value.decode("latin-1")
