"""What is too large to be compared is refused before any word of it is."""

from pathlib import Path

import pytest

from avtalsgen.pipeline.compare import size
from avtalsgen.pipeline.compare.diff import DiffOrder, diff
from avtalsgen.problems import AvtalsgenError, Exit


def written(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ja.\n\n" * (size.MOST_LINES + 1), "20 001 stycken"),
        ("ja " * (size.LONGEST_LINE // 3 + 2), "tecken i ett stycke"),
    ],
)
def test_a_document_that_says_too_much_is_refused(tmp_path: Path, text: str, what: str) -> None:
    sides = written(tmp_path, "a.md", "Ja.\n"), written(tmp_path, "b.md", text)
    for old, new in (sides, sides[::-1]):
        with pytest.raises(AvtalsgenError) as refused:
            diff(DiffOrder(old, new), tmp_path)
        (problem,) = refused.value.problems
        assert problem.code == "JF25"
        assert what in problem.message.replace("\u00a0", " ")
        assert problem.message.startswith("b.md har ")
        assert problem.exit is Exit.DATA


def test_a_line_that_both_have_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(size, "MOST_DIFFERING", 40)
    old = written(tmp_path, "a.md", "Detta stycke har båda två.\n\nEtt eget stycke här.\n")
    new = written(tmp_path, "b.md", "Detta stycke har båda två.\n\nEtt annat stycke där.\n")
    other = written(tmp_path, "c.md", "Här är inget stycke.\n\nSom något annat dokument har.\n")
    assert not diff(DiffOrder(old, new), tmp_path).same
    with pytest.raises(AvtalsgenError) as refused:
        diff(DiffOrder(old, other), tmp_path)
    assert "tecken i stycken som skiljer sig" in refused.value.problems[0].message
