"""What answers to what is worked out once, whatever is made of it."""

from pathlib import Path

import pytest

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.align.sections import paired_sections
from avtalsgen.pipeline.compare.diff import DiffOrder, diff

OLD = "# Avtal\n\n## Villkor\n\nErsättningen är 10 kronor.\n\n## Tid\n\nAvtalet gäller ett år.\n"


def test_every_view_draws_the_same_alignment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.md").write_text(OLD.replace("10", "12"), encoding="utf-8")
    asked = []

    def counted(old: Outline, new: Outline) -> dict[int, int]:
        if any(entry.heading.text for entry in old.sections):  # page heads and cells have none
            asked.append(len(old.sections))
        return paired_sections(old, new)

    monkeypatch.setattr("avtalsgen.compare.align.alignment.paired_sections", counted)
    order = DiffOrder("a.md", "b.md", ("html", "docx", "pdf", "md"), tmp_path / "jamforelse")
    outcome = diff(order, tmp_path)
    assert len(outcome.files) == 4
    assert not outcome.comparison.same
    assert len(asked) == 1


def test_a_printed_redline_that_had_to_mark_whole_lines_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.md").write_text(OLD.replace("10", "12"), encoding="utf-8")
    monkeypatch.setattr("avtalsgen.compare.marks.node_redline.lost_line", lambda *_: "Villkor")
    outcome = diff(DiffOrder("a.md", "b.md", ("pdf",), tmp_path / "jamforelse.pdf"), tmp_path)
    assert [problem.code for problem in outcome.problems] == ["JF12"]
