"""Two Word files with the same words that are not the same file."""

import json
import struct
import unicodedata
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from tests.cli.terminal import Terminal
from tests.readers.pdf.test_beside_words import PLAIN as PLAIN_PDF
from tests.readers.pdf.test_beside_words import changed, enclosed

from avtalsgen.problems import Exit

WORDS = "Utföraren ska lämna en rapport till beställaren varje år."


def picture(grey: int) -> bytes:
    """Return a PNG of one grey point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(bytes((0, grey))))
        + chunk(b"IEND", b"")
    )


def written(change: Callable[[Document], None]) -> bytes:
    document = docx.Document()
    document.add_heading("Rapport", 1)
    document.add_paragraph(WORDS)
    change(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def plain(_document: Document) -> None:
    return


def bold(document: Document) -> None:
    document.paragraphs[1].runs[0].bold = True


def hard_to_see(document: Document) -> None:
    document.paragraphs[1].runs[0].font.color.rgb = RGBColor(0xFE, 0xFE, 0xFE)


def tiny(document: Document) -> None:
    document.paragraphs[1].runs[0].font.size = Pt(1)


def raised(document: Document) -> None:
    document.paragraphs[1].runs[0].font.superscript = True


def off_the_line(document: Document) -> None:
    properties = document.paragraphs[1].runs[0]._r.get_or_add_rPr()
    properties.append(properties.makeelement(qn("w:position"), {qn("w:val"): "-3000"}))


def on_itself(document: Document) -> None:
    properties = document.paragraphs[1].runs[0]._r.get_or_add_rPr()
    ground = {qn("w:val"): "clear", qn("w:fill"): "1A1A1A"}
    properties.append(properties.makeelement(qn("w:color"), {qn("w:val"): "1a1a1a"}))
    properties.append(properties.makeelement(qn("w:shd"), ground))


def white(document: Document) -> None:
    document.add_picture(BytesIO(picture(255)))


def black(document: Document) -> None:
    document.add_picture(BytesIO(picture(0)))


def larger(document: Document) -> None:
    document.styles["Normal"].font.size = Pt(14)


def other_theme(document: Document) -> None:
    for part in document.part.package.iter_parts():
        if "theme" in part.partname:
            part._blob = part.blob.replace(b'latin typeface="', b'latin typeface="Ny ', 1)


def numbered(document: Document) -> None:
    document.add_paragraph("Lokalen städas.", "List Number")


def lettered(document: Document) -> None:
    numbered(document)
    root = document.part.numbering_part.element
    for form in root.iter(qn("w:numFmt")):
        form.set(qn("w:val"), "lowerLetter")


def formula(document: Document, form: str, side: str) -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    base = "<m:e><m:r><m:t>2</m:t></m:r></m:e>"
    beside = f"<m:{side}><m:r><m:t>3</m:t></m:r></m:{side}>"
    written_formula = f'<m:oMath xmlns:m="{math}"><m:{form}>{base}{beside}</m:{form}></m:oMath>'
    document.paragraphs[1]._p.append(parse_xml(written_formula))


def squared(document: Document) -> None:
    formula(document, "sSup", "sup")


def with_index(document: Document) -> None:
    formula(document, "sSub", "sub")


def counted_from_seven(document: Document) -> None:
    pages = OxmlElement("w:pgNumType")
    pages.set(qn("w:start"), "7")
    document.sections[0]._sectPr.append(pages)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (plain, bold, "formatering"),
        (plain, hard_to_see, "text som knappt syns"),
        (plain, tiny, "text som knappt syns"),
        (plain, raised, "upphöjd text"),
        (plain, off_the_line, "text som knappt syns"),
        (plain, on_itself, "text som knappt syns"),
        (white, black, "bild"),
        (plain, black, "bild"),
        (plain, larger, "formatmall"),
        (plain, other_theme, "tema"),
        (numbered, lettered, "listnumrering"),
        (squared, with_index, "formel"),
        (plain, counted_from_seven, "sidnumrering"),
    ],
)
def test_what_differs_beside_the_words_is_told_and_never_as_saklig(
    old: Callable[[Document], None],
    new: Callable[[Document], None],
    kind: str,
    terminal: Terminal,
) -> None:
    (terminal.root / "a.docx").write_bytes(written(old))
    (terminal.root / "b.docx").write_bytes(written(new))
    said = terminal.run("avtalsgen diff a.docx b.docx --json")
    answer = json.loads(said.out)
    assert kind in {each["kind"] for each in answer["other"]}
    assert answer["summary"]["changes"]["saklig"] == 0 or kind == "bild"
    assert said.code == Exit.LOOK
    shown = terminal.run("avtalsgen diff a.docx b.docx").out
    assert f"Övrigt, {kind}:" in shown
    assert "Versionerna är lika" not in shown


CASES = Path(__file__).parents[1] / "redline/cases"


@pytest.mark.parametrize(
    ("case", "kind", "told"),
    [
        ("default-tab-stop", "inställning", "tabbstopp"),
        ("choices-of-a-content-control", "innehållskontroll", "andra val"),
        ("alt-chunk", "infogad fil", "jämför den för hand"),
    ],
)
def test_what_no_word_says_of_settings_controls_and_inserted_files_is_told(
    case: str, kind: str, told: str, terminal: Terminal
) -> None:
    before, after = CASES / case / "before.docx", CASES / case / "after.docx"
    said = terminal.run(f"avtalsgen diff {before} {after}")
    assert said.code == Exit.LOOK
    assert f"Övrigt, {kind}:" in said.out
    assert told in said.out
    answer = json.loads(terminal.run(f"avtalsgen diff {before} {after} --json").out)
    assert [each["kind"] for each in answer["other"]] == [kind]
    assert answer["summary"]["changes"] == {"saklig": 0, "redaktionell": 0}
    same = terminal.run(f"avtalsgen diff {before} {before}")
    assert (same.code, "Versionerna är lika." in same.out) == (Exit.FINE, True)


def test_two_pdfs_of_the_same_words_with_other_enclosed_files_are_not_alike(
    terminal: Terminal,
) -> None:
    (terminal.root / "a.pdf").write_bytes(PLAIN_PDF)
    (terminal.root / "b.pdf").write_bytes(changed(enclosed(b"annat")))
    said = terminal.run("avtalsgen diff a.pdf b.pdf")
    assert said.code == Exit.LOOK
    assert "Övrigt, bifogad fil: 1 bara i den nya." in said.out
    assert terminal.run("avtalsgen diff a.pdf a.pdf").code == Exit.FINE


def test_two_files_of_the_same_words_and_looks_are_alike(terminal: Terminal) -> None:
    for name in ("a.docx", "b.docx"):
        (terminal.root / name).write_bytes(written(bold))
    said = terminal.run("avtalsgen diff a.docx b.docx")
    assert "Versionerna är lika." in said.out
    assert said.code == Exit.FINE


HABITS = {
    "a hard space": ("i 12 månader", "i 12\N{NO-BREAK SPACE}månader"),
    "quotes": ("kallas ”stödet” här", 'kallas "stödet" här'),
    "letters in two parts": ("årets början", unicodedata.normalize("NFD", "årets början")),
    "soft hyphens": ("verksamhetsberättelse", "verksamhets\N{SOFT HYPHEN}berättelse"),
}


@pytest.mark.parametrize("habit", HABITS)
def test_what_a_program_swaps_is_exactly_one_remark_and_the_versions_are_alike(
    habit: str, terminal: Terminal
) -> None:
    for name, words in zip(("a.docx", "b.docx"), HABITS[habit], strict=True):

        def say(document: Document, words: str = words) -> None:
            for number in range(3):
                document.add_paragraph(f"Mening {number} om det som gäller {words}.")

        (terminal.root / name).write_bytes(written(say))
    said = terminal.run("avtalsgen diff a.docx b.docx")
    assert said.code == Exit.FINE
    assert "Versionerna är lika." in said.out
    assert said.err.count("JF23") == 1
    answer = json.loads(terminal.run("avtalsgen diff a.docx b.docx --json").out)
    assert [problem["code"] for problem in answer["problems"]] == ["JF23"]
    assert (answer["other"], answer["comments"]) == ([], [])
    redline = terminal.run("avtalsgen diff a.docx b.docx --format docx --out c.docx")
    assert (redline.code, redline.err.count("JF23")) == (Exit.FINE, 1)


def test_a_comment_stands_in_a_list_of_its_own(terminal: Terminal) -> None:
    def commented(document: Document) -> None:
        run = document.paragraphs[1].runs[0]
        document.add_comment(run, "Räcker det?", author="Ek")

    (terminal.root / "a.docx").write_bytes(written(plain))
    (terminal.root / "b.docx").write_bytes(written(commented))
    said = terminal.run("avtalsgen diff a.docx b.docx --json")
    answer = json.loads(said.out)
    assert said.code == Exit.LOOK
    assert [(each["status"], each["who"], each["text"]) for each in answer["comments"]] == [
        ("ny", "Ek", "Räcker det?")
    ]
    assert answer["summary"]["changes"] == {"saklig": 0, "redaktionell": 0}
    shown = terminal.run("avtalsgen diff a.docx b.docx").out
    assert "Ny kommentar: Ek om" in shown
    assert "Versionerna är lika" not in shown


def struck(document: Document) -> None:
    document.paragraphs[1].runs[0].font.strike = True


def squared_digit(document: Document) -> None:
    document.paragraphs[1].add_run(" Ytan är 10")
    document.paragraphs[1].add_run("2").font.superscript = True


def hundred_and_two(document: Document) -> None:
    document.paragraphs[1].add_run(" Ytan är 10")
    document.paragraphs[1].add_run("2")


def told_of(terminal: Terminal, *sides: Callable[[Document], None]) -> str:
    for name, side in zip("ab", sides, strict=True):
        (terminal.root / f"{name}.docx").write_bytes(written(side))
    assert terminal.run("avtalsgen diff a.docx b.docx --out c.md").code == Exit.LOOK
    return (terminal.root / "c.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"), [(hundred_and_two, squared_digit), (squared_digit, hundred_and_two)]
)
def test_a_digit_raised_behind_another_makes_another_number(
    old: Callable[[Document], None], new: Callable[[Document], None], terminal: Terminal
) -> None:
    told = told_of(terminal, old, new)
    assert "10²" in told
    assert "saklig: tal" in told


def test_words_that_are_read_as_others_are_quoted(terminal: Terminal) -> None:
    told = told_of(terminal, plain, struck)
    assert f"genomstruken text: bara i den nya ”{WORDS}”" in told
    assert "Ingenting ändras i sak." not in told
    assert "Inga ord ändras i sak." in told
