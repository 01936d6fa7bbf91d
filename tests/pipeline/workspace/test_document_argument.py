"""What the user calls a document: a file, an edition, or either as it was."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.documents.every import written
from tests.pipeline.repositories import commit, committed
from tests.read import WORDS
from tests.workspace import WHOLE

from avtalsgen.model import plain
from avtalsgen.pipeline.workspace import document_argument
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.problems import AvtalsgenError

SHELL = "clauses/profil/mall.docx"
NAME = "familjeradgivning@2021"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the small workspace in a repository, with two versions and an edition since."""
    root = tmp_path / "yta"
    committed(tmp_path, _below("yta", WHOLE), 0)
    dearer = WHOLE["uppdrag/prov/1.yaml"].replace("605", "700")
    clause = WHOLE["clauses/tvist/1.md"].replace("löser tvister", "ska lösa tvister")
    changed = {"uppdrag/prov/1.yaml": dearer, "clauses/tvist/1.md": clause}
    committed(tmp_path, _below("yta", changed), 2)
    return root


def _below(folder: str, files: Mapping[str, str]) -> dict[str, str | bytes]:
    return {f"{folder}/{name}": text for name, text in files.items()}


def open_document(here: Path, name: str) -> Opened:
    return document_argument.open_document(here, name, WORDS)


def _text(opened: Opened) -> str:
    return " ".join(plain.words(opened.document))


def _code(here: Path, name: str) -> str:
    with pytest.raises(AvtalsgenError) as raised:
        open_document(here, name)
    assert all(problem.hint for problem in raised.value.problems)
    return raised.value.problems[0].code


@pytest.mark.parametrize(
    ("name", "told"),
    [("prov@1", "prov@1"), ("prov", "prov@1"), ("uppdrag/prov/1.yaml", "uppdrag/prov/1.yaml")],
)
def test_an_edition_has_three_names(folder: Path, name: str, told: str) -> None:
    """A slug alone is told as the edition that was taken."""
    opened = open_document(folder, name)
    assert "700 kronor" in _text(opened)
    assert (opened.source, opened.suffix, opened.data) == (told, ".yaml", None)


@pytest.mark.parametrize(
    "name", ["prov@1@HEAD~1", "prov@HEAD~1", "uppdrag/prov/1.yaml@HEAD~1", "prov@1@2030-03-18"]
)
def test_an_earlier_version_is_made_of_all_that_was_there_then(folder: Path, name: str) -> None:
    text = _text(open_document(folder, name))
    assert "605 kronor" in text
    assert "löser tvister" in text


def test_an_edition_goes_before_a_revision_of_the_same_name(folder: Path) -> None:
    committed(folder, {"uppdrag/prov/HEAD.yaml": WHOLE["uppdrag/prov/1.yaml"]}, 3)
    assert "605 kronor" in _text(open_document(folder, "prov@HEAD"))


def test_a_file_that_is_gone_is_there_in_its_version(folder: Path) -> None:
    file = folder / "uppdrag/prov/1.yaml"
    file.unlink()
    commit(folder, [str(file)], 5)
    assert "700 kronor" in _text(open_document(folder, "uppdrag/prov/1.yaml@HEAD~1"))
    assert "700 kronor" in _text(open_document(folder, "prov@1@HEAD~1"))
    assert _code(folder, "uppdrag/prov/1.yaml@HEAD") == "GI03"


@pytest.mark.parametrize(("kind", "suffix"), [("docx", ".docx"), ("pdf", ".pdf"), ("md", ".md")])
def test_a_file_is_read_by_its_kind_now_and_as_it_was(
    tmp_path: Path, kind: str, suffix: str
) -> None:
    data = written(NAME)[kind]
    committed(tmp_path, {f"avtal{suffix}": data, "b.txt": "Ett avtal.\n"})
    (tmp_path / f"avtal{suffix}").unlink()
    opened = open_document(tmp_path, f"avtal{suffix}@HEAD")
    assert opened.data == data
    assert opened.suffix == suffix
    assert "familjerådgivning" in _text(opened)
    assert _code(tmp_path, f"avtal{suffix}") == "DO01"


def test_a_file_outside_any_workspace_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_bytes("\ufeffÅtta timmar om året.\n".encode())
    assert "Åtta" in _text(open_document(tmp_path, "a.TXT"))
    assert "Åtta" in _text(open_document(Path("/"), str(tmp_path / "a.TXT")))


def test_a_file_with_an_at_in_its_name_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt@HEAD").write_text("")
    (tmp_path / "b@c.txt").write_text("Det här är filen.")
    assert "filen." in _text(open_document(tmp_path, "b@c.txt"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read_and_told(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Åtta timmar om året.\n".encode(encoding))
    opened = open_document(tmp_path, "a.txt")
    assert plain.words(opened.document) == ["Åtta", "timmar", "om", "året."]
    assert [problem.code for problem in opened.problems] == ["TX02"]


def test_text_from_an_old_windows_is_read_and_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Åtta timmar om året.".encode("cp1252"))
    opened = open_document(tmp_path, "a.txt")
    assert "Åtta" in _text(opened)
    assert [problem.code for problem in opened.problems] == ["TX02"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("saknas.txt", "DO01"),
        ("mapp/saknas.pdf", "DO01"),
        ("bild.odt", "DO03"),
        ("okänt", "UP01"),
        ("okänt@1", "UP01"),
        ("prov@9", "UP02"),
        ("prov@1@okänd", "GI02"),
        ("prov@okänd", "UP02"),
        ("clauses/parametrar.yaml", "UP05"),
        ("uppdrag/prov/1.yaml@okänd", "GI02"),
        ("uppdrag/prov/2.yaml@HEAD", "GI03"),
        ("saknas.txt@HEAD", "GI03"),
        ("saknas.txt@", "GI02"),
    ],
)
def test_what_is_not_there_is_told_of(folder: Path, name: str, code: str) -> None:
    (folder / "bild.odt").write_bytes(b"x")
    assert _code(folder, name) == code


def test_a_file_of_another_kind_is_told_with_what_to_save_it_as(tmp_path: Path) -> None:
    (tmp_path / "avtal.odt").write_bytes(b"PK")
    with pytest.raises(AvtalsgenError) as told:
        open_document(tmp_path, "avtal.odt")
    assert (told.value.problems[0].hint or "").startswith("spara om den som .docx eller .pdf")


def test_without_history_a_version_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ett avtal.")
    assert _code(tmp_path, "a.txt@HEAD") == "GI01"
