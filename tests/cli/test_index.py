"""`avtalsgen index` with the library and the uppdrag of this repository."""

from datetime import date
from pathlib import Path

import pytest
from tests import cases
from tests.cli.library import copied
from tests.cli.terminal import Terminal

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.model import plain
from avtalsgen.pipeline.index.facts import Dated
from avtalsgen.pipeline.index.files import As, files
from avtalsgen.pipeline.index.indexation import begins, index
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, open_project, read_project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.uppdrag.facts import Known

CASES = cases.read(Path(__file__).with_name("index.md"))
GOLDEN = Path(__file__).with_name("indexbrev.txt")


@pytest.fixture
def library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """Return a terminal in a copy of this repository's workspace."""
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal(root, capsys)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_program_answers(case: cases.Case, library: Terminal, *, rewrite: bool) -> None:
    for name, text in case.blocks.items():
        if "/" in name:
            path = library.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    case.expect("svar", library.transcript(case.blocks["skriver"]), rewrite=rewrite)


def made(root: Path, name: str, as_: As) -> tuple[Project, str, dict[str, bytes]]:
    project = open_project(root)
    slug, _, edition = name.partition("@")
    found = index(project, slug, edition, 2023)
    return project, slug, files(project, found, as_, Dated("ny", date(2023, 5, 2)))


@pytest.mark.parametrize(
    ("name", "as_"),
    [
        ("vald-i-nara-relation@2019", "edition"),
        ("vald-i-nara-relation@2019", "tillagg"),
        ("beroendemottagningen@2021-tillagg", "tillagg"),
    ],
)
def test_what_is_written_says_the_same_as_what_it_is_about(
    library: Terminal, name: str, as_: As
) -> None:
    old, slug, contents = made(library.root, name, as_)
    before = {path: path.read_bytes() for path in library.root.rglob("*") if path.is_file()}
    library.run(
        f"avtalsgen index {name} --to 2023 --as {as_} --edition ny --date 2023-05-02 --write"
    )
    for path, data in contents.items():
        assert (library.root / path).read_bytes() == data
    assert {path: path.read_bytes() for path in before} == before
    project = open_project(library.root)
    told = project.lookup(project.uppdrag(slug, "ny-indexbrev"))
    agreed = old.lookup(old.uppdrag(slug, name.partition("@")[2]))
    for path in ("dnr", "titel", "parter.utförare.organ.namn", "parter.beställare.organ.namn"):
        assert value(told, path) == value(agreed, path)
    last = index(old, slug, name.partition("@")[2], 2023).years[-1][1]
    assert value(told, "ersättning.belopp") == last.price
    assert value(told, "räknat.årssumma") == last.year
    assert value(told, "räknat.tolftedel") == last.month
    assert value(told, "ersättning.prisnivå") == 2023
    for edition in ("ny", "ny-indexbrev"):
        _, problems = document_of(project, slug, edition)
        # the agreement is of 2019, and so are its clauses; two values are not the publisher's
        assert [str(each) for each in problems if each.code not in ("KL08", "IX13")] == []


def value(lookup: Lookup, path: str) -> object:
    fact = lookup.fact(path)
    return fact.value if isinstance(fact, Known) else fact and "okänt"


def test_a_letter_is_readable(library: Terminal, *, rewrite: bool) -> None:
    made_ = "--to 2023 --write --date 2023-05-02"
    library.run(f"avtalsgen index vald-i-nara-relation@2019 {made_}")
    document, _ = document_of(open_project(library.root), "vald-i-nara-relation", "2023-indexbrev")
    cases.check_golden(GOLDEN, "\n".join(plain.lines(document)) + "\n", rewrite=rewrite)


def test_nothing_is_written_when_one_file_is_there(library: Terminal) -> None:
    letter = library.root / "uppdrag/vald-i-nara-relation/2023-indexbrev.yaml"
    letter.write_text("typ: indexbrev@2026\n", encoding="utf-8")
    said = library.run("avtalsgen index vald-i-nara-relation@2019 --to 2023 --write")
    assert said.code == 75
    assert "UP07" in said.err
    assert not (letter.parent / "2023.yaml").exists()
    assert not (letter.parent / "2023").exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("från: 2022-01-01", "från: 2021-01-01", "prisnivån är 2021"),
        ("fast_till: 2021-12-31", "fast_till: 2022-01-01", "är fast till och med"),
    ],
    ids=["in the year of its prices", "on the last day that it is fixed"],
)
def test_what_is_indexed_too_early_is_refused_on_the_very_day(
    old: str, new: str, told: str
) -> None:
    path = "uppdrag/beroendemottagningen/2021-tillagg.yaml"
    project = open_project(Path())
    text = project.files.read(path).decode()
    assert text.count(old) == 1
    over = Overlay(project.files, {path: text.replace(old, new).encode()})
    with pytest.raises(AvtalsgenError) as refused:
        index(read_project(over), "beroendemottagningen", "2021-tillagg", 2023)
    problems = refused.value.problems
    assert {problem.code for problem in problems} == {"IX08"}
    assert any(told in problem.message for problem in problems)


def test_what_begins_on_a_leap_day_begins_in_march_in_other_years() -> None:
    assert [begins(date(2024, 2, 29), year) for year in (2027, 2028)] == [
        date(2027, 3, 1),
        date(2028, 2, 29),
    ]
