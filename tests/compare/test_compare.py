"""A comparison holds all of both sides once, and says the same from either end."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from tests.compare.edits import versions
from tests.compare.worked import read_pair
from tests.compared import compare
from tests.strategies import documents

from avtalsgen.compare.align.alignment import aligned
from avtalsgen.model import plain, walk
from avtalsgen.model.comparison import Comparison, SectionPair, Span
from avtalsgen.model.nodes import (
    Aside,
    Cover,
    Document,
    Identity,
    Paragraph,
    Provenance,
    Running,
    Section,
    Text,
    Value,
)

STAY = (
    "Utföraren ska ha en skriftlig rutin för klagomål som visar hur synpunkter tas emot",
    "Ersättningen betalas varje månad i efterskott för utförda och godkända prestationer",
    "Personalen ska ha socionomexamen och erfarenhet av samtal med par och familjer",
    "Lokalerna ska ligga centralt i tätorten och vara anpassade för rullstol och hörsel",
    "Beställaren följer upp verksamheten genom besök, enkäter och intervjuer varje höst",
)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def section(
    anchor: str, heading: str, number: str, *texts: str, below: tuple[Section, ...] = ()
) -> Section:
    blocks = tuple(map(paragraph, texts))
    return Section(anchor, (Text(heading),), 1, number, blocks, below)


def document(*sections: Section) -> Document:
    return Document(Identity("", "", "", "", ""), Cover("", (Text("Uppdrag"),)), sections)


def body(comparison: Comparison) -> list[SectionPair]:
    return [pair for pair in comparison.sections if pair.part == "body"]


def shown(comparison: Comparison) -> list[tuple[str, str, str, bool]]:
    """The numbers of either side, the status and whether it moved."""
    return [
        (
            pair.old.number if pair.old else "",
            pair.new.number if pair.new else "",
            pair.status,
            pair.moved,
        )
        for pair in body(comparison)
    ]


def text(spans: Iterable[Span] | None) -> str:
    return "".join(span.text for span in spans or ())


@given(versions())
def test_every_section_and_every_word_is_there_once(both: tuple[Document, Document]) -> None:
    comparison = compare(*both)
    pairs = body(comparison)
    for side, own in ((0, both[0]), (1, both[1])):
        faces = [pair.new if side else pair.old for pair in pairs]
        anchors = [face.anchor for face in faces if face]
        assert Counter(anchors) == Counter(one.anchor for one in walk.sections(own))
        said = Counter[str]()
        for pair in pairs:
            for line in pair.lines:
                for span in (line.new if side else line.old) or ():
                    said.update(span.text)
        words = Counter[str]()
        for one in walk.sections(own):
            words.update(plain.text(one.heading))
            for block in one.blocks:
                for run in walk.runs(block):
                    words.update(plain.text(run))
        for space in " \t":
            del said[space], words[space]
        assert said == words


@given(versions())
def test_what_is_marked_is_a_change_and_the_rest_is_alike(
    both: tuple[Document, Document],
) -> None:
    body = aligned(*both)
    comparison = compare(*both, body=body)
    assert not (body.has_other_words and comparison.same)
    for pair in comparison.sections:
        assert (pair.status in ("added", "removed")) == (pair.old is None or pair.new is None)
        assert 0 <= pair.similarity <= 1
        for change in pair.changes:
            assert bool(change.old) == (change.kind != "insert")
            assert bool(change.new) == (change.kind != "delete")
            assert change.reasons
        for line in pair.lines:
            assert all(span.mark != "inserted" for span in line.old or ())
            assert all(span.mark != "deleted" for span in line.new or ())
            for span in (*(line.old or ()), *(line.new or ())):
                assert span.text
                if span.mark != "same" and not line.elsewhere and line.old and line.new:
                    assert span.change is not None
                    change = pair.changes[span.change]
                    assert span.text in (change.old if span.mark == "deleted" else change.new)
            if line.old is not None and line.new is not None:
                same = [[s.text for s in side if s.mark == "same"] for side in (line.old, line.new)]
                assert "".join(same[0]) == "".join(same[1])


@given(versions())
def test_with_the_sides_swapped_what_came_went(both: tuple[Document, Document]) -> None:
    there, back = compare(*both), compare(*reversed(both))
    turned = {"added": "removed", "removed": "added"}

    def faces(comparison: Comparison, side: int) -> Counter[object]:
        return Counter(
            (
                (pair.old, pair.new)[:: 1 - 2 * side],
                pair.moved,
                pair.renumbered,
                round(pair.similarity, 9),
                turned.get(pair.status, pair.status) if side else pair.status,
                (pair.split_from, pair.merged_into)[:: 1 - 2 * side],
                (pair.split_into, pair.merged_from)[:: 1 - 2 * side],
            )
            for pair in comparison.sections
        )

    def words(comparison: Comparison, side: int) -> Counter[tuple[str, ...]]:
        changes = (change for pair in comparison.sections for change in pair.changes)
        return Counter((change.old, change.new)[:: 1 - 2 * side] for change in changes)

    assert words(there, 0) == words(back, 1)
    assert faces(there, 0) == faces(back, 1)


@given(documents())
def test_a_document_against_itself_is_the_same(one: Document) -> None:
    comparison = compare(one, one)
    assert comparison.same
    assert not list(comparison.changes())
    assert all(pair.similarity == 1 for pair in comparison.sections)


def test_what_stands_later_because_something_came_before_it_has_not_moved() -> None:
    old = document(section("a", "Klagomål", "1", STAY[0]), section("b", "Pris", "2", STAY[1]))
    new = document(
        section("x", "Lokaler", "1", STAY[3]),
        section("a", "Klagomål", "2", STAY[0]),
        section("b", "Pris", "3", STAY[1]),
    )
    comparison = compare(old, new)
    assert shown(comparison) == [
        ("", "1", "added", False),
        ("1", "2", "unchanged", False),
        ("2", "3", "unchanged", False),
    ]
    assert [pair.renumbered for pair in body(comparison)] == [False, True, True]


def test_what_got_another_parent_or_another_order_has_moved_alone() -> None:
    inner = section("b", "Barn", "1.1", STAY[0], STAY[1])
    old = document(
        section("a", "Lagar", "1", STAY[2], below=(replace(inner, level=2),)),
        section("c", "Lokaler", "2", STAY[3]),
        section("d", "Uppföljning", "3", STAY[4]),
    )
    new = document(
        section("d", "Uppföljning", "1", STAY[4]),
        section("a", "Lagar", "2", STAY[2]),
        section("c", "Lokaler", "3", STAY[3]),
        section("b", "BARN", "4", STAY[0], STAY[1] + " och gäller alla"),
    )
    moved = [pair for pair in body(compare(old, new)) if pair.moved]
    assert [(pair.old.heading, pair.status) for pair in moved if pair.old] == [
        ("Uppföljning", "unchanged"),
        ("Barn", "changed"),
    ]


def test_what_came_or_went_above_a_section_has_not_moved_it() -> None:
    parts = [section(key, key.title(), str(at), STAY[at]) for at, key in enumerate("abc", start=1)]
    flat = document(*parts)
    chapters = document(
        section(
            "x", "Nytt kapitel", "1", below=tuple(replace(part, level=2) for part in parts[:2])
        ),
        section("y", "Ett till", "2", below=(replace(parts[2], level=2),)),
    )
    for old, new in ((flat, chapters), (chapters, flat)):
        assert [pair.moved for pair in body(compare(old, new))] == [False] * 5


def test_what_follows_the_section_it_stands_under_has_not_moved_by_itself() -> None:
    inner = (replace(section("b", "Barn", "1.1", STAY[1]), level=2),)
    moved = section("a", "Lagar", "1", STAY[0], below=inner)
    stays = section("c", "Lokaler", "2", *STAY[2:])
    comparison = compare(document(moved, stays), document(stays, moved))
    assert [pair.new.heading for pair in body(comparison) if pair.moved and pair.new] == ["Lagar"]


def test_a_section_under_another_that_was_there_before_has_moved_in_its_place() -> None:
    inner = replace(section("b", "Barn", "1.1", STAY[1]), level=2)
    first, second = section("a", "Lagar", "1", STAY[0]), section("c", "Lokaler", "2", STAY[2])
    old = document(replace(first, sections=(inner,)), second)
    new = document(first, replace(second, sections=(inner,)))
    moved = [pair.new.heading for pair in body(compare(old, new)) if pair.moved and pair.new]
    assert moved == ["Barn"]


def test_a_compound_in_a_heading_says_what_its_parts_say() -> None:
    def sides(*headings: str) -> Document:
        places = enumerate(headings, start=1)
        return document(*(section(f"a{at}", heading, str(at)) for at, heading in places))

    old = sides("Beskrivning av verksamheten", "Hantering av klagomål", "Lokaler")
    new = sides("Lokaler", "Klagomålshantering", "Verksamhetsbeskrivning")
    pairs = {p.old.heading: p.new.heading for p in body(compare(old, new)) if p.old and p.new}
    assert pairs["Beskrivning av verksamheten"] == "Verksamhetsbeskrivning"
    assert pairs["Hantering av klagomål"] == "Klagomålshantering"


def test_a_heading_with_no_word_in_common_has_not_moved() -> None:
    parts = [
        replace(section(key, key.title(), key, STAY[at]), level=2) for at, key in enumerate("abc")
    ]
    krav = section("k", "Generella krav", "1", below=tuple(parts[:2]))
    last = section("z", "Avslut", "2", *STAY[3:])
    renamed = section("q", "Verksamhetens innehåll", "2", below=tuple(parts[:2]))
    comparison = compare(document(krav, last), document(last, renamed))
    assert [pair.new.heading for pair in body(comparison) if pair.moved and pair.new] == ["A", "B"]
    headings = [(pair.old and pair.old.heading, pair.status) for pair in body(comparison)]
    assert ("Generella krav", "removed") in headings


def test_a_section_that_was_parted_says_where_it_came_from_and_one_taken_in_where_it_went() -> None:
    whole = document(section("a", "Krav", "1", *STAY))
    parted = document(section("a", "Krav", "1", *STAY[:3]), section("b", "Övrigt", "2", *STAY[3:]))
    first, second = body(compare(whole, parted))
    assert (first.status, second.status) == ("changed", "added")
    assert second.split_from == first.old
    assert first.split_into == (second.new,)
    assert [line.elsewhere for line in second.lines[1:]] == [first.old, first.old]
    first, second = body(compare(parted, whole))
    assert second.status == "removed"
    assert second.merged_into == first.new
    assert first.merged_from == (second.old,)
    assert {change.reasons for change in (*first.changes, *second.changes[1:])} == {("flyttad",)}


def test_a_section_of_one_paragraph_that_was_parted_is_known_by_its_words() -> None:
    whole = document(section("a", "Krav", "1", ". ".join(STAY)))
    halves = ". ".join(STAY[:3]), ". ".join(STAY[3:])
    parted = document(section("a", "Krav", "1", halves[0]), section("b", "Övrigt", "2", halves[1]))
    first, second = body(compare(whole, parted))
    assert (second.split_from, first.split_into) == (first.old, (second.new,))
    first, second = body(compare(parted, whole))
    assert (second.merged_into, first.merged_from) == (first.new, (second.old,))


def test_a_section_that_says_again_what_still_stands_elsewhere_was_not_parted_from_it() -> None:
    old = document(section("a", "Krav", "1", ". ".join(STAY)))
    again = section("b", "Övrigt", "2", ". ".join(STAY[3:]))
    first, second = body(compare(old, document(*old.sections, again)))
    assert (second.status, second.split_from, first.split_into) == ("added", None, ())


def test_a_paragraph_that_was_parted_is_two_lines_beside_its_halves() -> None:
    old = document(section("a", "Krav", "1", f"{STAY[0]}. {STAY[1]}. {STAY[2]}."))
    new = document(section("a", "Krav", "1", f"{STAY[0]}.", f"{STAY[1]}. {STAY[2]} nu."))
    (pair,) = body(compare(old, new))
    assert [text(line.new) for line in pair.lines[1:]] == [
        f"{STAY[0]}.",
        f"{STAY[1]}. {STAY[2]} nu.",
    ]
    assert [text(line.old) for line in pair.lines[1:]] == [
        f"{STAY[0]}. ",
        f"{STAY[1]}. {STAY[2]}.",
    ]
    assert [(c.old, c.new, c.weight) for c in pair.changes] == [
        (" ", "\n", "redaktionell"),
        ("", " nu", "saklig"),
    ]


def test_a_clause_of_the_library_answers_to_itself_whatever_it_says() -> None:
    def made(clause: str, *texts: str) -> Section:
        made_of = Provenance("klausul", "", clause, "1")
        return replace(section(clause, clause.title(), "1", *texts), provenance=made_of)

    old = document(made("tvist", STAY[0]), made("lokaler", STAY[1]))
    new = document(made("lokaler", STAY[2]), made("tvist", STAY[3]))
    pairs = [(p.old.anchor, p.new.anchor) for p in body(compare(old, new)) if p.old and p.new]
    assert pairs == [("lokaler", "lokaler"), ("tvist", "tvist")]


def test_unlike_sections_are_not_one() -> None:
    old = document(section("a", "Klagomål", "1", STAY[0]))
    new = document(section("b", "Lokaler", "1", STAY[3]))
    assert shown(compare(old, new)) == [("1", "", "removed", False), ("", "1", "added", False)]


@pytest.mark.parametrize("part", ["header", "footer", "footnote", "endnote"])
def test_a_changed_page_head_or_note_is_listed(part: str) -> None:
    def with_aside(words: str) -> Document:
        aside = Aside(part, "1", (paragraph(words),))  # type: ignore[arg-type]
        return replace(document(section("a", "Krav", "1", STAY[0])), asides=(aside,))

    comparison = compare(with_aside("Dnr SON 2019-755"), with_aside("Dnr SON 2021-233"))
    changed = [pair for pair in comparison.sections if pair.status != "unchanged"]
    assert [pair.part for pair in changed] == ["footnote" if part == "endnote" else part]
    assert [(c.old, c.new) for c in changed[0].changes] == [("SON 2019-755", "SON 2021-233")]


def test_page_heads_are_left_out_where_a_format_has_none() -> None:
    new = document(section("a", "Krav", "1", STAY[0]))
    old = replace(new, running=Running("Granviks kommun", "Dnr 1", "Uppdrag"))
    assert not compare(old, new).same
    assert compare(old, new, paged=False).same


def test_facts_are_compared_where_both_sides_are_made_of_them() -> None:
    def made(amount: str) -> Document:
        content = (Text("Priset är "), Value(amount, "pris"), Text("."))
        return document(Section("a", (Text("Pris"),), 1, "1", (Paragraph(content),)))

    comparison = compare(made("605 kronor"), made("650 kronor"), new_facts={"år": "2022"})
    assert [(fact.path, fact.old, fact.new) for fact in comparison.facts] == [
        ("pris", "605 kronor", "650 kronor"),
        ("år", "", "2022"),
    ]
    assert not compare(made("605 kronor"), document()).facts


def test_what_no_view_shows_is_not_worked_out_and_changes_nothing_else() -> None:
    old, new = read_pair()
    whole = compare(old, new)
    assert whole.top
    assert whole.duties
    assert compare(old, new, top=False, duties=False) == replace(whole, top=(), duties=())
    assert compare(old, new, duties=False) == replace(whole, duties=())
