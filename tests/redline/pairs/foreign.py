"""Files from different programs: other ids, other defaults, other habits."""

import io

from docx import Document
from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import STYLES, par, row, table, word


def _swedish() -> dict[str, str]:
    return {
        key: style.replace("Heading", "Rubrik")
        .replace('styleId="Normal"', 'styleId="Standard"')
        .replace('basedOn w:val="Normal"', 'basedOn w:val="Standard"')
        for key, style in STYLES.items()
    }


def _by_python_docx(*texts: tuple[str, str]) -> bytes:
    document = Document()
    for style, text in texts:
        document.add_paragraph(text, style=style or None)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pair
def style_ids_in_swedish_against_english() -> Files:
    return (
        word(par("Uppföljning", style="Rubrik1"), "Text här.", "Slut.", styles=_swedish()),
        word(par("Uppföljning", style="Heading1"), "Texten här.", "Slut."),
    )


@pair
def style_id_that_is_not_defined() -> Files:
    return (
        word("A.", par("Text här.", style="Finnsinte"), par("Bort.", style="Finnsinte"), "Slut."),
        word("A.", par("Texten här.", style="Ingenstans"), "Slut."),
    )


@pair
def made_by_python_docx_against_made_by_hand() -> Files:
    before = _by_python_docx(
        ("Heading 1", "Uppföljning"), ("List Bullet", "ett"), ("List Bullet", "två"), ("", "Slut.")
    )
    return before, word(par("Uppföljning", style="Heading1"), "ett", "Slut.")


@pair
def made_by_hand_against_made_by_python_docx() -> Files:
    before, after = made_by_python_docx_against_made_by_hand()
    return after, before


@pair
def list_styles_of_python_docx() -> Files:
    return (
        _by_python_docx(("", "A."), ("List Bullet", "ett"), ("List Number", "två"), ("", "Slut.")),
        _by_python_docx(
            ("", "A."), ("List Number", "ett"), ("List Bullet", "två och"), ("", "Slut.")
        ),
    )


@pair
def session_ids_are_no_change() -> Files:
    plain = word("Ett stycke.", table(row("a", "b")), "Slut.")
    marked = word(
        par("Ett stycke.").replace("<w:p>", '<w:p w:rsidR="00AA11BB" w14:paraId="12345678">'),
        table(row("a", "b")).replace("<w:tr>", '<w:tr w:rsidR="00AA11BB">'),
        "Slut.",
    )
    return plain, marked
