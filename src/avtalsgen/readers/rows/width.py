"""How wide a row is, and how wide the rows of a file may be.

A text layer has lost where its letters stood. In most typefaces of running text a letter has
about the same share of the em, so that the width of a row can be reckoned from its letters;
or the text was wrapped where every sign counts alike. Which of the two it was shows in the rows
that were surely wrapped: they are about equally wide.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import fmean, pstdev, quantiles

from avtalsgen.readers.rows.row import Row

FEWEST = 40
"""Signs that a row of running text has at least; shorter ones are broken by hand."""
_WIDEST = 160
"""Signs of a row that some page could hold."""
_SHARE = 0.05
"""Of the rows, that are surely wrapped in a file where rows are."""
_THOUSANDTHS = {
    222: "ijl’‘",
    278: "ft.,:;/!I \N{NO-BREAK SPACE}",
    333: "r()-[]”“",
    500: "cksvxyzJ",
    611: "FTZ",
    667: "ABEKPSVXYÅÄ&",
    722: "CDHNRUw",
    778: "GOQÖ",
    833: "mM",
    944: "W—%",
}
"""Of the em, in Helvetica, from which most typefaces of text differ little."""
_WIDTH = {letter: width / 1000 for width, letters in _THOUSANDTHS.items() for letter in letters}
_OTHER = 0.556
_MARGIN = 0.99
"""What is wider than this share of the widest row has no room for another letter."""

Measure = Callable[[str], float]


def measured(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of a text with `right` as they were printed, as far as it can be told."""
    wrapped = _wrapped(rows)
    if len(wrapped) < 2:
        return tuple(rows)
    measure = min((signs, letters), key=lambda measure_of: _spread(wrapped, measure_of))
    return tuple(replace(row, right=row.left + measure(row.text)) for row in rows)


def full(rows: Sequence[Row]) -> float:
    """Return where rows are full; 0 in a file where only its author ended them."""
    wrapped = _wrapped(rows)
    if len(wrapped) < max(2, len(rows) * _SHARE):
        return 0.0
    return quantiles((row.right for row in wrapped), n=20)[18] * _MARGIN


def signs(text: str) -> float:
    """Return the width of `text` where every sign is as wide."""
    return float(len(text))


def letters(text: str) -> float:
    """Return the width of `text` in em, as a typeface without serifs has it."""
    return sum(_WIDTH.get(letter, _OTHER) for letter in text)


def _wrapped(rows: Sequence[Row]) -> list[Row]:
    """Return the rows whose sentence goes on in the next one, with a small letter."""
    return [
        row
        for row, below in pairwise(rows)
        if FEWEST <= len(row.text) <= _WIDEST
        and not below.gap
        and below.page == row.page
        and below.text[0].islower()
        and "\t" not in row.text
    ]


def _spread(rows: Sequence[Row], measure: Measure) -> float:
    widths = [measure(row.text) for row in rows]
    return pstdev(widths) / fmean(widths)
