"""Notes at the foot of a page are notes in every form, and their signs are read alike."""

from collections.abc import Iterator

import pytest
from tests import printed
from tests.compared import compare_sections
from tests.read import read_docx, read_markdown_document, read_pdf, read_plain_text
from tests.redline import wordfile

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document

_NOTES = {
    1: "En sammankomst är minst 60 minuter lång och leds av någon som har fyllt 13 år.",
    2: "Hyra för lager räknas inte.",
}
_RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{}</w:r>'
_SMALL = {
    **wordfile.STYLES,
    "Title": wordfile.TITLE,
    "Note": '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="footnote text"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>',
}
_MARKDOWN = f"""# Bidrag till föreningar

## 1 Belopp

Bidraget är 9 kronor per deltagare.[^träff] Lokalen är 120 m² och bidraget 60 procent.[^2]

## 2 Ansökan

Ansökan lämnas senast den 25 februari till kultur- och fritidskontoret i Sörby kommun.

[^träff]: {_NOTES[1]}
[^2]: {_NOTES[2]}
"""


def _note(text: str) -> str:
    sign = _RAISED.format("<w:footnoteRef/>")
    return wordfile.par(sign, wordfile.run(f" {text}"), style="Note")


def _word() -> bytes:
    square = _RAISED.format("<w:t>2</w:t>")
    return wordfile.word(
        wordfile.par("Bidrag till föreningar", style="Title"),
        wordfile.par("1 Belopp", style="Heading1"),
        wordfile.par(
            *("Bidraget är 9 kronor per deltagare.", wordfile.note(1)),
            *(" Lokalen är 120 m", square, " och bidraget 60 procent.", wordfile.note(2)),
        ),
        wordfile.par("2 Ansökan", style="Heading1"),
        wordfile.par(
            "Ansökan lämnas senast den 25 februari till kultur- och fritidskontoret i Sörby kommun."
        ),
        styles=_SMALL,
        notes={number: _note(text) for number, text in _NOTES.items()},
    )


def printed_files() -> Iterator[tuple[bytes, printed.How]]:
    """Yield each Word file that is printed here, and how."""
    yield _word(), "tagged"
    yield _word(), "untagged"


def _expected() -> Document:
    return read_docx(_word(), "bidrag.docx").document


def _notes(document: Document) -> list[tuple[str, str]]:
    notes = [aside for aside in document.asides if aside.part == "footnote"]
    return [(note.name, plain.text(next(walk.runs(note.blocks[0])))) for note in notes]


@pytest.mark.parametrize("how", ["tagged", "untagged"])
def test_notes_of_a_pdf_are_those_of_the_word_file(how: printed.How) -> None:
    document = read_pdf(printed.pdf(_word(), how), "bidrag.pdf").document
    assert _notes(document) == _notes(_expected()) == [("1", _NOTES[1]), ("2", _NOTES[2])]
    assert compare_sections(_expected(), document, paged=False).same


def test_notes_of_markdown_are_numbered_as_they_are_printed() -> None:
    document = read_markdown_document(_MARKDOWN.replace("m²", "m2"), "bidrag.md").document
    assert _notes(document) == _notes(_expected())
    assert compare_sections(_expected(), document, paged=False).same


def test_notes_of_a_text_are_no_part_of_its_last_section() -> None:
    text = _MARKDOWN.replace("m²", "m2").replace("[^träff]", "[1]").replace("[^2]", "[2]")
    plainly = text.replace("#", "").replace("]:", "]").replace("\n[2]", "\n\n[2]")
    document = read_plain_text(plainly, "bidrag.txt").document
    assert _notes(document) == _notes(_expected())
    assert compare_sections(_expected(), document, paged=False).same


def test_a_note_of_one_word_in_markdown_is_no_address() -> None:
    text = "# Avtal\n\n## 1 Hyra\n\nHyran är fast.[^1]\n\n[^1]: Bruttohyra\n"
    document = read_markdown_document(text, "avtal.md").document
    assert _notes(document) == [("1", "Bruttohyra")]


def test_a_note_that_nothing_refers_to_is_kept_as_it_is_written() -> None:
    text = "# Avtal\n\n## 1 Hyra\n\nHyran är fast.\n\n[^1]: Den räknas inte upp.\n"
    document = read_markdown_document(text, "avtal.md").document
    assert "Den räknas inte upp." in " ".join(plain.words(document))


def test_rows_in_code_are_no_notes() -> None:
    text = "# Avtal\n\n## 1 Hyra\n\nSe [^1].\n\n```\n[^1]: Så skrivs en not.\n```\n"
    assert not _notes(read_markdown_document(text, "avtal.md").document)
