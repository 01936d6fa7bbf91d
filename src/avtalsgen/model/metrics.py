"""The measures of a printed page, alike in PDF and Word.

The contents of the Word file takes its page numbers from the PDF, so both must break
lines and pages in the same places. Every measure that decides this stands here. Space
before and after are added to each other, as Word adds them.

Sizes come out in half points and distances in twentieths of a point, the only ones a
Word file can hold (ECMA-376 part 1, 17.3.2.38 and 17.3.1.33).
"""

import re
from math import inf
from typing import Final

from avtalsgen.model.nodes import Block, Cell, Emphasis, List, ListItem, Paragraph, Section, Table
from avtalsgen.model.plain import text
from avtalsgen.records import dataclass

PAGE_WIDTH_MM = 210
PAGE_HEIGHT_MM = 297
MARGIN_SIDE_MM = 28
MARGIN_TOP_MM = 34
MARGIN_BOTTOM_MM = 28
HEAD_MM = 16
"""From the top of the page to the running head."""
FOOT_MM = 15
"""From the bottom of the page to the running foot."""

HEADING_INDENT_MM = 13
"""Where the words of a numbered heading begin, at every level."""
LIST_INDENT_MM = 6
"""How much further in the text of a list stands at each depth; the bullet hangs."""
CELL_PADDING_MM = 2
TABLE_HEAD_FILL = "#EEF1F4"
"""Light enough for any text colour of a profile to keep its contrast."""
CONTENTS_INDENT_MM = 12
"""Where the entries of level 2 begin; a further level begins as much further in."""

_FEW_BLOCKS, _FEW_LETTERS = 5, 600
"""What is short enough to go with the signatures to another page: a third of one at most."""

ASCENT = 0.8
"""The share of a line that is above the baseline."""

LINE = 70
"""How many characters a line of running text holds, if they are wide."""
_SMALL_LINES = {"usual": LINE, "small": 82, "smallest": 88}
"""How many characters a line of a table holds, by its letters."""
_LOW_TABLE = 16
"""How many lines a table may have, its header too, to be kept on one page."""
_FULL = 60
"""How many characters of a line a column would like to hold; more are read as running text."""
_SHORT_LIST = 4
"""How many lines a list may have to be kept on one page."""
_HELD_LINES = 10
"""How many lines two items may have together to be kept on one page."""
_PARTED = 16
"""Characters; in a table with too many columns for its words, longer ones are hyphenated."""
_FIGURES: Final = re.compile(r"\d[\d\u00a0-]*(?:(?:[a-z]\u00a0)?§+)?–?")
"""A sum without its kronor, a day with the dash before another, a section without its chapter."""
_SYLLABLE = 7
"""How many characters a column has at least where words are hyphenated well: with one fewer they
are parted anywhere (`writers/pdf/inlines.py`)."""
_PADDING_CHARACTERS = 4
"""How many characters a cell's padding takes, and the bold of its header."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Points: the size of the letters, the height of a line, the space before and after."""

    size: float
    line: float
    before: float
    after: float


SMALL = Measure(8.5, 12.0, 0.0, 0.0)
"""Running heads, labels and the foot of the cover."""
SMALL_TABLES = {"small": Measure(9.0, 11.5, 0.0, 0.0), "smallest": Measure(8.0, 10.0, 0.0, 0.0)}
"""The letters of tables that say much on one page."""
CLOSE_PADDING_MM = 1.0
BELOW_HEAD = 4.0
"""Points between the running head and the line below it."""


def body(size: float) -> Measure:
    """Return the measure of running text, also in tables."""
    return _measure(size, 1.0, 1.4, 0.0, 0.7)


def heading(level: int, size: float) -> Measure:
    """Return the measure of a heading of `level`, where running text has `size`."""
    match level:
        case 1:
            return _measure(size, 1.5, 1.25, 2.0, 0.6)
        case 2:
            return _measure(size, 1.2, 1.25, 1.5, 0.4)
        case _:
            return _measure(size, 1.0, 1.25, 1.2, 0.3)


def item(size: float) -> Measure:
    """Return the measure of a paragraph in a list; the last one has `after` of `body`."""
    return _measure(size, 1.0, 1.4, 0.0, 0.3)


def contents(level: int, size: float) -> Measure:
    """Return the measure of an entry in the table of contents."""
    return _measure(size, 1.0, 1.4, 0.5 if level == 1 else 0.0, 0.0)


def column_shares(table: Table) -> tuple[float, ...]:
    """Return the share of the width that each column of `table` takes, 1 in all.

    A column needs as many characters as its longest word, at least 6, and would like as many as
    its longest line, at most `_FULL`; and its padding on top. Where the line does not hold what all
    would like, each has what it needs, and the rest is shared by how much their cells say, so that
    rows are low. Where it does not hold what all need, words longer than `_PARTED` are parted, and
    the rest is shared by what each needs. Where it does not hold even that, every word is parted,
    so that sums and days stay whole: nobody hyphenates those.
    """
    columns = _columns(table)
    needs, wishes = [_need(column) for column in columns], [_wish(column) for column in columns]
    floors = [min(need, _PARTED + _PADDING_CHARACTERS) for need in needs]
    line = line_of(table)
    if sum(wishes) > line:
        wishes = [max(need, _said(column)) for need, column in zip(needs, columns, strict=True)]
    widths = _between(needs, wishes, line) or _between(floors, needs, line)
    if not widths:
        wholes = [_whole(column) for column in columns]
        floors = [max(pair) for pair in zip(floors, wholes, strict=True)]
        widths = _between(wholes, floors, line) or wholes
    return tuple(width / sum(widths) for width in widths)


def fits(table: Table) -> bool:
    """Return whether a line holds a syllable, and each sum and day, in every column of `table`."""
    syllable = _SYLLABLE + _PADDING_CHARACTERS
    least = (max(_whole(column), min(_need(column), syllable)) for column in _columns(table))
    return sum(least) <= line_of(table)


def _columns(table: Table) -> list[tuple[Cell, ...]]:
    return list(zip(table.header, *table.rows, strict=True))


def _between(least: list[float], most: list[float], line: int) -> list[float]:
    """Return `least` and its share of what is left of a line; nothing if none is."""
    rest, lacking = line - sum(least), sum(most) - sum(least)
    if rest < 0:
        return []
    share = min(1.0, rest / lacking) if lacking else 1.0
    return [low + share * (high - low) for low, high in zip(least, most, strict=True)]


def line_of(table: Table) -> int:
    """Return how many characters the width of `table` holds."""
    return _SMALL_LINES[table.letters]


def rooms(table: Table) -> tuple[int, ...]:
    """Return how many characters a line of each column of `table` holds."""
    line = line_of(table)
    return tuple(int(line * share) - _PADDING_CHARACTERS for share in column_shares(table))


def cell_lines(cell: Cell, share: float, width: int = LINE) -> float:
    """Return about how many lines `cell` fills in a column with `share` of `width` characters."""
    return sum(len(line) / (width * share) + 1 for line in text(cell).split("\n"))


def is_kept_whole(table: Table) -> bool:
    """Return whether `table` is so low that it is moved to the next page rather than split."""
    shares, width = column_shares(table), line_of(table)
    heights = (
        max(cell_lines(cell, share, width) for cell, share in zip(row, shares, strict=True))
        for row in (table.header, *table.rows)
    )
    return sum(heights) <= _LOW_TABLE


def is_short(content: List) -> bool:
    """Return whether a list has so few lines that a part of it would be a line alone on a page."""
    return _lines(content.items) <= _SHORT_LIST


def held_items(count: int) -> frozenset[int]:
    """Return which of `count` items of a list are kept with the next: the first, the last but one.

    So no item stands alone at the foot of a page or at the top of one:

        1 ─ 2 │ 3 │ 4 ─ 5        1 ─ 2 ─ 3        1 ─ 2
    """
    return frozenset({0, count - 2}) if count > 1 else frozenset()


def fits_with_next(item: ListItem, following: ListItem) -> bool:
    """Return whether two items are so low that both can wait for the next page."""
    return _lines((item, following)) <= _HELD_LINES


def _lines(items: tuple[ListItem, ...]) -> float:
    """Return how many lines some items have; one with more than paragraphs has no end of them."""
    blocks = [block for item in items for block in item.blocks]
    return sum(
        cell_lines(block.content, 1) // 1 if isinstance(block, Paragraph) else inf
        for block in blocks
    )


def _need(column: tuple[Cell, ...]) -> float:
    words = (word for cell in column for word in text(cell).split())
    return max(6, *map(len, words), 0) + _PADDING_CHARACTERS


def _whole(column: tuple[Cell, ...]) -> float:
    """Return how many characters the longest sum or day of a column has, and its padding."""
    figures = (some.strip("\u00a0-") for cell in column for some in _FIGURES.findall(text(cell)))
    return max(6, *map(len, figures), 0) + _PADDING_CHARACTERS


def _said(column: tuple[Cell, ...]) -> float:
    """Return how many characters a cell says as a rule, at most `_FULL`, and its padding."""
    lengths = [len(text(cell)) for cell in column[1:]]
    return min(_FULL, sum(lengths) / max(1, len(lengths))) + _PADDING_CHARACTERS


def _wish(column: tuple[Cell, ...]) -> float:
    longest = max(len(line) for cell in column for line in text(cell).split("\n"))
    return max(_need(column), min(longest, _FULL) + _PADDING_CHARACTERS)


def _measure(size: float, scale: float, line: float, before: float, after: float) -> Measure:
    points = round(size * scale * 2) / 2
    return Measure(points, _twips(points * line), _twips(size * before), _twips(size * after))


def _twips(points: float) -> float:
    return round(points * 20) / 20


def leads_to_signatures(section: Section) -> bool:
    """Return whether a section that is last before the signatures is kept whole on their page.

    One of a few short paragraphs is, so that its heading says what the lines are for.
    """
    running = [block.content for block in section.blocks if isinstance(block, Paragraph)]
    short = len(running) <= _FEW_BLOCKS and sum(map(len, map(text, running))) <= _FEW_LETTERS
    return bool(section.heading) and short and len(running) == len(section.blocks)


def leads_in(block: Block, after: Block | None) -> bool:
    """Return whether `block` introduces what comes after it, and is kept on the same page.

    A text before a list or a table does, and a note: a paragraph all in emphasis.
    """
    if not isinstance(block, Paragraph) or after is None:
        return False
    is_note = len(block.content) == 1 and isinstance(block.content[0], Emphasis)
    return is_note or isinstance(after, List | Table)
