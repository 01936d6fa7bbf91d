"""What a jurist marked in the real documents before any rule was written, and what is found of it.

The lists have a line each: the row of the file, the fewest words that show the fault (none where
something is missing), its grade, its family, and why. Rules were written with the first two in
view; the last two were held out, though whoever wrote the rules had read all four.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest
from tests.check.rule_cases import ROOT, TODAY

from avtalsgen.check.rules import FAMILIES
from avtalsgen.pipeline.check.checking import CheckOrder, check_documents
from avtalsgen.problems import Remark

UNDERLAG = os.environ.get("AVTALSGEN_UNDERLAG", "")
pytestmark = pytest.mark.skipif(not UNDERLAG, reason="AVTALSGEN_UNDERLAG säger inte var de finns")
LISTS = Path(__file__).parent / "underlag"
TUNED = ("vald-i-nara-relation-2019", "tjansteskrivelse-vald-i-nara-relation-2019")
HELD_OUT = ("familjeradgivning-2021", "beroendemottagningen-2021")
LANGUAGE = "Språk"
AS_ONE = {"Hänvisningar": "Hänvisningar och struktur", "Struktur": "Hänvisningar och struktur"}
AS_ONE |= {"Typografi": LANGUAGE, "Skrivsätt": LANGUAGE}
FLOOR = 0.7
TRUE_OF_WHAT_IS_TOLD = 0.85
MOST_A_FAULT = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of a list."""

    file: str
    row: int
    words: str
    grade: str
    family: str
    why: str

    def is_told_by(self, remark: Remark) -> bool:
        """Return whether place, words and grade are those of the list."""
        if str(remark.severity) != self.grade:
            return False
        if not self.words:
            subject = self.why.removesuffix(" saknas").split(",")[0].split()[0]
            missing = not remark.place.quote and "saknas" in remark.message
            return missing and subject[:8].casefold() in remark.message.casefold()
        family = FAMILIES[remark.code[:2]]
        if AS_ONE.get(family, family) != self.family:
            return False
        places = (remark.place, *remark.also)
        return any(
            place.spot.file == self.file
            and place.spot.line == self.row
            and (
                place.quote in self.words or self.words in place.quote or self._shares(place.quote)
            )
            for place in places
            if place.quote
        )

    def _shares(self, quote: str) -> bool:
        ours, theirs = set(self.words.split()), set(quote.split())
        return len(ours & theirs) * 2 >= min(len(ours), len(theirs))


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
    listed = [f for n in names for f in faults(n) if f.grade == grade and f.family != LANGUAGE]
    missed = [fault for fault in listed if not any(map(fault.is_told_by, told(names)))]
    assert len(missed) <= len(listed) * (1 - FLOOR), missed


@pytest.mark.parametrize("names", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_most_of_what_is_told_as_grave_is_right(names: tuple[str, ...]) -> None:
    every = [fault for name in names for fault in faults(name)]
    grave = [remark for remark in told(names) if remark.severity != "stil"]
    wrong = [remark for remark in grave if not any(f.is_told_by(remark) for f in every)]
    assert len(wrong) <= len(grave) * (1 - TRUE_OF_WHAT_IS_TOLD), wrong


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
