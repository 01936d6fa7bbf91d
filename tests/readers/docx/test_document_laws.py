"""What we write in a Word file is what is read from it."""

import pytest
from hypothesis import given, settings
from tests import libreoffice, strategies
from tests.battery import BATTERY
from tests.documents.every import NAMES, document, written
from tests.read import read_docx
from tests.readers.docx.said import said
from tests.writers.docx import rendering

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document


def _read(file: bytes) -> Document:
    reading = read_docx(file, "egen.docx")
    assert reading.problems == ()
    return reading.document


@given(strategies.documents())
def test_a_document_of_ours_is_read_as_it_was_written(own: Document) -> None:
    assert said(_read(rendering.written(own))) == said(own)


@given(strategies.documents(depth=2))
@settings(max_examples=20, deadline=None)
def test_a_file_without_tracked_changes_is_the_same_read_in_any_way(own: Document) -> None:
    file = rendering.written(own)
    accepted = read_docx(file, "egen.docx", "accept")
    assert read_docx(file, "egen.docx", "reject") == accepted
    assert read_docx(file, "egen.docx", "marked") == accepted


@pytest.mark.parametrize("name", NAMES)
def test_an_uppdrag_is_read_as_it_was_assembled(name: str) -> None:
    own, read = document(name), _read(written(name)["docx"])
    assert said(read) == said(own)
    assert list(plain.lines(read)) == list(plain.lines(own))


@pytest.mark.parametrize("name", NAMES)
def test_an_uppdrag_says_which_it_is_and_what_it_is_made_of(name: str) -> None:
    own, read = document(name), _read(written(name)["docx"])
    now, then = read.identity, own.identity
    assert f"{now.uppdrag}@{now.edition}" == name
    assert (now.type, now.title, now.dnr, now.date) == (
        then.type,
        then.title,
        then.dnr,
        then.date,
    )
    for one, other in zip(walk.sections(read), walk.sections(own), strict=True):
        made, of = one.provenance, other.provenance
        if of and of.sha256:
            assert made
            assert (made.kind, made.clause, made.edition, made.sha256) == (
                of.kind,
                of.clause,
                of.edition,
                of.sha256,
            )


def test_a_file_that_libreoffice_has_saved_is_read_the_same() -> None:
    saved = libreoffice.saved(rendering.written(BATTERY))
    assert said(_read(saved)) == said(BATTERY)
