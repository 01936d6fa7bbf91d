"""What is enclosed with a signed edition is signed with it, and a lock is told to programs."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal
from tests.pipeline.lock.locking import BUILD, CORRECT, FACTS, FOLDER, LOCK, NAME, edited, refused

from avtalsgen.problems import Exit


def with_annexes(terminal: Terminal) -> None:
    """Give the signed edition a file and another uppdrag as annexes, and lock it."""
    (terminal.root / FOLDER / "karta.pdf").write_bytes(b"%PDF-1.7 karta")
    annexes = "bilagor:\n  - {titel: Karta, fil: karta.pdf}\n  - {titel: Mer, uppdrag: %s}\n"
    with (terminal.root / FACTS).open("a", encoding="utf-8") as file:
        file.write(annexes % "familjeradgivning@2026")
    assert terminal.run(BUILD).code < Exit.DATA
    assert (terminal.root / LOCK).exists()


def add(root: Path, line: str) -> None:
    with (root / FACTS).open("a", encoding="utf-8") as file:
        file.write(line)


def reordered(root: Path) -> None:
    edited(root, FACTS, "  - {titel: Karta, fil: karta.pdf}\n", "")
    add(root, "  - {titel: Karta, fil: karta.pdf}\n")


def another_file(root: Path) -> None:
    (root / FOLDER / "karta.pdf").write_bytes(b"%PDF-1.7 annan")


ANNEXES: dict[str, tuple[Callable[[Path], None], str]] = {
    "another file": (another_file, "undertecknat: ”bilagan Karta, sha256 "),
    "a file that is gone": (
        lambda root: edited(root, FACTS, "  - {titel: Karta, fil: karta.pdf}\n", ""),
        "nu: inget (bilagorna)",
    ),
    "one more": (
        lambda root: add(root, "  - {titel: Pris, fil: karta.pdf}\n"),
        "undertecknat: inget",
    ),
    "other words in another uppdrag": (
        lambda root: edited(root, FOLDER / "2026.yaml", "belopp:", "belopp: 1 #"),
        "undertecknat: ”bilagan Mer, sha256 ",
    ),
    "in another order": (reordered, "bilagan Karta, sha256"),
}


@pytest.mark.parametrize("name", ANNEXES)
def test_annexes_are_signed_with_the_words(terminal: Terminal, name: str) -> None:
    with_annexes(terminal)
    lock = (terminal.root / LOCK).read_bytes()
    change, told = ANNEXES[name]
    change(terminal.root)
    said = terminal.run(f"{BUILD} --force")
    assert refused(said)[0] == FACTS.as_posix()
    assert told in said.err
    assert (terminal.root / LOCK).read_bytes() == lock
    assert terminal.run(CORRECT).code == Exit.FINE
    assert terminal.run(BUILD).code < Exit.DATA


def test_a_lock_from_before_annexes_were_locked_takes_those_of_the_next_build(
    terminal: Terminal,
) -> None:
    with_annexes(terminal)
    data = json.loads((terminal.root / LOCK).read_text("utf-8"))
    titles = [each["title"] for each in data.pop("annexes")]
    assert titles == ["Karta", "Mer"]
    edited(terminal.root, FACTS, "fil: karta.pdf", "fil: 2021/malgrupp.md")
    words = json.loads((terminal.root / LOCK).read_text("utf-8"))["text"]
    plain = hashlib.sha256(" ".join(text for _, text in words).encode()).hexdigest()
    (terminal.root / LOCK).write_text(json.dumps({**data, "sha256": plain}), "utf-8")
    assert terminal.run(BUILD).code < Exit.DATA
    assert json.loads((terminal.root / LOCK).read_text("utf-8"))["annexes"]


def test_a_lock_is_told_to_programs(terminal: Terminal) -> None:
    with_annexes(terminal)
    answer = json.loads(terminal.run(f"avtalsgen lock {NAME} --json").out)
    lock = json.loads((terminal.root / LOCK).read_text("utf-8"))
    assert (answer["schema"], answer["locked"]) == ("avtalsgen.lock/1", "undertecknad")
    assert (answer["sha256"], answer["annexes"]) == (lock["sha256"], lock["annexes"])
    assert (answer["differences"], answer["problems"]) == ([], [])
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    answer = json.loads(terminal.run(f"avtalsgen lock {NAME} --json").out)
    (difference,) = answer["differences"]
    assert "605 kronor" in difference["was"]
    assert "905 kronor" in difference["now"]
    assert {each["code"] for each in answer["problems"]} == {"LK01"}
