"""Who answers to whom, so that all together answer best."""

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush
from typing import Final

_MOST_STEPS: Final = 400
"""Rows that may have to change their column for one more: in a text where all lines are somewhat
like all others it goes without, and the rest are as good as they were."""


def best(worth: Mapping[int, Mapping[int, float]]) -> dict[int, int]:
    """Return a column for each row, such that together they are worth the most.

    `worth` names only the pairs that may be, each worth more than nothing; a row may also go
    without. Shortest augmenting paths over the pairs there are (Jonker and Volgenant, 1987),
    so the work grows with them and not with all rows times all columns.
    """
    return _Assignment(worth).solve()


# Three rows want columns; a number is what a pair is worth, and stars are the pairs so far.
#
#           x    y    z
#      a   .9*  .8              Row c is new and may only have x. It can take x from a if a then
#      b        .7*  .2         takes y from b and b takes z:  c-x + a-y + b-z = .6 + .8 + .2
#      c   .6                   or go without:                       a-x + b-y = .9 + .7
#
#      c -> x  ..>  a -> y  ..>  b -> z         the way: a pair that may be, then one that is
#
# `take` looks for the cheapest such way from a row to a column that nobody has, as Dijkstra does
# over the columns; the cost of a step is what the pair is worth less than the prices of its row and
# column. Prices are kept so that no step costs less than nothing and the steps of the pairs that
# are cost nothing: which is why the pairs are the best there are, and why Dijkstra may be used. A
# row may always take a column of its own that is worth nothing: it goes without.


class _Assignment:
    """Columns taken so far, and the prices that prove that they are the best."""

    def __init__(self, worth: Mapping[int, Mapping[int, float]]) -> None:
        self.worth = worth
        self.row_of: dict[int, int] = {}
        self.column_of: dict[int, int] = {}
        self.row_price: dict[int, float] = {}
        self.column_price: dict[int, float] = {}

    def solve(self) -> dict[int, int]:
        for row in sorted(self.worth):
            self.row_price[row] = min(
                cost - self.column_price.get(column, 0.0) for column, cost in self.costs(row)
            )
            self.take(row)
        return {row: column for row, column in self.column_of.items() if column >= 0}

    def costs(self, row: int) -> Iterator[tuple[int, float]]:
        """Yield the columns of `row`; one of its own, below 0, stands for none."""
        yield -1 - row, 0.0
        for column, worth in self.worth[row].items():
            yield column, -worth

    def take(self, first: int) -> None:
        """Give `first` a column, others having changed theirs for it; none that is too far."""
        reached: dict[int, float] = {}
        way: dict[int, int] = {}
        waiting: list[tuple[float, int]] = []
        done: dict[int, float] = {}
        row, so_far = first, 0.0
        while True:
            for column, cost in self.costs(row):
                price = self.row_price[row] + self.column_price.get(column, 0.0)
                length = so_far + cost - price
                if column not in done and length < reached.get(column, length + 1):
                    reached[column], way[column] = length, row
                    heappush(waiting, (length, column))
            so_far, column = heappop(waiting)
            while column in done:
                so_far, column = heappop(waiting)
            if column not in self.row_of:
                break
            if len(done) == _MOST_STEPS:
                return
            done[column] = so_far
            row = self.row_of[column]
        self.row_price[first] += so_far
        for passed, length in done.items():
            self.row_price[self.row_of[passed]] += so_far - length
            self.column_price[passed] = self.column_price.get(passed, 0.0) + length - so_far
        self.change(first, column, way)

    def change(self, first: int, column: int, way: Mapping[int, int]) -> None:
        """Give each row on the way the column that it reached."""
        row = -1
        while row != first:
            row = way[column]
            left = self.column_of.get(row, column)
            self.row_of[column], self.column_of[row] = row, column
            column = left
