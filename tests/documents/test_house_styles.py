"""The same uppdrag in two house styles: the words of one, the looks of each, in every format."""

import base64
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests import pdf_validator
from tests.documents.every import RENEWALS, ROOT, document, printed, project, written
from tests.writers import page_reader
from tests.writers.docx import reading
from tests.writers.pdf.printed import Letter, letters

from avtalsgen.clauses.house.contrast import contrast
from avtalsgen.clauses.house.profile import names
from avtalsgen.model import plain
from avtalsgen.model.profile import Logo
from avtalsgen.ooxml.fonts import obfuscated
from avtalsgen.readers.contrast import TEXT
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.readers.sfnt import read_font

STYLES = ("", "granvik")
NEAR = 3
"""Points; how far a letter of the cover may be in Word from where it is in PDF."""
IN_A_LIGATURE = 14
"""LibreOffice sets `ti` as one glyph, as wide as the two; its `i` is told to stand at the `t`."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

renewals = pytest.mark.parametrize("name", RENEWALS)
styles = pytest.mark.parametrize("style", STYLES)


def logo() -> Logo:
    """Return the logo of the second house style."""
    found = project("granvik").house.profile.logo
    assert found is not None
    return found


def test_the_second_house_style_is_that_of_the_repository() -> None:
    assert names(project().files) == ("granvik",)


@renewals
def test_another_house_style_changes_no_word(name: str) -> None:
    words = plain.words(document(name))
    files = written(name, "granvik")
    assert reading.words(files["docx"]) == words
    assert pdf_text.words(files["pdf"]) == words
    assert page_reader.words(page_reader.parse(files["html"])) == words
    for format_ in ("md", "txt", "json"):
        assert files[format_] == written(name)[format_]


@renewals
def test_a_pdf_in_another_house_style_is_pdf_a_2a_and_pdf_ua_1(name: str) -> None:
    assert pdf_validator.breaches(written(name, "granvik")["pdf"]) == []


def _colours_of_pdf(pdf: bytes) -> set[str]:
    found = set()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            for instruction in pikepdf.parse_content_stream(page):
                operands = list(instruction.operands)
                if str(instruction.operator) in ("scn", "SCN", "rg", "RG") and len(operands) == 3:
                    channels = (round(float(channel) * 255) for channel in operands)
                    found.add("#{:02X}{:02X}{:02X}".format(*channels))
    return found


def _colours_of_word(docx: bytes) -> set[str]:
    styles = reading.parts(docx)["word/styles.xml"].decode()
    return {f"#{colour}" for colour in re.findall(r'w:(?:val|color)="([0-9A-F]{6})"', styles)}


def _colours_of_page(html: bytes) -> set[str]:
    return set(re.findall(r"#[0-9A-F]{6}", html.decode().partition("</style>")[0]))


@styles
def test_every_format_has_the_colours_of_its_house_and_not_those_of_the_other(style: str) -> None:
    files = written(RENEWALS[0], style)
    own = project(style).house.profile.colours
    (other,) = (project(each).house.profile.colours for each in STYLES if each != style)
    for found in (
        _colours_of_pdf(files["pdf"]),
        _colours_of_word(files["docx"]),
        _colours_of_page(files["html"]),
    ):
        assert {own.accent, own.text, own.muted, own.rule} <= found
        assert not {other.accent, other.text, other.muted, other.rule} & found


@styles
def test_the_text_of_a_page_can_be_read_on_all_that_it_stands_on(style: str) -> None:
    """WCAG 1.4.3 for what a page puts text on: white, a tint of the accent, draft yellow."""
    colours = project(style).house.profile.colours
    for text in (colours.text, colours.accent, colours.muted):
        assert contrast(text) >= TEXT
    accent = [int(colours.accent[at : at + 2], 16) for at in (1, 3, 5)]
    tint = "#{:02X}{:02X}{:02X}".format(*(round(255 - 0.06 * (255 - one)) for one in accent))
    for ground in (tint, "#FFEDCC"):
        assert contrast(colours.text) / contrast(ground) >= TEXT
    assert contrast(colours.accent) / contrast(tint) >= TEXT


@styles
def test_both_paper_formats_carry_the_font_of_the_house(style: str) -> None:
    family = project(style).house.profile.font
    files = written(RENEWALS[0], style)
    with pikepdf.open(io.BytesIO(files["pdf"])) as file:
        fonts = [
            str(font.BaseFont).partition("+")[2]
            for page in file.pages
            for font in page.Resources.Font.values()
        ]
    assert fonts
    assert all(font.startswith(family.replace(" ", "")) for font in fonts)
    table = reading.part(files["docx"], "word/fontTable.xml")
    (named,) = table.findall(f"{reading.W}font")
    assert named.get(f"{reading.W}name") == family
    carried = {name: data for name, data in reading.parts(files["docx"]).items() if "odttf" in name}
    assert len(carried) == 4


def test_word_carries_the_files_of_the_house_as_they_are() -> None:
    parts = reading.parts(written(RENEWALS[0], "granvik")["docx"])
    for number, file in enumerate(project("granvik").house.profile.font_files, start=1):
        assert parts[f"word/fonts/font{number}.odttf"] == obfuscated(file.data)[1]
        assert read_font(file.data).family == "Source Sans Pro"


def _figures(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if element.get("/S") == "/Figure":
        yield element
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _figures(kid)


def test_the_logo_is_a_figure_with_alternative_text_in_pdf() -> None:
    with pikepdf.open(io.BytesIO(written(RENEWALS[0], "granvik")["pdf"])) as file:
        (figure,) = _figures(file.Root.StructTreeRoot)
        assert str(figure.Alt) == logo().alt
    with pikepdf.open(io.BytesIO(written(RENEWALS[0])["pdf"])) as file:
        assert list(_figures(file.Root.StructTreeRoot)) == []


def test_the_logo_is_a_picture_with_a_description_in_word() -> None:
    docx = written(RENEWALS[0], "granvik")["docx"]
    (drawing,) = reading.part(docx, "word/document.xml").iter(f"{WP}anchor")
    assert drawing.find(f"{WP}docPr").get("descr") == logo().alt
    extent = drawing.find(f"{WP}extent")
    assert int(extent.get("cy")) == logo().height * 36_000
    (picture,) = (data for name, data in reading.parts(docx).items() if name.endswith(".png"))
    assert picture == logo().for_word.data
    assert not list(
        reading.part(written(RENEWALS[0])["docx"], "word/document.xml").iter(f"{A}blip")
    )


def test_the_logo_is_inside_the_web_page_and_the_policy_lets_it_in() -> None:
    page = page_reader.parse(written(RENEWALS[0], "granvik")["html"])
    (image,) = page.all("img")
    assert image.attributes["alt"] == logo().alt
    kind, _, data = image.attributes["src"].partition(";base64,")
    assert kind == "data:image/svg+xml"
    assert base64.b64decode(data) == logo().picture.data
    (policy,) = (m.attributes["content"] for m in page.all("meta") if "http-equiv" in m.attributes)
    assert "; img-src data:;" in policy
    assert "img-src" not in written(RENEWALS[0])["html"].decode()


def test_the_address_and_the_foot_stand_on_the_cover_in_every_format() -> None:
    profile = project("granvik").house.profile
    files = written(RENEWALS[0], "granvik")
    with pypdfium2.PdfDocument(files["pdf"]) as file:
        cover = file[0].get_textpage().get_text_bounded()
    foot = "".join(reading.part(files["docx"], "word/footer2.xml").itertext())
    page = page_reader.parse(files["html"]).one("footer").text()
    for line in (*profile.address, profile.footer):
        assert line in cover
        assert line in foot
        assert line in page


@cache
def _letters(pdf: bytes) -> tuple[Letter, ...]:
    """Return the letters of the pages that are looked at."""
    return tuple(takewhile(lambda letter: letter.page <= 3, letters(pdf)))


@styles
@renewals
def test_the_cover_of_word_is_that_of_pdf(name: str, style: str) -> None:
    files = written(name, style)
    ours, theirs = (
        sorted(
            (letter.character, round(letter.left), letter.baseline, letter.left)
            for letter in _letters(pdf)
            if letter.page == 1
        )
        for pdf in (files["pdf"], printed(name, style))
    )
    assert [letter for letter, *_ in ours] == [letter for letter, *_ in theirs]
    height = max(y for _, _, y, _ in ours) - min(y for _, _, y, _ in ours)
    assert height > 300
    for one in ours:
        assert any(
            one[0] == other[0]
            and abs(one[2] - other[2]) < NEAR
            and abs(one[3] - other[3]) < (IN_A_LIGATURE if one[0] == "i" else NEAR)
            for other in theirs
        ), one


@styles
@renewals
def test_running_heads_and_feet_of_word_stand_where_those_of_pdf_do(name: str, style: str) -> None:
    files = written(name, style)
    ours, theirs = (
        [letter.baseline for letter in _letters(pdf) if letter.page == 3]
        for pdf in (files["pdf"], printed(name, style))
    )
    assert abs(max(ours) - max(theirs)) < NEAR
    assert abs(min(ours) - min(theirs)) < NEAR


def test_a_build_by_another_process_gives_the_bytes_that_are_written_here(tmp_path: Path) -> None:
    there = _build(tmp_path)
    here = written(RENEWALS[0], "granvik")
    assert len(there) == 3
    assert there == {format_: here[format_] for format_ in there}


def _build(folder: Path) -> dict[str, bytes]:
    """Return each format that is built where sets have another order."""
    arguments = ["build", RENEWALS[0], "--profile", "granvik", "--format", "docx,pdf,html"]
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(
        [sys.executable, "-m", "avtalsgen", *arguments, "--out", str(folder)],
        check=True,
        cwd=ROOT,
        env=environment,
        capture_output=True,
    )
    return {path.suffix[1:]: path.read_bytes() for path in folder.glob("*/*/[!.]*")}
