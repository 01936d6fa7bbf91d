"""`diff` on files of every kind: what other programs and Word get."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from tests.cli.library import ROOT
from tests.cli.terminal import Terminal

from avtalsgen.problems import Exit

SCHEMA = json.loads((ROOT / "docs/avtalsgen.diff-1.schema.json").read_text("utf-8"))
OLD = "Avtal\n\n1 Tid\n\nAvtalet gäller i tolv månader.\n\n2 Tvist\n\nParterna löser en tvist.\n"
NEW = OLD.replace("tolv", "sex")


@pytest.fixture
def texts(terminal: Terminal) -> Terminal:
    """Return a terminal where `gammal.txt` and `ny.txt` are, and a Word shell."""
    shell = terminal.root / "clauses/profil/mall.docx"
    shell.write_bytes((ROOT / "clauses/profil/mall.docx").read_bytes())
    (terminal.root / "gammal.txt").write_text(OLD, encoding="utf-8")
    (terminal.root / "ny.txt").write_text(NEW, encoding="utf-8")
    return terminal


def document_xml(path: Path) -> str:
    """Return the running text of a Word file as XML."""
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as package:
        return package.read("word/document.xml").decode()


def test_the_object_is_as_the_schema_says_also_beside_files(texts: Terminal) -> None:
    said = texts.run("avtalsgen diff gammal.txt ny.txt --json --format html --out j.html")
    answer = json.loads(said.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(answer)
    assert answer["files"] == ["j.html"]
    assert said.code == Exit.LOOK


def test_the_object_of_a_failure_says_why(texts: Terminal) -> None:
    said = texts.run("avtalsgen diff gammal.txt saknas.txt --json")
    answer = json.loads(said.out)
    assert answer["schema"] == "avtalsgen.diff/1"
    assert [problem["code"] for problem in answer["problems"]] == ["DO01"]
    assert said.code == Exit.NOT_FOUND


def test_word_gets_tracked_changes_by_somebody_at_some_time(texts: Terminal) -> None:
    line = "avtalsgen diff gammal.txt ny.txt --out j.docx --author Kim --date 2026-03-31"
    said = texts.run(line)
    assert said.out == "j.docx är skriven med 2 spårade ändringar.\n"
    xml = document_xml(texts.root / "j.docx")
    (gone,) = re.findall(r"<w:del [^>]*>.*?</w:del>", xml)
    (came,) = re.findall(r"<w:ins [^>]*>.*?</w:ins>", xml)
    assert "tolv" in gone
    assert "sex" in came
    assert 'w:author="Kim"' in gone
    assert 'w:date="2026-03-31T12:00:00Z"' in gone


def test_two_word_files_are_compared_anywhere_in_a_copy_of_the_newer(
    texts: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts.run("avtalsgen build --format docx")
    built = next(texts.root.glob("output/*/*/*.docx"))
    elsewhere = tmp_path / "någon annanstans"
    elsewhere.mkdir()
    (elsewhere / "a.docx").write_bytes(built.read_bytes())
    (elsewhere / "b.docx").write_bytes(built.read_bytes())
    monkeypatch.chdir(elsewhere)
    said = texts.run("avtalsgen diff a.docx b.docx --format docx")
    assert said.code == Exit.FINE
    assert said.out == "jamforelse-a-b.docx är skriven utan spårade ändringar.\n"
    xml = document_xml(elsewhere / "jamforelse-a-b.docx")
    assert "<w:ins " not in xml
    assert "<w:del " not in xml


def test_pdf_is_the_document_with_its_marks(texts: Terminal) -> None:
    texts.run("avtalsgen diff gammal.txt ny.txt --out j.pdf")
    assert (texts.root / "j.pdf").read_bytes().startswith(b"%PDF")


def test_the_same_command_twice_gives_the_same_file(texts: Terminal) -> None:
    line = "avtalsgen diff gammal.txt ny.txt --out j.docx --date 2026-03-31"
    texts.run(line)
    first = (texts.root / "j.docx").read_bytes()
    assert texts.run(line).code == Exit.LOOK
    assert (texts.root / "j.docx").read_bytes() == first


def test_a_comparison_that_somebody_has_worked_in_is_left_alone(texts: Terminal) -> None:
    line = "avtalsgen diff gammal.txt ny.txt --out j.docx"
    texts.run(line)
    (texts.root / "j.docx").write_bytes(b"PK mina egna ord")
    said = texts.run(line)
    assert said.code == Exit.CONFLICT
    assert (texts.root / "j.docx").read_bytes() == b"PK mina egna ord"


def test_nothing_is_written_when_a_document_cannot_be_read(texts: Terminal) -> None:
    (texts.root / "trasig.docx").write_bytes(b"PK\x03\x04 inte en Wordfil")
    said = texts.run("avtalsgen diff gammal.txt trasig.docx --format html,docx --out j")
    assert said.code == Exit.DATA
    assert not list(texts.root.glob("j.*"))


def test_a_name_of_the_same_body_is_no_change_in_substance(texts: Terminal) -> None:
    old = OLD + "\n3 Part\n\nBeställare är omsorgsnämnden.\n"
    (texts.root / "a.txt").write_text(old, encoding="utf-8")
    (texts.root / "b.txt").write_text(old.replace("omsorgs", "social"), encoding="utf-8")
    answer = json.loads(texts.run("avtalsgen diff a.txt b.txt --json").out)
    assert answer["summary"]["changes"] == {"saklig": 0, "redaktionell": 1}
