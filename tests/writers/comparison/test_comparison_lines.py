"""A line of two sides reads as one, and nothing of either is lost."""

from itertools import pairwise

from hypothesis import given
from tests.comparison_sample import COMPARISON, change, line, pair
from tests.comparison_strategies import comparisons

from avtalsgen.model.comparison import ComparedLine, Comparison, Span
from avtalsgen.writers.comparison.comparison_lines import (
    changes_of,
    excerpt,
    is_marked,
    of_weight,
    one_line,
)


def side(spans: tuple[Span, ...] | None) -> str:
    """Return the text of one side of a line."""
    return "".join(span.text for span in spans or ())


@given(comparisons())
def test_either_side_can_be_read_out_of_the_one_line(comparison: Comparison) -> None:
    for section in comparison.sections:
        for own in section.lines:
            spans = one_line(own)
            old = "".join(span.text for span in spans if span.mark != "inserted")
            new = "".join(span.text for span in spans if span.mark != "deleted")
            assert own.old is None or old == side(own.old)
            assert own.new is None or new == side(own.new)


@given(comparisons())
def test_no_two_neighbours_could_be_one_span(comparison: Comparison) -> None:
    for section in comparison.sections:
        for own in section.lines:
            if own.old is not None and own.new is not None:
                spans = one_line(own)
                looks = [(span.mark, span.change) for span in spans]
                assert all(one != other for one, other in pairwise(looks))


def test_what_went_stands_before_what_came() -> None:
    marks = [span.mark for span in one_line(line("a [-b-][+c+] d"))]
    assert marks == ["same", "deleted", "inserted", "same"]


def test_sides_that_are_cut_in_unlike_places_are_woven() -> None:
    own = ComparedLine(
        "paragraph",
        (Span("en lång ", "same"), Span("rad", "same")),
        (Span("en ", "same"), Span("ny ", "inserted", 0), Span("lång rad", "same")),
    )
    assert [(span.text, span.mark) for span in one_line(own)] == [
        ("en ", "same"),
        ("ny ", "inserted"),
        ("lång rad", "same"),
    ]


def test_an_excerpt_keeps_the_words_round_a_change() -> None:
    words = " ".join(f"ord{n}" for n in range(40))
    shown = "".join(span.text for span in excerpt(one_line(line(f"{words} [-a-][+b+] {words}"))))
    assert shown.startswith("… ord33 ord34")
    assert shown.endswith("ord5 ord6 …")
    assert "ab" in shown


def test_an_excerpt_of_what_is_the_same_is_all_of_it() -> None:
    words = " ".join(f"ord{n}" for n in range(40))
    assert [span.text for span in excerpt(one_line(line(words)))] == [words]


def test_a_line_knows_its_own_changes() -> None:
    section = pair(
        None,
        None,
        line("[-a-][+b+]", 0),
        line("lika"),
        line("[+c+] x [-d-]", 1, 2),
        changes=(change("a", "b"), change("", "c"), change("d", "")),
    )
    assert [[c.old + c.new for c in changes_of(section, own)] for own in section.lines] == [
        ["ab"],
        [],
        ["c", "d"],
    ]
    assert [is_marked(own) for own in section.lines] == [True, False, True]


def test_only_one_weight_leaves_the_lines_that_have_it() -> None:
    tvist = next(p for p in COMPARISON.sections if p.new and p.new.heading == "Tvist")
    foot = next(p for p in COMPARISON.sections if p.part == "footer")
    assert of_weight(foot, "saklig") is None
    assert of_weight(foot, None) is foot
    kept = of_weight(tvist, "redaktionell")
    assert kept is not None
    assert [line.kind for line in kept.lines] == ["paragraph"]
