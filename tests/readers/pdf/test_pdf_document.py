"""PDF files as documents: ours come back as they were, those of others as a person reads them."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from tests import printed
from tests.documents.every import NAMES, document, project, written
from tests.read import read_pdf
from tests.readers.pdf.drawing import HEIGHT, Drawn, drawn
from tests.readers.pdf.word_agreement import CONTENTS_HEADING, Agreement, agreement
from tests.strategies import documents

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import (
    Block,
    Document,
    List,
    Paragraph,
    Section,
    Signatory,
    Signatures,
    Table,
    Text,
)
from avtalsgen.problems import AvtalsgenError
from avtalsgen.writers.pdf import write_pdf
from avtalsgen.writers.render import Render


def _squeezed(text: str) -> str:
    """Return words as print has them: one space, and a line break is one too."""
    return " ".join(re.split(r"[ \n]+", text)).strip(" ")


def _block(block: Block) -> object:
    match block:
        case Paragraph(content):
            return _squeezed(plain.text(content))
        case List(items, ordered):
            return ordered, [[_block(inner) for inner in item.blocks] for item in items]
        case Table(header, rows):
            return [[_squeezed(plain.text(cell)) for cell in row] for row in (header, *rows)]


def _section(section: Section) -> object:
    return (
        section.anchor,
        section.level if section.heading else None,
        section.number,
        _squeezed(plain.text(section.heading)),
        [_block(block) for block in section.blocks],
    )


def _shown(found: Document) -> list[object]:
    cover = found.cover
    rows = [(_squeezed(row.label), _squeezed(plain.text(row.content))) for row in cover.rows]
    head = (cover.kicker, plain.text(cover.title), plain.text(cover.subtitle))
    signed = found.signatures.signatories if found.signatures else ()
    return [
        tuple(map(_squeezed, head)),
        rows,
        [_section(section) for section in walk.sections(found)],
        [_squeezed(text) for each in signed for text in (each.role, plain.text(each.organisation))],
        [_squeezed(line) for each in signed for line in each.lines],
    ]


@pytest.mark.parametrize("name", NAMES)
def test_what_we_built_comes_back(name: str) -> None:
    found = read_pdf(written(name)["pdf"], "avtal.pdf")
    expected = document(name)
    assert _shown(found.document) == _shown(expected)
    assert not found.problems
    identity = found.document.identity
    assert f"{identity.uppdrag}@{identity.edition}" == name
    assert (identity.title, identity.author) == (expected.identity.title, expected.identity.author)
    assert found.document.cover.form == expected.cover.form
    assert found.document.draft == expected.draft


@pytest.mark.parametrize("name", ["familjeradgivning@2021", "vald-i-nara-relation@2026"])
def test_who_signs_and_what_runs_over_the_pages_comes_back(name: str) -> None:
    found, expected = read_pdf(written(name)["pdf"], "avtal.pdf").document, document(name)
    assert found.running == expected.running
    assert found.signatures is not None
    assert expected.signatures is not None
    assert found.signatures.form == expected.signatures.form
    assert [(plain.text(s.name), plain.text(s.title)) for s in found.signatures.signatories] == [
        (plain.text(s.name), plain.text(s.title)) for s in expected.signatures.signatories
    ]


def test_lines_to_sign_on_are_kept_when_a_name_begins_with_a_space_that_does_not_break() -> None:
    """Our engine says such a space as ActualText, before the font that the words have."""
    parties = (
        Signatory("beställare", "Beställare", (Text("Nämnden"),), ("Ort och datum",), (), ()),
        Signatory(
            "utförare", "#", (Text("\xa0"), Text("80\xa0%")), ("Datum:", "Underskrift"), (), ()
        ),
    )
    built = replace(document(NAMES[0]), signatures=Signatures("papper", parties))
    pdf = write_pdf(built, Render(project().house.profile, b""))
    assert _shown(read_pdf(pdf, "avtal.pdf").document) == _shown(built)


@settings(max_examples=15)
@given(documents())
def test_any_document_comes_back(drawn: Document) -> None:
    name = f"{drawn.identity.uppdrag}@{drawn.identity.edition}"
    identity = replace(drawn.identity, keywords=(*drawn.identity.keywords, name))
    built = walk.rewrite(replace(drawn, identity=identity), block=_worded, section=_printed)
    try:
        pdf = write_pdf(built, Render(project().house.profile, b""))
    except AvtalsgenError:
        assume(False)
    assert _shown(read_pdf(pdf, "avtal.pdf").document) == _shown(built)


def _blocks(drawn: Document) -> list[Block]:
    return [block for section in walk.sections(drawn) for block in section.blocks]


def _worded(block: Block, _: walk.Mark) -> Block | None:
    """Return a block that has words: one without any leaves no trace on a page."""
    return block if any(plain.text(run).strip() for run in walk.runs(block)) else None


def _printed(section: Section, _: walk.Mark) -> Section | None:
    return section if section.heading or section.blocks or section.sections else None


@pytest.mark.parametrize("styled", [True, False], ids=["styles", "bold"])
@pytest.mark.parametrize("tagged", [True, False], ids=["tags", "rows"])
def test_an_agreement_from_word_is_the_same_whatever_its_pdf_tells(
    styled: bool, tagged: bool
) -> None:
    word = agreement(styled=styled)
    data = printed.pdf(word.file, "tagged" if tagged else "default")
    found = read_pdf(data, "avtal.pdf").document
    outline = [(s.number, plain.text(s.heading), s.level) for s in walk.sections(found)]
    assert outline == word.outline
    said = [plain.text(run) for block in _blocks(found) for run in walk.runs(block)]
    assert said == word.said
    assert found.contents is not None
    assert found.contents.heading == CONTENTS_HEADING
    assert (found.running.left, found.running.right) == ("Exempels kommun", "Dnr SON 2030-12")
    assert [row.label for row in found.cover.rows] == ["Diarienummer", "Datum"]


def with_table() -> Agreement:
    return agreement(styled=True, table=True)


def test_a_table_with_tags_is_a_table() -> None:
    found = read_pdf(printed.pdf(with_table().file, "tagged"), "avtal.pdf")
    tables = [block for block in _blocks(found.document) if isinstance(block, Table)]
    assert [_block(table) for table in tables] == [[["Insats", "Timmar"], ["Samtal", "120"]]]


@pytest.mark.parametrize("tagged", [True, False], ids=["tags", "rows"])
@pytest.mark.parametrize(
    ("size", "up", "said"), [(6, 4, "10³"), (11, 0, "103"), (6, 0, "103")], ids=str
)
def test_a_digit_that_a_page_raises_behind_a_digit_is_read_as_one(
    size: int, up: int, said: str, *, tagged: bool
) -> None:
    base = HEIGHT - 150 + up
    figure = f"BT /F {size} Tf 1 0 0 1 136.5 {base} Tm (3) Tj ET"
    rest = f"BT /F 11 Tf 1 0 0 1 147 {HEIGHT - 150} Tm (per liter vatten.) Tj ET"
    rows = [
        Drawn("Avtal om provtagning av badvatten", "H1", down=100),
        Drawn("Gränsen är 10", "P", down=150, over=f"{figure} {rest}"),
    ]
    document = read_pdf(drawn([rows], tagged=tagged), "a.pdf").document
    assert f"Gränsen är {said} per liter" in " ".join(plain.lines(document))
