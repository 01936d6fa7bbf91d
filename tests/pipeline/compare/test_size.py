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
        ("Ja.\n\n" * (size.MOST_LINES + 1), "10 001 stycken"),
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
