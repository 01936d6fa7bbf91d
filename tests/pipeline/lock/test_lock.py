"""What is signed stays: whatever would print other words is refused, and told where and why."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal
from tests.pipeline.lock.locking import (
    BUILD,
    CLAUSE,
    CORRECT,
    FACTS,
    FOLDER,
    LOCK,
    NAME,
    OUTPUT,
    edited,
    refused,
)

from avtalsgen.problems import Exit

OTHER_WORDS = {
    "a fact": (FACTS, "belopp: 605", "belopp: 905", "ersättning.belopp"),
    "a fact that decides a branch": (FACTS, "  fler_timmar: ja\n", "", ""),
    "a sentence less in a clause": (
        CLAUSE,
        "\n\nSenast den",
        "\n\nDen",
        "klausulen lex-sarah@2021",
    ),
    "one letter in a clause": (
        CLAUSE,
        "föregående kalenderår",
        "föregående kalenderår:",
        "kalenderår",
    ),
    "the heading of a clause": (CLAUSE, "rubrik: Lex Sarah", "rubrik: Lex", "Lex"),
    "its own text": (FOLDER / "2021/malgrupp.md", ".", ", om det ryms.", "den egna texten"),
    "a heading of its own": (FACTS, "rubrik: Målgrupp", "rubrik: Målgrupper", "Målgrupper"),
    "a name in the register": (
        "clauses/register/organisationer.yaml",
        "Leanlink Råd och Stöd",
        "Leanlink Stöd",
        "registret",
    ),
    "a law in the register": (
        "clauses/register/rattskallor.yaml",
        "SOSFS 2011:5",
        "SOSFS 2011:6",
        "registret över rättskällor",
    ),
    "a label on the cover": (
        "clauses/dokumenttyper/verksamhetsuppdrag/2021.yaml",
        "etikett: Diarienummer",
        "etikett: Dnr",
        "dokumenttypen verksamhetsuppdrag@2021",
    ),
    "the order of the disposition": (
        FACTS,
        "  - miljo@2021\n  - barnkonventionen@2021\n",
        "  - barnkonventionen@2021\n  - miljo@2021\n",
        "barn",
    ),
    "a clause left out": (FACTS, "  - beredskap@2021\n", "", ""),
    "a name below the line": (FACTS, "Sonja Erlandsson", "Kim Andersson", "undertecknare.namn"),
    "the unit of a number in words": (FACTS, "uppsägning: 12 månader", "uppsägning: 6 månader", ""),
}
SAME_WORDS = {
    "a comment": (FACTS, "belopp: 605", "belopp: 605  # som förut"),
    "a note in the head of a clause": (CLAUSE, 'avsnitt: "4.2, Lex', 'avsnitt: "4.2.1, Lex'),
    "a condition of a clause": (CLAUSE, "obligatorisk_när: alltid", "obligatorisk_när: aldrig"),
    "a clause parted in other lines": (CLAUSE, " och redogöra", "\noch redogöra"),
    "a fact that is not printed": (FACTS, "fil: {okänt: bara en", "fil: {okänt: en"),
    "a colour": ("clauses/profil/profil.yaml", "#1B4B72", "#1B4B62"),
}


@pytest.mark.parametrize("change", OTHER_WORDS.values(), ids=OTHER_WORDS.keys())
def test_other_words_are_refused_whatever_brings_them(
    terminal: Terminal, change: tuple[Path | str, str, str, str]
) -> None:
    assert terminal.run(BUILD).code == Exit.FINE
    file, old, new, told = change
    before = (terminal.root / OUTPUT).read_bytes()
    lock = (terminal.root / LOCK).read_bytes()
    edited(terminal.root, file, old, new)
    said = terminal.run(f"{BUILD} --force")
    places = refused(said)
    assert told in said.err
    assert f"{NAME} säger annat än det som är undertecknat" in said.err
    assert re.search(rf"; ändrat sedan dess: .*{file}", said.err)
    assert places[-1] == FACTS.as_posix()
    assert (terminal.root / OUTPUT).read_bytes() == before
    assert (terminal.root / LOCK).read_bytes() == lock


@pytest.mark.parametrize("change", SAME_WORDS.values(), ids=SAME_WORDS.keys())
def test_the_same_words_are_built(terminal: Terminal, change: tuple[Path | str, str, str]) -> None:
    terminal.run(BUILD)
    lock = (terminal.root / LOCK).read_bytes()
    edited(terminal.root, *change)
    assert terminal.run(BUILD).code == Exit.FINE
    assert (terminal.root / LOCK).read_bytes() == lock


def test_the_lock_that_a_build_wrote_gives_the_next_nothing_to_do(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"{NAME}: byggd" in terminal.run(BUILD).out
    monkeypatch.delattr("avtalsgen.pipeline.build.build.prepare")
    assert f"{NAME}: oförändrad" in terminal.run(BUILD).out


def test_both_wordings_and_the_line_are_told(terminal: Terminal) -> None:
    terminal.run(BUILD)
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    said = terminal.run(BUILD)
    line = (terminal.root / FACTS).read_text("utf-8").splitlines().index("  belopp: 905") + 1
    assert said.err.startswith(
        f"{FACTS.as_posix()}:{line}:11: LK01 avsnittet ”1.2 Ersättning och volym” – undertecknat: "
        "”… för familjerådgivning är 605 kronor per timme …”, nu: "
        "”… för familjerådgivning är 905 kronor per timme …” (faktumet ersättning.belopp)"
    )


def test_a_lock_outlives_an_emptied_output_and_no_flag_opens_it(terminal: Terminal) -> None:
    terminal.run(BUILD)
    for file in (terminal.root / OUTPUT).parent.iterdir():
        file.unlink()
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    for flags in (
        "",
        "--force",
        "--draft",
        "--out annanstans",
        "--consolidated --as-of 2022-06-01",
    ):
        code = terminal.run(f"{BUILD} {flags}").code
        assert (code == Exit.DATA) == ("consolidated" not in flags), flags
    assert not (terminal.root / "annanstans").exists()


def test_a_package_and_an_annex_do_not_print_other_words_either(terminal: Terminal) -> None:
    terminal.run(BUILD)
    edited(
        terminal.root,
        FOLDER / "2026.yaml",
        "bilagor:\n",
        f"bilagor:\n  - {{titel: Förut, uppdrag: {NAME}}}\n",
    )
    build = "avtalsgen build familjeradgivning@2026 --format pdf --draft"
    assert terminal.run(build).code < Exit.DATA
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    assert FACTS.as_posix() in refused(terminal.run(build))


def signed_file(root: Path, data: bytes) -> None:
    """Make `data` the signed file of the edition, with its hash."""
    (root / FOLDER / "undertecknad.pdf").write_bytes(data)
    text = (root / FACTS).read_text("utf-8")
    sha256 = hashlib.sha256(data).hexdigest()
    now = f"undertecknad: {{datum: 2021-12-20, fil: undertecknad.pdf, sha256: {sha256}}}\n"
    text, count = re.subn(r"undertecknad:\n(?:  .*\n)+", now, text)
    assert count == 1
    (root / FACTS).write_text(text, "utf-8")


def test_the_signed_file_is_the_measure_where_it_is_known(terminal: Terminal) -> None:
    """Also where no lock was made before somebody changed the words."""
    pdf = f"avtalsgen build {NAME} --format pdf"
    terminal.run(pdf)
    signed = (terminal.root / OUTPUT.with_suffix(".pdf")).read_bytes()
    (terminal.root / LOCK).unlink()
    signed_file(terminal.root, signed)
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    said = terminal.run(f"{pdf} --force")
    assert refused(said)
    assert "är 605 kronor per timme" in said.err
    assert "är 905 kronor per timme" in said.err
    assert not (terminal.root / LOCK).exists()
    edited(terminal.root, FACTS, "belopp: 905", "belopp: 605")
    assert terminal.run(pdf).code == Exit.FINE
    lock = json.loads((terminal.root / LOCK).read_text("utf-8"))
    assert lock["signed_file"] == hashlib.sha256(signed).hexdigest()


def test_a_signed_file_that_is_known_later_is_the_measure_and_not_the_lock(
    terminal: Terminal,
) -> None:
    pdf = f"avtalsgen build {NAME} --format pdf"
    terminal.run(pdf)
    signed = (terminal.root / OUTPUT.with_suffix(".pdf")).read_bytes()
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    assert terminal.run(CORRECT).code == Exit.FINE
    signed_file(terminal.root, signed)
    said = terminal.run(pdf)
    assert refused(said)
    assert "är 605 kronor per timme" in said.err


def test_the_same_words_are_locked_anew_when_the_signed_file_becomes_known(
    terminal: Terminal,
) -> None:
    pdf = f"avtalsgen build {NAME} --format pdf"
    terminal.run(pdf)
    assert json.loads((terminal.root / LOCK).read_text("utf-8"))["signed_file"] == ""
    signed = (terminal.root / OUTPUT.with_suffix(".pdf")).read_bytes()
    signed_file(terminal.root, signed)
    assert terminal.run(pdf).code == Exit.FINE
    lock = json.loads((terminal.root / LOCK).read_text("utf-8"))
    assert lock["signed_file"] == hashlib.sha256(signed).hexdigest()


def test_a_signed_file_that_is_not_ours_leaves_the_lock_as_the_measure(terminal: Terminal) -> None:
    terminal.run(BUILD)
    signed_file(terminal.root, b"%PDF-1.7 skannad")
    assert terminal.run(BUILD).code == Exit.FINE
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    assert refused(terminal.run(BUILD))


def test_a_decision_to_correct_is_noted_with_what_was_before(terminal: Terminal) -> None:
    terminal.run(BUILD)
    before = json.loads((terminal.root / LOCK).read_text("utf-8"))["sha256"]
    edited(terminal.root, CLAUSE, "föregående kalenderår", "föregående år")
    assert refused(terminal.run(f"avtalsgen lock {NAME}"))
    said = terminal.run(CORRECT)
    assert said.code == Exit.FINE
    assert " från föregående år och redogöra för …" in said.out
    lock = json.loads((terminal.root / LOCK).read_text("utf-8"))
    assert lock["corrections"] == [
        {"date": "2022-01-31", "reason": "skrivfel", "from": before, "to": lock["sha256"]}
    ]
    assert terminal.run(BUILD).code == Exit.FINE
    assert "låst, rättad 2022-01-31" in terminal.run("avtalsgen list").out
    edited(terminal.root, CLAUSE, "föregående år", "föregående kalenderår")
    assert refused(terminal.run(BUILD))


def test_a_second_correction_stands_behind_the_first(terminal: Terminal) -> None:
    terminal.run(BUILD)
    for words in ("föregående år", "det år som har gått"):
        text = (terminal.root / CLAUSE).read_text("utf-8")
        old = "föregående kalenderår" if "föregående kalenderår" in text else "föregående år"
        edited(terminal.root, CLAUSE, old, words)
        assert terminal.run(CORRECT).code == Exit.FINE
    first, second = json.loads((terminal.root / LOCK).read_text("utf-8"))["corrections"]
    assert first["to"] == second["from"]


def test_a_correction_of_nothing_is_no_correction(terminal: Terminal) -> None:
    terminal.run(BUILD)
    lock = (terminal.root / LOCK).read_bytes()
    assert terminal.run(CORRECT).code == Exit.FINE
    assert (terminal.root / LOCK).read_bytes() == lock


@pytest.mark.parametrize("flags", ["--reason skrivfel", "--date 2022-01-31"])
def test_a_decision_has_a_reason_and_a_day(terminal: Terminal, flags: str) -> None:
    assert terminal.run(f"avtalsgen lock {NAME} {flags}").code == Exit.USAGE


def test_nothing_is_locked_in_an_utkast(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen lock familjeradgivning@2026 --reason x --date 2026-01-01")
    assert (said.code, "LK04" in said.err) == (Exit.DATA, True)


def _decided(terminal: Terminal, name: str, was: str) -> str:
    """Return what is told when the renewal, drawn up with `was`, is decided on."""
    facts = f"uppdrag/{name.replace('@', '/')}.yaml"
    edited(terminal.root, facts, "status: utkast", "status: upprättad")
    terminal.run(f"avtalsgen build {name} --format txt")
    text = (terminal.root / facts).read_text(encoding="utf-8")
    text = re.sub(r"(?m)(^beslutad:\n  organ: \S+\n  datum:) .*\n(  paragraf:) .*$", was, text)
    (terminal.root / facts).write_text(text, encoding="utf-8")
    edited(terminal.root, facts, "status: upprättad", "status: beslutad")
    return terminal.run(f"avtalsgen build {name} --format txt").err


def test_a_decision_fills_in_its_day_and_nothing_is_told_of_that(terminal: Terminal) -> None:
    day = r"\1 2026-12-16\n\2 § 72"
    assert "LK02" not in _decided(terminal, "vald-i-nara-relation@2026", day)


def test_another_word_beside_the_day_of_the_decision_is_told(terminal: Terminal) -> None:
    name = "korttidsboende@2026"
    facts = terminal.root / "uppdrag/korttidsboende/2026.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(re.sub(r"(?m)^version: .*\n", "version: En\n", text), encoding="utf-8")
    said = _decided(terminal, name, r"\1 2026-12-16\n\2 § 72")
    assert "LK02" not in said
    edited(terminal.root, "uppdrag/korttidsboende/2026.yaml", "version: En", "version: Annan")
    said = terminal.run(f"avtalsgen build {name} --format txt").err
    assert said.count("LK02") == 2
    assert "1.2 Beslut" not in said


@pytest.mark.parametrize("status", ["upprättad", "beslutad"])
def test_what_is_drawn_up_is_told_of_and_signed_with_the_words_of_that_day(
    terminal: Terminal, status: str
) -> None:
    edited(terminal.root, FACTS, "status: undertecknad", f"status: {status}")
    terminal.run(BUILD)
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    for _ in range(2):
        said = terminal.run(BUILD)
        assert said.code == Exit.LOOK
        assert "LK02 varning: avsnittet ”1.2 Ersättning och volym” – upprättat: " in said.err
    edited(terminal.root, FACTS, f"status: {status}", "status: undertecknad")
    assert terminal.run(BUILD).code == Exit.LOOK
    assert terminal.run(BUILD).code == Exit.FINE
    edited(terminal.root, FACTS, "belopp: 905", "belopp: 605")
    assert refused(terminal.run(BUILD))


def test_a_status_that_is_taken_back_is_shown_and_not_refused(terminal: Terminal) -> None:
    terminal.run(BUILD)
    edited(terminal.root, FACTS, "status: undertecknad", "status: utkast")
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    assert terminal.run(BUILD).code < Exit.DATA
    assert re.search(rf"{NAME} +utkast +låst som undertecknad ", terminal.run("avtalsgen list").out)
    edited(terminal.root, FACTS, "status: utkast", "status: undertecknad")
    assert refused(terminal.run(BUILD))


def test_a_signed_edition_without_a_lock_is_shown_as_that(terminal: Terminal) -> None:
    assert re.search(
        rf"{NAME} +undertecknad +olåst, bara filen säger så ", terminal.run("avtalsgen list").out
    )


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("Lex Sarah", "Lex", 1),
        lambda text: text.replace(NAME, "familjeradgivning@2026", 1),
        lambda text: "[" * 100_000,
        lambda text: "{}",
    ],
    ids=["half", "other words", "another edition", "deep", "empty"],
)
def test_a_damaged_lock_is_told_and_nothing_is_built(terminal: Terminal, damage) -> None:  # type: ignore[no-untyped-def]
    terminal.run(BUILD)
    lock = terminal.root / LOCK
    lock.write_text(damage(lock.read_text("utf-8")), "utf-8")
    said = terminal.run(f"{BUILD} --force")
    assert (said.code, f"{LOCK.as_posix()}:1:1: LK03" in said.err) == (Exit.DATA, True)


def test_a_house_style_or_a_draft_makes_no_lock(terminal: Terminal) -> None:
    terminal.run(f"{BUILD} --draft")
    terminal.run(f"{BUILD} --profile granvik")
    assert not (terminal.root / LOCK).exists()


def test_the_signed_editions_of_this_repository_are_locked_and_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    signed = [
        file
        for file in sorted(root.glob("uppdrag/*/*.yaml"))
        if re.search(r"^status: undertecknad$", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert signed
    for file in signed:
        assert file.with_suffix(".lock.json").is_file(), f"bygg {file.stem} och lägg till låset"
        said = Terminal(root, capsys).run(f"avtalsgen lock {file.parent.name}@{file.stem}")
        assert (said.code, said.err) == (Exit.FINE, "")
