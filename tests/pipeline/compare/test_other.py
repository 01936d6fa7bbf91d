"""`diff` of two files of one edition with the same words tells all that `verify` tells."""

from pathlib import Path

import pytest
from tests import libreoffice
from tests.pipeline.verify import desk
from tests.pipeline.verify.altered import own_word_files, word_files
from tests.pipeline.verify.altered.changes import altered, replaced

from avtalsgen.model.comparison import Comparison
from avtalsgen.pipeline.compare.diff import DiffOrder, diff

FIRST_OF_EACH_KIND = {kind: next(iter(own.values())) for kind, own in own_word_files.OWN.items()}
TOLD = {**word_files.HANDED, **FIRST_OF_EACH_KIND}


def compared(data: bytes, folder: Path) -> Comparison:
    """Return what differs between the built file and `data`."""
    (folder / "a.docx").write_bytes(desk.built("docx"))
    (folder / "b.docx").write_bytes(data)
    return diff(DiffOrder("a.docx", "b.docx", told="files"), folder).comparison


@pytest.mark.parametrize("name", TOLD)
def test_what_changes_what_is_read_is_told(name: str, tmp_path: Path) -> None:
    change, _ = TOLD[name]
    assert not compared(altered(change), tmp_path).same


@pytest.mark.parametrize("name", word_files.UNCHANGED)
def test_what_other_editors_write_unseen_is_no_change(name: str, tmp_path: Path) -> None:
    assert compared(altered(word_files.UNCHANGED[name]), tmp_path).same


def test_a_file_that_an_office_saved_is_alike(tmp_path: Path) -> None:
    assert compared(libreoffice.saved(desk.built("docx")), tmp_path).same


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("quote-field", "fält"),
        ("include-text-dirty", "fält"),
        ("remote-template", "hämtas utifrån"),
        ("control-bound-to-store", "bunden text"),
        ("font-of-other-letters", "inbäddat typsnitt"),
        ("contents-other-heading", "innehållsförteckning"),
        ("macro", "makro"),
        ("active-control", "kontroll"),
        ("embedded-object", "inbäddat objekt"),
    ],
)
def test_what_a_file_carries_is_told_by_its_kind(name: str, kind: str, tmp_path: Path) -> None:
    change, _ = word_files.HANDED[name]
    assert kind in {other.kind for other in compared(altered(change), tmp_path).other}


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("<vt:lpwstr>1</vt:lpwstr>", "<vt:lpwstr>2</vt:lpwstr>", "”utgåva: 2” bara i den nya"),
        ("<vt:lpwstr>prov</vt:lpwstr>", "<vt:lpwstr>inget</vt:lpwstr>", "”uppdrag: inget”"),
        ("tryckt=", "tryckt=0", "är annorlunda i den nyare filen"),
    ],
)
def test_what_a_file_says_that_it_is_made_of_is_told(
    was: str, now: str, said: str, tmp_path: Path
) -> None:
    comparison = compared(altered(replaced("docProps/custom.xml", was, now)), tmp_path)
    assert not comparison.same
    assert [(other.kind, said in other.said) for other in comparison.other] == [("ursprung", True)]
