"""Ways to write the same thing, wherever they stand and however many there are of them."""

import csv
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from tests.compare.test_pairs import FRAME
from tests.compared import compare
from tests.read import read_markdown_document

from avtalsgen.model.nodes import Document

with Path(__file__).with_name("closed_list.tsv").open(encoding="utf-8") as file:
    ROWS = tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
PLACES = {
    "paragraph": "{}",
    "item": "Detta gäller:\n\n- {}\n- telefon\n- lokaler",
    "cell": "| Sak | Villkor |\n|---|---|\n| Första | {} |\n| Andra | telefon |",
    "label": "| Sak | Villkor |\n|---|---|\n| {} | ja |\n| Andra | telefon |",
}
SAME = [row for row in ROWS if row["right"] == "redaktionell"]
KINDS = list(dict.fromkeys(row["kind"] for row in SAME))


def weights(old: str, new: str, place: str) -> set[str]:
    sides = (document(PLACES[place].format(text)) for text in (old, new))
    return {change.weight for change in compare(*sides, top=False, duties=False).changes()}


@cache
def document(text: str) -> Document:
    return read_markdown_document(FRAME.format(text), "avtal.md").document


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["old"])
def test_a_line_weighs_the_same_wherever_it_stands(row: dict[str, str], place: str) -> None:
    for sides in ((row["old"], row["new"]), (row["new"], row["old"])):
        found = weights(*sides, place)
        assert ("saklig" if "saklig" in found else min(found, default="")) == row["right"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize("several", [2, 3, len(KINDS)])
def test_several_in_one_line_are_editorial_too(several: int, number: int, place: str) -> None:
    rows = []
    for at, kind in enumerate(KINDS):
        of_kind = [row for row in SAME if row["kind"] == kind and row["old"][0].isupper()]
        rows.append(of_kind[(number + at) % len(of_kind)])
    chosen = list(islice((rows + rows)[number % len(KINDS) :], several))
    old, new = (
        " ".join(f"{row[side][0].upper()}{row[side][1:].rstrip('.')}." for row in chosen)
        for side in ("old", "new")
    )
    assert weights(old, new, place) == {"redaktionell"}


@pytest.mark.parametrize("row", [row for row in ROWS if row["right"] == "saklig"], ids=str)
@pytest.mark.parametrize("beside", SAME[::9], ids=lambda row: row["old"])
def test_what_is_written_otherwise_hides_no_change(
    row: dict[str, str], beside: dict[str, str]
) -> None:
    old, new = (f"{beside[side].rstrip('.')}. {row[side]}" for side in ("old", "new"))
    assert "saklig" in weights(old, new, "paragraph")


def test_an_item_that_comes_under_another_item_may_say_something_else() -> None:
    sides = ("- mat\n- boende\n  - egen säng", "- mat\n  - egen säng\n- boende")
    old, new = map(document, sides)
    assert {change.weight for change in compare(old, new).changes()} == {"saklig"}
