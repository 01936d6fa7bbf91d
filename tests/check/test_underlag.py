"""What a jurist marked in the real documents before any rule was written, and what is found of it.

The lists have a line each: the row of the file, the fewest words that show the fault (none where
something is missing), its grade, its family, and why. Rules were written with the first two in
view; the last two were held out, though whoever wrote the rules had read all four.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from tests.check.faults import FLOOR, MOST_A_FAULT, TRUE_OF_WHAT_IS_TOLD, Fault, missed, wrong
from tests.check.rule_cases import ROOT, TODAY

from avtalsgen.pipeline.check.checking import CheckOrder, check_documents
from avtalsgen.problems import Remark

UNDERLAG = os.environ.get("AVTALSGEN_UNDERLAG", "")
pytestmark = pytest.mark.skipif(not UNDERLAG, reason="AVTALSGEN_UNDERLAG säger inte var de finns")
LISTS = Path(__file__).parent / "underlag"
TUNED = ("vald-i-nara-relation-2019", "tjansteskrivelse-vald-i-nara-relation-2019")
HELD_OUT = ("familjeradgivning-2021", "beroendemottagningen-2021")


def faults(name: str) -> Iterator[Fault]:
    with (LISTS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            words, grade, family, why = row["ord"], row["grad"], row["familj"], row["varför"]
            yield Fault(f"{name}.txt", int(row["rad"]), words, grade, family, why)


@lru_cache(maxsize=2)
def told(names: tuple[str, ...]) -> tuple[Remark, ...]:
    here = Path(UNDERLAG)
    if names == TUNED:  # these two belong together
        order = CheckOrder(tuple(f"{name}.txt" for name in names), TODAY)
        return check_documents(order, here).remarks
    orders = (CheckOrder((f"{name}.txt",), TODAY) for name in names)
    return tuple(remark for order in orders for remark in check_documents(order, here).remarks)


@pytest.mark.parametrize("names", [TUNED, HELD_OUT], ids=["tuned", "held out"])
@pytest.mark.parametrize("grade", ["fel", "varning"])
def test_most_of_what_is_grave_is_found(names: tuple[str, ...], grade: str) -> None:
    left, every = missed([f for name in names for f in faults(name)], told(names), grade)
    assert len(left) <= every * (1 - FLOOR), left


@pytest.mark.parametrize("names", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_most_of_what_is_told_as_grave_is_right(names: tuple[str, ...]) -> None:
    false, every = wrong([f for name in names for f in faults(name)], told(names))
    assert len(false) <= every * (1 - TRUE_OF_WHAT_IS_TOLD), false


@pytest.mark.parametrize("names", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_not_more_is_told_than_people_read(names: tuple[str, ...]) -> None:
    assert len(told(names)) <= MOST_A_FAULT * sum(1 for name in names for _ in faults(name))


def test_the_lists_quote_words_that_stand_there_and_never_a_sentence() -> None:
    for name in (*TUNED, *HELD_OUT):
        rows = (Path(UNDERLAG) / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        for fault in faults(name):
            assert fault.words in rows[fault.row - 1]
            assert len(fault.words.split()) <= 6
    assert Counter(fault.grade for name in TUNED for fault in faults(name))["fel"] > 1


def test_no_list_of_the_real_documents_is_told_of_outside_tests() -> None:
    assert not list((ROOT / "src").rglob("*.tsv"))
