"""A long document takes a time that grows as it does."""

import random
from dataclasses import replace

from tests.compared import compare
from tests.work import calls

from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.compare.marks.resolve import accept, reject
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
