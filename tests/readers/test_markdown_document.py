"""Markdown as a document: ours comes back, and nobody's words are lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.every import NAMES, document, written
from tests.drawn_words import MARKUP, SWEDISH
from tests.read import read_markdown_document, read_plain_text

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Block, Document, LineBreak, Link, List, Paragraph, Table

AGREEMENT = """\
> **UTKAST**

Verksamhetsuppdrag

# Stöd i hemmet

Stödenheten

**Diarienummer**\\
SON 2030-12

## 1.0 Uppdraget

Nämnden ger *utföraren* i uppdrag att bedriva [stöd](https://exempel.se) i hemmet.

### 1.1 Tid

1. från den 1 april
2. tills vidare
   - om ingen säger upp

### Klagomål

| Insats | Timmar |
|---|---:|
| Samtal | 120 |
"""


def _read(text: str) -> Document:
    return read_markdown_document(text, "avtal.md").document


def _outline(found: Document) -> list[tuple[str, str, int]]:
    return [(s.number, plain.text(s.heading), s.level) for s in walk.sections(found) if s.heading]


def _blocks(found: Document) -> list[Block]:
    return [block for section in walk.sections(found) for block in section.blocks]


def _words(found: Document) -> list[str]:
    return " ".join(plain.text(run) for b in _blocks(found) for run in walk.runs(b)).split()


def test_cover_and_sections_are_told_apart() -> None:
    found = _read(AGREEMENT)
    cover = found.cover
    assert (cover.kicker, plain.text(cover.title)) == ("Verksamhetsuppdrag", "Stöd i hemmet")
    assert plain.text(cover.subtitle) == "Stödenheten"
    assert [(row.label, plain.text(row.content)) for row in cover.rows] == [
        ("Diarienummer", "SON 2030-12")
    ]
    assert found.draft
    assert _outline(found) == [("1.0", "Uppdraget", 1), ("1.1", "Tid", 2), ("", "Klagomål", 2)]


def test_lists_tables_and_links_are_what_they_were() -> None:
    paragraph, items, table = _blocks(_read(AGREEMENT))
    assert isinstance(paragraph, Paragraph)
    assert any(isinstance(inline, Link) for inline in paragraph.content)
    assert isinstance(items, List)
    assert items.ordered
    assert isinstance(items.items[1].blocks[1], List)
    assert isinstance(table, Table)
    assert [plain.text(cell) for cell in table.rows[0]] == ["Samtal", "120"]


@pytest.mark.parametrize("name", NAMES)
def test_what_we_wrote_comes_back(name: str) -> None:
    found, expected = _read(written(name)["md"].decode()), document(name)
    assert _outline(found) == _outline(expected)
    if expected.cover.form == "page":  # a line to sign on in the text is a place to sign
        assert _words(found) == _words(expected)
        assert [type(block) for block in _blocks(found)] == [
            type(block) for block in _blocks(expected)
        ]


def test_a_list_that_begins_elsewhere_keeps_its_numbers() -> None:
    said = list(plain.lines(_read("## Krav\n\n4. fyra\n5. fem\n")))
    assert said[-2:] == ["4. fyra", "5. fem"]


def test_a_break_in_html_is_a_break_and_other_html_is_the_signs_that_it_is() -> None:
    reading = read_markdown_document("## A\n\nett<br>två <b>tre</b>\n\n<p>fyra</p>\n", "a.md")
    first, second = _blocks(reading.document)
    assert isinstance(first, Paragraph)
    assert LineBreak() in first.content
    assert plain.text(first.content) == "ett\ntvå <b>tre</b>"
    assert isinstance(second, Paragraph)
    assert plain.text(second.content) == "<p>fyra</p>"
    assert [problem.code for problem in reading.problems] == ["MD02"]


def test_a_picture_is_its_words() -> None:
    reading = read_markdown_document("## A\n\nSe ![en karta](karta.png).\n", "a.md")
    assert list(plain.lines(reading.document))[-1] == "Se [en karta]."
    assert [(p.code, str(p.origin)) for p in reading.problems] == [("MD02", "a.md:3:1")]


def test_an_address_that_runs_something_is_no_link() -> None:
    (paragraph,) = _blocks(_read("## A\n\n[klicka](javascript:alert(1)) här.\n"))
    assert isinstance(paragraph, Paragraph)
    assert plain.text(paragraph.content) == "klicka här."
    assert not any(isinstance(inline, Link) for inline in paragraph.content)


@given(st.lists(st.sampled_from((*SWEDISH, *MARKUP, "\n", "\n\n", "    ")), max_size=40))
def test_anything_is_read(parts: list[str]) -> None:
    read_markdown_document(" ".join(parts), "a.md")


def test_the_number_of_a_paragraph_on_a_row_of_its_own_is_read_as_in_a_text() -> None:
    rules = (
        "{}Reglemente för nämnden\n\n1 §\n\nNämnden svarar för kommunens skolor och alla barn.\n\n"
        "2 §\n\nNämnden ska\n\n- följa utvecklingen,\n- lämna förslag.\n\n"
        "3 §\nNämnden har sju ledamöter och lika många ersättare.\n\n"
        "4 §\n\n- avtal\n- priser\n"
    )
    written = _read(rules.format("# "))
    text = read_plain_text(rules.format(""), "regler.txt").document
    assert not written.cover.subtitle
    assert [s.number for s in walk.sections(written)] == ["1 §", "2 §", "3 §", "4 §"]
    assert [s.number for s in walk.sections(text)] == ["1 §", "2 §", "3 §", "4 §"]
    assert _words(written) == _words(text)


@pytest.mark.parametrize(
    "rows",
    [
        ("Utföraren ska", "a) städa,", "b) **putsa**, och", "c) bona."),
        ("Utföraren ska", "a) städa som i fall", "b) dock", "b) putsa.", "c) bona."),
        ("a) städa", "b) putsa"),
    ],
)
def test_letters_on_adjoining_rows_count_the_items_that_they_count_apart(
    rows: tuple[str, ...],
) -> None:
    lead = rows[:1] if rows[0][1] != ")" else ()
    document = read_markdown_document("# A\n\n## 1 B\n\n" + "\n".join(rows), "a.md").document
    *before, listed = next(iter(walk.sections(document))).blocks
    assert [plain.text(run) for block in before for run in walk.runs(block)] == [*lead]
    assert isinstance(listed, List)
    assert (listed.letters, len(listed.items)) == (True, min(3, len(rows) - len(lead)))


def test_a_row_that_begins_with_a_letter_of_its_sentence_is_no_item() -> None:
    rows = ("Det gäller i fall", "b) som det gäller i fall", "a) annars.")
    document = read_markdown_document("# A\n\n## 1 B\n\n" + "\n".join(rows), "a.md").document
    (block,) = next(iter(walk.sections(document))).blocks
    assert [plain.text(run) for run in walk.runs(block)] == [" ".join(rows)]
