"""Which lines are headings."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read import WORDS

from avtalsgen.model import plain
from avtalsgen.model.nodes import Paragraph, Section, Strong, Text
from avtalsgen.readers.recognise.cutting import unweighted, without
from avtalsgen.readers.recognise.headings import headings
from avtalsgen.readers.recognise.line import Line, line
from avtalsgen.readers.recognise.numbers import follows, path, patterns, typed

_PROSE = "Utföraren ska lämna en redovisning till beställaren."


def _line(text: str, **look: object) -> Line:
    return replace(line(Paragraph((Text(text),))), **look)  # type: ignore[arg-type]


def _found(*lines: Line) -> list[tuple[str, str, int]]:
    return [
        (own.number, plain.text(own.content), own.rank)
        for own in headings(lines, WORDS)
        if own is not None
    ]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("2.3 LAGSTIFTNING", "2.3", "LAGSTIFTNING"),
        ("1.0\tVerksamhet", "1.0", "Verksamhet"),
        ("4. Ansvar", "4.", "Ansvar"),
        ("§ 3 Tid", "§ 3", "Tid"),
        ("3 § Tid", "3 §", "Tid"),
        ("10.2.1 Djupt", "10.2.1", "Djupt"),
        ("2.3.Tid", "2.3.", "Tid"),
    ],
)
def test_a_typed_number_is_told_from_its_heading(text: str, number: str, rest: str) -> None:
    found = typed(text)
    assert found
    assert (found.number, found.rest) == (number, rest)


@pytest.mark.parametrize(
    "text", ["2019-01-01 är dagen", "1/12 del", "Tid", "4093 kronor", "2.3.tid"]
)
def test_other_figures_are_no_number_of_a_heading(text: str) -> None:
    assert typed(text) is None


def test_a_number_counts_on_or_begins_below() -> None:
    assert follows((), (1,))
    assert follows((1,), (1, 1))
    assert follows((2, 3), (2, 4))
    assert follows((2, 3, 1), (3,))
    assert follows((2,), (4,))
    assert not follows((2,), (30,))
    assert not follows((2, 3), (2, 2))
    assert not follows((2,), (3, 1))
    assert path("1.0") == (1,)


def test_a_number_that_does_not_count_on_is_a_figure() -> None:
    lines = [_line("1 Tid"), _line(_PROSE), _line("30 Dagar"), _line(_PROSE)]
    assert _found(*lines) == [("1", "Tid", 1)]


def test_bold_names_above_a_text_are_headings_and_bold_in_a_row_is_not() -> None:
    lines = [
        _line("Tid", bold=True),
        _line(_PROSE),
        _line("Pris", bold=True),
        _line(_PROSE),
        _line("Kim Ek", bold=True),
    ]
    assert _found(*lines) == [("", "Tid", 1), ("", "Pris", 1)]
    shouted = [_line("Tid", bold=True), _line(_PROSE, bold=True), _line(_PROSE)]
    assert [text for _, text, _ in _found(*shouted)] == ["Tid"]


def test_where_styles_tell_headings_a_short_line_is_a_line() -> None:
    lines = [_line("Tid", level=1), _line("Ett år"), _line(_PROSE)]
    assert _found(*lines) == [("", "Tid", 1)]
    assert _found(*(replace(own, level=0) for own in lines))[-1] == ("", "Ett år", 1)


def test_larger_letters_are_further_up_where_nothing_else_tells() -> None:
    lines = [
        _line("Uppdrag", size=1.6),
        _line(_PROSE),
        _line("Tid", size=1.2),
        _line(_PROSE),
        _line("Pris", size=1.2),
        _line(_PROSE),
    ]
    assert _found(*lines) == [("", "Uppdrag", 1), ("", "Tid", 2), ("", "Pris", 2)]


def test_numbers_win_where_all_headings_have_one_style() -> None:
    lines = [_line(f"{number} Tid", level=1) for number in ("1", "1.1", "1.2", "2")]
    assert [(number, rank) for number, _, rank in _found(*lines)] == [
        ("1", 1),
        ("1.1", 2),
        ("1.2", 2),
        ("2", 1),
    ]


def test_styles_win_where_they_agree_with_the_numbers() -> None:
    lines = [_line("Del ett", level=1), _line("1 Tid", level=2), _line("1.1 Start", level=3)]
    assert [rank for _, _, rank in _found(*lines)] == [1, 2, 3]


def test_how_numbers_are_written_is_told_by_the_first_of_each_level() -> None:
    sections = [
        Section("a", (), 1, "1.0"),
        Section("b", (), 2, "1.1"),
        Section("c", (), 1, "2.0"),
        Section("d", (), 3, "a)"),
    ]
    assert patterns(sections) == ("{1}.0", "{1}.{2}")
    assert patterns([Section("a", (), 1, "§ 4")]) == ("§ {1}",)
    assert patterns([Section("a", (), 1, "{1}x")]) == ("{{{1}}}x",)
    assert patterns([Section("a", (), 2, "1.1")]) == ()


@given(st.lists(st.text("ab c", min_size=1), min_size=1), st.integers(0, 12))
def test_what_is_cut_from_the_front_leaves_the_rest(words: list[str], characters: int) -> None:
    content = tuple(Strong((Text(w),)) if at % 2 else Text(w) for at, w in enumerate(words))
    assert plain.text(without(content, characters)) == "".join(words)[characters:]
    assert plain.text(unweighted(content)) == "".join(words)
