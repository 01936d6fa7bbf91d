"""A text file says what the document says, with bullets and lines and nothing else added."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from tests.battery import BATTERY, cell, item, paragraph
from tests.cases import check_golden
from tests.strategies import documents

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Block, Document, List, Section, Table
from avtalsgen.model.profile import Profile
from avtalsgen.writers.render import Render
from avtalsgen.writers.text import BULLET, DOTTED, write_text

RENDER = Render(Profile("Provkommunen"))


def bullets(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield what stands before each item, in reading order."""
    for block in blocks:
        if isinstance(block, List):
            for number, own in enumerate(block.items, start=1):
                yield f"{number}." if block.ordered else BULLET
                yield from bullets(own.blocks)


def is_ruled(word: str) -> bool:
    """Return whether `word` is a line that is drawn, which no word of a document is."""
    return set(word) in ({"─"}, {"═"}) or word == DOTTED


@given(documents())
def test_the_words_are_those_of_the_document_and_bullets(document: Document) -> None:
    bare = replace(document, draft=False, contents=None)
    printed = [w for w in write_text(bare, RENDER).decode().split() if not is_ruled(w)]
    said = plain.words(document)
    added = [mark for section in walk.sections(document) for mark in bullets(section.blocks)]
    assert Counter(printed) == Counter(said) + Counter(added)
    rest = iter(printed)
    assert all(word in rest for word in said)


@given(documents())
def test_equal_documents_give_equal_bytes(document: Document) -> None:
    assert write_text(document, RENDER) == write_text(document, RENDER)


@given(documents())
def test_a_paragraph_is_one_line_or_as_many_as_it_has_breaks(document: Document) -> None:
    lines = set(write_text(document, RENDER).decode().split("\n"))
    for section in walk.sections(document):
        for block in section.blocks:
            if not isinstance(block, List | Table):
                for run in walk.runs(block):
                    for line in plain.text(run).split("\n"):
                        assert not line.strip() or re.sub("  +", " ", line).strip(" ") in lines


@given(documents())
def test_the_contents_names_every_heading_down_to_its_depth(document: Document) -> None:
    if document.contents:
        text = write_text(document, RENDER).decode()
        for section in walk.sections(document):
            if section.heading and section.level <= document.contents.depth:
                heading = re.sub("  +", " ", plain.heading(section)).strip(" ")
                assert f"\n{'  ' * section.level}{heading}\n" in text


def table_text(table: Table) -> str:
    """Return `table` as it stands in a document."""
    section = Section("a", (), 1, blocks=(table,))
    bare = replace(BATTERY, sections=(section,), signatures=None, contents=None, draft=False)
    return write_text(bare, RENDER).decode().split("\n\n")[2].rstrip()


def test_columns_stand_under_their_heads() -> None:
    table = Table((cell("Insats"), cell("Kr")), ((cell("Råd"), cell("605")),), ("left", "right"))
    assert table_text(table) == "Insats   Kr\n───────────\nRåd     605"


def test_a_row_too_long_for_columns_has_a_line_for_each_cell() -> None:
    long = "ord " * 30 + "slut"
    table = Table((cell("Krav"), cell("Mål")), ((cell(long), cell("80")), (cell("b"), cell())))
    assert table_text(table) == f"Krav\n  Mål\n{long}\n  80\nb"


def test_an_item_hangs_under_its_own_words() -> None:
    blocks = (List((item(paragraph("a"), paragraph("b")),), ordered=True),)
    bare = replace(BATTERY, sections=(Section("a", (), 1, blocks=blocks),), signatures=None)
    assert write_text(bare, RENDER).decode().endswith("\n\n1. a\n   b\n")


def test_the_battery_reads_as_it_should(rewrite: bool) -> None:
    golden = Path(__file__).parent / "golden" / "battery.txt"
    check_golden(golden, write_text(BATTERY, RENDER).decode(), rewrite=rewrite)
