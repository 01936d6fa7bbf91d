"""Rows joined to paragraphs.

A row goes on in the next one if a word more had no room in it, or if a sentence plainly goes on:
it has not ended, and the next row begins with a small letter. Headings that the contents know
are paragraphs whatever their rows look like.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from avtalsgen.readers.rows import width
from avtalsgen.readers.rows.hyphens import Hyphens, hyphens
from avtalsgen.readers.rows.row import Row
from avtalsgen.records import dataclass
from avtalsgen.swedish.connectives import BEFORE_FIGURES
from avtalsgen.swedish.numbers import read_letters

_SIGN = re.compile(
    r"""
    (?: [•‣▪■◦○●·*–—-] | o(?=\t)
      | \(?\d{1,2}[.)]                                    # 1. 2)
      | \(?[a-zåäöA-ZÅÄÖ]\)                               # a) (B)
      | \(?[ivxl]{2,6}[.)] | [IVXL]{1,6}[.)]              # ii) IV.
    ) (?: [ \t] | $ )
    """,
    re.VERBOSE,
)
"""What an item of a list begins with."""
_ITEM = re.compile(r"\(?(?:[a-zåäöA-ZÅÄÖ]|[ivxl]{2,6}|[IVXL]{2,6})\)[ \t]|[•‣▪■◦○●·*]")
"""What no sentence goes on with."""
_ENDED = re.compile(r"(?<![.…])[.!?:;…][”\"’')\]]*$")
_SHORTENED = re.compile(r"\b[a-zåäö]{1,3}\.[ ]?[a-zåäö]{1,3}\.$")
"""`bl.a.`, `m.m.`: the full stop of no sentence, if a small letter comes next."""
_SIGNS_OF_END = 10
_NUMBERED = re.compile(r"(?:§ ?)?\d{1,3}(?:\.\d{1,3})*\.?[ \t]+\S|\d{1,3} §")
_RULE = re.compile(r"[-_=.─═…\s]{4,}")
_FIGURE = re.compile(
    r"""
    §[ ]?\d{1,3}[ ][a-zåäö](?:[a-zåäö]|[ ][a-zåäö])                       # § 3 lagen
    | \d{1,3}
    (?: [ \t\u00a0] (?: \d | [a-zåäö] | §[ ][a-zåäö] )   # 2 590, 31 mars, 3 § lagen
      | [ \t\u00a0]? [%§] (?! [^.,;]* [ ][A-ZÅÄÖ] )       # 10 %, 3 § första stycket
    )
    """,
    re.VERBOSE,
)
"""A figure of a sentence, not the number of a heading, which has a capital next."""
_LAST_FIGURE = re.compile(r"\d{1,3}\.")
"""A figure that ends its sentence alone on a row: `… gäller nummer` `1.`"""
_LEADS_TO_FIGURE = re.compile(rf"\b(?:{'|'.join(map(re.escape, BEFORE_FIGURES))})[ ]?$")
"""Words before a figure that no sentence stops at."""
_SAID_AGAIN = re.compile(r"\((?P<figure>\d{1,3})\)(?=[ \t\u00a0])")
"""`tre` `(3) månader`: a numeral in figures after its word; elsewhere it counts an item."""
_LOOKED_AT = 20
"""Signs at the end of a row."""
_WELL_FILLED = 0.6
"""The share of a full row that a sentence fills before it goes on in the next."""
_DEEPEST_HEADING = 3
"""Rows of a heading."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Rows that are one paragraph, and its words with single spaces."""

    text: str
    rows: tuple[Row, ...]
    is_heading: bool = False
    """The contents have it."""


def joined(rows: Sequence[Row], headings: Set[str] = frozenset()) -> tuple[Joined, ...]:
    """Return the paragraphs that `rows` are; every row is in one, in its order.

    `headings` are what the contents have, as `key` gives them.
    """
    full = width.full(rows)
    joining = _Joining(hyphens(row.text for row in rows), full, _is_spaced(rows, full), headings)
    return tuple(joining.paragraphs(rows))


def key(text: str) -> str:
    """Return `text` as it is compared with another text that may be spaced or cased otherwise."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class _Joining:
    hyphens: Hyphens
    width: float
    spaced: bool
    """Whether there is room between paragraphs: then a row without any goes on from the last."""
    headings: Set[str]

    def paragraphs(self, rows: Sequence[Row]) -> Iterator[Joined]:
        place = 0
        while place < len(rows):
            count = self._heading(rows, place)
            if count:
                yield self._one(rows[place : place + count], is_heading=True)
            else:
                count = 1
                while place + count < len(rows) and self._goes_on(rows, place, place + count):
                    count += 1
                yield self._one(rows[place : place + count])
            place += count

    def _one(self, rows: Sequence[Row], *, is_heading: bool = False) -> Joined:
        text = rows[0].text
        for row in rows[1:]:
            text = self.hyphens.joined(text, row.text)
        return Joined(text, tuple(rows), is_heading)

    def _heading(self, rows: Sequence[Row], place: int) -> int:
        """Return how many rows from `place` are a heading that the contents have."""
        if not self.headings:
            return 0
        for count in range(_DEEPEST_HEADING, 0, -1):
            text = self._one(rows[place : place + count]).text
            if text and key(text) in self.headings:
                return min(count, len(rows) - place)
        return 0

    def _goes_on(self, rows: Sequence[Row], start: int, place: int) -> bool:
        """Return whether the row `place` belongs to the paragraph that begins with row `start`."""
        first, before, after = rows[start], rows[place - 1], rows[place]
        if _stands_alone(before) or self._heading(rows, place):
            return False
        if _begins(after) and not self._is_inside_a_sentence(before, after):
            return False
        if before.size != after.size or self._bold_ends(before, after):
            return False
        if before.page != after.page:
            return self._goes_on_over_page(before, after)
        if after.gap:
            return _SIGN.match(first.text) is not None and self._item_goes_on(before, after)
        if _is_capitals(before.text) != _is_capitals(after.text):
            return before.is_placed and not _has_ended(before) and self._is_full(before, after)
        if _is_capitals(before.text) and _NUMBERED.match(before.text):
            return True
        if _has_ended(before):
            return self.spaced and self._is_full(before, after) and self._is_whole(after)
        return self._is_full(before, after) or self._sentence_goes_on(before, after)

    def _is_inside_a_sentence(self, before: Row, after: Row) -> bool:
        """Return whether a figure first on a row is one of a sentence: `… avgift på` `20 mnkr`."""
        if _ITEM.match(after.text):
            return False
        turned = before.page != after.page
        if _is_said_again(before, after):
            return turned or not after.gap
        led = _LEADS_TO_FIGURE.search(before.text[-_LOOKED_AT:])
        first = _FIGURE.match(after.text) or _LAST_FIGURE.fullmatch(after.text)
        figure = (first or led) and (turned or not after.gap)
        full = self._is_full(before, after) or (turned and led)
        return bool(figure and full) and not _has_ended(before)

    def _bold_ends(self, before: Row, after: Row) -> bool:
        """Return whether bold words end with a row, and are a heading, not the lead of a text."""
        goes_on = self._is_full(before, after) and after.text[0].islower()
        return before.bold and not after.bold and not (before.is_placed and goes_on)

    def _is_whole(self, after: Row) -> bool:
        """Return whether a row may begin a sentence of the paragraph above, and no other one.

        On a page the room between rows has told it already.
        """
        filled = after.right > self.width * _WELL_FILLED
        return after.is_placed or _has_ended(after) or filled

    def _sentence_goes_on(self, before: Row, after: Row) -> bool:
        """Return whether a sentence stops in the middle, and may go on in `after`."""
        if _has_ended(before) or len(before.text) < width.FEWEST:
            return False
        return before.right > self.width * _WELL_FILLED and not after.text[0].isupper()

    def _item_goes_on(self, before: Row, after: Row) -> bool:
        """Return whether an item goes on below an empty row, that a reader of pages has put in."""
        inside = not _has_ended(before) and after.text[0].islower()
        return inside and not before.is_placed and self._is_full(before, after)

    def _goes_on_over_page(self, before: Row, after: Row) -> bool:
        """Return whether a sentence that a page breaks goes on in `after`.

        A short row below others may break one: a word that had no room above, all the rest of it
        on the next page. Whether a paragraph goes on after a sentence that ends with the page
        nobody can tell; it is taken for ended.
        """
        if _has_ended(before) and not _is_shortened(before, after):
            return False
        long = len(before.text) >= width.FEWEST
        if after.text[0].islower():
            return long or (before.is_placed and not before.gap)
        return long and (self._is_full(before, after) or self._is_inside_a_sentence(before, after))

    def _is_full(self, before: Row, after: Row) -> bool:
        """Return whether the first word of `after` had no room in `before`."""
        if not self.width:
            return False
        word = re.split(r"[ \t]", after.text, maxsplit=1)[0]
        share = width.letters(f" {word}") / width.letters(after.text)
        return before.right + (after.right - after.left) * share > self.width


def _is_spaced(rows: Sequence[Row], full: float) -> bool:
    """Return whether there is room below most rows that surely end a paragraph."""
    below = [
        after.gap
        for before, after in pairwise(rows)
        if _has_ended(before) and before.right < full * _WELL_FILLED
    ]
    return sum(below) * 2 >= len(below)


def _begins(row: Row) -> bool:
    """Return whether a row looks like the first of something: an item, a numbered heading."""
    return bool(_SIGN.match(row.text) or _NUMBERED.match(row.text) or _RULE.fullmatch(row.text))


def _has_ended(row: Row) -> bool:
    """Return whether a sentence ends where the row does."""
    return bool(_ENDED.search(row.text[-_SIGNS_OF_END:]))


def _is_said_again(before: Row, after: Row) -> bool:
    again, words = _SAID_AGAIN.match(after.text), before.text.split()
    if again is None or not words:
        return False
    return read_letters(words[-1].casefold()) == int(again["figure"])


def _is_shortened(before: Row, after: Row) -> bool:
    return bool(_SHORTENED.search(before.text[-_SIGNS_OF_END:])) and after.text[0].islower()


def _stands_alone(row: Row) -> bool:
    return row.is_title or bool(_RULE.fullmatch(row.text))


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 1
