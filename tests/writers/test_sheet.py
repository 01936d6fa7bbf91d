"""One sheet dresses every page: each rule has one home, and each colour a name."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.test_architecture import SOURCE

from avtalsgen.writers.dressed import SHEET

SHEETS = sorted(SOURCE.rglob("*.css"))
_PART = re.compile(r"([^{}]*)\{([^{}]*)\}|(\})|([^{}]*)\{")


def rules(file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield every declaration of a sheet: where it holds, of what, and what it says."""
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    around: list[str] = []
    for match in _PART.finditer(text):
        selectors, said, end, opened = match.groups()
        if opened is not None:
            around.append(" ".join(opened.split()))
        elif end:
            around.pop()
        else:
            for selector in selectors.split(","):
                for declaration in filter(None, map(str.strip, said.split(";"))):
                    yield " ".join(around), " ".join(selector.split()), declaration


def test_no_rule_stands_in_two_sheets() -> None:
    homes = defaultdict(set)
    for file in SHEETS:
        for rule in rules(file):
            homes[rule].add(file.name)
    assert {rule: files for rule, files in homes.items() if len(files) > 1} == {}


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.name)
def test_a_colour_is_named_once(file: Path) -> None:
    """Only tokens.css says colours; serve has those of its own house, as any house style."""
    if file == SHEET / "tokens.css":
        return
    others = [
        declaration
        for _, _, declaration in rules(file)
        if re.search(r"#[0-9a-fA-F]{3}", declaration) and not declaration.startswith("--house")
    ]
    assert others == []
    assert not re.search(
        r"--[\w-]+:", re.sub(r"--(house|font|measure|tint)[\w-]*:", "", file.read_text("utf-8"))
    )
