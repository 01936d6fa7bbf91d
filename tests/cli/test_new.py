"""A new uppdrag and a new edition, in the library that people are given."""

import re
from pathlib import Path

import pytest
import yaml
from tests import cases
from tests.cli.library import copied, editions, types
from tests.cli.terminal import Terminal

from avtalsgen.pipeline.new.init import init
from avtalsgen.pipeline.new.new import as_draft
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import AvtalsgenError, Exit, Severity
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.tree import Branch

ROOT = Path(__file__).parents[2]


def _answered(text: str) -> str:
    """Return a facts file with every question that shows an answer answered like that."""
    lines, shown = [], ""
    for line in text.split("\n"):
        found = re.search(r"# (?:Exempel: |Välj: |Välj ett organ .* till exempel )(.+)$", line)
        if found:
            shown = found[1].split(", ")[0] if "Välj: " in line else found[1]
        elif not line.strip().startswith("#"):
            line = f"{line} {shown}" if shown and line.endswith(":") else line
            shown = ""
        lines.append(line)
    return "\n".join(lines)


def _severe(root: Path, name: str, *, draft: bool = False) -> list[str]:
    slug, _, edition = name.partition("@")
    _, problems = document_of(open_project(root), slug, edition, draft=draft)
    return [str(problem) for problem in problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize("name", types())
def test_answers_like_those_shown_make_a_document(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = copied(tmp_path / "kopia")
    monkeypatch.chdir(root)
    assert terminal.run(f"avtalsgen new {name} nytt").code == Exit.FINE
    (file,) = (root / "uppdrag/nytt").glob("*.yaml")
    file.write_text(_answered(file.read_text(encoding="utf-8")), encoding="utf-8")
    # What was answered may call for a clause or section that the outline does not have, the
    # texts are not written yet, and the days are examples each on its own.
    found = _severe(root, f"nytt@{file.stem}")
    assert [said for said in found if not re.search(r" (DI0[4589]|DA01|IX10) ", said)] == []


@pytest.mark.parametrize("name", types())
def test_a_short_file_asks_for_all_that_cannot_be_left_out_and_no_more(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = copied(tmp_path / "kopia")
    monkeypatch.chdir(root)
    for slug, flag in (("langt", ""), ("kort", "--short")):
        made = terminal.run(f"avtalsgen new {name} {slug} {flag}")
        assert (made.code, "avtalsgen status" in made.out) == (Exit.FINE, bool(flag))
    (whole,), (short,) = (tuple((root / f"uppdrag/{s}").glob("*.yaml")) for s in ("langt", "kort"))
    asked = re.findall(r"# (.+\?)(?: \(valfri\))?$", whole.read_text(encoding="utf-8"), re.M)
    left = re.findall(r"# (.+\?)$", short.read_text(encoding="utf-8"), re.M)
    needed = re.findall(r"# (.+\?)$", whole.read_text(encoding="utf-8"), re.M)
    unknown = re.findall(r': \{okänt: "(.+\?)"\}$', short.read_text(encoding="utf-8"), re.M)
    assert set(needed) <= {*left, *unknown} <= set(asked)
    assert not set(left) & set(unknown)
    assert "(valfri)" not in short.read_text(encoding="utf-8")
    told = {slug: _severe(root, f"{slug}@{whole.stem}") for slug in ("langt", "kort")}
    required = [
        sorted(re.sub(r"^.*?: (FA05.*)", r"\1", each) for each in problems if " FA05 " in each)
        for problems in told.values()
    ]
    assert required[0] == required[1]  # what the type requires is asked in both
    assert [each for each in told["kort"] if " FA04 " in each] == []
    status = terminal.run(f"avtalsgen status kort@{whole.stem}").out
    assert all(f": {question}" in status for question in unknown)
    if name == "verksamhetsuppdrag@2026":
        said = f"{len(left)} frågor i stället för {len(asked)}"
        assert said in (ROOT / "docs/handbok.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", types())
def test_every_unanswered_question_is_told_of_at_its_key(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = tmp_path / "ny"
    init(root)
    monkeypatch.chdir(root)
    terminal.run(f"avtalsgen new {name} nytt")
    (file,) = (root / "uppdrag/nytt").glob("*.yaml")
    lines = file.read_text(encoding="utf-8").split("\n")
    _, every = document_of(open_project(root), "nytt", file.stem)
    problems = [problem for problem in every if problem.code != "DI09"]  # a text nobody wrote yet
    told = set()
    for problem in problems:
        assert problem.origin is not None
        assert problem.code in {"FA04", "FA05", "TI09"}
        line = lines[problem.origin.line - 1]
        assert re.fullmatch(r"[^# ]+:", line[problem.origin.column - 1 :])
        told.add(problem.origin.line)
    asked = {
        number
        for number, line in enumerate(lines, start=1)
        if line.endswith(":")
        and lines[number - 2].lstrip().startswith("#")
        and line != "disposition:"
    }
    free = {number for number in asked if "(valfri)" in _comment(lines, number)}
    assert told == asked - free
    assert len(told) == len(problems)


def _comment(lines: list[str], number: int) -> str:
    """Return the comment above a line."""
    start = number - 1
    while lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return "\n".join(lines[start : number - 1])


@pytest.mark.parametrize("name", types())
def test_a_new_uppdrag_can_be_built_as_a_draft(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = tmp_path / "ny"
    init(root)
    monkeypatch.chdir(root)
    terminal.run(f"avtalsgen new {name} nytt")
    edition = name.partition("@")[2]
    said = terminal.run(f"avtalsgen build nytt@{edition} --draft --format txt")
    assert said.code == Exit.LOOK
    text = (root / f"output/nytt/{edition}/nytt-{edition}-utkast.txt").read_text(encoding="utf-8")
    assert "UTKAST" in text
    assert "[saknas: " in text


@pytest.mark.parametrize("name", editions())
def test_a_new_edition_says_what_the_old_one_said_but_who_signed(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = copied(tmp_path / "kopia")
    monkeypatch.chdir(root)
    slug, _, old = name.partition("@")
    new = old.replace(old[:4], "2030", 1)
    assert terminal.run(f"avtalsgen new --from {name} --edition {new}").code == Exit.FINE
    before = (root / f"uppdrag/{slug}/{old}.yaml").read_text(encoding="utf-8")
    after = (root / f"uppdrag/{slug}/{new}.yaml").read_text(encoding="utf-8")
    tree, _ = read_yaml(after, "ny")
    for key in {"beslutad", "undertecknad"} & tree.entries.keys():
        past = tree.entries[key]
        assert isinstance(past, Branch)
        kept = ["organ", "datum", "paragraf"] if key == "beslutad" else ["okänt"]
        assert list(past.entries) in (kept, ["okänt"])
    assert "status: utkast" in after
    assert _comments(before) == _comments(after)
    for text in (root / f"uppdrag/{slug}/{old}").glob("*.md"):
        assert (root / f"uppdrag/{slug}/{new}" / text.name).read_bytes() == text.read_bytes()
        assert f"{old}/{text.name}" not in after
    assert _severe(root, f"{slug}@{new}") == []


def _comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]


DRAFTS = [
    ("status: undertecknad\ntitel: A\n", "status: utkast\ntitel: A\n"),
    ("status: beslutad  # i nämnden\ntitel: A\n", "status: utkast  # i nämnden\ntitel: A\n"),
    (
        "titel: A\nundertecknad:\n  datum: 2019-01-01\n\n  fil: a.pdf\ndnr: B\n",
        "titel: A\ndnr: B\n",
    ),
    (
        "titel: A\n\nbeslutad: {datum: 2019-01-01}\n\n# om B\ndnr: B\n",
        "titel: A\n\n# om B\ndnr: B\n",
    ),
    ("titel: A\nbeslutad:\n# inne\n  datum: 2019-01-01", "titel: A"),
    ('"status": "undertecknad"\n', '"status": utkast\n'),
]


@pytest.mark.parametrize(("text", "draft"), DRAFTS)
def test_only_status_decision_and_signing_are_touched(text: str, draft: str) -> None:
    assert as_draft(text, "fil") == draft


def test_a_decision_that_the_document_prints_becomes_unknown() -> None:
    text = "titel: A\nbeslutad:\n  datum: 2019-01-01\ndnr: B\n"
    unknown = "titel: A\nbeslutad: {okänt: den nya utgåvan är inte beslutad}\ndnr: B\n"
    assert as_draft(text, "fil", frozenset({"beslutad"})) == unknown


def test_who_decides_is_kept_and_when_is_not() -> None:
    text = "titel: A\nbeslutad: {organ: namnden, datum: 2019-01-01, paragraf: § 1}\ndnr: B\n"
    told = "{okänt: den nya utgåvan är inte beslutad}"
    decided = f"beslutad:\n  organ: namnden\n  datum: {told}\n  paragraf: {told}\n"
    for printed in (frozenset[str](), frozenset({"beslutad"})):
        assert as_draft(text, "fil", printed) == f"titel: A\n{decided}dnr: B\n"


@pytest.mark.parametrize(
    "text", ["{titel: A, status: beslutad}", "{titel: A, undertecknad: {fil: a.pdf}, dnr: B}\n"]
)
def test_keys_on_one_line_are_not_cut_in(text: str) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        as_draft(text, "fil")
    assert [problem.code for problem in caught.value.problems] == ["UP08"]


def test_a_new_file_is_readable(terminal: Terminal, *, rewrite: bool) -> None:
    terminal.run("avtalsgen new uppdrag nytt")
    text = (terminal.root / "uppdrag/nytt/1.yaml").read_text(encoding="utf-8")
    cases.check_golden(Path(__file__).with_name("nytt.yaml"), text, rewrite=rewrite)
    tree, warnings = read_yaml(text, "nytt.yaml")
    assert isinstance(tree, Branch)
    assert warnings == ()
    assert "\n\n\n" not in text


def _new(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> str:
    root = copied(tmp_path / "kopia")
    monkeypatch.chdir(root)
    assert terminal.run(f"avtalsgen new {line} --edition 2030-ny").code == Exit.FINE
    return (root / "uppdrag/vald-i-nara-relation/2030-ny.yaml").read_text(encoding="utf-8")


def test_a_new_memo_is_about_the_newest_edition_and_has_every_key_of_its_outline(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _new(terminal, tmp_path, monkeypatch, "tjansteskrivelse vald-i-nara-relation")
    assert "\navser: vald-i-nara-relation@2026\n" in text
    assert "  - klausul: jamforelse@2026\n    innehåll: ändringar\n" in text
    assert "\nersätter: vald-i-nara-relation@2019\n" in text


def test_a_copy_takes_the_place_of_what_it_is_a_copy_of(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _new(terminal, tmp_path, monkeypatch, "--from vald-i-nara-relation@2026")
    assert "\nersätter: vald-i-nara-relation@2026\n" in text


def test_a_copy_of_a_memo_compares_as_the_memo_did(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "--from vald-i-nara-relation@2026-tjansteskrivelse"
    assert "\nersätter: vald-i-nara-relation@2019\n" in _new(terminal, tmp_path, monkeypatch, line)


def test_a_new_tillagg_is_to_the_newest_edition_and_says_what_holds_until_that_is_decided(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _new(terminal, tmp_path, monkeypatch, "tillagg vald-i-nara-relation")
    assert "  till: vald-i-nara-relation@2026\n" in text
    note = "# 2026 är inte beslutad än; vald-i-nara-relation@2019 är undertecknad"
    assert f"  {note}\n  till:" in text


def test_new_minutes_are_of_the_newest_memo(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _new(terminal, tmp_path, monkeypatch, "protokollsutdrag vald-i-nara-relation")
    assert "\nskrivelse: vald-i-nara-relation@2026-tjansteskrivelse\n" in text


def test_a_copy_is_not_dated_and_is_decided_by_the_same_body(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _new(terminal, tmp_path, monkeypatch, "--from vald-i-nara-relation@2026")
    assert "\ndatum: {okänt: den nya utgåvan är inte daterad}\n" in text
    assert "\nbeslutad:\n  organ: linkoping-son\n  datum: {okänt: " in text


def test_each_line_to_sign_on_says_what_it_is_for(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path / "kopia")
    monkeypatch.chdir(root)
    for name in types():
        slug = f"nytt-{name.replace('@', '-')}"
        terminal.run(f"avtalsgen new {name} {slug}")
        (file,) = (root / "uppdrag" / slug).glob("*.yaml")
        text = _answered(file.read_text(encoding="utf-8"))
        file.write_text(re.sub(r"\bort: Exempelstad", "ort:", text), encoding="utf-8")
        document, _ = document_of(open_project(root), slug, file.stem)
        if document.signatures and document.signatures.form == "papper":
            labels = {line for party in document.signatures.signatories for line in party.lines}
            assert labels == {"Ort och datum", "Underskrift"}


def test_a_short_file_presumes_nothing_that_nobody_has_answered(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an answer a clause says what holds when it is nej, and nobody was asked."""
    root = copied(tmp_path / "kopia")
    monkeypatch.chdir(root)
    terminal.run("avtalsgen new verksamhetsuppdrag kort --short")
    (short,) = (root / "uppdrag/kort").glob("*.yaml")
    facts = yaml.safe_load(short.read_text(encoding="utf-8"))
    assert [*facts["registerkontroll"]] == ["barn", "boende_för_barn", "hemmet"]
    assert all("okänt" in answer for answer in facts["registerkontroll"].values())
    terminal.run("avtalsgen build kort --draft --format txt --out ut")
    (printed,) = (root / "ut").rglob("*.txt")
    text = " ".join(printed.read_text(encoding="utf-8").split())
    assert f"{facts['registerkontroll']['barn']['okänt']} [okänt: registerkontroll.barn]" in text
    assert "pröva om lagen kräver att ett registerutdrag" not in text
