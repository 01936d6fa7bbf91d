"""What differs between two PDFs with the same words: pictures, drawings, fields, enclosed files."""

from collections.abc import Callable
from io import BytesIO
from typing import Literal

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, Stream, String
from tests.readers.pdf.drawing import Drawn, drawn

from avtalsgen.readers.pdf.beside_words import beside_words

PLAIN = drawn([[Drawn("Avtal om städning av skolor i kommunen och i förskolor.")]], tagged=False)
Change = Callable[[Pdf], None]


def changed(change: Change) -> bytes:
    """Return the plain file with something put in."""
    with pikepdf.open(BytesIO(PLAIN)) as file:
        change(file)
        written = BytesIO()
        file.save(written)
    return written.getvalue()


def picture(grey: int) -> Change:
    """Return what puts one grey dot on the first page."""

    def change(file: Pdf) -> None:
        dot = Stream(file, bytes([grey]))
        look = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        look.BitsPerComponent, look.ColorSpace = 8, Name.DeviceGray
        for key, value in look.items():
            dot[key] = value
        file.pages[0].add_resource(dot, Name.XObject)

    return change


def inline(grey: bytes, *, in_a_form: bool = False) -> Change:
    """Return what draws one grey dot among the words of a page, or in a form."""

    def change(file: Pdf) -> None:
        drawing = b"q BI /W 1 /H 1 /BPC 8 /CS /G ID " + grey + b" EI Q"
        if in_a_form:
            form = Stream(file, drawing)
            form.Subtype = Name.Form
            file.pages[0].add_resource(form, Name.XObject)
        else:
            file.pages[0].contents_add(drawing)

    return change


def drawn_on(file: Pdf) -> None:
    square = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([0, 0, 9, 9]))
    file.pages[0].obj.Annots = Array([file.make_indirect(square)])


def field(kind: Name, value: str) -> Change:
    """Return what puts a field with a value into the file."""

    def change(file: Pdf) -> None:
        made = Dictionary(FT=kind, T=String("namn"), V=String(value))
        file.Root.AcroForm = Dictionary(Fields=Array([file.make_indirect(made)]))

    return change


def enclosed(text: bytes) -> Change:
    """Return what encloses a file."""

    def change(file: Pdf) -> None:
        file.attachments["bilaga.txt"] = AttachedFileSpec(file, text, filename="bilaga.txt")

    return change


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("bild", picture(1), picture(2)),
        ("bild", inline(b"a"), inline(b"b")),
        ("bild", inline(b"a", in_a_form=True), inline(b"b", in_a_form=True)),
        ("formulärfält", field(Name.Tx, "Anna"), field(Name.Tx, "Bo")),
        ("bifogad fil", enclosed(b"ett"), enclosed(b"annat")),
    ],
)
def test_what_differs_is_of_its_kind_alone(kind: str, one: Change, other: Change) -> None:
    sides = beside_words(changed(one)), beside_words(changed(other))
    assert {kind for kind in sides[0] if sides[0][kind] != sides[1][kind]} == {kind}
    assert beside_words(changed(one)) == sides[0]


@pytest.mark.parametrize(
    ("kind", "change"), [("påritat", drawn_on), ("underskrift", field(Name.Sig, "x"))]
)
def test_what_came_is_one_of_its_kind(kind: str, change: Change) -> None:
    things = beside_words(changed(change))
    assert {kind: count.total() for kind, count in things.items() if count} == {kind: 1}
    assert not any(beside_words(PLAIN).values())


def test_fields_that_stand_in_themselves_end() -> None:
    def change(file: Pdf) -> None:
        ring = file.make_indirect(Dictionary(T=String("x")))
        ring.Kids = Array([ring])
        file.Root.AcroForm = Dictionary(Fields=Array([ring]))

    assert beside_words(changed(change))["formulärfält"].total() == 0


QUARTERS: tuple[Literal[0, 90, 180, 270], ...] = (0, 90, 180, 270)


@pytest.mark.parametrize("degrees", QUARTERS)
@pytest.mark.parametrize("rotate", QUARTERS)
def test_a_page_that_is_seen_turned_is_told_however_it_came_to_be(
    rotate: Literal[0, 90, 180, 270], degrees: int
) -> None:
    rows = [
        Drawn("Ersättningen är 640 000 kronor om året.", degrees=degrees),
        Drawn("Uppdraget gäller i tre år.", degrees=degrees, left=300),
        Drawn("7", left=500),
    ]
    things = beside_words(drawn([rows], rotate=rotate, tagged=False))
    assert things["sida som inte står upprätt"].total() == (degrees != 0)
