"""What check finds in an edition is found once, until something that it was made of changes."""

from datetime import date
from pathlib import Path

import pytest
from tests.workspace import WHOLE

from avtalsgen.pipeline.check.checking import CheckOrder, check_documents
from avtalsgen.pipeline.overview import checked as module
from avtalsgen.pipeline.overview.checked import CheckCounts, checked_before, checked_now
from avtalsgen.problems import Severity

DAY = date(2026, 11, 29)
NAMES = ("prov@1",)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in WHOLE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    clause = tmp_path / "clauses/ersattning/1.md"
    clause.write_text(f"{WHOLE['clauses/ersattning/1.md']}\nDen betalas betalas.\n", "utf-8")
    return tmp_path


def test_what_check_finds_is_counted_and_found_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checked_before(root, NAMES, DAY) == {}
    outcome = check_documents(CheckOrder(NAMES, DAY), root)
    counted = CheckCounts(*(outcome.count(severity) for severity in Severity))
    assert checked_now(root, NAMES, DAY) == {"prov@1": counted}
    assert counted != CheckCounts(0, 0, 0)
    with monkeypatch.context() as unmade:
        unmade.setattr(module, "check_documents", None)
        assert checked_now(root, NAMES, DAY) == checked_before(root, NAMES, DAY)
    assert checked_before(root, NAMES, date(2026, 11, 30)) == {}
    word = root / "clauses/register/ord/sprak.yaml"
    word.parent.mkdir(parents=True, exist_ok=True)
    word.write_text("", "utf-8")
    assert checked_before(root, NAMES, DAY) == {}
