"""Sentence pairs that were ranked before they were compared, as a negotiator would."""

import csv
from pathlib import Path

import pytest
from tests.compare.test_pairs import compared

LEFT = {
    "Lokalerna städas på vardagar.": "avgörande",
    "Antalet platser är 12.": "saklig",
}
"""Ranked otherwise, which both have reasons for: how often is time, and how many is none of the
kinds that decide."""
RANKS = ("redaktionell", "saklig", "avgörande")

with Path(__file__).with_name("ranks.tsv").open(encoding="utf-8") as file:
    ROWS = tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["old"][:40])
def test_a_pair_ranks_as_a_negotiator_said(row: dict[str, str]) -> None:
    ranks = [change.rank for change in compared(row).changes()]
    assert max(ranks, key=RANKS.index) == LEFT.get(row["old"], row["rank"])
