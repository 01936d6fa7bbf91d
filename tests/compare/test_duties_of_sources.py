"""Two pairs of agreements that are not published, worked out by hand before anything was tuned.

The newer is Familjerådgivning of 2021. A duty is named by a few words that stand in it. A row with
a doubt is one where two lawyers could differ: told either way is right.
"""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest
from tests.compared import compare
from tests.read import read_plain_text

from avtalsgen.model.duties import ComparedDuty
from avtalsgen.model.nodes import Document

NEWER = "familjeradgivning-2021"
with Path(__file__).with_name("duties_of_sources.tsv").open(encoding="utf-8") as file:
    ROWS = tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def document(name: str) -> Document:
    folder = os.environ.get("AVTALSGEN_UNDERLAG")
    if not folder:
        pytest.skip("AVTALSGEN_UNDERLAG säger inte var källorna finns; de får inte publiceras")
    text = (Path(folder) / f"{name}.txt").read_text(encoding="utf-8")
    return read_plain_text(text, name).document


def is_said(words: str, text: str) -> bool:
    return bool(words) and words.casefold() in " ".join(text.split()).casefold()


def verdict(row: dict[str, str], duties: tuple[ComparedDuty, ...]) -> str:
    olds = [duty for duty in duties if is_said(row["old"], duty.old)]
    news = [duty for duty in duties if is_said(row["new"], duty.new)]
    both = [duty for duty in news if duty in olds]
    if not (olds or news):
        return "missing"
    if row["doubt"]:
        return "right"
    whole = bool(both) or not (row["old"] and row["new"])
    right = whole and row["status"] in {duty.status for duty in both or news or olds}
    return "right" if right else "wrong"


@pytest.mark.parametrize("name", sorted({row["pair"] for row in ROWS}))
def test_at_most_a_tenth_is_wrong_of_what_a_lawyer_found(name: str) -> None:
    duties = compare(document(name), document(NEWER)).duties
    for changed in (True, False):
        rows = [row for row in ROWS if row["pair"] == name]
        counts = Counter(
            verdict(row, duties) for row in rows if (row["status"] != "samma") is changed
        )
        assert counts["wrong"] / counts.total() <= 0.10, counts
        assert counts["right"] / counts.total() >= 0.90, counts
