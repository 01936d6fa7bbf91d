"""docs/handbok.md is true: what it shows is tried, and every code that we say stands in it."""

import re
import shlex
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML
from tests.cli.library import ROOT
from tests.cli.terminal import Terminal
from tests.workspace import MemoryFiles

from avtalsgen.assemble.filling.forms import _OF_TEXT, _OF_VALUE
from avtalsgen.check.rules import CODES, FAMILIES
from avtalsgen.clauses.expression_parser import FILTERS
from avtalsgen.clauses.library import read_clause
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, List, Paragraph, Table
from avtalsgen.model.walk import runs
from avtalsgen.pipeline.new.json_schema import json_schema
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project, read_project

TEXT = (ROOT / "docs/handbok.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```([^\n]+)\n(.*?)^```$", TEXT, re.M | re.S)
LANGUAGE = TEXT.partition("\n## Klausulernas språk\n")[2].partition("\n## ")[0]
ROWS = [
    (written.replace("\\|", "|"), becomes)
    for written, becomes in re.findall(r"^\| (?=`.*\{\{)`(.+?)` \| (.+) \|$", LANGUAGE, re.M)
]
PAIRS = re.findall(r"^```klausul\n(.*?)^```\n+```resultat\n(.*?)^```$", TEXT, re.M | re.S)
FACTS = next(text for name, text in BLOCKS if name == "yaml fakta")
TYPE = """\
benämning: Exempel
titel: "{{ titel }}"
numrering: ["{1}"]
"""
OUTLINE = """\
typ: exempel@1
disposition:
  - {rubrik: Exempel, text: exempel.md}
  - {rubrik: Klagomål, ankare: klagomal, text: nedan.md}
  - {rubrik: Lokaler, ankare: lokaler, numrera: nej, text: nedan.md}
"""


def _printed(written: str) -> str:
    """Return what a clause with the text `written` prints, given the facts of the handbook."""
    shared = ("clauses/parametrar.yaml", "clauses/profil/profil.yaml")
    registers = ("rattskallor.yaml", "organisationer.yaml")
    files = {
        **{name: (ROOT / name).read_bytes() for name in shared},
        **{
            f"clauses/register/{n}": (ROOT / "clauses/register" / n).read_bytes() for n in registers
        },
        "clauses/dokumenttyper/exempel/1.yaml": TYPE,
        "uppdrag/prov/1.yaml": OUTLINE + FACTS,
        "uppdrag/prov/exempel.md": written,
        "uppdrag/prov/nedan.md": "Utföraren svarar.",
    }
    document, problems = document_of(read_project(MemoryFiles(files)), "prov", "1")
    assert [str(problem) for problem in problems] == []
    shown = "\n".join(line for block in document.sections[0].blocks for line in _lines(block))
    return shown.replace("\N{NO-BREAK SPACE}", " ")


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [plain.text(content) for content in runs(block)]
        case List(items, ordered):
            return [
                (f"{number}. " if ordered else "– ")
                + "\n".join(map("".join, map(_lines, item.blocks)))
                for number, item in enumerate(items, start=1)
            ]
        case Table(header, rows):
            return [" | ".join(map(plain.text, row)) for row in (header, *rows)]


@pytest.mark.parametrize(("written", "becomes"), ROWS, ids=[row[0] for row in ROWS])
def test_a_form_gives_what_the_handbook_says(written: str, becomes: str) -> None:
    assert _printed(written) == becomes


@pytest.mark.parametrize(("written", "becomes"), PAIRS)
def test_a_text_gives_what_the_handbook_says(written: str, becomes: str) -> None:
    assert _printed(written) + "\n" == becomes


def test_every_chapter_stands_in_the_contents() -> None:
    contents = TEXT.partition("\nInnehåll: ")[2].partition("\n\n")[0]
    chapters = re.findall(r"^## (.+)$", TEXT, re.M)
    named = [(name, re.sub(r"[^\w -]", "", name.lower()).replace(" ", "-")) for name in chapters]
    assert re.findall(r"\[(.+?)\]\(#(.+?)\)", contents) == named


def test_every_filter_stands_in_the_handbook() -> None:
    shown = set(re.findall(r"\| (\w+)", " ".join(written for written, _ in ROWS)))
    assert shown == set(FILTERS) == set(_OF_TEXT) | set(_OF_VALUE)


def test_every_code_stands_in_the_handbook_and_no_other() -> None:
    table = TEXT.partition("| Kod | Betyder | Gör så här |")[2].partition("\n\n")[0]
    listed = re.findall(r"^\| ([A-Z]{2}\d\d) \|", table, re.M)
    source = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py") if file.is_file()
    )
    told = set(re.findall(r'"([A-Z]{2}\d\d)"', source))
    assert listed == sorted(told - CODES)  # `avtalsgen rule` shows the page of each of those


def test_every_family_of_rules_stands_in_the_handbook() -> None:
    table = TEXT.partition("| Familj | Koder | Vad den ser efter |")[2].partition("\n\n")[0]
    listed = dict(re.findall(r"^\| ([^|]+) \| ([A-Z]{2}) \|", table, re.M))
    assert {code: name for name, code in listed.items()} == dict(FAMILIES)


@pytest.mark.parametrize("text", [text for name, text in BLOCKS if name == "yaml uppdrag"])
def test_what_is_shown_of_an_uppdrag_can_be_written_in_one(text: str) -> None:
    schema = json_schema(open_project(ROOT))
    loaded = {"typ": "verksamhetsuppdrag@2021", **YAML(typ="rt").load(_dates_as_text(text))}
    found = jsonschema.Draft202012Validator(schema).iter_errors(loaded)
    assert [error.message for error in found] == []


def _dates_as_text(text: str) -> str:
    """Return YAML in which a date is a text, as it is to an editor."""
    return re.sub(r"(?<!\")\b(\d{4}-\d\d-\d\d)\b(?= *[,}\n#])", r'"\1"', text)


@pytest.mark.parametrize("text", [text for name, text in BLOCKS if name == "klausulfil"])
def test_the_clause_that_is_shown_can_be_read(text: str) -> None:
    clause = read_clause(text, "fil", "prov", "1", open_project(ROOT).parameters)
    assert clause.warnings == ()


@pytest.mark.parametrize("text", [text for name, text in BLOCKS if name == "yaml"])
def test_other_yaml_can_be_read(text: str) -> None:
    assert YAML(typ="safe", pure=True).load(text)


def test_the_commands_answer_as_shown(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sessions = "".join(text for name, text in BLOCKS if name == "console")
    commands = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", sessions, re.M)
    assert len(commands) > 8
    for line, shown in commands:
        if line.startswith("cd "):
            monkeypatch.chdir(Path.cwd() / shlex.split(line)[1])
            continue
        said = terminal.run(line)
        pattern = "".join(_pattern(each) for each in shown.splitlines())
        assert re.fullmatch(pattern, said.out + said.err), f"{line}\n{said.out}{said.err}"


def _pattern(line: str) -> str:
    """Return what a shown line stands for: `…` alone is any lines, inside a line any text."""
    if line == "…":
        return r"(?:.*\n)*"
    return r"\s*.*".join(re.escape(part.rstrip()) for part in line.split("…")) + r"\n"
