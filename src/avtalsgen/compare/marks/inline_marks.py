"""Running text of two versions in one, or either of them, with what differs marked."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from avtalsgen.compare.marks.runs import MarkedRun, content, runs, whole
from avtalsgen.compare.meaning.folds import PARAGRAPH
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.model.nodes import Deleted, Inline, Inserted, Text
from avtalsgen.records import dataclass

Content = tuple[Inline, ...]
Side = Literal["old", "new"]

_BORDER = MarkedRun(PARAGRAPH, (("border", ""),), Text(PARAGRAPH))


@dataclass(frozen=True, slots=True)
class _SameWords:
    """As many characters from `old` as from `new` that are the same and look the same."""

    old: int
    new: int
    length: int


def merged(old: Content, new: Content) -> Content:
    """Return both texts in one; without its deletions it is `new`, without insertions `old`.

    Words that both have look as in both: those that were made bold are deleted and inserted.
    """
    if old == new:
        return whole(new)
    olds, news = list(runs(old)), list(runs(new))
    inlines: list[Inline] = []
    old_at = new_at = 0
    kept = list(_kept(olds, news))
    for same in (*kept, _SameWords(_length(olds), _length(news), 0)):
        if old_at < same.old:
            inlines.append(Deleted(content(_cut(olds, old_at, same.old))))
        if new_at < same.new:
            inlines.append(Inserted(content(_cut(news, new_at, same.new))))
        inlines += content(_cut(news, same.new, same.new + same.length))
        old_at, new_at = same.old + same.length, same.new + same.length
    return _tied(inlines)


def one_side(olds: Sequence[Content], news: Sequence[Content], side: Side) -> tuple[Content, ...]:
    """Return the texts of one side, what the other has not marked: `Deleted` or `Inserted`.

    Several texts that answer to one are marked for what they have in common with it together.
    """
    sides = _together(olds), _together(news)
    kept = [
        (same.old, same.old + same.length) if side == "old" else (same.new, same.new + same.length)
        for same in _kept(*sides)
    ]
    unmarked = sides[0] if side == "old" else sides[1]
    marked = []
    start = 0
    for content_of in olds if side == "old" else news:
        end = start + _length(list(runs(content_of)))
        marked.append(_marked(unmarked, start, end, kept, side))
        start = end + 1
    return tuple(marked)


def _together(contents: Sequence[Content]) -> list[MarkedRun]:
    together = list(runs(contents[0]))
    for following in contents[1:]:
        together += (_BORDER, *runs(following))
    return together


def _marked(
    side_runs: Sequence[MarkedRun],
    start: int,
    end: int,
    kept: Iterable[tuple[int, int]],
    side: Side,
) -> Content:
    inlines: list[Inline] = []
    mark = Deleted if side == "old" else Inserted
    position = start
    for first, last in (*kept, (end, end)):
        first, last = max(first, start), min(last, end)
        if first > end or last < position:
            continue
        if position < first:
            inlines.append(mark(content(_cut(side_runs, position, first))))
        inlines += content(_cut(side_runs, first, last))
        position = last
    return _tied(inlines)


def _tied(inlines: Iterable[Inline]) -> Content:
    """Return `inlines` with what is alike and stands side by side as one, also among marks."""
    result: list[Inline] = []
    plain: list[Inline] = []
    for inline in (*inlines, None):
        if inline is not None and not isinstance(inline, Inserted | Deleted):
            plain.append(inline)
            continue
        result += whole(plain)
        plain = []
        if inline is not None:
            result.append(inline)
    return tuple(result)


def _length(inline_runs: Iterable[MarkedRun]) -> int:
    return sum(len(run.text) for run in inline_runs)


def _cut(inline_runs: Iterable[MarkedRun], start: int, end: int) -> Iterator[MarkedRun]:
    position = 0
    for run in inline_runs:
        first, last = max(start - position, 0), min(end - position, len(run.text))
        if first < last:
            yield run.cut(first, last)
        position += len(run.text)
        if position >= end:
            return


def _kept(olds: Sequence[MarkedRun], news: Sequence[MarkedRun]) -> Iterator[_SameWords]:
    """Yield what both sides have, in pieces that look the same and can be cut out."""
    pieces = [
        (old_run, new_run, same)
        for old_run, new_run, same in _pieces(olds, news)
        if _alike(olds[old_run], news[new_run])
    ]
    covered: dict[tuple[int, int], int] = {}
    for old_run, new_run, same in pieces:
        covered[old_run, new_run] = covered.get((old_run, new_run), 0) + same.length
    for old_run, new_run, same in pieces:
        run = olds[old_run]
        if not run.is_whole or covered[old_run, new_run] == len(run.text):
            yield same


def _alike(old: MarkedRun, new: MarkedRun) -> bool:
    """Return whether words may stand for both: a fact for words, but no reference for a text."""
    if PARAGRAPH in (old.text, new.text) or old.wraps != new.wraps:
        return False
    return old.leaf == new.leaf if old.is_whole or new.is_whole else True


def _pieces(
    olds: Sequence[MarkedRun], news: Sequence[MarkedRun]
) -> Iterator[tuple[int, int, _SameWords]]:
    """Yield what is the same in both texts, cut where a run of either ends."""
    words = [tokens("".join(run.text for run in side)) for side in (olds, news)]
    borders = [_borders(side) for side in (olds, news)]
    old_at = new_at = old_run = new_run = 0
    for edit in word_diff(*words):
        old_end = old_at + sum(map(len, words[0][edit.old_from : edit.old_to]))
        new_end = new_at + sum(map(len, words[1][edit.new_from : edit.new_to]))
        while edit.kind == "same" and old_at < old_end:
            while borders[0][old_run] <= old_at:
                old_run += 1
            while borders[1][new_run] <= new_at:
                new_run += 1
            room = borders[0][old_run] - old_at, borders[1][new_run] - new_at, old_end - old_at
            yield old_run, new_run, _SameWords(old_at, new_at, min(room))
            old_at, new_at = old_at + min(room), new_at + min(room)
        old_at, new_at = old_end, new_end


def _borders(inline_runs: Iterable[MarkedRun]) -> list[int]:
    """Return where each run ends."""
    position, ends = 0, []
    for run in inline_runs:
        position += len(run.text)
        ends.append(position)
    return ends
