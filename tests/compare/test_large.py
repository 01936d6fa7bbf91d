"""A long document takes a time that grows as it does."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from tests.compared import compare
from tests.work import calls

from avtalsgen.compare.align.likeness import bags, candidates
from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.compare.marks.resolve import accept, reject
from avtalsgen.compare.top import differences
from avtalsgen.model.nodes import Cover, Document, Identity, Paragraph, Section, Text

PAGES = 400
_WORDS = [
    f"{first}{last}" for first in ("av", "be", "för", "upp", "om", "ut") for last in range(150)
]


def _paragraph(chance: random.Random) -> Paragraph:
    return Paragraph((Text(" ".join(chance.choices(_WORDS, k=60)) + "."),))


def _large(pages: int) -> Document:
    chance = random.Random(4)
    chapters = [
        Section(
            f"k-{chapter}",
            (Text(" ".join(chance.choices(_WORDS, k=3))),),
            1,
            str(chapter),
            sections=tuple(
                Section(
                    f"a-{chapter}-{n}",
                    (Text(" ".join(chance.choices(_WORDS, k=3))),),
                    2,
                    f"{chapter}.{n}",
                    tuple(_paragraph(chance) for _ in range(6)),
                )
                for n in range(1, 5)
            ),
        )
        for chapter in range(1, pages // 4 + 1)
    ]
    return Document(Identity("", "", "", "", ""), Cover("", (Text("Stort"),)), tuple(chapters))


def _edited(document: Document) -> Document:
    """One paragraph of twenty changed, one chapter and one section moved."""
    chance = random.Random(5)

    def changed(block: Paragraph) -> Paragraph:
        (text,) = block.content
        assert isinstance(text, Text)
        words = text.text.split(" ")
        at = chance.randrange(len(words) - 3)
        words[at : at + 2] = chance.choices(_WORDS, k=chance.randint(0, 3))
        return Paragraph((Text(" ".join(words)),)) if chance.random() < 0.05 else block

    chapters = [
        replace(
            chapter,
            sections=tuple(
                replace(s, blocks=tuple(changed(b) for b in s.blocks if isinstance(b, Paragraph)))
                for s in chapter.sections
            ),
        )
        for chapter in document.sections
    ]
    chapters.insert(len(chapters) - 4, chapters.pop(2))
    first, *rest = chapters[0].sections
    chapters[0] = replace(chapters[0], sections=tuple(rest))
    chapters[6] = replace(chapters[6], sections=(*chapters[6].sections, first))
    return replace(document, sections=tuple(chapters))


def test_four_hundred_pages_are_compared_in_steps_by_the_page_and_the_moves_are_found() -> None:
    old = _large(PAGES)
    new = _edited(old)
    comparing, comparison = calls(lambda: compare(old, new))
    marking, marked = calls(lambda: redline(old, new))
    assert [p.old.number for p in comparison.sections if p.moved and p.old] == ["1.1", "3"]
    assert {p.status for p in comparison.sections} == {"unchanged", "changed"}
    assert accept(marked) == new
    assert reject(marked) == old
    assert comparing < 30_000 * PAGES  # every sentence is read for duties and subjects too
    assert marking < 20_000 * PAGES


def test_texts_of_many_words_in_common_are_looked_up_in_steps_by_the_text() -> None:
    texts, chance = 100, random.Random(6)
    vocabulary = [f"ord{number}" for number in range(260)]  # each in some 38 of the texts
    olds, news = (
        bags(Counter(chance.choices(vocabulary, k=100)) for _ in range(texts)) for _ in range(2)
    )
    looked, pairs = calls(lambda: list(candidates(olds, news)))
    assert pairs
    assert looked < 4500 * texts  # 8 600 if every rare word led to every text that has it


def test_of_texts_with_little_in_common_the_first_page_is_by_section(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = _large(28)
    new = _edited(old)
    whole = compare(old, new)
    monkeypatch.setattr(differences, "MOST_DIFFERENT", 5)
    coarse = compare(old, new)
    faces = (pair.new or pair.old for pair in coarse.sections)
    assert {row.what for row in coarse.top} <= {face.heading for face in faces if face}
    assert coarse.top != whole.top
    assert coarse.top_by_section
    assert not whole.top_by_section
    assert coarse.sections == whole.sections
