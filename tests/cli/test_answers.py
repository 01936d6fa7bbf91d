"""`--json`: one object on standard output, and standard error as without it."""

import json

import pytest
from tests.cli.terminal import Terminal

from avtalsgen.cli.answers import FIELDS
from avtalsgen.problems import Exit

LINES = [
    ("avtalsgen build --format txt", Exit.FINE),
    ("avtalsgen list", Exit.FINE),
    ("avtalsgen list --facts titel,ersättning.belopp", Exit.FINE),
    ("avtalsgen list --facts nix", Exit.NOT_FOUND),
    ("avtalsgen show prov", Exit.FINE),
    ("avtalsgen show nix", Exit.NOT_FOUND),
    ("avtalsgen status prov", Exit.LOOK),
    ("avtalsgen status nix@1", Exit.NOT_FOUND),
    ("avtalsgen trace prov 605", Exit.FINE),
    ("avtalsgen trace prov tolv", Exit.LOOK),
    ("avtalsgen trace nix 605", Exit.NOT_FOUND),
    ("avtalsgen trace prov", Exit.USAGE),
    ("avtalsgen build nix", Exit.NOT_FOUND),
    ("avtalsgen build --draft tomt --format txt", Exit.LOOK),
    ("avtalsgen build tomt", Exit.DATA),
    ("avtalsgen build --jobs 99", Exit.USAGE),
    ("avtalsgen list --alla", Exit.USAGE),
    ("avtalsgen diff prov@1 prov@1", Exit.FINE),
    ("avtalsgen diff prov@1 saknas.docx", Exit.NOT_FOUND),
    ("avtalsgen build --format", Exit.USAGE),
    ("avtalsgen lock prov@1", Exit.FINE),
    ("avtalsgen lock nix@1", Exit.NOT_FOUND),
]


@pytest.mark.parametrize(("line", "code"), LINES)
def test_the_answer_is_one_object_with_all_its_fields(
    terminal: Terminal, line: str, code: Exit
) -> None:
    terminal.run("avtalsgen new uppdrag tomt") if "tomt" in line else None
    command, rest = line.split()[1], line.split()[2:]
    said = terminal.run(" ".join(["avtalsgen", command, "--json", *rest]))
    answer = json.loads(said.out)
    assert said.code == code
    assert answer["schema"] == f"avtalsgen.{command}/1"
    lists = set(FIELDS[command])
    assert answer.keys() >= {"schema", "problems"} | lists
    assert all(isinstance(answer[name], list) for name in lists | {"problems"})


@pytest.mark.parametrize(("line", "code"), LINES)
def test_errors_are_told_to_people_as_well(terminal: Terminal, line: str, code: Exit) -> None:
    terminal.run("avtalsgen new uppdrag tomt") if "tomt" in line else None
    command, rest = line.split()[1], line.split()[2:]
    with_json = terminal.run(" ".join(["avtalsgen", command, "--json", *rest]))
    without = terminal.run(line)
    assert with_json.err == without.err
    assert with_json.code == without.code == code


def test_a_problem_says_where_what_and_what_to_do(terminal: Terminal) -> None:
    path = terminal.root / "uppdrag/prov/1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("dnr:", "drn:"), encoding="utf-8")
    answer = json.loads(terminal.run("avtalsgen build prov --json").out)
    (document,) = answer["documents"]
    assert (document["uppdrag"], document["edition"]) == ("prov", "1")
    assert (document["status"], document["files"]) == ("failed", [])
    assert document["problems"] == [
        {
            "code": "FA01",
            "severity": "fel",
            "message": "nyckeln ”drn” är okänd",
            "hint": "menade du dnr?",
            "file": "uppdrag/prov/1.yaml",
            "line": 4,
            "column": 1,
        }
    ]


def test_a_command_without_json_prints_none(terminal: Terminal) -> None:
    assert terminal.run("avtalsgen new --json").out == ""


def test_outside_a_workspace_the_way_into_one_is_told(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(terminal.root.parent)
    said = terminal.run("avtalsgen list --json")
    assert said.code == Exit.NOT_FOUND
    assert [problem["code"] for problem in json.loads(said.out)["problems"]] == ["AY01"]
    assert "avtalsgen init MAPP" in said.err


def test_a_status_that_only_the_file_says_is_not_called_the_last_step(terminal: Terminal) -> None:
    file = terminal.root / "uppdrag/prov/1.yaml"
    file.write_text(file.read_text("utf-8").replace("utkast", "undertecknad"), "utf-8")
    said = terminal.run("avtalsgen status prov@1")
    assert said.code == Exit.LOOK
    assert said.out.startswith("prov@1: filen säger undertecknad, men det här återstår.\n")
    assert "orden är inte låsta" in said.out
    assert "LC01" in said.out
    assert "det första bygget utan fel låser dem" in said.out
    assert "undertecknad  olåst, bara filen säger så" in terminal.run("avtalsgen list").out
    assert "LC01" in terminal.run("avtalsgen build prov@1").err
