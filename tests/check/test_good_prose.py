"""Precision: what is well written is let be.

`prosa/` has documents without faults, written for this; the renewals of 2026 are our own library.
"""

import re
from pathlib import Path

import pytest
from tests.check.rule_cases import ROOT, TODAY

from avtalsgen.pipeline.check.checking import CheckOrder, check_documents

PROSE = sorted((Path(__file__).parent / "prosa").glob("*.md"))
RENEWED = (
    "vald-i-nara-relation@2026",
    "familjeradgivning@2026",
    "korttidsboende@2026",
    "vald-i-nara-relation@2026-tjansteskrivelse",
    "vald-i-nara-relation@2026-protokollsutdrag",
    "vald-i-nara-relation@2027-tillagg",
    "vald-i-nara-relation@2026-korthet",
    "vald-i-nara-relation@2026-anslag",
    "korttidsboende@2026-korthet",
    "anslag@2026-12-18-anslag",
)
TRUE = {
    "RS02": "what is said not to be known yet",
    "SI05": "the first day of familjerådgivning is not known yet",
    "RK10": "what the register says is to be checked",
    "IX03": "indices that nobody has published yet",
}
"""Warnings that are right of the renewals, and why."""


FEWEST_WORDS = 5_000


def test_there_is_much_good_prose_of_many_kinds() -> None:
    words = sum(len(re.findall(r"\w+", file.read_text(encoding="utf-8"))) for file in PROSE)
    assert words >= FEWEST_WORDS
    assert len(PROSE) > 10


@pytest.mark.parametrize("file", PROSE, ids=lambda file: file.stem)
def test_nothing_grave_is_said_of_good_prose(file: Path) -> None:
    outcome = check_documents(CheckOrder((file.name,), TODAY), file.parent)
    assert [r for r in outcome.remarks if r.severity != "stil"] == []


@pytest.mark.parametrize("name", RENEWED)
def test_nothing_false_and_grave_is_said_of_the_renewals(name: str) -> None:
    remarks = check_documents(CheckOrder((name,), TODAY), ROOT).remarks
    assert [r for r in remarks if r.severity == "fel"] == []
    assert [r for r in remarks if r.severity == "varning" and r.code not in TRUE] == []


def test_the_documents_of_a_package_say_nothing_against_each_other() -> None:
    names = ("vald-i-nara-relation@2026", "vald-i-nara-relation@2026-tjansteskrivelse")
    remarks = check_documents(CheckOrder(names, TODAY), ROOT).remarks
    assert [remark for remark in remarks if remark.code.startswith("HE")] == []
