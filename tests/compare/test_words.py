"""How one text becomes another, and that a person would have marked it the same way."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.compare.marked_words import marked
from tests.work import calls

from avtalsgen.compare.words.subsequence import common
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import Edit, word_diff

_TOKENS = st.lists(
    st.sampled_from(
        ("utföraren", "beställaren", "ska", "och", "rutin", "12", ".", ",", " ", " ", " ", "\u00a0")
    ),
    max_size=40,
)
_SWAPPED = {"insert": "delete", "delete": "insert", "same": "same", "replace": "replace"}


@given(_TOKENS, _TOKENS)
def test_the_edits_cover_both_sides_in_order(old: list[str], new: list[str]) -> None:
    old_at = new_at = 0
    before = None
    for edit in word_diff(old, new):
        assert (edit.old_from, edit.new_from) == (old_at, new_at)
        olds, news = old[edit.old_from : edit.old_to], new[edit.new_from : edit.new_to]
        assert (edit.kind == "same") == (olds == news)
        assert edit.kind in ("same", "replace") or bool(olds) == (edit.kind == "delete")
        assert bool(olds or news)
        assert not (before and before != "same" and edit.kind != "same")
        old_at, new_at, before = edit.old_to, edit.new_to, edit.kind
    assert (old_at, new_at) == (len(old), len(new))


@given(_TOKENS, _TOKENS)
def test_with_the_sides_swapped_the_edits_are_swapped(old: list[str], new: list[str]) -> None:
    there = word_diff(old, new)
    back = tuple(
        Edit(_SWAPPED[e.kind], e.new_from, e.new_to, e.old_from, e.old_to)  # type: ignore[arg-type]
        for e in there
    )
    assert word_diff(new, old) == back


@given(_TOKENS)
def test_a_text_against_itself_has_no_change(text: list[str]) -> None:
    assert all(edit.kind == "same" for edit in word_diff(text, text))


_NUMBERS = st.lists(st.integers(0, 5), max_size=30)


@given(_NUMBERS, _NUMBERS)
def test_what_two_sequences_have_in_common_is_as_long_as_can_be(
    old: list[int], new: list[int]
) -> None:
    pairs = common(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    assert len(pairs) == _longest(old, new)


def _longest(old: Sequence[int], new: Sequence[int]) -> int:
    row = [0] * (len(new) + 1)
    for item in old:
        above = row
        row = [0]
        for j, other in enumerate(new):
            row.append(above[j] + 1 if item == other else max(above[j + 1], row[j]))
    return row[-1]


_SAME = "Utföraren ska varje år senast den 31 mars redovisa en plan för sitt miljöarbete. "


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        # A number, a date and an amount are changed whole.
        (
            "Ersättning är 4 093 284 kronor per år.",
            "Ersättning är 4 193 284 kronor per år.",
            "Ersättning är [-4 093 284-][+4 193 284+] kronor per år.",
        ),
        # A word that goes takes one space with it, a sentence the one after it.
        (
            "Uppsägningstiden är 12 månader om parterna inte kommer överens.",
            "Uppsägningstiden är 12 månader från parterna om parterna inte kommer överens.",
            "Uppsägningstiden är 12 månader [+från parterna +]om parterna inte kommer överens.",
        ),
        (
            f"{_SAME}Rutinen ska följas. Planen ska följas.",
            f"{_SAME}Planen ska följas.",
            f"{_SAME}[-Rutinen ska följas. -]Planen ska följas.",
        ),
        (
            f"{_SAME}Planen ska följas.",
            f"{_SAME}Planen ska följas. Rutinen ska följas.",
            f"{_SAME}Planen ska följas.[+ Rutinen ska följas.+]",
        ),
        (
            "Det gäller brand, sabotage och elavbrott i lokalen.",
            "Det gäller brand, hot, sabotage och elavbrott i lokalen.",
            "Det gäller brand, [+hot, +]sabotage och elavbrott i lokalen.",
        ),
        # Of words that come again and again, those match whose neighbours match.
        (
            "Utföraren ska följa planen och utföraren ska följa rutinen.",
            "Utföraren ska följa rutinen.",
            "Utföraren ska följa [-planen och utföraren ska följa -]rutinen.",
        ),
        # A little that stays between two changes goes with them.
        (
            f"{_SAME}Ansvaret vilar på beställaren och på annan enhet.",
            f"{_SAME}Ansvaret vilar på Leanlink och Råd.",
            f"{_SAME}Ansvaret vilar på [-beställaren och på annan enhet-][+Leanlink och Råd+].",
        ),
        # Spaces, dashes and quotes are changes of their own.
        (
            "Stödet ges 12 månader - inte ”mer” än så, om inget annat sägs.",
            "Stödet ges 12\u00a0månader – inte 'mer' än så, om inget annat sägs.",
            "Stödet ges 12[- -][+\u00a0+]månader [---][+–+] inte [-”-][+'+]mer[-”-][+'+] än så,"
            " om inget annat sägs.",
        ),
        # What shares little is replaced whole.
        (
            "Verksamheten nås både genom service och som bistånd.",
            "Lokalerna ska ligga i tätorten och vara låsta.",
            "[-Verksamheten nås både genom service och som bistånd.-]"
            "[+Lokalerna ska ligga i tätorten och vara låsta.+]",
        ),
        ("", "Nytt.", "[+Nytt.+]"),
        ("Gammalt.", "", "[-Gammalt.-]"),
    ],
)
def test_changes_are_marked_as_a_person_would(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


def test_a_hundred_spaces_that_became_no_break_spaces_do_not_replace_the_text() -> None:
    old = _SAME * 10
    new = old.replace(" ", "\u00a0")
    edits = word_diff(tokens(old), tokens(new))
    changed = [tokens(old)[e.old_from : e.old_to] for e in edits if e.kind != "same"]
    assert set(changed) == {(" ",), (" ", "31 mars", " ")}


@settings(max_examples=20)
@given(st.integers(0, 60), st.sampled_from(("", "rutinen ", "inte ")))
def test_one_word_changed_is_one_word_marked(place: int, word: str) -> None:
    old = (_SAME * 5).split(" ")
    assume(old[place - 1 : place + 1] != ["31", "mars"])  # a date is one token, and changes whole
    new = [*old[:place], f"särskilt{word.strip()}", *old[place:]]
    old_tokens, new_tokens = tokens(" ".join(old)), tokens(" ".join(new))
    changes = [edit for edit in word_diff(old_tokens, new_tokens) if edit.kind != "same"]
    assert len(changes) == 1
    assert changes[0].kind == "insert"
    assert changes[0].new_to - changes[0].new_from == 2


@pytest.mark.parametrize("part", ["a b ", "utföraren ska ", "x\n", ". "])
def test_long_texts_take_no_long_time(part: str) -> None:
    first, last = tokens(part * 10_000), tokens(f"{part[::-1]}z " * 10_000)
    assert calls(lambda: word_diff(first, last))[0] < 99 * (len(first) + len(last))
