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
    (?: (?:[Ss]id(?:an?|\.)?[ ])? (?P<page>\d{1,4})[ ]?\((?P<of>\d{1,4})\)   # 3 (12)
      | [Ss]id(?:an?|\.)?[ ] (?P<page_of>\d{1,4})(?:[ ]av[ ]|[ ]?/[ ]?)(?P<of_all>\d{1,4}) )
    (?=\s|$)
    """,
    re.VERBOSE,
)
_LONE = re.compile(
    r"[-–] ?\d{1,4} ?[-–]|\d{1,4} ?/ ?\d{1,4}|(?:sid(?:an?|\.)?|s\.) ?\d{1,4}", re.IGNORECASE
)
"""`- 3 -`, `Sida 3`, `3/12`: a page number that is one only by itself."""
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
    alone = () if of else _alone(rows)
    paged = tuple(_turned(rows, of) if of else _numbered(rows, alone) if alone else _ended(rows))
    return tuple(_framed(paged))


def _page(number: re.Match[str]) -> int:
    return int(number["page"] or number["page_of"])


def _of(number: re.Match[str]) -> str:
    return number["of"] or number["of_all"]


def _alone(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the rows that are such page numbers: they stand apart, and count on."""
    places = [
        at for at, row in enumerate(rows) if _LONE.fullmatch(row.text) and _stands_apart(rows, at)
    ]
    numbers = [int(re.sub(r"/.*|\D", "", rows[at].text)) for at in places]
    counted = all(one + 1 == other for one, other in pairwise(numbers))
    return tuple(places) if counted and len(places) >= _FEWEST_ALONE else ()


def _numbered(rows: Sequence[Row], numbers: Sequence[int]) -> Iterator[Row]:
    """Yield `rows` with their pages, each of which ends with one of the rows `numbers`."""
    page = 1
    for place, row in enumerate(rows):
        if place in numbers:
            yield replace(row, page=page, edge="footer")
            page += 1
        else:
            yield replace(row, page=page)


def _ended(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield `rows` with their pages, where numbers that stand between empty rows end them."""
    page = 1
    for place, row in enumerate(rows):
        yield replace(row, page=page)
        page += _is_anchor(rows, place)


def _is_anchor(rows: Sequence[Row], place: int) -> bool:
    """Return whether a row is a page number of many, by itself."""
    number = _NUMBER.fullmatch(rows[place].text)
    if number is None or _page(number) > int(_of(number)):
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
        elif _is_lone(rows, place):
            edges[place] = "footer"
    for place, row in enumerate(rows):
        yield replace(row, edge=edges[place]) if place in edges else row


def _is_lone(rows: Sequence[Row], place: int) -> bool:
    """Return whether a row that may be a page number parts a sentence, and so is one."""
    inside = 0 < place < len(rows) - 1 and _LONE.fullmatch(rows[place].text) is not None
    return inside and _stands_apart(rows, place) and _is_broken(rows, place - 1, place + 1)


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
        and "\t" not in text  # columns, as a foot has: no sentence
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
    for total in dict.fromkeys(_of(match) for match in numbers):
        pages = [_page(match) for match in numbers if _of(match) == total]
        counted = all(one + 1 == other for one, other in pairwise(pages))
        enough = len(pages) >= (_FEWEST_ALONE if alone else _FEWEST)
        if enough and counted and pages[-1] <= int(total):
            return total
    return ""


def _turned(rows: Sequence[Row], of: str) -> Iterator[Row]:
    page = 1
    for row in rows:
        match = next((each for each in _NUMBER.finditer(row.text) if _of(each) == of), None)
        if match is None:
            yield replace(row, page=page)
            continue
        around = (row.text[: match.start()].strip(), row.text[match.end() :].strip())
        words = " ".join(part for part in around if part)
        if words:
            yield replace(row, text=words, page=page)
        yield replace(row, text=match[0], page=page)
        page += 1
