"""How a signature looks in its field: who, for whom, when and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, FloatObject, pdf_name
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStampStyle

from avtalsgen.signing.moments import local
from avtalsgen.signing.typeface import Typeface, embed, read_typeface

_SIZE, _LEADING, _EDGE = 8.5, 10.4, 2.0
"""Points: letters, lines, and the space inside the field."""
_CUT = "…"
_MOST_LINES = 5


def lines(name: str, party: str, moment: datetime, reason: str) -> tuple[str, ...]:
    """Return what is told in the field."""
    told = ("Elektroniskt undertecknad av", name, f"{party}, {local(moment)}")
    return (*told, reason) if reason else told


@dataclass(frozen=True)
class Visible(BaseStampStyle):
    """Draws lines of text in the field of a signature, in a font that the file then carries."""

    told: tuple[str, ...] = ()
    font: bytes = b""

    def create_stamp(  # type: ignore[override]  # what is drawn is asked for its looks alone
        self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: object
    ) -> "_DrawnForm":
        """Return what is drawn in a field as large as `box`."""
        face = read_typeface(self.font)
        width, height = float(box.width), float(box.height)
        rows = tuple(_rows(face, self.told, width - 2 * _EDGE, height - 2 * _EDGE))
        return _DrawnForm(_form(writer, face, rows, width, height))


class _DrawnForm:
    """A form that becomes the looks of a field (ISO 32000-1, 12.5.5)."""

    def __init__(self, form: generic.IndirectObject) -> None:
        self._form = form

    def apply_appearance(self, widget: DictionaryObject) -> None:
        """Give the field its looks."""
        widget["/AP"] = DictionaryObject({pdf_name("/N"): self._form})


def _rows(face: Typeface, told: Sequence[str], width: float, height: float) -> Iterator[str]:
    """Yield the lines that fit, each broken where it must; the last is cut."""
    room = max(1, min(_MOST_LINES, int(height / _LEADING)))
    broken = [row for line in told for row in _broken(face, line, width)]
    yield from broken[: room - 1] if len(broken) > room else broken
    if len(broken) > room:
        yield _cut(face, f"{broken[room - 1]}{_CUT}", width)


def _broken(face: Typeface, line: str, width: float) -> Iterator[str]:
    row = ""
    for word in line.split():
        longer = f"{row} {word}" if row else word
        if row and face.width(longer) * _SIZE > width:
            yield _cut(face, row, width)
            row = word
        else:
            row = longer
    yield _cut(face, row, width)


def _cut(face: Typeface, row: str, width: float) -> str:
    if face.width(row) * _SIZE <= width:
        return row
    while row and face.width(row + _CUT) * _SIZE > width:
        row = row[:-1]
    return row.removesuffix(_CUT) + _CUT


def _form(
    writer: BasePdfFileWriter, face: Typeface, rows: Sequence[str], width: float, height: float
) -> generic.IndirectObject:
    content = [f"q 0 g BT /F {_SIZE} Tf {_LEADING} TL {_EDGE} {height - _EDGE - _SIZE:.2f} Td"]
    for row in rows:
        content.append(f"<{''.join(f'{glyph:04X}' for glyph in face.numbers(row))}> Tj T*")
    content.append("ET Q")
    font = embed(writer, face, "".join(rows))
    entries = {
        "/Type": pdf_name("/XObject"),
        "/Subtype": pdf_name("/Form"),
        "/BBox": ArrayObject([FloatObject(edge) for edge in (0, 0, width, height)]),
        "/Resources": DictionaryObject(
            {pdf_name("/Font"): DictionaryObject({pdf_name("/F"): font})}
        ),
    }
    named = DictionaryObject({pdf_name(key): value for key, value in entries.items()})
    return writer.add_object(generic.StreamObject(named, stream_data="\n".join(content).encode()))
