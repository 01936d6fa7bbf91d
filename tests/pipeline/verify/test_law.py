"""The law of `verify`: what changes a word, a number or a look on a rendered page is told.

Files are altered at random in any part, the same each time, and asked about from the command
line. Where the words and looks are said to be alike the pages are printed, and their pictures are
those of the file as it was built.
"""

import random
from functools import cache

import pikepdf
import pypdfium2
from tests import libreoffice, mutations
from tests.pipeline.verify import desk

from avtalsgen.problems import Exit

ROUNDS = 24
PRINTED = 2
"""Word files that are printed: an office takes its time."""
SAME = ("unchanged", "unproven")


def _pictures(pdf: bytes) -> list[bytes]:
    with pypdfium2.PdfDocument(pdf) as file:
        return [bytes(page.render(scale=0.7).buffer) for page in file]


@cache
def _as_built(suffix: str) -> list[bytes]:
    data = desk.built(suffix)
    return _pictures(libreoffice.to_pdf(data) if suffix == "docx" else data)


def test_what_changes_a_page_of_a_word_file_is_told() -> None:
    told = silent = 0
    for number in range(ROUNDS):
        data = mutations.xml_of(desk.built("docx"), random.Random(number))
        answer = desk.verify(data)
        assert (answer.code == Exit.FINE) == (answer.standing in SAME), number
        told += bool(answer.problems)
        if answer.standing in SAME and silent < PRINTED:
            silent += 1
            assert _pictures(libreoffice.to_pdf(data)) == _as_built("docx"), number
    assert silent
    assert told > ROUNDS / 3


def test_what_changes_a_page_of_a_pdf_is_told() -> None:
    told = 0
    for number in range(ROUNDS):
        try:
            data = mutations.pdf_of(desk.built("pdf"), random.Random(number))
        except (pikepdf.PdfError, ValueError, TypeError):
            continue  # the tool that alters cannot write that
        answer = desk.verify(data)
        assert answer.code != Exit.FINE, number
        told += answer.standing not in SAME
        if answer.standing in SAME:
            assert _pictures(data) == _as_built("pdf"), number
    assert told > ROUNDS / 3
