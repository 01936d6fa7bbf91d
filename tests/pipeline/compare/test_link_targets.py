"""Where words lead is a change, whatever kind of address it is."""

from pathlib import Path

import pytest

from avtalsgen.model.comparison import Comparison
from avtalsgen.pipeline.compare.diff import DiffOrder, diff

_A, _B = "[sidan](https://exempel.se/a)", "[sidan](https://exempel.se/b)"


def compared(old: str, new: str, folder: Path) -> Comparison:
    for name, said in (("a.md", old), ("b.md", new)):
        (folder / name).write_text(f"# Avtal\n\n## 1 Kontakt\n\n{said}\n", encoding="utf-8")
    return diff(DiffOrder("a.md", "b.md", told="files"), folder).comparison


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Läs [sidan](https://exempel.se/a).", "Läs [sidan](https://exempel.se/b)."),
        ("Skriv till [oss](mailto:a@exempel.se).", "Skriv till [oss](mailto:b@exempel.se)."),
        (f"Se {_A} och {_B}.", f"Se {_B} och {_A}."),
        ("[a@exempel.se](mailto:a@exempel.se)", "[a@exempel.se](mailto:b@exempel.se)"),
    ],
)
def test_another_address_is_a_change_in_substance(old: str, new: str, tmp_path: Path) -> None:
    changes = [
        change for section in compared(old, new, tmp_path).sections for change in section.changes
    ]
    assert [(change.weight, change.reasons) for change in changes] == [("saklig", ("länk",))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ring [jouren](tel:+4681).", "Ring [jouren](tel:+4682)."),
        ("Se [menyn](bilaga1.pdf).", "Se [menyn](bilaga2.pdf)."),
    ],
)
def test_one_that_is_not_printed_is_told(old: str, new: str, tmp_path: Path) -> None:
    comparison = compared(old, new, tmp_path)
    assert [other.kind for other in comparison.other] == ["plats i en länk"]


def test_an_address_of_mail_that_says_itself_is_no_change(tmp_path: Path) -> None:
    said = "Skriv till [a@exempel.se](mailto:a@exempel.se)."
    comparison = compared(said, "Skriv till a@exempel.se.", tmp_path)
    assert [section.changes for section in comparison.sections if section.changes] == []
