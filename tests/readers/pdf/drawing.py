"""PDF files drawn by hand: each row with its tag or none, its place, and how it is turned."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

WIDTH, HEIGHT = 595, 842
_HELVETICA = {
    "/Type": Name.Font,
    "/Subtype": Name.Type1,
    "/BaseFont": Name.Helvetica,
    "/Encoding": Name.WinAnsiEncoding,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row of text. Its `tag` is of the standard, `artifact`, or nothing."""

    text: str
    tag: str = ""
    left: float = 70
    down: float | None = None
    """From the top of the page; else it stands below the row before."""
    degrees: float = 0
    size: float = 11
    under: str = ""
    """What is drawn before it, or how: operators of a page (ISO 32000-1, 8 and 9)."""
    over: str = ""


def drawn(
    pages: Sequence[Sequence[Drawn]],
    *,
    rotate: Literal[0, 90, 180, 270] = 0,
    order: Sequence[int] | None = None,
    tagged: bool = True,
) -> bytes:
    """Return a file with `pages` of rows. With `rotate` a viewer has to turn them to read them.

    `order` is that of the tags; it is that of the rows where nothing is said.
    """
    file = pikepdf.new()
    elements: list[pikepdf.Object] = []
    for rows in pages:
        _draw(file, rows, rotate, elements)
    if tagged:
        root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        kids = [elements[at] for at in order] if order else elements
        root.K = file.make_indirect(Dictionary(S=Name.Document, P=root, K=Array(kids)))
        file.Root.StructTreeRoot = root
        file.Root.MarkInfo = Dictionary(Marked=True)
    done = BytesIO()
    file.save(done, static_id=True)
    return done.getvalue()


def _draw(
    file: pikepdf.Pdf, rows: Sequence[Drawn], rotate: int, elements: list[pikepdf.Object]
) -> None:
    turned = rotate in {90, 270}
    page = file.add_blank_page(page_size=(HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT))
    down, parts = 60.0, []
    for number, row in enumerate(rows):
        down = row.down if row.down is not None else down
        shown = _shown(row, row.left, HEIGHT - down, rotate)
        down += 2.5 * row.size
        match row.tag:
            case "":
                parts.append(shown)
            case "artifact":
                parts.append(f"/Artifact BMC {shown} EMC")
            case tag:
                parts.append(f"/{tag} <</MCID {number}>> BDC {shown} EMC")
                mark = Dictionary(S=Name(f"/{tag}"), Pg=page.obj, K=number)
                elements.append(file.make_indirect(mark))
    page.obj.Resources = Dictionary(Font=Dictionary(F=file.make_indirect(Dictionary(_HELVETICA))))
    page.obj.Contents = Stream(file, "\n".join(parts).encode("cp1252"))
    if rotate:
        page.obj.Rotate = rotate


def _shown(row: Drawn, x: float, y: float, rotate: int) -> str:
    """Return the operators that show a row whose place is told on the page as it is read."""
    match rotate:
        case 90:
            x, y = HEIGHT - y, x
        case 180:
            x, y = WIDTH - x, HEIGHT - y
        case 270:
            x, y = y, WIDTH - x
        case _:
            pass
    angle = math.radians(row.degrees + rotate)
    cos, sin = round(math.cos(angle), 6), round(math.sin(angle), 6)
    text = row.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    shown = f"BT /F {row.size} Tf {cos} {sin} {-sin} {cos} {x} {y} Tm ({text}) Tj ET"
    return f"q {row.under} {shown} {row.over} Q" if row.under or row.over else shown
