"""Fonts inside a Word file, so that lines break alike wherever it is opened.

A font is stored with its first 32 bytes mixed with a key that stands beside it
(ECMA-376 part 1, 17.8.1). The mixing hides nothing: it keeps an unpacked file from being
taken for a font to install.
"""

import hashlib
import uuid
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart

from avtalsgen.ooxml.elements import Element, w, written
from avtalsgen.ooxml.names import FONT, FONT_TYPE, R
from avtalsgen.ooxml.zipped import Deflated
from avtalsgen.records import dataclass

Face = Literal["embedRegular", "embedBold", "embedItalic", "embedBoldItalic"]
"""The element that holds a font file; the schema wants them in this order."""

_MIXED = 32


@dataclass(frozen=True, slots=True)
class FontToCarry:
    """A font file mixed with its `key`, perhaps deflated before.

    Reading, mixing and deflating fonts takes longer than writing all the rest.
    """

    key: str
    mixed: bytes | Deflated


class FontPart(Part):
    """The part of a font, which may have been deflated before."""

    def __init__(self, place: int, mixed: bytes | Deflated) -> None:
        super().__init__(PackURI(f"/word/fonts/font{place}.odttf"), FONT_TYPE)
        self.mixed = mixed


def embed(
    document: DocumentPart, family: str, stand_in: str, faces: Mapping[Face, FontToCarry]
) -> None:
    """Give `document` a font table with `family` and the files of its `faces`.

    `stand_in` is the font to use where the embedded one cannot be read. Faces come in the
    order of `Face`; without any, the font is only named. What the table said before is
    replaced, as Word works it out from the fonts it has.
    """
    name = PackURI("/word/fontTable.xml")
    part = Part(name, CONTENT_TYPE.WML_FONT_TABLE, package=document.package)
    font = w("font", w("altName", val=stand_in), w("charset", val="00"), name=family)
    font.append(w("family", val="swiss"))
    font.append(w("pitch", val="variable"))
    for place, (face, file) in enumerate(faces.items(), start=1):
        font.append(_embedded(part, place, face, file))
    table = w("fonts", font)
    part._blob = written(table)
    _drop_table(document)
    document.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _embedded(table: Part, place: int, face: Face, file: FontToCarry) -> Element:
    part = FontPart(place, file.mixed)
    element = w(face, fontKey=file.key)
    element.set(f"{R}id", table.relate_to(part, FONT))
    return element


@lru_cache(maxsize=8)
def obfuscated(file: bytes) -> tuple[str, bytes]:
    """Return the key of a font file and the file mixed with it.

    The key is made from what is in the file, so that equal input gives equal bytes.
    Mixing a second time gives the file back.
    """
    key = uuid.UUID(bytes=hashlib.sha256(file).digest()[:16], version=4)
    mask = key.bytes[::-1] * 2
    mixed = bytes(one ^ other for one, other in zip(file[:_MIXED], mask, strict=True))
    return f"{{{key}}}".upper(), mixed + file[_MIXED:]


def _drop_table(document: DocumentPart) -> None:
    kind = RELATIONSHIP_TYPE.FONT_TABLE
    for key in [key for key, own in document.rels.items() if own.reltype == kind]:
        del document.rels[key]
