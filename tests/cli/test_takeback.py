"""`avtalsgen takeback` in a workspace on disk: shown, accepted, rejected, and not asked twice."""

import io
import json
from types import NoneType

import pytest
from tests.cli.terminal import Terminal
from tests.takeback.taking import DOCUMENT, ROOT, base
from tests.takeback.word_edits import WordFile

from avtalsgen.model.returned.changes import RANKS
from avtalsgen.problems import Exit

OFFICE = ROOT / "tests" / "takeback" / "office"


def test_a_file_is_shown_and_accepted_and_not_asked_about_again(workshop: Terminal) -> None:
    line = f"avtalsgen takeback {OFFICE / 'sum-changed.docx'}"
    facts = workshop.root / "uppdrag/prov/2026.yaml"
    before = facts.read_text(encoding="utf-8")
    shown = workshop.run(line)
    assert (shown.code, "ersättning.belopp" in shown.out) == (Exit.LOOK, True)
    assert facts.read_text(encoding="utf-8") == before
    answer = json.loads(workshop.run(f"{line} --accept alla --json").out)
    assert answer["schema"] == "avtalsgen.takeback/1"
    assert [change["new"] for change in answer["changes"]] == [625]
    assert facts.read_text(encoding="utf-8") == before.replace("belopp: 605", "belopp: 625")
    again = workshop.run(line)
    assert (again.code, "Ingen ändring." in again.out) == (Exit.FINE, True)


def test_a_copy_of_before_the_facts_moved_on_says_nothing_of_them(workshop: Terminal) -> None:
    workshop.run(f"avtalsgen takeback {OFFICE / 'sum-changed.docx'} --accept 1")
    added = f"avtalsgen takeback {OFFICE / 'section-added.docx'}"
    (change,) = json.loads(workshop.run(f"{added} --json").out)["changes"]
    assert change["kind"] == "ny"
    workshop.run(f"{added} --accept 1")
    text = (workshop.root / "uppdrag/prov/2026.yaml").read_text(encoding="utf-8")
    assert "rubrik: Vite" in text
    assert "belopp: 625" in text


def test_a_file_may_be_decided_in_several_sittings(workshop: Terminal) -> None:
    """What was accepted is no change any more, and no conflict for what is left beside it."""
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.replace("inte röja", "röja")
    line = file.paragraph("Avgifterna tillfaller")
    file.track("varje månad", "varje vecka", paragraph=line)
    file.insert("vem som har betalat.", " Vite får tas ut.")
    file.look(" Vite får tas ut.", "vanish")
    file.comment("skriftlig", "Är det rätt?")
    (workshop.root / "retur.docx").write_bytes(file.written())
    left = []
    for accepted in ("1,2", "1", "alla"):
        said = workshop.run(f"avtalsgen takeback retur.docx --accept {accepted} --json")
        told = json.loads(said.out)["changes"]
        assert [change["conflict"] for change in told if change["conflict"]] == []
        left.append(len(told))
    assert left == [5, 3, 2]
    assert "Ingen ändring." in workshop.run("avtalsgen takeback retur.docx").out
    texts = sorted(path.name for path in (workshop.root / "uppdrag/prov/2026").iterdir())
    assert texts == ["avgift.md", "ersattning-timme.md", "malgrupp.md"]


def test_what_is_rejected_is_not_shown_again(workshop: Terminal) -> None:
    line = f"avtalsgen takeback {OFFICE / 'word-tracked.docx'}"
    assert workshop.run(f"{line} --reject 1").code == Exit.FINE
    again = workshop.run(line)
    told = "1 ändring är avslagen förut och visas inte"
    assert (again.code, told in again.out) == (Exit.FINE, True)


def test_copies_are_shown_and_decided_together(workshop: Terminal) -> None:
    two = f"{OFFICE / 'sum-tracked.docx'} {OFFICE / 'word-tracked.docx'}"
    said = workshop.run(f"avtalsgen takeback {two} --out a.html --replies b.csv")
    assert said.code == Exit.LOOK
    assert (workshop.root / "a.html").exists()
    assert "Vår bedömning" in (workshop.root / "b.csv").read_text(encoding="utf-8-sig")
    assert workshop.run(f"avtalsgen takeback {two} --accept ett").code == Exit.USAGE
    assert workshop.run(f"avtalsgen takeback {two} --accept alla").code == Exit.FINE
    assert "belopp: 625" in (workshop.root / "uppdrag/prov/2026.yaml").read_text(encoding="utf-8")
    again = json.loads(workshop.run(f"avtalsgen takeback {two} --json").out)
    assert (again["changes"], again["written"]) == ([], [])


def test_numbers_from_the_greater_to_the_smaller_are_no_silent_nothing(workshop: Terminal) -> None:
    said = workshop.run(f"avtalsgen takeback {OFFICE / 'sum-changed.docx'} --accept 5-1")
    assert said.code == Exit.USAGE
    assert "1-5" in said.err


def test_a_section_struck_since_is_not_told_as_new_of_a_copy_built_before(
    workshop: Terminal,
) -> None:
    workshop.run(f"avtalsgen takeback {OFFICE / 'section-struck.docx'} --accept 1")
    older = f"avtalsgen takeback {OFFICE / 'word-tracked.docx'} --json"
    (change,) = json.loads(workshop.run(older).out)["changes"]
    assert (change["kind"], change["new"]) == ("avvikelse", "försöka")


@pytest.mark.parametrize(
    ("answers", "written", "code"),
    [
        ("g\n", "muntlig", Exit.FINE),
        ("a\n", "skriftlig", Exit.FINE),
        ("\n", "skriftlig", Exit.LOOK),
    ],
)
def test_each_change_is_asked_about_and_done_as_answered(
    workshop: Terminal, monkeypatch: pytest.MonkeyPatch, answers: str, written: str, code: Exit
) -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    (workshop.root / "a.docx").write_bytes(file.written())
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    said = workshop.run("avtalsgen takeback a.docx --ask")
    assert said.code == code
    assert "godta, avslå eller hoppa över" in said.err
    text = workshop.root / "uppdrag/prov/2026/tid.md"
    said_now = text.read_text(encoding="utf-8") if text.exists() else "skriftlig"
    assert written in said_now


def test_the_changes_of_several_copies_are_asked_about_one_by_one(
    workshop: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = f"{OFFICE / 'sum-tracked.docx'} {OFFICE / 'word-tracked.docx'}"
    monkeypatch.setattr("sys.stdin", io.StringIO("g\na\n"))
    said = workshop.run(f"avtalsgen takeback {two} --ask")
    assert said.code == Exit.FINE
    assert said.err.count("godta, avslå eller hoppa över") == 2
    assert "belopp: 625" in (workshop.root / "uppdrag/prov/2026.yaml").read_text(encoding="utf-8")
    assert not (workshop.root / "uppdrag/prov/2026/tvist.md").exists()
    again = json.loads(workshop.run(f"avtalsgen takeback {two} --json").out)
    assert again["changes"] == []


def test_nothing_is_written_when_the_questions_are_broken_off(
    workshop: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    (workshop.root / "a.docx").write_bytes(file.written())
    before = sorted(workshop.root.rglob("*"))
    monkeypatch.setattr("sys.stdin", io.StringIO("g\n"))
    assert workshop.run("avtalsgen takeback a.docx --ask").code not in (Exit.FINE, Exit.LOOK)
    assert sorted(workshop.root.rglob("*")) == before
    assert "belopp: 605" in (workshop.root / "uppdrag/prov/2026.yaml").read_text(encoding="utf-8")


def test_a_proposed_edition_is_shown_before_it_is_written(
    workshop: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workshop.root / "clauses/tvist/2026-forslag.md"
    line = f"avtalsgen takeback {OFFICE / 'word-tracked.docx'} --accept 1 --as-clause"
    monkeypatch.setattr("sys.stdin", _Answers("nej\n"))
    said = workshop.run(line)
    assert (said.code, path.exists()) == (Exit.LOOK, False)
    assert "status: utkast" in said.out
    assert "Skriva förslagen?" in said.err
    monkeypatch.setattr("sys.stdin", _Answers("ja\n"))
    assert workshop.run(line).code == Exit.FINE
    assert "i första hand försöka lösa" in path.read_text(encoding="utf-8")
    assert workshop.run(line.replace("--accept 1 ", "")).code == Exit.USAGE


def test_a_file_of_ours_without_its_properties_is_known_when_it_is_taken_in(
    workshop: Terminal,
) -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.without_properties()
    (workshop.root / "a.docx").write_bytes(file.written())
    said = workshop.run("avtalsgen import a.docx --into .")
    assert "filen är byggd av prov@2026: ta hem den med avtalsgen takeback a.docx" in said.out
    assert "IM04" not in said.err


class _Answers(io.StringIO):
    """What a person types at a terminal."""

    def isatty(self) -> bool:
        return True


CHANGE: dict[str, tuple[type, ...]] = {
    "id": (int,),
    "kind": (str,),
    "clause": (str, NoneType),
    "section": (str, NoneType),
    "path": (str, NoneType),
    "old": (str, int, NoneType),
    "new": (str, int, NoneType),
    "places": (list,),
    "author": (str, NoneType),
    "date": (str, NoneType),
    "tracked": (bool,),
    "rank": (str,),
}
"""The keys of a change that others read, in their order; more may stand behind them."""
KINDS = {"värde", "avvikelse", "ny", "struken", "flyttad", "format", "kommentar"}


def test_the_json_of_every_kind_of_change_has_the_keys_that_were_agreed(workshop: Terminal) -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    file.comment("första hand", "Är det rätt?")
    file.look("andra parten", "b")
    for node in file.section("avgift"):
        file.body.remove(node)
    first = file.section("dokumentation")[0]
    for node in file.section("kontaktpersoner"):
        first.addprevious(node)
    for words, style in (("Vite", "Rubrik2"), ("Utföraren ska betala vite.", "Normal")):
        file.section("tvist")[0].addprevious(file.new(words, style))
    (workshop.root / "retur.docx").write_bytes(file.written())
    said = workshop.run("avtalsgen takeback retur.docx --json")
    answer = json.loads(said.out)
    assert said.code == Exit.LOOK
    assert next(iter(answer)) == "schema"
    head = {key: answer[key] for key in ("schema", "uppdrag", "edition")}
    assert head == {"schema": "avtalsgen.takeback/1", "uppdrag": "prov", "edition": "2026"}
    changes = answer["changes"]
    assert {change["kind"] for change in changes} == KINDS
    assert [change["id"] for change in changes] == list(range(1, len(changes) + 1))
    for change in changes:
        assert list(change)[: len(CHANGE)] == list(CHANGE)
        wrong = {key for key, types in CHANGE.items() if type(change[key]) not in types}
        assert wrong == set(), change
        assert change["rank"] in RANKS
        assert (change["path"] is not None) == (change["kind"] == "värde")
        assert bool(change["section"]), change
        signed = change["tracked"] or change["kind"] == "kommentar"
        assert (change["author"] is not None, change["date"] is not None) == (signed, signed)
