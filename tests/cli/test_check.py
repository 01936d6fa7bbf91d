"""`avtalsgen check` and `rule`: what they say, in which form, and with which exit code."""

import json

import pytest
from tests.cli.terminal import Terminal

from avtalsgen.problems import Exit

TEXT = """# Stöd i hemmet

Utföraren skall följa SOSFS 2006:5. Utföraren skall redovisa varje år.
"""


@pytest.fixture
def checked(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    outside = terminal.root.parent
    (outside / "avtal.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(outside)
    return terminal


def test_the_answer_has_every_field_and_each_place(checked: Terminal) -> None:
    said = checked.run("avtalsgen check avtal.md --json --as-of 2026-11-29")
    answer = json.loads(said.out)
    assert answer["schema"] == "avtalsgen.check/1"
    by_code = {problem["code"]: problem for problem in answer["problems"]}
    assert by_code["SP01"] == {
        "code": "SP01",
        "name": "alderdomligt-ord",
        "severity": "stil",
        "file": "avtal.md",
        "line": 3,
        "column": 11,
        "quote": "skall",
        "message": "ordet är ålderdomligt",
        "hint": "skriv ska",
        "place": "stycke 1",
        "also": [
            {"file": "avtal.md", "line": 3, "column": 47, "place": "stycke 1", "quote": "skall"}
        ],
    }
    assert by_code["RK02"]["quote"] == "SOSFS 2006:5"
    assert answer["summary"] == {"fel": 0, "varning": 1, "stil": 1, "handlingar": 1}


@pytest.mark.parametrize(
    ("grade", "code"),
    [("fel", Exit.FINE), ("varning", Exit.LOOK), ("stil", Exit.LOOK), ("aldrig", Exit.FINE)],
)
def test_the_mildest_grade_that_fails_is_chosen(checked: Terminal, grade: str, code: Exit) -> None:
    said = checked.run(f"avtalsgen check avtal.md --fail-on {grade} --as-of 2026-11-29")
    assert said.code == code
    assert said.out.endswith("1 varning och 1 stilanmärkning i en handling.\n")


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_a_document_without_words_is_not_called_free_of_faults(
    checked: Terminal, text: str
) -> None:
    (checked.root.parent / "tom.txt").write_text(text, encoding="utf-8")
    said = checked.run("avtalsgen check tom.txt --fail-on varning")
    assert "tom.txt:1:1: KX05" in said.out
    assert said.code == Exit.LOOK


def test_a_document_that_is_not_there_stops_no_other(checked: Terminal) -> None:
    said = checked.run("avtalsgen check saknas.md avtal.md --json --as-of 2026-11-29")
    answer = json.loads(said.out)
    assert said.code == Exit.NOT_FOUND
    assert [p["code"] for p in answer["problems"]] == ["DO01", "SP01", "RK02"]


def test_an_uppdrag_is_checked_where_its_words_stand(terminal: Terminal) -> None:
    clause = next(terminal.root.glob("clauses/*/1.md"))
    clause.write_text(f"{clause.read_text('utf-8')}\nParterna skall mötas.\n", encoding="utf-8")
    answer = json.loads(terminal.run("avtalsgen check prov@1 --json --as-of 2026-11-29").out)
    (old,) = (p for p in answer["problems"] if p["code"] == "SP01")
    assert old["file"] == clause.relative_to(terminal.root).as_posix()
    assert clause.read_text("utf-8").splitlines()[old["line"] - 1] == "Parterna skall mötas."
    assert old["column"] == len("Parterna ") + 1


def test_the_page_of_a_rule_is_shown_by_its_code_or_its_name(terminal: Terminal) -> None:
    by_code = terminal.run("avtalsgen rule rk01")
    assert by_code.out.startswith("RK01 upphavd-kalla (fel)\n\nEn författning som var upphävd")
    assert terminal.run("avtalsgen rule upphavd-kalla").out == by_code.out
    assert "  RK01  fel " in terminal.run("avtalsgen rule").out


def test_a_rule_that_is_not_there_is_told_with_the_nearest(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen rule RK1")
    assert (said.code, "RU01" in said.err, "menade du RK" in said.err) == (66, True, True)


def test_a_folder_is_called_one_and_a_broken_file_has_its_name(terminal: Terminal) -> None:
    (terminal.root / "mapp.docx").mkdir()
    (terminal.root / "tom.docx").write_bytes(b"")
    said = terminal.run("avtalsgen check mapp.docx tom.docx")
    assert "DO01 fel: mapp.docx är en mapp" in said.out
    assert said.out.count("tom.docx:1:1: DX01") == 1


def test_a_code_that_is_no_rule_is_not_taken_for_one(terminal: Terminal) -> None:
    assert "koden är ingen regels" in terminal.run("avtalsgen rule DO01").err
