"""Where two texts differ."""

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import documents

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.verify.word_differences import DocumentPart, difference, differences, parts

WORDS = st.lists(st.sampled_from(("a", "b", "c", "d")), max_size=12)
ONE = DocumentPart("första", "a", ("Beloppet", "är", "605", "kronor", "per", "år."))
OTHER = DocumentPart("andra", "b", ("Uppdraget", "gäller", "tills", "vidare."))


@given(documents())
def test_the_parts_of_a_document_are_all_its_words(document: Document) -> None:
    assert [word for part in parts(document) for word in part.words] == plain.words(document)


@given(documents())
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    assert differences(parts(document), plain.words(document)) == ()


@given(WORDS, WORDS)
def test_a_part_differs_if_and_only_if_its_words_do(one: list[str], other: list[str]) -> None:
    assert (difference(DocumentPart("x", "x", tuple(one)), other) is None) == (one == other)


@given(WORDS.filter(bool), WORDS)
def test_a_file_differs_if_and_only_if_its_words_do(one: list[str], other: list[str]) -> None:
    half = len(one) // 2
    expected = [
        DocumentPart("x", "x", tuple(one[:half])),
        DocumentPart("y", "y", tuple(one[half:])),
    ]
    assert (not differences(expected, other)) == (one == other)


def test_the_first_words_that_differ_are_shown_with_some_before() -> None:
    found = ["Beloppet", "är", "700", "kronor", "per", "år."]
    shown = difference(ONE, found)
    assert shown is not None
    assert (shown.expected, shown.found) == (" ".join(ONE.words), " ".join(found))


def test_every_part_that_differs_is_named_once() -> None:
    found = [
        "Beloppet",
        "är",
        "700",
        "kronor",
        "om",
        "året.",
        "Uppdraget",
        "gäller",
        "tills",
        "vidare",
        "nu.",
    ]
    assert [each.part for each in differences([ONE, OTHER], found)] == [ONE, OTHER]


def test_words_that_are_missing_are_told_where_they_were() -> None:
    assert [each.part for each in differences([ONE, OTHER], list(ONE.words))] == [OTHER]
    assert [each.part for each in differences([ONE, OTHER], list(OTHER.words))] == [ONE]
