"""No file from outside is the program's own fault: what is damaged is read, or refused with a code.

`AVTALSGEN_FUZZ=20000 pytest tests/readers/test_hostile_files.py` runs long, by hand.
"""

import os
import random
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from tests import libreoffice, mutations
from tests.readers.hostile_sample import DOCX_CHECKS, PDF_CHECKS, sample

from avtalsgen.problems import AvtalsgenError, Exit

ROUNDS = int(os.environ.get("AVTALSGEN_FUZZ", "12"))
Maker = Callable[[], bytes]


@cache
def ours_docx() -> bytes:
    return mutations.light(sample("docx"))


@cache
def ours_pdf() -> bytes:
    return sample("pdf")


@cache
def office_docx() -> bytes:
    return mutations.light(libreoffice.saved(sample("docx")))


@cache
def office_pdf() -> bytes:
    return libreoffice.to_pdf(sample("docx"))


@pytest.mark.parametrize("mutation", [mutations.bytes_of, mutations.xml_of])
@pytest.mark.parametrize("made", [ours_docx, office_docx])
def test_a_damaged_word_file_is_read_or_refused(mutation: mutations.Mutation, made: Maker) -> None:
    _try(mutation, made(), DOCX_CHECKS)


@pytest.mark.parametrize("mutation", [mutations.bytes_of, mutations.pdf_of])
@pytest.mark.parametrize("made", [ours_pdf, office_pdf])
def test_a_damaged_pdf_is_read_or_refused(mutation: mutations.Mutation, made: Maker) -> None:
    _try(mutation, made(), PDF_CHECKS)


def _try(
    mutation: mutations.Mutation, data: bytes, checks: tuple[Callable[[bytes], object], ...]
) -> None:
    for number in range(ROUNDS):
        try:
            damaged = mutation(data, random.Random(number))
        except (pikepdf.PdfError, ValueError, TypeError):
            continue  # the tool that damages cannot write that
        for check in checks:
            fault = _fault(check, damaged)
            if fault:
                pytest.fail(f"{mutation.__name__} {number}, {check}: {fault}")


def _fault(check: Callable[[bytes], object], damaged: bytes) -> str:
    """Return what the program did wrong; nothing if it read the file or refused it."""
    try:
        check(damaged)
    except AvtalsgenError as error:
        ours = [problem for problem in error.problems if problem.exit is Exit.OURS]
        return str(ours[0]) if ours else ""
    except Exception as error:
        return repr(error)
    return ""
