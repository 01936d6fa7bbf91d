"""What a terminal shows: every change, with or without colour, and nothing a terminal obeys."""

import re

from hypothesis import given
from tests.comparison_sample import COMPARISON, SAME, change, face, line, pair
from tests.comparison_strategies import comparisons

from avtalsgen.model.comparison import Comparison, Side
from avtalsgen.writers.comparison.screen import Screen
from avtalsgen.writers.comparison.terminal import to_stat, to_terminal

PLAIN = Screen(colour=False, width=100)
COLOUR = Screen(colour=True, width=100)
STYLE = re.compile("\x1b\\[[0-9;]*m")


def squeezed(text: str) -> str:
    """Return `text` without its line breaks and margins."""
    return re.sub(r"\s+", " ", text)


def test_what_went_and_came_is_marked_without_colour() -> None:
    shown = to_terminal(COMPARISON, PLAIN)
    assert "\x1b" not in shown
    assert "Utföraren [-bör-]{+ska+} lämna en rapport" in squeezed(shown)
    assert "saklig: modalitet, datum, frist" in shown


def test_colour_says_the_same_in_other_signs() -> None:
    shown = to_terminal(COMPARISON, COLOUR)
    assert "\x1b[9;31mbör\x1b[0m\x1b[4;32mska\x1b[0m" in shown
    bare = squeezed(STYLE.sub("", shown))
    assert bare == squeezed(re.sub(r"\[-|-\]|\{\+|\+\}", "", to_terminal(COMPARISON, PLAIN)))


def test_every_section_that_differs_is_there_with_its_fate() -> None:
    shown = to_terminal(COMPARISON, PLAIN)
    for heading in (
        "2.3 → 6.0 Barnkonventionen · ändrat, flyttat",
        "2.4 → 4.0 Klagomål · flyttat",
        "2.2 Statistik · nytt, utbrutet",
        "3.1 Tolk · borttaget, sammanfört",
        "3.0 → 5.0 Tvist · ändrat, omnumrerat",
        "Sidfot · ändrat",
        "Fotnot 1 · borttaget",
    ):
        assert heading in shown
    assert "1.0 Inledning ·" not in shown
    assert "Texten är tagen ur avsnitt\u00a02.1 Kvalitet." in shown


def test_only_saklig_leaves_the_rest_out() -> None:
    shown = to_terminal(COMPARISON, PLAIN, "saklig")
    assert "2.1 Kvalitet och uppföljning" in shown
    assert "Sidfot" not in shown
    assert "Klagomål" not in shown
    assert "följs upp" not in shown
    assert "4\u00a0avsnitt med avgörande ändringar" in shown


def test_a_space_that_changed_can_be_seen() -> None:
    assert "[-␣-]{+⍽+}" in to_terminal(COMPARISON, PLAIN)


def test_versions_that_are_alike_are_said_to_be() -> None:
    assert to_terminal(SAME, PLAIN).endswith("Versionerna är lika.\n")
    assert to_stat(SAME, PLAIN).endswith("Versionerna är lika.\n")


def test_the_statistics_have_a_line_for_each_section() -> None:
    shown = to_stat(COMPARISON, PLAIN)
    row = next(row for row in shown.splitlines() if "2.1 Kvalitet" in row)
    assert re.search(r"\+13 +−10  \+{13}−{10} +ändrat$", row)
    assert sum("·" in row for row in shown.splitlines()) == 0
    assert "Sidfot" not in to_stat(COMPARISON, PLAIN, "saklig")


def test_a_long_bar_is_no_longer_than_there_is_room_for() -> None:
    words = " ".join(["ord"] * 500)
    section = pair(
        face("1", "A"),
        face("1", "A"),
        line(f"[+{words}+] b [-a-]", 0, 1),
        changes=(change("", words), change("a", "")),
    )
    row = to_stat(Comparison(Side("a", "a", 1), Side("b", "b", 1), (section,)), PLAIN)
    bars = re.findall(r"  (\++−+) ", row)
    assert [len(bar) for bar in bars] == [24] or [len(bar) for bar in bars] == [25]


@given(comparisons())
def test_no_line_is_wider_than_the_screen_unless_a_word_is(comparison: Comparison) -> None:
    screen = Screen(colour=False, width=60)
    for row in to_terminal(comparison, screen).splitlines()[6:]:
        if len(row) > 60 and row.startswith("  ") and ": " not in row:
            assert len(row.split()) == 1


@given(comparisons())
def test_no_word_that_came_or_went_is_left_out(comparison: Comparison) -> None:
    shown = squeezed(to_terminal(comparison, PLAIN))
    for section in comparison.sections:
        for own in section.lines:
            for span in (*(own.old or ()), *(own.new or ())):
                if span.mark != "same":
                    assert squeezed(span.text).strip() in shown


def test_a_heading_cannot_command_the_terminal() -> None:
    section = pair(
        face("1", "A\x1b[2J"),
        face("1", "A\x1b[2J"),
        line("[-a\x07-][+b\r\n+]", 0),
        changes=(change("a", "b"),),
    )
    sides = (Side("a\x1b]0;x\x07", "a", 1), Side("b", "b", 1))
    for shown in (
        to_terminal(Comparison(*sides, (section,)), PLAIN),
        to_stat(Comparison(*sides, (section,)), PLAIN),
    ):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", shown)
