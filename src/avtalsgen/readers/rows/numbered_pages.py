"""Pages of a text that has lost its form feeds, found by the page numbers in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from avtalsgen.readers.rows.row import Row
from avtalsgen.readers.rows.running import Edge, is_address
from avtalsgen.readers.rows.width import FEWEST

_NUMBER = re.compile(
    r"""
    (?:(?<=^)|(?<=[\s]))
    (?:[Ss]ida[n]?[ ])?
    (?P<page>\d{1,4})[ ]\((?P<of>\d{1,4})\)   # 3 (12)
    (?=\s|$)
    """,
    re.VERBOSE,
)
_FEWEST, _FEWEST_ALONE = 3, 2
"""Numbers that count on, in the text and in rows of their own; fewer may be 2 (2) months."""

_DEEPEST = 3
"""Rows of a head or a foot."""
_ENDED = re.compile(r"[.!?:;…][”\"’')\]]*$")


def turned(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return `rows` with the page of each, as the numbers `11 (12)` in the text tell it.

    A number in a row of its own ends the page. One in the middle of a row, where a reader of
    PDF files has run two pages together, is taken out to a row of its own after it.
    """
    if len({row.page for row in rows}) > 1:
        return tuple(rows)
    of = _total(rows)
    paged = tuple(_turned(rows, of) if of else _ended(rows))
    return tuple(_framed(paged))


def _ended(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield `rows` with their pages, where numbers that stand between empty rows end them."""
    page = 1
    for place, row in enumerate(rows):
        yield replace(row, page=page)
        page += _is_anchor(rows, place)


def _is_anchor(rows: Sequence[Row], place: int) -> bool:
    """Return whether a row is a page number of many, by itself."""
    number = _NUMBER.fullmatch(rows[place].text)
    if number is None or int(number["page"]) > int(number["of"]):
        return False
    return _stands_apart(rows, place)


def _framed(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield `rows`, those round a page number in the middle of a sentence told as head and foot.

    What stands apart up to where the sentence stops, and down to where it goes on:

        … arbete med familjer
                                   the sentence stops
        http://exempel.se          foot
        3 (8)                      the number
        Avtal, bilaga              head of the next page
                                   the sentence goes on
        i kris. Den som …
    """
    edges: dict[int, Edge] = {}
    for place in range(len(rows)):
        if _is_anchor(rows, place):
            feet, heads = _frame(rows, place)
            edges.update((row, "footer") for row in feet)
            edges.update((row, "header") for row in heads)
    for place, row in enumerate(rows):
        yield replace(row, edge=edges[place]) if place in edges else row


def _frame(rows: Sequence[Row], number: int) -> tuple[range, range]:
    """Return the rows above and below a page number that are no text; none if no sentence says."""
    for size in range(2 * _DEEPEST + 1):
        for above in range(max(0, size - _DEEPEST), min(size, _DEEPEST) + 1):
            first, last = number - above, number + size - above
            feet, heads = range(first, number), range(number + 1, last + 1)
            if first < 1 or last + 1 >= len(rows):
                continue
            apart = all(_stands_apart(rows, at) for at in (*feet, *heads))
            if apart and _is_broken(rows, first - 1, last + 1):
                return feet, heads
    return range(0), range(0)


def _is_broken(rows: Sequence[Row], before: int, after: int) -> bool:
    """Return whether a sentence stops in row `before` and may go on in row `after`."""
    text = rows[before].text
    return (
        len(text) >= FEWEST
        and not _ENDED.search(text)
        and not is_address(text)
        and rows[after].text[0].islower()
    )


def _stands_apart(rows: Sequence[Row], place: int) -> bool:
    """Return whether there is an empty row above and below a row."""
    return (place == 0 or rows[place].gap) and (place + 1 == len(rows) or rows[place + 1].gap)


def _total(rows: Sequence[Row]) -> str:
    """Return the number of pages, if the numbers of enough of them count on to it."""
    numbers = [match for row in rows for match in _NUMBER.finditer(row.text)]
    alone = all(match[0] == match.string for match in numbers)
    for total in dict.fromkeys(match["of"] for match in numbers):
        pages = [int(match["page"]) for match in numbers if match["of"] == total]
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
