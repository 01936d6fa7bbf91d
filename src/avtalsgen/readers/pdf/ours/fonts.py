"""What the codes of a font of ours say (ISO 32000-1, 9.10.3)."""

import re
from collections.abc import Mapping

from pikepdf import Name, Object

_MAPPING = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")

Characters = Mapping[bytes, str]
"""The text of each code of two bytes."""


def characters(font: Object) -> Characters:
    """Return what each code of two bytes says.

    Raises:
        ValueError: it is no font as our engine writes them.
    """
    if font.Encoding != Name("/Identity-H"):
        raise ValueError("a font with another encoding than the engine writes")
    by_code: dict[bytes, str] = {}
    for kind, body in _MAPPING.findall(font.ToUnicode.read_bytes()):
        values = [bytes.fromhex(value.decode()) for value in _HEX.findall(body)]
        if kind != b"bfchar":
            raise ValueError("the engine writes no ranges")
        for code, text in zip(values[::2], values[1::2], strict=True):
            by_code[code] = text.decode("utf-16-be")
    return by_code


def said(codes: bytes, characters: Characters) -> str:
    """Return what `codes` say; a KeyError where the font does not tell."""
    return "".join(characters[codes[at : at + 2]] for at in range(0, len(codes), 2))
