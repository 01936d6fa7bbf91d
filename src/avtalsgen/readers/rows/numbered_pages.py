"""Pages of a text that has lost its form feeds, found by the page numbers in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from avtalsgen.readers.rows.row import Row

_NUMBER = re.compile(
    r"(?:(?<=^)|(?<=[\s]))(?:[Ss]ida[n]? )?(?P<page>\d{1,4}) \((?P<of>\d{1,4})\)(?=\s|$)"
)
_FEWEST, _FEWEST_ALONE = 3, 2
"""Numbers that count on, in the text and in rows of their own; fewer may be 2 (2) months."""


def turned(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return `rows` with the page of each, as the numbers `11 (12)` in the text tell it.

    A number in a row of its own ends the page. One in the middle of a row, where a reader of
    PDF files has run two pages together, is taken out to a row of its own after it.
    """
    if len({row.page for row in rows}) > 1:
        return tuple(rows)
    of = _total(rows)
    return tuple(_turned(rows, of)) if of else tuple(rows)


def _total(rows: Sequence[Row]) -> str:
    """Return the number of pages, if the numbers of enough of them count on to it."""
    found = [match for row in rows for match in _NUMBER.finditer(row.text)]
    alone = all(match[0] == match.string for match in found)
    for total in dict.fromkeys(match["of"] for match in found):
        pages = [int(match["page"]) for match in found if match["of"] == total]
        counted = all(one + 1 == other for one, other in pairwise(pages))
        enough = len(pages) >= (_FEWEST_ALONE if alone else _FEWEST)
        if enough and counted and pages[-1] <= int(total):
            return total
    return ""


def _turned(rows: Sequence[Row], of: str) -> Iterator[Row]:
    page = 1
    for row in rows:
        match = next((each for each in _NUMBER.finditer(row.text) if each["of"] == of), None)
        if match is None:
            yield replace(row, page=page)
            continue
        around = (row.text[: match.start()].strip(), row.text[match.end() :].strip())
        words = " ".join(part for part in around if part)
        if words:
            yield replace(row, text=words, page=page)
        yield replace(row, text=match[0], page=page)
        page += 1
