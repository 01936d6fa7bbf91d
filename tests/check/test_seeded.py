"""Documents that a jurist wrote with the faults of practice in them, before anybody saw the rules.

In each the faults are marked where they stand (`faults.py`). The rules were mended by kinds after
those in `seen`; those in `fresh` were written after that. What each group came to when it was first
measured, before anything was mended for it, is in docs/beslut.md.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.check.faults import (
    FLOOR,
    MOST_A_FAULT,
    TRUE_OF_WHAT_IS_TOLD,
    Fault,
    missed,
    unmarked,
    wrong,
)
from tests.check.rule_cases import TODAY

from avtalsgen.pipeline.check.checking import CheckOrder, check_documents
from avtalsgen.problems import Remark

HOME = Path(__file__).parent / "seeded"
GROUPS = ("seen", "fresh")
TRUE = {"RK10": "what the register says is to be checked"}
"""What is right of any document and in no list, and why."""


def packages(group: str) -> Iterator[tuple[Path, ...]]:
    """Yield the documents that are checked together: those of an inner folder, or one alone."""
    for entry in sorted((HOME / group).iterdir()):
        yield tuple(sorted(entry.iterdir())) if entry.is_dir() else (entry,)


@lru_cache(maxsize=2)
def read(group: str) -> tuple[tuple[Fault, ...], tuple[Remark, ...]]:
    faults: list[Fault] = []
    told: list[Remark] = []
    with TemporaryDirectory() as folder:
        here = Path(folder)
        for files in packages(group):
            for file in files:
                text, marked = unmarked(file.read_text(encoding="utf-8"), file.name)
                (here / file.name).write_text(text, encoding="utf-8")
                faults.extend(marked)
            order = CheckOrder(tuple(file.name for file in files), TODAY)
            told.extend(check_documents(order, here).remarks)
    return tuple(faults), tuple(remark for remark in told if remark.code not in TRUE)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("grade", ["fel", "varning"])
def test_most_of_what_is_grave_is_found(group: str, grade: str) -> None:
    left, every = missed(*read(group), grade)
    assert len(left) <= every * (1 - FLOOR), left


@pytest.mark.parametrize("group", GROUPS)
def test_most_of_what_is_told_as_grave_is_right(group: str) -> None:
    false, every = wrong(*read(group))
    assert len(false) <= every * (1 - TRUE_OF_WHAT_IS_TOLD), false


@pytest.mark.parametrize("group", GROUPS)
def test_not_more_is_told_than_people_read(group: str) -> None:
    faults, told = read(group)
    assert len(told) <= MOST_A_FAULT * len(faults)


@pytest.mark.parametrize("group", GROUPS)
def test_every_document_has_faults_of_several_families(group: str) -> None:
    for files in packages(group):
        marked = [f for file in files for f in unmarked(file.read_text(encoding="utf-8"), "")[1]]
        assert len({fault.family for fault in marked}) > 3
