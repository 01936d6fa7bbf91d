"""A page drawn turned, and turned back by its /Rotate, looks as it did; another page does not."""

from io import BytesIO
from typing import Literal

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from tests.read import read_pdf
from tests.readers.pdf.drawing import Drawn, drawn

from avtalsgen.model import walk
from avtalsgen.model.nodes import Table
from avtalsgen.readers.pdf.beside import beside, is_one_print
from avtalsgen.readers.pdf.beside_words import beside_words

Turn = Literal[90, 180, 270]
TURNS: tuple[Turn, ...] = (90, 180, 270)
ROWS = (
    Drawn("Ersättningen är 640 000 kronor om året."),
    Drawn("Uppdraget gäller i tre år, och sedan tills vidare."),
)
LINES = b"q 0.5 w 70 600 200 60 re S 1 0 0 rg 80 610 30 20 re f Q 70 580 m 270 570 l S"
_TURNING = {
    90: "0 1 -1 0 {high} 0 cm",
    180: "-1 0 0 -1 {wide} {high} cm",
    270: "0 -1 1 0 0 {wide} cm",
}


def plain(lines: bytes = LINES) -> bytes:
    """Return a file with rows, and lines beside them."""
    return saved(with_more(drawn([ROWS], tagged=False), lines))


def with_more(data: bytes, more: bytes) -> Pdf:
    file = pikepdf.open(BytesIO(data))
    file.pages[0].contents_add(more)
    return file


def saved(file: Pdf) -> bytes:
    written = BytesIO()
    file.save(written, static_id=True)
    return written.getvalue()


def turned(data: bytes, turn: Turn) -> bytes:
    """Return a file with all that it draws turned, and a /Rotate that turns it back."""
    file = pikepdf.open(BytesIO(data))
    page = file.pages[0]
    _, _, wide, high = (float(side) for side in page.mediabox.as_list())
    moved = _TURNING[turn].format(wide=wide, high=high)
    page.contents_add(f"q {moved}\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
    if turn != 180:
        page.obj.MediaBox = Array([0, 0, high, wide])
    page.obj.Rotate = turn
    return saved(file)


@pytest.mark.parametrize("turn", TURNS)
def test_a_page_that_is_turned_and_turned_back_is_the_same(turn: Turn) -> None:
    was = drawn([ROWS], tagged=False)
    for one, other in (
        (was, drawn([ROWS], rotate=turn, tagged=False)),
        (plain(), turned(plain(), turn)),
    ):
        assert is_one_print(other, one)
        assert beside(other, one) == beside(one, other) == ()
        assert not any(beside_words(other).values())


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"80 610 30 20 re", b"80 611 30 20 re"),
        (b"270 570 l", b"270 571 l"),
        (b"0.5 w", b"0.6 w"),
        (b"1 0 0 rg", b"0 0 1 rg"),
        (b"re f Q", b"re f"),
    ],
)
def test_what_a_turned_page_draws_elsewhere_is_told(old: bytes, new: bytes, turn: Turn) -> None:
    changed = plain(LINES.replace(old, new))
    assert any("det som ritas" in line for line in beside(turned(changed, turn), plain()))


@pytest.mark.parametrize("turn", TURNS)
def test_a_page_that_is_only_turned_is_told(turn: Turn) -> None:
    file = pikepdf.open(BytesIO(plain()))
    file.pages[0].obj.Rotate = turn
    assert any("storleken eller utsnittet" in line for line in beside(saved(file), plain()))


def test_a_turned_page_that_is_cut_otherwise_is_told() -> None:
    file = pikepdf.open(BytesIO(turned(plain(), 180)))
    file.pages[0].obj.CropBox = Array([0, 0, 595, 700])
    assert any("storleken eller utsnittet" in line for line in beside(saved(file), plain()))


def test_what_is_pinned_or_patterned_is_not_said_to_be_turned_with_the_page() -> None:
    pinned = pikepdf.open(BytesIO(turned(plain(), 180)))
    square = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    pinned.pages[0].obj.Annots = Array([pinned.make_indirect(square)])
    patterned = plain(LINES.replace(b"1 0 0 rg", b"/Pattern cs /P scn"))
    for new, old in ((saved(pinned), plain()), (turned(patterned, 180), patterned)):
        assert any("storleken eller utsnittet" in line for line in beside(new, old))


@pytest.mark.parametrize("turn", TURNS)
def test_a_table_that_is_drawn_turned_is_a_table(turn: Turn) -> None:
    cells = [("Tjänst", "Pris"), ("Städning", "400 kronor"), ("Fönsterputs", "900 kronor")]
    rows = [
        Drawn("Priserna gäller hela året, om inte parterna har kommit överens om annat.", down=100),
        *(
            Drawn(said, left=80 + 200 * column, down=200 + 30 * row)
            for row, line in enumerate(cells)
            for column, said in enumerate(line)
        ),
    ]
    across = [f"70 {842 - down} m 470 {842 - down} l S" for down in (180, 210, 240, 270)]
    downs = [f"{left} {842 - 180} m {left} {842 - 270} l S" for left in (70, 270, 470)]
    file = with_more(drawn([rows], tagged=False), " ".join((*across, *downs)).encode())
    was = saved(file)
    tables = [
        [
            block
            for section in walk.sections(read_pdf(data, "f.pdf").document)
            for block in section.blocks
        ]
        for data in (was, turned(was, turn))
    ]
    assert sum(isinstance(block, Table) for block in tables[0]) == 1
    assert [type(block) for block in tables[0]] == [type(block) for block in tables[1]]
