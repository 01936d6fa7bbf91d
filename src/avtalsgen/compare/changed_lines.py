"""Lines beside each other: what stays, what came and went, and what that means."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from avtalsgen.compare.align.outline import BETWEEN_CELLS, Unit
from avtalsgen.compare.meaning.folds import CELL, PARAGRAPH
from avtalsgen.compare.meaning.judge import AROUND, Judge, Wording
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.model.comparison import Change, Line, Span, Weight

Spans = tuple[Span, ...]
Units = Sequence[Unit]

_MARKS: Final[dict[str, Literal["inserted", "deleted"]]] = {
    "insert": "inserted",
    "delete": "deleted",
}


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stays, or is changed, at one place of lines that answer to each other."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    change: int | None
    """None for what stays."""


@dataclass(slots=True)
class ChangeWriter:
    """The changes of a pair of sections, while its lines are written."""

    judge: Judge
    changes: list[Change] = field(default_factory=list)
    same: int = 0
    """How many characters both sides have."""

    def alone(self, unit: Unit, kind: Literal["insert", "delete"]) -> Spans:
        """Return a line that only one side has; it is a change."""
        if not unit.text:
            return ()
        words = tokens(unit.text)
        wording = Wording(words, ()) if kind == "delete" else Wording((), words)
        return (Span(unit.text, _MARKS[kind], self._change(wording)),)

    def answering(self, olds: Units, news: Units) -> tuple[Line, ...]:
        """Return the lines that say how `olds` became `news`; what differs is a change.

        As many lines as there are on the side that has several.
        """
        if [unit.text for unit in olds] == [unit.text for unit in news]:
            return (self._unchanged(news[0]),)
        pieces = list(self._pieces(olds, news))
        self.same += sum(
            len(word) for piece in pieces if piece.change is None for word in piece.new
        )
        several = news if len(news) > 1 else olds
        return tuple(
            Line(unit.kind, _spans(row, "deleted"), _spans(row, "inserted"))
            for unit, row in zip(several, _rows(pieces, several is news), strict=True)
        )

    def moved(self, unit: Unit, kind: Literal["insert", "delete"], weight: Weight) -> None:
        """Say that `unit` of one side stands somewhere else on the other, and what that weighs."""
        old, new = (unit.text, "") if kind == "delete" else ("", unit.text)
        self.changes.append(Change(kind, old, new, weight, ("flyttad",)))

    def _unchanged(self, unit: Unit) -> Line:
        self.same += len(unit.text)
        spans = (Span(unit.text, "same"),) if unit.text else ()
        return Line(unit.kind, spans, spans)

    def _pieces(self, olds: Units, news: Units) -> Iterator[_Segment]:
        old, new = _joined(olds), _joined(news)
        of_row = news[0].kind == "row"
        for edit in word_diff(old, new):
            words = old[edit.old_from : edit.old_to], new[edit.new_from : edit.new_to]
            if edit.kind == "same":
                yield _Segment(*words, None)
                continue
            before = new[max(0, edit.new_from - AROUND) : edit.new_from]
            after = new[edit.new_to : edit.new_to + AROUND]
            said = (_celled(each) if of_row else each for each in (*words, before, after))
            yield _Segment(*words, self._change(Wording(*said)))

    def _change(self, wording: Wording) -> int:
        old, new = _text(wording.old), _text(wording.new)
        weight, reasons = self.judge.weigh(wording)
        kind: Literal["replace", "insert", "delete"] = "replace"
        if not (old and new):
            kind = "delete" if old else "insert"
        self.changes.append(Change(kind, old, new, weight, reasons))
        return len(self.changes) - 1


def one_side(lines: Iterable[Line], side: Literal["old", "new"]) -> Spans:
    """Return the words of one side of `lines`, without saying which change they belong to."""
    each = (line.old if side == "old" else line.new for line in lines)
    return tuple(replace(span, change=None) for spans in each for span in spans or ())


def _joined(units: Units) -> tuple[str, ...]:
    found = list(tokens(units[0].text))
    for unit in units[1:]:
        found += (PARAGRAPH, *tokens(unit.text))
    return tuple(found)


def _celled(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a row with its cells told from other white space."""
    return tuple(CELL if word == BETWEEN_CELLS else word for word in words)


def _text(words: Iterable[str]) -> str:
    return "".join({PARAGRAPH: "\n", CELL: BETWEEN_CELLS}.get(word, word) for word in words)


def _rows(pieces: Iterable[_Segment], new_is_parted: bool) -> list[list[_Segment]]:
    """Return the pieces of each line, parted where the side that has several lines is."""
    rows: list[list[_Segment]] = [[]]
    for piece in pieces:
        parted = piece.new if new_is_parted else piece.old
        whole = piece.old if new_is_parted else piece.new
        for at, part in enumerate(_parts(parted)):
            if at:
                rows.append([])
            kept = part if piece.change is None else whole if not at else ()
            sides = (kept, part) if new_is_parted else (part, kept)
            rows[-1].append(_Segment(*sides, piece.change))
    return rows


def _parts(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    start = 0
    for at, word in enumerate(words):
        if word == PARAGRAPH:
            yield tuple(words[start:at])
            start = at + 1
    yield tuple(words[start:])


def _spans(row: Iterable[_Segment], mark: Literal["inserted", "deleted"]) -> Spans:
    found = []
    for piece in row:
        text = "".join(piece.new if mark == "inserted" else piece.old)
        if text:
            found.append(Span(text, "same" if piece.change is None else mark, piece.change))
    return tuple(found)
