"""The reader of case files is itself tested: a comparator that never fails is worse than none."""

from pathlib import Path

import pytest
from tests import cases

FILE = """Inledning.

## första fallet

```given
## inte en rubrik
```

```expected
gammalt
```

## andra fallet

```expected
annat
```
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "fall.md"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_blocks_belong_to_the_heading_above(file: Path) -> None:
    first, second = cases.read(file)
    assert first.title == "första fallet"
    assert first.blocks == {"given": "## inte en rubrik\n", "expected": "gammalt\n"}
    assert second.blocks == {"expected": "annat\n"}


def test_other_text_fails(file: Path) -> None:
    with pytest.raises(AssertionError):
        cases.read(file)[0].expect("expected", "nytt", rewrite=False)


def test_the_newline_at_the_end_is_the_file_s_own(file: Path) -> None:
    cases.read(file)[0].expect("expected", "gammalt", rewrite=False)


def test_rewriting_changes_that_block_alone(file: Path) -> None:
    cases.read(file)[0].expect("expected", "nytt", rewrite=True)
    assert file.read_text(encoding="utf-8") == FILE.replace("gammalt", "nytt")


def test_a_block_that_holds_a_fence_gets_a_longer_fence(file: Path) -> None:
    cases.read(file)[1].expect("expected", "```\nkod\n```", rewrite=True)
    assert cases.read(file)[1].blocks["expected"] == "```\nkod\n```\n"


def test_the_same_title_twice_is_refused(file: Path) -> None:
    file.write_text(FILE.replace("andra", "första"), encoding="utf-8")
    with pytest.raises(AssertionError, match="same title twice"):
        cases.read(file)


def test_other_golden_text_fails(file: Path) -> None:
    with pytest.raises(AssertionError):
        cases.check_golden(file, "nytt", rewrite=False)
