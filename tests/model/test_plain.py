"""The words of a document are what every format must print."""

from hypothesis import given
from tests.battery import BATTERY, paragraph
from tests.strategies import documents, inlines

from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Document,
    Emphasis,
    Gap,
    Inline,
    LineBreak,
    Reference,
    Section,
    Strong,
    Text,
    Value,
)


def test_text_is_what_is_printed_without_looks() -> None:
    content = (
        Text("Med "),
        Strong((Text("uppdraget"), Emphasis((Text(" här"),)))),
        LineBreak(),
        Value("605", "belopp"),
        Gap("…", "tid.till", "okänt"),
        Reference("x", "avsnitt\u00a0", "4.3", "number"),
    )
    assert plain.text(content) == "Med uppdraget här\n605…avsnitt\u00a04.3"


@given(inlines(), inlines())
def test_the_text_of_two_parts_is_their_texts_together(
    one: tuple[Inline, ...], other: tuple[Inline, ...]
) -> None:
    assert plain.text(one + other) == plain.text(one) + plain.text(other)


def test_a_heading_begins_with_its_number_if_it_has_one() -> None:
    assert plain.heading(Section("a", (Text("Tvist"),), 2, "2.1")) == "2.1 Tvist"
    assert plain.heading(Section("a", (Text("Tvist"),), 2)) == "Tvist"
    assert plain.heading(Section("a", (), 1)) == ""


@given(documents())
def test_no_line_is_empty(document: Document) -> None:
    assert all(plain.lines(document))


def test_the_cover_comes_first_and_the_signatures_last() -> None:
    lines = list(plain.lines(BATTERY))
    assert lines[:2] == ["Verksamhetsuppdrag", "Prövning av alla noder"]
    assert lines[-5:] == ["För utföraren", "Råd & Stöd", "Ort och datum", "Underskrift", "………………"]


def test_contents_and_running_heads_are_made_by_the_format() -> None:
    words = plain.words(BATTERY)
    assert "Innehåll" not in words
    assert "UTKAST" not in words


def test_words_are_split_at_no_break_spaces_too() -> None:
    assert plain.text(paragraph("80\u00a0%").content).split() == ["80", "%"]
    assert "80\u00a0%" not in plain.words(BATTERY)
