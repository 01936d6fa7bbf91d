"""Lines beside each other: what stays, what came and went, and what that means."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import Final, Literal
from urllib.parse import unquote

from avtalsgen.compare.align.outline import BETWEEN_CELLS, Unit
from avtalsgen.compare.meaning.conditions import sentences_of
from avtalsgen.compare.meaning.folds import CELL, PARAGRAPH
from avtalsgen.compare.meaning.judge import AROUND, NO_SENTENCES, Judge, Sentences, Wording
from avtalsgen.compare.references import led_elsewhere
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.model.comparison import Change, ComparedLine, Reason, Span, Weight
from avtalsgen.records import dataclass

Spans = tuple[Span, ...]
Units = Sequence[Unit]

_SCHEME: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class FormatsCompared:
    """What the formats of two documents let a comparison tell."""

    linked: bool = False
    """Both have links, so where one leads can be compared."""
    rowed: bool = False
    """One tells only rows: a line break may be a space in it, or a new paragraph."""


@dataclass(slots=True)
class ChangeWriter:
    """The changes of a pair of sections, while its lines are written."""

    judge: Judge
    formats: FormatsCompared
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

    def answering(self, olds: Units, news: Units) -> tuple[ComparedLine, ...]:
        """Return the lines that say how `olds` became `news`; what differs is a change.

        As many lines as there are on the side that has several.
        """
        if [unit.text for unit in olds] == [unit.text for unit in news]:
            return (self._leading(self._unchanged(news[0]), olds, news),)
        if self.formats.rowed and _have_the_same_rows(olds, news):
            several = news if len(news) > 1 else olds
            *most, last = (self._unchanged(unit) for unit in several)
            return (*most, self._leading(last, olds, news))
        pieces = list(self._pieces(olds, news))
        self.same += sum(
            len(word) for piece in pieces if piece.change is None for word in piece.new
        )
        several = news if len(news) > 1 else olds
        *most, last = (
            ComparedLine(unit.kind, _spans(row, "deleted"), _spans(row, "inserted"))
            for unit, row in zip(several, _rows(pieces, several is news), strict=True)
        )
        return (*most, self._leading(last, olds, news))

    def moved(
        self,
        unit: Unit,
        kind: Literal["insert", "delete"],
        weight: Weight,
        reasons: tuple[Reason, ...],
    ) -> int:
        """Say that `unit` of one side stands somewhere else on the other, and what that weighs.

        Return where the change stands among the others.
        """
        old, new = (unit.text, "") if kind == "delete" else ("", unit.text)
        self.changes.append(Change(kind, old, new, weight, reasons))
        return len(self.changes) - 1

    def _leading(self, line: ComparedLine, olds: Units, news: Units) -> ComparedLine:
        """Return `line` with where its links and its references lead, where that is another."""
        line = self._linked(line, olds, news)
        if not self.judge.elsewhere:
            return line
        for old, new in led_elsewhere(_joined(olds), _joined(news), self.judge):
            line = self._led(line, old, new, "hänvisning")
        return line

    def _linked(self, line: ComparedLine, olds: Units, news: Units) -> ComparedLine:
        """Return `line` with the addresses of its links behind it, where they are not the same.

        What a link leads to may bind somebody, so the words alone are not the whole of it. An
        address that both print leads where it says, whether a program made a link of it or not.
        """
        sides = _addresses(olds), _addresses(news)
        if not self.formats.linked or sides[0] == sides[1]:
            return line
        gone = [address for address in sides[0] if address not in sides[1]]
        came = [address for address in sides[1] if address not in sides[0]]
        if not (gone and came):
            said = [_joined_text(units) for units in (olds, news)]
            gone, came = (
                [address for address in side if not all(address in text for text in said)]
                for side in (gone, came)
            )
            if not (gone or came or _are_swapped(said, sides)):
                return line
            if not (gone or came):
                gone, came = map(list, sides)
        old, new = ", ".join(gone), ", ".join(came)
        return self._led(line, old, new, "länk")

    def _led(self, line: ComparedLine, old: str, new: str, reason: Reason) -> ComparedLine:
        """Return `line` with what it leads to behind it on each side; it is a change."""
        kind: Literal["replace", "insert", "delete"] = "replace"
        if not (old and new):
            kind = "delete" if old else "insert"
        self.changes.append(Change(kind, old, new, "saklig", (reason,)))
        place = len(self.changes) - 1
        return replace(
            line,
            old=(*(line.old or ()), Span(f" [{old}]", "deleted", place)) if old else line.old,
            new=(*(line.new or ()), Span(f" [{new}]", "inserted", place)) if new else line.new,
        )

    def _unchanged(self, unit: Unit) -> ComparedLine:
        self.same += len(unit.text)
        spans = (Span(unit.text, "same"),) if unit.text else ()
        return ComparedLine(unit.kind, spans, spans)

    def _pieces(self, olds: Units, news: Units) -> Iterator[_Segment]:
        old, new = _joined(olds), _joined(news)
        of_row = olds[0].kind == news[0].kind == "row"
        same = self.judge.same_line(*map(_celled, (old, new)) if of_row else (old, new))
        for edit in word_diff(old, new):
            words = old[edit.old_from : edit.old_to], new[edit.new_from : edit.new_to]
            if edit.kind == "same":
                yield _Segment(*words, None)
                continue
            before = new[max(0, edit.new_from - AROUND) : edit.new_from]
            after = new[edit.new_to : edit.new_to + AROUND]
            said = (_celled(each) if of_row else each for each in (*words, before, after))
            within = NO_SENTENCES
            if len(olds) == len(news) == 1 and not of_row:  # a cell says what its column says
                within = sentences_of(
                    (old, edit.old_from, edit.old_to),
                    (new, edit.new_from, edit.new_to),
                    self.judge.folding.longest,
                )
            yield _Segment(*words, self._change(Wording(*said), same, within))

    def _change(
        self,
        wording: Wording,
        of_line: tuple[Reason, ...] = (),
        sentences: Sentences = NO_SENTENCES,
    ) -> int:
        old, new = _text(wording.old), _text(wording.new)
        weight, reasons = self.judge.weigh(wording, of_line, sentences)
        kind: Literal["replace", "insert", "delete"] = "replace"
        if not (old and new):
            kind = "delete" if old else "insert"
        self.changes.append(Change(kind, old, new, weight, reasons))
        return len(self.changes) - 1


def one_side(lines: Iterable[ComparedLine], side: Literal["old", "new"]) -> Spans:
    """Return the words of one side of `lines`, without saying which change they belong to."""
    spans_of_lines = (line.old if side == "old" else line.new for line in lines)
    return tuple(replace(span, change=None) for spans in spans_of_lines for span in spans or ())


def _addresses(units: Units) -> tuple[str, ...]:
    """Return where the links of `units` lead, without what does not change that.

    Programs make a link of every address of mail that is printed, so one to what it says is none.
    """
    return tuple(
        unquote(_SCHEME.sub("", address)).rstrip("/")
        for unit in units
        for address in unit.addresses
        if not (address.startswith("mailto:") and address.removeprefix("mailto:") in unit.text)
    )


def _are_swapped(said: Sequence[str], sides: Sequence[Sequence[str]]) -> bool:
    """Return whether the same words lead to the same addresses, in another order."""
    return said[0] == said[1] and sorted(sides[0]) == sorted(sides[1])


def _have_the_same_rows(olds: Units, news: Units) -> bool:
    """Return whether only line breaks tell the two apart: spaces there, or ends of paragraphs.

    Nor does one that tells only rows always tell a table from text with room between its words.
    """
    sides = ["\n".join(unit.text for unit in units) for units in (olds, news)]
    in_cells = [any(unit.kind == "row" for unit in units) for units in (olds, news)]
    loose = len(olds) == len(news) == 1 or in_cells[0] != in_cells[1]
    return sides[0] == sides[1] or (loose and sides[0].split() == sides[1].split())


def _joined_text(units: Units) -> str:
    return " ".join(unit.text for unit in units)


def _joined(units: Units) -> tuple[str, ...]:
    joined = list(tokens(units[0].text))
    for unit in units[1:]:
        joined += (PARAGRAPH, *tokens(unit.text))
    return tuple(joined)


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
        for place, part in enumerate(_parts(parted)):
            if place:
                rows.append([])
            kept = part if piece.change is None else whole if not place else ()
            sides = (kept, part) if new_is_parted else (part, kept)
            rows[-1].append(_Segment(*sides, piece.change))
    return rows


def _parts(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    start = 0
    for place, word in enumerate(words):
        if word == PARAGRAPH:
            yield tuple(words[start:place])
            start = place + 1
    yield tuple(words[start:])


def _spans(row: Iterable[_Segment], mark: Literal["inserted", "deleted"]) -> Spans:
    spans = []
    for piece in row:
        text = "".join(piece.new if mark == "inserted" else piece.old)
        if text:
            spans.append(Span(text, "same" if piece.change is None else mark, piece.change))
    return tuple(spans)
