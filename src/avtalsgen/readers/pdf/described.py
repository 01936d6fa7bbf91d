"""What a PDF says of itself in its metadata (XMP, ISO 16684-1), held to what another says.

Which program made the file, and when, is another for each print of one document; it is left out.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Final
from xml.parsers import expat

import pikepdf

from avtalsgen.readers.pdf.beside import METADATA, PROPERTIES
from avtalsgen.readers.pdf.file import opened
from avtalsgen.records import dataclass

_LONGEST: Final = 1_000_000
"""Bytes of metadata that are read; a file with more has pictures in them."""
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns# "
_DC: Final = "http://purl.org/dc/elements/1.1/ "
_PDF: Final = "http://ns.adobe.com/pdf/1.3/ "
_XMP: Final = "http://ns.adobe.com/xap/1.0/ "
_OF_VERSIONS: Final = "http://ns.adobe.com/xap/1.0/mm/ "
_OF_PAGES: Final = "http://ns.adobe.com/xap/1.0/t/pg/ "
_AROUND: Final = ("adobe:ns:meta/ xmpmeta", f"{_RDF}RDF", f"{_RDF}Description")
_ABOUT: Final = f"{_RDF}about"
_MADE: Final = frozenset(
    {
        *(f"{_XMP}{name}" for name in ("CreateDate", "ModifyDate", "MetadataDate", "CreatorTool")),
        *(f"{_PDF}{name}" for name in ("Producer", "PDFVersion")),
        *(f"{_DC}{name}" for name in ("date", "format")),
    }
)
_CALLED: Final = {
    f"{_DC}title": "titel",
    f"{_DC}creator": "författare",
    f"{_DC}description": "ämne",
    f"{_DC}subject": "nyckelord",
    f"{_PDF}Keywords": "nyckelord",
    f"{_DC}rights": "rättigheter",
    f"{_DC}language": "språk",
}


def described(data: bytes, other: bytes) -> tuple[str, ...]:
    """Return what `data` says of itself and `other` does not, in Swedish, each thing once.

    Metadata that cannot be read are told whole.

    Raises:
        AvtalsgenError: PF01–PF05 one of the files cannot be read.
    """
    with opened(data) as file, opened(other) as known:
        says, said = _says(file), _says(known)
    if says is None or said is None:
        return (METADATA,)
    told: dict[str, None] = {}
    for key in sorted({*says, *said}):
        value = says.get(key, _MetadataValue())
        if value != said.get(key, _MetadataValue()):
            called, words = _CALLED.get(key), ", ".join(value.words)
            told[f"{PROPERTIES} är andra ({called}: ”{words}”)" if called else METADATA] = None
    return tuple(told)


def _says(file: pikepdf.Pdf) -> "Mapping[str, _MetadataValue] | None":
    """Return what a file says by the full name of each thing; nothing if it cannot be read."""
    stream = file.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return {}
    try:
        data = stream.read_bytes()
        return None if len(data) > _LONGEST else _Described().read(data)
    except (pikepdf.PdfError, expat.ExpatError, _UnlikelyError):
        return None


class _UnlikelyError(Exception):
    """Metadata that declare names of their own, as no program writes them."""


@dataclass(slots=True)
class _MetadataValue:
    """What is said of one thing: its words, however the rows break, and what they are in."""

    words: list[str] = field(default_factory=list)
    around: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Described:
    """Reads metadata as they come: each thing is an element of a description, or an attribute."""

    values: dict[str, _MetadataValue] = field(default_factory=dict)
    inside: list[str] = field(default_factory=list)
    """The element that is a thing, and those open in it."""

    def read(self, data: bytes) -> Mapping[str, _MetadataValue]:
        """Return the things that `data` says, but for how the file was made."""
        parser = expat.ParserCreate(None, " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._said
        parser.StartDoctypeDeclHandler = self._declared
        parser.Parse(data, True)
        return {
            key: value
            for key, value in self.values.items()
            if key not in _MADE and not key.startswith((_OF_VERSIONS, _OF_PAGES))
        }

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.inside and name in _AROUND:
            for key, value in attributes.items():
                if name == _AROUND[-1] and key != _ABOUT:
                    self._value(key).words.append(" ".join(value.split()))
            return
        self.inside.append(name)
        around = self._value(self.inside[0]).around
        if not name.startswith(_RDF) and len(self.inside) > 1:
            around.append((name, ""))
        around.extend(attributes.items())

    def _end(self, _name: str) -> None:
        if self.inside:
            self.inside.pop()

    def _said(self, text: str) -> None:
        if self.inside and text.strip():
            self._value(self.inside[0]).words.append(" ".join(text.split()))

    def _declared(self, *_told: object) -> None:
        raise _UnlikelyError

    def _value(self, key: str) -> _MetadataValue:
        return self.values.setdefault(key, _MetadataValue())
