"""Some letters of a TrueType font, as a PDF carries them (ISO 32000-1, 9.7 and 9.9).

Every glyph keeps its number, so that text is written by glyph (Identity-H); the outlines of
those that are not used are left out. Widths, the way back to Unicode and the embedding are
those that PDF/A-2 and PDF/UA-1 ask (ISO 19005-2, 6.2.11; ISO 14289-1, 7.21).
"""

import struct
from collections.abc import Iterable, Mapping
from hashlib import sha256

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    pdf_name,
)
from pyhanko.pdf_utils.writer import BasePdfFileWriter

from avtalsgen.readers.sfnt import glyphs, tables_of
from avtalsgen.records import dataclass

_KEPT = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")
"""The tables that a PDF reader needs of an embedded TrueType font (ISO 32000-1, 9.9)."""
_COMPOSITE = -1
_WORDS, _SCALE, _MORE, _XY_SCALE, _MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
_STAND_INS = "\N{REPLACEMENT CHARACTER}?"
_SYMBOLIC = 4
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Typeface:
    """The tables of a font, and the glyph of each code point."""

    tables: Mapping[str, bytes]
    glyphs: Mapping[int, int]

    @property
    def units(self) -> int:
        """How many units an em has."""
        return int(struct.unpack_from(">H", self.tables["head"], 18)[0])

    def width(self, text: str) -> float:
        """Return how wide `text` is, in ems."""
        return sum(self.advance(glyph) for glyph in self.numbers(text)) / self.units

    def numbers(self, text: str) -> tuple[int, ...]:
        """Return the glyph of each character of `text`; a stand-in for one that is not there."""
        instead = next((self.glyphs[ord(c)] for c in _STAND_INS if ord(c) in self.glyphs), 0)
        return tuple(self.glyphs.get(ord(character), instead) for character in text)

    def advance(self, glyph: int) -> int:
        """Return how far `glyph` moves the pen, in units."""
        (long,) = struct.unpack_from(">H", self.tables["hhea"], 34)
        return int(struct.unpack_from(">H", self.tables["hmtx"], 4 * min(glyph, long - 1))[0])


def read_typeface(data: bytes) -> Typeface:
    """Return the font in the TrueType file `data`, which is whole."""
    return Typeface(tables_of(data), glyphs(data))


def embed(writer: BasePdfFileWriter, face: Typeface, text: str) -> generic.IndirectObject:
    """Return the font of `writer` in which `text` can be written by the numbers of its glyphs."""
    used = dict(zip(face.numbers(text), text, strict=True))
    program = _program(face.tables, used)
    tag = "".join(chr(ord("A") + byte % 26) for byte in sha256(program).digest()[:6])
    name = NameObject(f"/{tag}+Lato-Regular")
    stream = generic.StreamObject(
        DictionaryObject({pdf_name("/Length1"): NumberObject(len(program))}), stream_data=program
    )
    stream.compress()
    box = struct.unpack_from(">4h", face.tables["head"], 36)
    rise, fall = struct.unpack_from(">2h", face.tables["hhea"], 4)
    scaled = [_scaled(face, number) for number in (*box, rise, fall)]
    descriptor = _dictionary(
        Type=pdf_name("/FontDescriptor"),
        FontName=name,
        Flags=NumberObject(_SYMBOLIC),
        FontBBox=ArrayObject(scaled[:4]),
        ItalicAngle=NumberObject(0),
        Ascent=scaled[4],
        Descent=scaled[5],
        CapHeight=scaled[4],
        StemV=NumberObject(80),
        FontFile2=writer.add_object(stream),
    )
    widths = ArrayObject()
    for glyph in sorted(used):
        widths += [NumberObject(glyph), ArrayObject([_scaled(face, face.advance(glyph))])]
    below = _dictionary(
        Type=pdf_name("/Font"),
        Subtype=pdf_name("/CIDFontType2"),
        BaseFont=name,
        CIDSystemInfo=_dictionary(
            Registry=generic.pdf_string("Adobe"),
            Ordering=generic.pdf_string("Identity"),
            Supplement=NumberObject(0),
        ),
        FontDescriptor=writer.add_object(descriptor),
        W=widths,
        CIDToGIDMap=pdf_name("/Identity"),
    )
    font = _dictionary(
        Type=pdf_name("/Font"),
        Subtype=pdf_name("/Type0"),
        BaseFont=name,
        Encoding=pdf_name("/Identity-H"),
        DescendantFonts=ArrayObject([writer.add_object(below)]),
        ToUnicode=writer.add_object(generic.StreamObject(stream_data=_to_unicode(used))),
    )
    return writer.add_object(font)


def _dictionary(**entries: generic.PdfObject) -> DictionaryObject:
    return DictionaryObject({pdf_name(f"/{key}"): value for key, value in entries.items()})


def _scaled(face: Typeface, units: int) -> NumberObject:
    return NumberObject(round(units * _THOUSAND / face.units))


def _to_unicode(used: Mapping[int, str]) -> bytes:
    """Return the CMap from glyph to text (ISO 32000-1, 9.10.3)."""
    rows = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex()}>" for glyph, text in used.items()]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    lines = ("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "\n".join(lines)
        + "\nendcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _program(tables: Mapping[str, bytes], used: Iterable[int]) -> bytes:
    """Return the font file with the outlines of `used`, and of what they are put together of."""
    (long_places,) = struct.unpack_from(">h", tables["head"], 50)
    form, scale = ("L", 1) if long_places else ("H", 2)
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    places = [scale * at for at in struct.unpack_from(f">{count + 1}{form}", tables["loca"])]
    outlines = tables["glyf"]
    wanted, waiting = {0}, [0, *used]
    while waiting:
        glyph = waiting.pop()
        wanted.add(glyph)
        parts = _parts(outlines[places[glyph] : places[glyph + 1]])
        waiting += [part for part in parts if part not in wanted]
    kept, moved = bytearray(), []
    for glyph in range(count):
        moved.append(len(kept))
        if glyph in wanted:
            kept += outlines[places[glyph] : places[glyph + 1]]
            kept += bytes(-len(kept) % 4)
    located = struct.pack(f">{count + 1}L", *moved, len(kept))
    head = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]
    changed = {"glyf": bytes(kept), "loca": located, "head": head}
    return _file({tag: changed.get(tag, tables[tag]) for tag in _KEPT if tag in tables})


def _parts(outline: bytes) -> list[int]:
    """Return the glyphs that a glyph is put together of (OpenType 1.9, glyf)."""
    if not outline or struct.unpack_from(">h", outline)[0] != _COMPOSITE:
        return []
    glyph_ids, offset, flags = [], 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", outline, offset)
        glyph_ids.append(glyph)
        offset += 8 if flags & _WORDS else 6
        offset += 8 if flags & _MATRIX else 4 if flags & _XY_SCALE else 2 if flags & _SCALE else 0
    return glyph_ids


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Return a TrueType file of `tables`, which are in the order of their tags."""
    reach = 1 << (len(tables).bit_length() - 1)
    head = struct.pack(
        ">LHHHH",
        0x00010000,
        len(tables),
        16 * reach,
        reach.bit_length() - 1,
        16 * (len(tables) - reach),
    )
    rows, body = b"", b""
    start = len(head) + 16 * len(tables)
    for tag, table in tables.items():
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        rows += struct.pack(">4sLLL", tag.encode(), total, start + len(body), len(table))
        body += padded
    return head + rows + body
