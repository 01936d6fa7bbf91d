"""The pair that a lawyer worked out by hand: `viktigast/`, with its definitions in README.md."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.read import read_plain_text

from avtalsgen.model.comparison import TopRow
from avtalsgen.model.duties import ComparedDuty
from avtalsgen.model.nodes import Document

FOLDER = Path(__file__).with_name("viktigast")
RIGHT, WRONG, MISSING = "right", "wrong", "missing"
_WORD = re.compile(r"\w+")
_ENOUGH = 0.5
"""The share of a lawyer's words that a row of ours has, for the two to be of one thing."""


def read_pair() -> tuple[Document, Document]:
    old, new = (
        read_plain_text((FOLDER / name).read_text(encoding="utf-8"), name).document
        for name in ("gammal.txt", "ny.txt")
    )
    return old, new


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def judged(duties: Sequence[ComparedDuty]) -> Counter[str]:
    """Return how many changed duties of the lawyer ours have right, wrong and not at all.

    A row that the lawyer doubted is right either way.
    """
    found = Counter[str]()
    for row in rows("skyldigheter"):
        if row["status"] == "samma":
            continue
        olds = [duty for duty in duties if _is_of(row["förut"], row["plats_förut"], duty, "old")]
        news = [duty for duty in duties if _is_of(row["nu"], row["plats_nu"], duty, "new")]
        both = [duty for duty in news if duty in olds]
        same = both or news or olds
        if not same:
            found[MISSING] += 1
        elif row["anm"].startswith("tveksam") or row["status"] in {d.status for d in same}:
            found[RIGHT] += 1
        else:
            found[WRONG] += 1
    return found


def _is_of(text: str, places: str, duty: ComparedDuty, side: str) -> bool:
    ours, place = (duty.old, duty.old_place) if side == "old" else (duty.new, duty.new_place)
    return bool(text and ours) and _beside(places, place) and _share(text, ours) >= _ENOUGH


def _beside(theirs: str, ours: str) -> bool:
    numbers = {place.split()[0] for place in theirs.split(";") if place.strip()}
    return not ours or ours.split()[0] in numbers or not ours[0].isdigit()


def _share(text: str, ours: str) -> float:
    words = {word.casefold() for word in _WORD.findall(text)}
    return len(words & {word.casefold() for word in _WORD.findall(ours)}) / len(words)


def found_rows(top: Iterable[TopRow]) -> set[str]:
    """Return what the lawyer calls the rows that ours have: the same numbers of sections."""
    ours = list(top)
    return {row["vad"] for row in rows("viktigast") if any(_same_row(row, mine) for mine in ours)}


def _same_row(row: dict[str, str], mine: TopRow) -> bool:
    sides = (
        (row["plats_förut"], mine.old_place, row["förut"], mine.old),
        (row["plats_nu"], mine.new_place, row["nu"], mine.new),
    )
    said = [(theirs, ours, text, words) for theirs, ours, text, words in sides if text]
    return all(_meets(theirs, ours) for theirs, ours, _, _ in said) and any(
        _stems(text) & _stems(words) for _, _, text, words in said
    )


def _meets(theirs: str, ours: str) -> bool:
    numbers = [
        {place.split()[0] for place in side.split(";") if place.strip()} for side in (theirs, ours)
    ]
    return bool(numbers[0] & numbers[1])


def _stems(text: str) -> set[str]:
    return {word.casefold()[:6] for word in _WORD.findall(text) if len(word) > 5}
