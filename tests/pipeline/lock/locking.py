"""A signed edition of this repository, what changes it, and how a build is refused."""

import re
from pathlib import Path

from tests.cli.terminal import Said

from avtalsgen.problems import Exit

NAME = "familjeradgivning@2021"
FOLDER = Path("uppdrag/familjeradgivning")
LOCK = FOLDER / "2021.lock.json"
FACTS = FOLDER / "2021.yaml"
CLAUSE = Path("clauses/lex-sarah/2021.md")
BUILD = f"avtalsgen build {NAME} --format txt"
OUTPUT = Path("output/familjeradgivning/2021/familjeradgivning-2021.txt")
DAY = "--consolidated --as-of 2022-06-01"
CORRECT = f"avtalsgen lock {NAME} --reason skrivfel --date 2022-01-31"


def edited(root: Path, file: Path | str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} har inte {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(said: Said) -> list[str]:
    """Return the places that the lock points at, the one that says what can be done last."""
    assert said.code == Exit.DATA, said.err
    return re.findall(r"^(\S+?):\d+:\d+: LK01 ", said.err, re.MULTILINE)
