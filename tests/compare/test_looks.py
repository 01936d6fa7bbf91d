"""Words of two Word files that look otherwise: each is held against itself, wherever it stands."""

import re

import pytest
from tests.documents.every import written
from tests.mutations import packed, parts_of

from avtalsgen.compare.looks import other_looks
from avtalsgen.ooxml.package import Package

BODY = "word/document.xml"
OURS = "familjeradgivning@2026"


def moved_section(which: int, before: int, replaced: tuple[str, str] = ("", "")) -> bytes:
    """Return our file with a section put before an earlier one, and its letters replaced."""
    parts = parts_of(written(OURS)["docx"])
    text = parts[BODY].decode()
    starts = [m.start() for m in re.finditer(r'<w:p><w:pPr><w:pStyle w:val="Rubrik2"', text)]
    place, start, end = starts[before], starts[which], starts[which + 1]
    section = text[start:end].replace(*replaced, 1) if replaced[0] else text[start:end]
    parts[BODY] = (text[:place] + section + text[place:start] + text[end:]).encode()
    return packed(parts)


@pytest.mark.parametrize(
    ("which", "before"), [(1, 0), (2, 1), (3, 2), (5, 2), (8, 0), (9, 4), (14, 1)]
)
def test_a_section_that_moved_looks_as_it_did(which: int, before: int) -> None:
    known = Package(written(OURS)["docx"])
    assert other_looks(Package(moved_section(which, before)), known) == ()


def test_words_that_were_made_white_in_a_section_that_moved_are_told() -> None:
    white = ("<w:r><w:t", '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t')
    (looked,) = other_looks(Package(moved_section(5, 2, white)), Package(written(OURS)["docx"]))
    assert looked.what
