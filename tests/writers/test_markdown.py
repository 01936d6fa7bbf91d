"""A Markdown file says what the document says, to any reader of CommonMark."""

from pathlib import Path

import pytest
from hypothesis import given
from tests.battery import BATTERY
from tests.cases import check_golden
from tests.strategies import blocks, documents, inlines
from tests.writers import looks, markdown_reader

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Block, Document, Emphasis, Inline, Link, Paragraph, Strong, Text
from avtalsgen.model.profile import Profile
from avtalsgen.writers.markdown import write_markdown
from avtalsgen.writers.markdown.blocks import write_blocks
from avtalsgen.writers.markdown.document import DOTTED
from avtalsgen.writers.markdown.inline import running
from avtalsgen.writers.render import Render

RENDER = Render(Profile("Provkommunen"))


@given(documents())
def test_the_words_are_those_of_the_document(document: Document) -> None:
    parsed = markdown_reader.parse(write_markdown(document, RENDER))
    if document.draft:
        assert markdown_reader.words([parsed.pop(0)]) == ["UTKAST"]
    printed = [word for word in markdown_reader.words(parsed) if word != DOTTED]
    assert printed == plain.words(document)


@given(documents())
def test_equal_documents_give_equal_bytes(document: Document) -> None:
    assert write_markdown(document, RENDER) == write_markdown(document, RENDER)


@given(documents())
def test_headings_keep_their_level_below_the_title(document: Document) -> None:
    parsed = markdown_reader.parse(write_markdown(document, RENDER))
    headed = [section.level for section in walk.sections(document) if section.heading]
    levels = [int(block.tag[1]) for block in parsed if block.type == "heading"]
    assert levels == [1, *(min(level + 1, 6) for level in headed)]


@given(inlines())
def test_every_character_keeps_its_look_and_address(content: tuple[Inline, ...]) -> None:
    (paragraph,) = markdown_reader.parse(next(write_blocks([Paragraph(content)])).encode())
    assert list(markdown_reader.seen(paragraph)) == list(looks.seen(content))


@given(blocks(), blocks())
def test_blocks_keep_their_shape(one: Block, other: Block) -> None:
    source = "\n\n".join(write_blocks([one, other])).encode()
    shapes = [markdown_reader.shape(block) for block in markdown_reader.parse(source)]
    assert shapes == [looks.shape(one), looks.shape(other)]


@pytest.mark.parametrize(
    ("content", "source"),
    [
        ((Text("a"), Strong((Text("b"),)), Text("c")), "a**b**c"),
        ((Text("a"), Emphasis((Text("b"),)), Text("c")), "&#97;_b_&#99;"),
        ((Text("ord"), Strong((Text("(x)"),)), Text("ord")), "or&#100;**(x)**&#111;rd"),
        ((Strong((Text(" a "),)), Text("b")), "**a** b"),
        ((Strong((Text("a"),)), Strong((Text("b"),))), "**ab**"),
        ((Strong((Text("a"), Emphasis((Text("b"),)))),), "**&#97;_b_**"),
        ((Text("Se!"), Link((Text("här"),), "https://a.se")), r"Se\![här](<https://a.se>)"),
        ((Link((Text("här"),), "javascript:alert(1)"),), "här"),
    ],
)
def test_marks_stand_where_every_reader_takes_them(
    content: tuple[Inline, ...], source: str
) -> None:
    assert running(content) == source


def test_the_battery_reads_as_it_should(rewrite: bool) -> None:
    golden = Path(__file__).parent / "golden" / "battery.md"
    check_golden(golden, write_markdown(BATTERY, RENDER).decode(), rewrite=rewrite)
