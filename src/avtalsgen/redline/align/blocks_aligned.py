"""Which blocks of the newer file answer to which of the older.

backbone   blocks that say the same, or nearly, and stand in the same order on both sides:
           of all such pairs the set that holds the most text
gaps       between two pairs of the backbone, what is most alike
moves      pairs that the backbone leaves out because they stand elsewhere
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from avtalsgen.compare.words.subsequence import increasing
from avtalsgen.redline.align.blanks import filled, with_blanks
from avtalsgen.redline.align.block import Block, kept_letters, likeness, may_pair, shared
from avtalsgen.redline.align.clauses import clauses_alike
from avtalsgen.redline.align.cut_and_joined import grouped
from avtalsgen.redline.align.groups import Pair, Step, in_order

_RARE = 12
"""A word that stands in more blocks than this does not help to find one."""
_CANDIDATES = 3
"""How many of the blocks that share most rare words are looked at closely."""
_ALIKE = 0.5
"""The least likeness of two blocks that find each other from anywhere in the file."""
_NEAR = 0.3
"""The least part of two blocks at the same place that both have."""
_STAYED = 0.5
"""The least part of the shorter of two blocks that must be the same words in the same order for
them to have moved; sharing words here and there is not enough."""
_CONTAINED = 0.75
_FEW_LETTERS = 24
"""A block with fewer letters is never looked for elsewhere."""
"""The least part of the shorter of two blocks that must be in both for one to be in the other."""
_BAND = 64
_CELLS = 60_000
"""How many pairs of blocks of one gap are weighed against each other, a word at a time: 245 times
245. In a larger gap those are weighed that stand at about the same place, `_BAND` at the least."""


def align(old: Sequence[Block], new: Sequence[Block], *, moves: bool) -> list[Step]:
    """Return how the blocks of `old` became those of `new`, in the order of a merged page.

    Laws: every block stands in exactly one place of its side; without `moves` nothing moves;
    with the sides swapped, what answers to what is the same.
    """
    turned = _order(old) > _order(new)
    one, other = (new, old) if turned else (old, new)
    places = filled(one), filled(other)
    said = [one[i] for i in places[0]], [other[j] for j in places[1]]
    pairs = BlockPairs(*said)
    away = pairs.find(moves=moves)
    found = grouped(*said, sorted(pairs.to_new.items()), away)
    found = with_blanks(one, other, places, found)
    return in_order(len(old), len(new), found.turned() if turned else found)


def _order(side: Sequence[Block]) -> tuple[int, list[str]]:
    """Return what decides which of two sides is looked at first, whichever is the older."""
    return len(side), [block.form for block in side]


def _band(at: int, olds: int, news: int, width: int) -> range:
    """Return the places of the newer side that stand at about the same place as `at`."""
    middle = at * news // olds
    return range(max(0, middle - width), min(news, middle + width + 1))


class BlockPairs:
    """The pairs of one alignment."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self.old, self.new = old, new
        self.to_new: dict[int, int] = {}
        """Pairs that stay in order."""

    def find(self, *, moves: bool) -> list[Pair]:
        """Find the pairs that stay in order; return those that have moved."""
        first, last = self._ends()
        olds = range(first, len(self.old) - last)
        news = range(first, len(self.new) - last)
        for at in range(first):
            self.to_new[at] = at
        for at in range(1, last + 1):
            self.to_new[len(self.old) - at] = len(self.new) - at
        clauses = {
            (i + first, j + first): score
            for (i, j), score in clauses_alike(
                self.old[olds.start : olds.stop], self.new[news.start : news.stop]
            ).items()
            if may_pair(self.old[i + first], self.new[j + first])
        }
        found = self._found(olds, news, clauses)
        backbone = self._backbone(found)
        away = self._away(found, backbone, set(clauses)) if moves else []
        self.to_new.update(backbone)
        self._fill_gaps(olds, news, away)
        return away

    def _ends(self) -> tuple[int, int]:
        """Return how many blocks say the same at the beginning, and of the rest at the end."""
        shorter = min(len(self.old), len(self.new))
        first = 0
        while first < shorter and self.old[first].form == self.new[first].form:
            first += 1
        last = 0
        while last < shorter - first and self.old[-1 - last].form == self.new[-1 - last].form:
            last += 1
        return first, last

    def _found(self, olds: range, news: range, clauses: dict[Pair, float]) -> dict[Pair, float]:
        """Return pairs that find each other from anywhere, each block at most once."""
        found: dict[Pair, float] = {}
        used_old, used_new = set[int](), set[int]()
        for i, j in self._once(olds, news):
            if i not in used_old and j not in used_new:
                found[i, j] = self.old[i].size + 1.0
        used_old, used_new = {i for i, _ in found}, {j for _, j in found}
        for (i, j), score in clauses.items():
            if (i, j) in found or (i not in used_old and j not in used_new):
                found[i, j] = found.get((i, j), 0.0) + score
        used_old, used_new = {i for i, _ in found}, {j for _, j in found}
        alike = self._alike(
            [i for i in olds if i not in used_old], [j for j in news if j not in used_new]
        )
        for score, i, j in sorted(alike, key=lambda one: (-one[0], one[1], one[2])):
            if i not in used_old and j not in used_new:
                used_old.add(i)
                used_new.add(j)
                found[i, j] = score
        return found

    def _once(self, olds: range, news: range) -> Iterator[Pair]:
        """Yield blocks that say the same and stand once on either side."""
        old_times = Counter(self.old[i].form for i in olds)
        new_times = Counter(self.new[j].form for j in news)
        places = {self.new[j].form: j for j in news}
        for i in olds:
            form = self.old[i].form
            if old_times[form] == 1 and new_times.get(form) == 1:
                yield i, places[form]

    def _alike(self, olds: list[int], news: list[int]) -> Iterator[tuple[float, int, int]]:
        """Yield how much text is in both, and the two, of blocks that share rare words."""
        places: dict[str, list[int]] = defaultdict(list)
        for j in news:
            for word in self.new[j].words:
                places[word].append(j)
        for i in olds:
            votes: Counter[int] = Counter()
            for word in self.old[i].words:
                where = places.get(word, ())
                if len(where) <= _RARE:
                    for j in where:
                        votes[j] += len(word)
            for j, _ in votes.most_common(_CANDIDATES):
                score = self._score(i, j)
                if score:
                    yield score, i, j

    def _score(self, i: int, j: int) -> float:
        """Return how much text two blocks share if they are alike; 0 if they are not."""
        one, other = self.old[i], self.new[j]
        if not may_pair(one, other) or min(one.size, other.size) < _FEW_LETTERS:
            return 0.0
        if one.is_entry != other.is_entry:
            return 0.0  # a heading has not moved to the contents
        both = shared(one.words, other.words)
        whole = both / max(one.size, other.size)
        part = both / min(one.size, other.size)
        if whole >= _ALIKE or (part >= _CONTAINED and one.is_paragraph):
            return both * whole
        return 0.0

    def _backbone(self, found: dict[Pair, float]) -> list[Pair]:
        pairs = sorted(found)
        kept = increasing([j for _, j in pairs], [found[pair] for pair in pairs])
        return [pair for at, pair in enumerate(pairs) if at in kept]

    def _away(self, found: dict[Pair, float], backbone: list[Pair], sure: set[Pair]) -> list[Pair]:
        """Return the pairs that stand elsewhere, and can be marked so."""
        return [
            (i, j)
            for i, j in sorted(set(found) - set(backbone))
            if self.old[i].stands_free and ((i, j) in sure or self._same_words(i, j))
        ]

    def _same_words(self, i: int, j: int) -> bool:
        """Return whether two blocks hold enough of the same words in the same order."""
        one, other = self.old[i], self.new[j]
        if min(one.size, other.size) < _FEW_LETTERS:
            return False
        if one.form == other.form or not one.is_paragraph:
            return one.form == other.form
        kept = kept_letters(one.text, other.text)
        return kept >= _STAYED * min(len(one.text), len(other.text))

    def _fill_gaps(self, olds: range, news: range, away: list[Pair]) -> None:
        gone, came = {i for i, _ in away}, {j for _, j in away}
        i, j = olds.start, news.start
        stays = sorted((a, b) for a, b in self.to_new.items() if a in olds)
        for a, b in [*stays, (olds.stop, news.stop)]:
            self.fill(
                [one for one in range(i, a) if one not in gone],
                [one for one in range(j, b) if one not in came],
            )
            i, j = a + 1, b + 1

    def fill(self, olds: list[int], news: list[int]) -> None:
        """Tie what is most alike in a gap, in order."""
        if not olds or not news:
            return
        self.to_new.update(self._best(olds, news))

    def _best(self, olds: list[int], news: list[int]) -> list[Pair]:
        """Return the pairs, in order, that share the most text.

        The best of what is left, from the end: a pair is taken, or one side is passed over. Of a
        large gap only a band along its diagonal is weighed.

                news →                 best[a][b] = the larger of
            o  ░░▒▒                       worth[a][b] + best[a+1][b+1]   a and b are a pair
            l  ░▒▒▒░                      best[a+1][b]                   a is passed over
            d   ▒▒▒░░                     best[a][b+1]                   b is passed over
            s    ░▒▒▒
        """
        alone = len(olds) == len(news) == 1
        width = max(_BAND, _CELLS // (2 * len(olds)))
        worth: dict[Pair, float] = {}
        best: dict[Pair, float] = {}
        bands = [_band(a, len(olds), len(news), width) for a in range(len(olds))]
        for a in range(len(olds) - 1, -1, -1):
            for b in reversed(bands[a]):
                own = self._worth(olds[a], news[b], alone=alone)
                tied = 0.0
                if own:
                    worth[a, b] = own
                    tied = own + best.get((a + 1, b + 1), 0.0)
                best[a, b] = max(best.get((a + 1, b), 0.0), best.get((a, b + 1), 0.0), tied)
        pairs: list[Pair] = []
        a, b = 0, 0
        while a < len(olds) and b < len(news):
            here = best.get((a, b), 0.0)
            if (a, b) in worth and here == worth[a, b] + best.get((a + 1, b + 1), 0.0):
                pairs.append((olds[a], news[b]))
                a, b = a + 1, b + 1
            elif b >= bands[a].stop or here == best.get((a + 1, b), 0.0):
                a += 1
            else:
                b += 1
        return pairs

    def _worth(self, i: int, j: int, *, alone: bool) -> float:
        one, other = self.old[i], self.new[j]
        if one.form == other.form:
            return one.size + 1.0
        if not may_pair(one, other):
            return 0.0
        like = likeness(one, other)
        if not one.is_paragraph and alone:
            return like + 0.1
        least = min(one.size, other.size)
        both = shared(one.words, other.words)
        near = 2 * both >= _NEAR * (one.size + other.size)
        if near or (least >= _FEW_LETTERS and both >= _CONTAINED * least):
            return both + like
        return 0.0
