"""Agreements that were negotiated: each clause that lives on is found, and none wrongly."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from tests.compare.sources import own, source
from tests.compared import compare_sections

from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.compare.marks.resolve import accept, reject, whole_document
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import (
    Block,
    Deleted,
    Document,
    Inline,
    Inserted,
    List,
    Paragraph,
    Section,
    Table,
)

LIVES_ON = {
    "verksamhetsuppdrag": ("verksamhetsuppdrag", False),
    "tidsperiod": ("uppdragstid", False),
    "ersättning": ("ersättning och volym", False),
    "kompetens och utbildningsnivå": ("kompetens, bemanning och ledning", False),
    "barnkonventionen": ("barnkonventionen", True),
    "systematiskt miljöarbete": ("systematiskt miljöarbete", True),
    "uppföljning, resultat, utvärdering och klagomålshantering": (
        "uppföljning, utvärdering och klagomålshantering",
        False,
    ),
    "uppföljning": ("uppföljning och avvikelsehantering", False),
    "klagomål- och tillbudshantering": ("hantering av synpunkter och klagomål samt tillbud", False),
    "lex sarah": ("lex sarah", True),
    "tillsyn": ("tillsyn", False),
    "beredskapsplaner": ("beredskapsplaner", False),
    "tvist": ("tvist", False),
}
"""Heading in 2019, heading in 2021, and whether it moved: Lex Sarah went before the complaints, and
the environment and the children came after the follow-up. What only lost its chapter has not."""


def test_each_clause_of_2019_that_lives_on_in_2021_is_found_and_no_other() -> None:
    comparison = compare_sections(
        source("vald-i-nara-relation-2019"), source("familjeradgivning-2021")
    )
    pairs = {
        pair.old.heading.casefold(): (pair.new.heading.casefold(), pair.moved)
        for pair in comparison.sections
        if pair.part == "body" and pair.old and pair.new
    }
    assert pairs == LIVES_ON


def test_our_own_editions_pair_their_clauses_without_being_told() -> None:
    old, new = own("vald-i-nara-relation", "2019"), own("vald-i-nara-relation", "2026")
    told = _pairs(old, new)
    told_by_words = _pairs(_anonymous(old), _anonymous(new))
    assert len(told) >= 25
    assert told_by_words <= told
    assert len(told_by_words) >= 0.85 * len(told)


def _pairs(old: Document, new: Document) -> set[tuple[str, str]]:
    pairs = compare_sections(old, new).sections
    return {
        (pair.old.heading, pair.new.heading)
        for pair in pairs
        if pair.part == "body" and pair.old and pair.new
    }


def _anonymous(document: Document) -> Document:
    """Return `document` as if somebody else had made it."""

    def bare(section: Section) -> Section:
        return replace(section, provenance=None, sections=tuple(map(bare, section.sections)))

    return replace(document, sections=tuple(map(bare, document.sections)))


@pytest.mark.parametrize("pair", ["sources", "own"])
def test_nine_tenths_of_what_a_word_diff_of_a_clause_keeps_is_kept_or_moved(pair: str) -> None:
    old, new = _both(pair)
    kept = dict(_kept(redline(old, new).document.sections))
    olds = {section.anchor: section for section in walk.sections(old)}
    news = {section.anchor: section for section in walk.sections(new)}
    looked_at = 0
    for found in compare_sections(old, new).sections:
        if found.part != "body" or not (found.old and found.new):
            continue
        sides = [list(_words(s)) for s in (olds[found.old.anchor], news[found.new.anchor])]
        alone = _kept_alone(*sides)
        if alone > 0.5 * min(map(len, sides)):
            looked_at += 1
            assert kept[found.old.anchor] >= 0.9 * alone, found.old.heading
    assert looked_at


@pytest.mark.parametrize("pair", ["sources", "own", "unlike"])
def test_either_agreement_comes_back_out_of_the_redline(pair: str) -> None:
    old, new = _both(pair)
    marked = redline(old, new)
    assert accept(marked) == whole_document(new)
    assert plain.words(reject(marked)) == plain.words(old)


def test_barnkonventionen_is_one_move_with_its_edits_inside() -> None:
    old, new = _both("sources")
    sections = list(walk.sections(redline(old, new).document))
    copies = [s for s in sections if plain.text(s.heading).casefold().find("barnkonv") >= 0]
    assert [(s.revision.kind, s.number) for s in copies if s.revision] == [
        ("deleted", ""),
        ("inserted", "6"),
    ]
    assert len({s.revision.move for s in copies if s.revision}) == 1
    inserted = [
        plain.text(inline.content)
        for block in copies[-1].blocks
        if isinstance(block, Paragraph)
        for inline in block.content
        if isinstance(inline, Inserted)
    ]
    assert inserted == ["ska", "ska", "den", "barn och förälder som till exempel"]


def _both(pair: str) -> tuple[Document, Document]:
    if pair == "sources":
        return source("vald-i-nara-relation-2019"), source("familjeradgivning-2021")
    other = ("vald-i-nara-relation", "2026") if pair == "own" else ("familjeradgivning", "2021")
    return own("vald-i-nara-relation", "2019"), own(*other)


def _kept_alone(old: list[str], new: list[str]) -> int:
    """Return how many words of a clause its own word diff keeps."""
    olds, news = tokens(" ".join(old)), tokens(" ".join(new))
    same = (edit for edit in word_diff(olds, news) if edit.kind == "same")
    return sum(len("".join(olds[edit.old_from : edit.old_to]).split()) for edit in same)


def _words(section: Section) -> Iterator[str]:
    for block in section.blocks:
        for run in walk.runs(block):
            yield from plain.text(run).split()


def _kept(sections: Iterable[Section]) -> Iterator[tuple[str, int]]:
    """Yield for each section of the old side how many of its words are not just deleted."""
    for section in sections:
        if not section.revision or section.revision.kind == "deleted":
            anchor = section.was.anchor if section.was else section.anchor
            yield anchor, sum(_kept_words(block) for block in section.blocks)
        yield from _kept(section.sections)


def _kept_words(block: Block) -> int:
    if block.revision and (block.revision.kind == "inserted" or not block.revision.move):
        return 0
    match block:
        case Paragraph(content):
            return _left(content)
        case List(items):
            kept = (i for i in items if not i.revision or i.revision.move)
            return sum(_kept_words(inner) for item in kept for inner in item.blocks)
        case Table(header, rows):
            return sum(_left(cell) for row in (header, *rows) for cell in row)


def _left(content: Iterable[Inline]) -> int:
    return sum(
        len(plain.text((inline,)).split())
        for inline in content
        if not isinstance(inline, Deleted | Inserted)
    )
