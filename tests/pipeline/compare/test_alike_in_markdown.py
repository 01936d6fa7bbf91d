"""Two Markdown files with the same words are alike only where they print the same."""

from pathlib import Path

import pytest

from avtalsgen.model.comparison import Comparison
from avtalsgen.pipeline.compare.diff import DiffOrder, diff

TEXT = """# Avtal

## Pris

Priset är fast. Se [villkoren](https://aby.se/villkor).

- städning
- tvätt

| Vad | Pris |
|---|---|
| Golv | 100 |
"""


def compared(folder: Path, *changes: tuple[str, str]) -> Comparison:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    (folder / "b.md").write_text(text, encoding="utf-8")
    return diff(DiffOrder("a.md", "b.md", told="files"), folder).comparison


RIGHT = ("|---|---|", "|---|--:|")


@pytest.mark.parametrize(
    "change",
    [
        RIGHT,
        ("|---|---|", "|:-:|---|"),
        ("[villkoren](https://aby.se/villkor)", "villkoren"),
        ("- städning\n- tvätt", "1. städning\n2. tvätt"),
        ("Priset är fast.", "**Priset** är fast."),
        ("- städning\n- tvätt", "- städning\n  - tvätt"),
    ],
)
def test_what_is_printed_otherwise_is_told(change: tuple[str, str], tmp_path: Path) -> None:
    assert not compared(tmp_path, change).same


@pytest.mark.parametrize(
    "change", [("- städning\n- tvätt", "* städning\n* tvätt"), ("är fast", "är\nfast")]
)
def test_what_is_written_otherwise_is_not(change: tuple[str, str], tmp_path: Path) -> None:
    assert compared(tmp_path, change).same


def test_a_column_is_told_among_other_changes(tmp_path: Path) -> None:
    told = compared(tmp_path, RIGHT, ("100", "200"))
    assert [change.new for change in told.changes()] == ["200"]
    assert [(other.kind, other.old, other.new) for other in told.other] == [
        ("kolumn i tabell", 0, 1)
    ]


def test_a_link_that_is_gone_is_told_among_other_changes(tmp_path: Path) -> None:
    told = compared(
        tmp_path, ("[villkoren](https://aby.se/villkor)", "villkoren"), ("fast", "rörligt")
    )
    assert [change.reasons for change in told.changes()] == [("text",), ("länk",)]
