"""Names in a sentence, and anchors."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.phrases import (
    begin_sentence,
    capitalise_first,
    enumerate_words,
    fold,
    genitive,
    lower_first,
)


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Leanlink", "Leanlinks"),
        ("beställaren", "beställarens"),
        ("Leanlink Råd och stöd", "Leanlink Råd och stöds"),
        ("Linköpings kommun", "Linköpings kommuns"),
        ("Borås", "Borås"),
        ("Felix", "Felix"),
        ("Schweiz", "Schweiz"),
        ("IVO", "IVO:s"),
        ("FoU", "FoU:s"),
        ("SVT Plus 2", "SVT Plus 2:s"),
        ("OSS", "OSS"),
        ("", ""),
    ],
)
def test_a_name_becomes_an_owner(name: str, owner: str) -> None:
    assert genitive(name) == owner


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Beställaren betalar", "beställaren betalar"),
        ("Åtgärder", "åtgärder"),
        ("redan liten", "redan liten"),
        ("SKL", "SKL"),
        ("IVO granskar", "IVO granskar"),
        ("FoU", "FoU"),
        ("A", "A"),
        ("E-tjänst", "E-tjänst"),
        ("", ""),
    ],
)
def test_a_capital_is_small_inside_a_sentence_unless_it_is_part_of_a_name(
    text: str, inside: str
) -> None:
    assert lower_first(text) == inside


@pytest.mark.parametrize(
    ("text", "start"),
    [("lex Sarah", "Lex Sarah"), ("ärendet", "Ärendet"), ("IVO", "IVO"), ("", "")],
)
def test_a_sentence_starts_with_a_capital(text: str, start: str) -> None:
    assert capitalise_first(text) == start


@given(st.from_regex(r"[a-zåäö]{2,}( [a-zåäö]+)*", fullmatch=True))
def test_small_and_capital_first_letters_undo_each_other(text: str) -> None:
    assert lower_first(capitalise_first(text)) == text


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a och b"),
        (["a", "b", "c"], "a, b och c"),
    ],
)
def test_words_are_listed_without_a_comma_before_och(words: list[str], row: str) -> None:
    assert enumerate_words(words) == row


@given(st.text(max_size=200))
def test_an_anchor_is_short_plain_and_its_own_anchor(heading: str) -> None:
    anchor = fold(heading)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", anchor)
    assert len(anchor) <= 60
    assert fold(anchor) == anchor


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Råd och stöd", "rad-och-stod"),
        ("Ra\u030ad", "rad"),
        ("Lex Sarah (SOSFS 2011:5)", "lex-sarah-sosfs-2011-5"),
        ("Idé & café – Ærø", "ide-cafe-aero"),
        ("ﬁnans", "finans"),
        ("§ …", "avsnitt"),
        ("", "avsnitt"),
        ("x" * 80, "x" * 60),
        ("ordning " * 10, "ordning-ordning-ordning-ordning-ordning-ordning-ordning"),
        (f"{'a' * 60} b", "a" * 60),
    ],
)
def test_a_heading_folds_to_its_anchor(heading: str, anchor: str) -> None:
    assert fold(heading) == anchor


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("filen är tom", "Filen är tom"),
        ("avtal.docx är tom", "avtal.docx är tom"),
        ("prov@1 är låst", "prov@1 är låst"),
        ("tom. välj en", "Tom. välj en"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_or_a_name(text: str, begun: str) -> None:
    assert begin_sentence(text) == begun
