"""Lines of ours beside those that answer to them: what differs, by letters of either side."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from avtalsgen.compare.words.subsequence import common, common_ends
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import Edit, word_diff
from avtalsgen.model.returned.changes import ChangedSpan
from avtalsgen.readers.docx.returned.sheet import SheetStretch
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.folding import CELL, as_written, folded
from avtalsgen.takeback.paper.lines import PaperLine, PaperSpan

PARAGRAPH: Final = "\N{PARAGRAPH SEPARATOR}"
"""Between two lines that answer to one."""


_STAYING: Final = 3
"""A replacement in which one word of so many stays is several."""


@dataclass(frozen=True, slots=True)
class WordEdit:
    """What stands at `old_from` to `old_to` of one text and what stands there in the other."""

    old_from: int
    old_to: int
    new_from: int
    new_to: int


@dataclass(frozen=True, slots=True)
class LineSide:
    """One line or several, as one text in its normal form."""

    lines: tuple[PaperLine, ...]
    text: str
    starts: tuple[int, ...]

    def written(self, start: int, end: int) -> str:
        """Return the letters from `start` to `end` as they stand in the file."""
        parts = []
        for line, begins in zip(self.lines, self.starts, strict=True):
            first, last = max(0, start - begins), min(len(line.words), end - begins)
            if first < last:
                parts.append(as_written(line.text, line.fold, first, last))
        return "\n".join(parts).replace(CELL, " | ")

    def stretches(self, start: int, end: int) -> list[SheetStretch]:
        """Return the stretch of each letter from `start` to `end`, spaces left out."""
        said = []
        for line, begins in zip(self.lines, self.starts, strict=True):
            first, last = max(0, start - begins), min(len(line.words), end - begins)
            said += [line.stretch(p) for p in range(first, last) if not line.words[p].isspace()]
        return said

    def spans_of(self, edit: "WordEdit") -> tuple[ChangedSpan, ...]:
        """Return where in each of the lines an edit of the old text is."""
        return tuple(
            (line.words, max(0, edit.old_from - begins), min(len(line.words), edit.old_to - begins))
            for line, begins in zip(self.lines, self.starts, strict=True)
            if edit.old_from <= begins + len(line.words) and edit.old_to >= begins
        )

    @property
    def spans(self) -> list[PaperSpan]:
        """Return where facts are printed."""
        return [
            PaperSpan(span.start + begins, span.end + begins, span.path, span.kind)
            for line, begins in zip(self.lines, self.starts, strict=True)
            for span in line.spans
        ]


def side(lines: Sequence[PaperLine]) -> LineSide:
    """Return lines as one text, with a sign between them."""
    lengths = [len(line.words) + 1 for line in lines]
    starts = (0, *accumulate(lengths))[: len(lines)]
    return LineSide(tuple(lines), PARAGRAPH.join(line.words for line in lines), starts)


def differing(old: LineSide, new: LineSide) -> list[WordEdit]:
    """Return where two texts differ, word by word."""
    if old.text == new.text:
        return []
    sides = tokens(old.text), tokens(new.text)
    old_places, new_places = (
        tuple(accumulate((len(token) for token in words), initial=0)) for words in sides
    )
    return [
        WordEdit(
            old_places[edit.old_from],
            old_places[edit.old_to],
            new_places[edit.new_from],
            new_places[edit.new_to],
        )
        for edit in word_edits(*sides)
        if edit.kind != "same"
    ]


def word_edits(olds: Sequence[str], news: Sequence[str]) -> Iterator[Edit]:
    """Yield how words become others; a replacement in which words stay is one for each place."""
    for edit in word_diff(olds, news):
        yield from _apart(olds, news, edit) if edit.kind == "replace" else (edit,)


def folded_edits(olds: Sequence[str], news: Sequence[str]) -> tuple[Edit, ...]:
    """Return how pieces of text become others, each in its normal form."""
    sides = ([folded(f"x{token}x").text[1:-1] for token in side] for side in (olds, news))
    return tuple(word_edits(*sides))


def _apart(olds: Sequence[str], news: Sequence[str], edit: Edit) -> Iterator[Edit]:
    """Yield a replacement as what differs in it, where enough of its words stay."""
    old = [olds[place] if olds[place].isalnum() else "" for place in _range(edit, old=True)]
    new = [news[place] if news[place].isalnum() else "" for place in _range(edit, old=False)]
    numbers: dict[str, int] = {}
    ids = ([numbers.setdefault(word, len(numbers)) for word in side] for side in (old, new))
    stay = [(i, j) for i, j in common(*ids) if old[i]]
    words = min(sum(map(bool, side)) for side in (old, new))
    if len(stay) * _STAYING < words:
        stay = []
    old_here, new_here = edit.old_from, edit.new_from
    for i, j in (*stay, (len(old), len(new))):
        old_end, new_end = edit.old_from + i, edit.new_from + j
        yield from _trimmed(olds, news, Edit("replace", old_here, old_end, new_here, new_end))
        if i < len(old):
            yield Edit("same", old_end, old_end + 1, new_end, new_end + 1)
        old_here, new_here = old_end + 1, new_end + 1


def _range(edit: Edit, *, old: bool) -> range:
    return range(edit.old_from, edit.old_to) if old else range(edit.new_from, edit.new_to)


def _trimmed(olds: Sequence[str], news: Sequence[str], edit: Edit) -> Iterator[Edit]:
    """Yield a replacement without what is alike at either end of it."""
    first, last = common_ends(olds[edit.old_from : edit.old_to], news[edit.new_from : edit.new_to])
    old_from, old_to = edit.old_from + first, edit.old_to - last
    new_from, new_to = edit.new_from + first, edit.new_to - last
    if first:
        yield Edit("same", edit.old_from, old_from, edit.new_from, new_from)
    if old_from < old_to or new_from < new_to:
        yield Edit("replace", old_from, old_to, new_from, new_to)
    if last:
        yield Edit("same", old_to, edit.old_to, new_to, edit.new_to)


def after_edits(place: int, edits: Sequence[WordEdit], *, end: bool) -> int:
    """Return where a place in the old text is in the new one.

    What was put in right at it stands before the beginning of a span, and behind its end.
    """
    shift = 0
    for edit in edits:
        if edit.old_to < place or (edit.old_to == place and (not end or edit.old_from < place)):
            shift = edit.new_to - edit.old_to
        elif edit.old_from < place:
            return edit.new_to if end else edit.new_from
    return place + shift


def moved(spans: Sequence[PaperSpan], edits: Sequence[WordEdit]) -> list[PaperSpan]:
    """Return where each fact is printed in the new text, also one of which nothing is left."""
    return [
        PaperSpan(
            after_edits(span.start, edits, end=False),
            after_edits(span.end, edits, end=True),
            span.path,
            span.kind,
        )
        for span in spans
    ]


def carried(spans: Sequence[PaperSpan], edits: Sequence[WordEdit]) -> list[PaperSpan]:
    """Return where facts are printed in the new text, those of which nothing is left taken out."""
    return [span for span in moved(spans, edits) if span.start < span.end]
