"""Text that somebody moved, tracked, as text that stands where it stood, and the move by itself.

Word keeps a move as a deletion and an insertion of the same words. What another did to them stands
at the old place if it came before the move, else at the new one:

    old place   del Anna ”Avgifterna ”  del Anna, ins Bo ”alltid ”  del Anna ”tillfaller oss.”
    new place   ins Anna ”Avgifterna alltid ”  ins Anna, del Cia ”tillfaller oss.”
    becomes, at the old place
                ”Avgifterna ”  ins Bo ”alltid ”  del Cia ”tillfaller oss.”   and: moved, by Anna

so that what each of them did is told, and decided, by itself. At the new place the lines stay,
without a word.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from typing import Final

from avtalsgen.compare.words.tokens import tokens
from avtalsgen.readers.docx.returned.sheet import (
    Hand,
    Sheet,
    SheetLine,
    SheetMove,
    SheetNote,
    SheetStretch,
)
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.beside import folded_edits
from avtalsgen.takeback.tracked.runs import marked_row

_ALIKE: Final = 0.5
"""The part of the letters somebody took out that must come in elsewhere for it to be a move."""
_MOST: Final = 40
"""Places that text may have gone to, of which each is tried though it begins otherwise."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter, or the end of a line, which has no stretch."""

    text: str
    line: SheetLine
    stretch: SheetStretch | None
    inserted: Hand | None
    deleted: Hand | None


class _MovedText:
    """Lines that may have gone somewhere, or come from there."""

    def __init__(self, lines: Sequence[SheetLine], where: range, *, came: bool) -> None:
        """Read the letters of the lines `where`."""
        self.where, self.came = where, came
        self.begins = lines[where.start].text.strip()
        self.letters = list(_letters(lines[place] for place in where))
        self.authors = Counter(
            hand.author for letter in self.letters[:-1] if (hand := self._mark(letter))
        )
        self._known: dict[str, tuple[list[int], Counter[str]]] = {}

    def _mark(self, letter: _Letter) -> Hand | None:
        return letter.inserted if self.came else letter.deleted

    def of(self, author: str) -> tuple[list[int], Counter[str]]:
        """Return the letters that somebody moved, by their places, and their words.

        The end of the last line is none of them; other ends need not be marked.
        """
        if author not in self._known:
            places = [
                place
                for place, letter in enumerate(self.letters[:-1])
                if (mark.author == author if (mark := self._mark(letter)) else not letter.stretch)
            ]
            text = "".join(self.letters[place].text for place in places)
            self._known[author] = places, Counter(filter(str.isalnum, tokens(text)))
        return self._known[author]


@dataclass(frozen=True, slots=True)
class _Move:
    """Lines that went from one place to another, and what they are at the first."""

    sources: range
    targets: range
    lines: tuple[SheetLine, ...]
    hand: Hand


def in_place(sheet: Sheet) -> Sheet:
    """Return a sheet that tells its tracked moves, in which what was moved stands where it was."""
    moves = sorted(_moves(sheet.lines), key=lambda move: move.sources.start)
    at_sources = {place: move for move in moves for place in move.sources}
    left = {place for move in moves for place in move.targets}
    lines: list[SheetLine] = []
    now: list[int] = []
    for place, line in enumerate(sheet.lines):
        move = at_sources.get(place)
        if move is None:
            now.append(len(lines))
            lines.append(_without_words(line) if place in left else line)
            continue
        if place == move.sources.start:
            lines += move.lines
        last = len(lines) - 1
        now.append(min(last - len(move.lines) + 1 + place - move.sources.start, last))
    told = tuple(
        SheetMove(
            range(first := now[move.sources.start], first + len(move.lines)),
            now[move.targets.start - 1] if move.targets.start else -1,
            move.hand,
        )
        for move in moves
    )
    for move, tracked in zip(moves, told, strict=True):
        for offset, target in enumerate(move.targets):
            now[target] = min(tracked.lines.start + offset, tracked.lines.stop - 1)
    _notes_once(lines, [place for move in told for place in move.lines])
    comments = tuple(
        replace(comment, place=now[comment.place]) if 0 <= comment.place < len(now) else comment
        for comment in sheet.comments
    )
    return replace(sheet, lines=tuple(lines), comments=comments, moves=told)


def _notes_once(lines: list[SheetLine], moved: Iterable[int]) -> None:
    """Let notes and boxes that hang on both places of what was moved be one."""
    said: dict[str, list[str]] = {}
    for line in lines:
        if line.part in ("footnote", "endnote", "textbox"):
            said.setdefault(line.name, []).append(line.text)
    kept: set[str] = set()
    every: set[str] = set()
    for place in moved:
        notes: dict[str, SheetNote] = {}
        for note in lines[place].notes:
            text = "\n".join(said.get(note.name, (note.name,)))
            first = notes.setdefault(text, note)
            notes[text] = replace(first, deleted=note.deleted, with_words=note.with_words)
            every.add(note.name)
        lines[place] = replace(lines[place], notes=tuple(notes.values()))
        kept |= {note.name for note in notes.values()}
    for place, line in enumerate(lines):
        if line.name in every - kept:
            lines[place] = _without_words(line)
        elif line.name in kept and any(each.moved for each in line.stretches):
            stretches = tuple(replace(each, deleted=None, moved=False) for each in line.stretches)
            lines[place] = replace(line, stretches=stretches, deleted=None)


def _without_words(line: SheetLine) -> SheetLine:
    return replace(line, stretches=(), inserted=None, deleted=None, marks=(), notes=())


def _moves(lines: Sequence[SheetLine]) -> Iterator[_Move]:
    """Yield the sections, and then the other lines, that somebody moved."""
    marked = [marked_row(line) for line in lines]
    taken: set[int] = set()
    for sides in (_sections, _lines_moved):
        sources, targets = (
            [_MovedText(marked, where, came=came) for where in sides(marked, came=came)]
            for came in (False, True)
        )
        for source in sources:
            able = [place for place in targets if taken.isdisjoint(place.where)]
            if len(able) > _MOST:
                able = [place for place in able if place.begins == source.begins]
            move = None if taken.intersection(source.where) else _move(source, able)
            if move is not None:
                taken.update((*move.sources, *move.targets))
                yield move


def _sections(lines: Sequence[SheetLine], *, came: bool) -> list[range]:
    """Return the lines of each section that was put in, or taken out, with those below it."""
    groups: list[range] = []
    place = 0
    while place < len(lines):
        first, last = lines[place], place + 1
        if not (first.part == "body" and first.level and _is_all(first, came=came)):
            place += 1
            continue
        while last < len(lines) and _goes_on(lines[last], first, came=came):
            last += 1
        groups.append(range(place, last))
        place = last
    return groups


def _goes_on(line: SheetLine, first: SheetLine, *, came: bool) -> bool:
    deeper = not line.level or line.level > first.level
    return line.part == "body" and deeper and (not line.said or _is_all(line, came=came))


def _lines_moved(lines: Sequence[SheetLine], *, came: bool) -> list[range]:
    """Return the lines that were moved somewhere, or from there, as their marks say."""
    return [
        range(place, place + 1)
        for place, line in enumerate(lines)
        if line.part == "body"
        and any(stretch.moved for stretch in line.said)
        and _is_all(line, came=came)
    ]


def _is_all(line: SheetLine, *, came: bool) -> bool:
    """Return whether a line was put in, or taken out: all it says, or some of it and its end."""
    marks = [stretch.inserted if came else stretch.deleted for stretch in line.said]
    return any(marks) and (all(marks) or bool(line.inserted if came else line.deleted))


def _move(source: _MovedText, targets: Sequence[_MovedText]) -> _Move | None:
    """Return the move from a place to the one of `targets` that is most like it, if to any."""
    for author, _ in source.authors.most_common():
        target = max(targets, key=lambda place: _alike(source, place, author), default=None)
        if target is None or _alike(source, target, author) < _ALIKE:
            continue
        merging = _Merging(source, target, author)
        letters = list(merging.letters())
        if merging.same >= _ALIKE * merging.most:
            hands = (letter.inserted for letter in target.letters)
            hand = next(each for each in hands if each and each.author == author)
            return _Move(source.where, target.where, tuple(_as_lines(letters)), hand)
    return None


def _alike(source: _MovedText, target: _MovedText, author: str) -> float:
    """Return how many of the words that somebody moved are at both places, from 0 to 1."""
    (_, olds), (_, news) = source.of(author), target.of(author)
    return (olds & news).total() / max(olds.total(), news.total(), 1)


def _letters(lines: Iterable[SheetLine]) -> Iterator[_Letter]:
    for line in lines:
        for stretch in line.stretches:
            for letter in stretch.text:
                yield _Letter(letter, line, stretch, stretch.inserted, stretch.deleted)
        yield _Letter("\n", line, None, line.inserted, line.deleted)


class _Merging:
    """Puts together what became of the letters that somebody moved, at both places."""

    def __init__(self, source: _MovedText, target: _MovedText, author: str) -> None:
        """Merge what stands at two places."""
        self.gone, self.came = source.letters, target.letters
        self.olds, self.news = (
            (*place.of(author)[0], len(place.letters) - 1) for place in (source, target)
        )
        self.most = max(len(self.olds), len(self.news))
        self.same = 1
        """Letters that are at both places; the last end is."""

    def letters(self) -> Iterator[_Letter]:
        """Yield the letters as they would be if nobody had moved them."""
        texts = [
            tokens("".join(side[place].text for place in places[:-1]))
            for side, places in ((self.gone, self.olds), (self.came, self.news))
        ]
        starts = [tuple(accumulate(map(len, text), initial=0)) for text in texts]
        yield from self._others(0, 0)
        for edit in folded_edits(*texts):
            old = range(starts[0][edit.old_from], starts[0][edit.old_to])
            new = range(starts[1][edit.new_from], starts[1][edit.new_to])
            if edit.kind == "same" and len(old) == len(new):
                self.same += len(old)
                for first, second in zip(old, new, strict=True):
                    yield self._both(first, second)
                    yield from self._others(first + 1, second + 1)
                continue
            for first in old:
                yield self.gone[self.olds[first]]
                yield from self._others(first + 1, None)
            for second in new:
                yield self.came[self.news[second]]
                yield from self._others(None, second + 1)
        yield self._both(len(self.olds) - 1, len(self.news) - 1)

    def _both(self, old: int, new: int) -> _Letter:
        """Return a letter that is at both places: it was taken out if it was at the new one."""
        first, second = self.gone[self.olds[old]], self.came[self.news[new]]
        line = replace(first.line, notes=(*first.line.notes, *second.line.notes))
        return replace(
            first, line=line if first.stretch is None else first.line, deleted=second.deleted
        )

    def _others(self, old: int | None, new: int | None) -> Iterator[_Letter]:
        """Yield what others took out and put in before letters that were moved."""
        for side, places, here in ((self.gone, self.olds, old), (self.came, self.news, new)):
            if here is not None:
                start = places[here - 1] + 1 if here else 0
                yield from side[start : places[here]]


def _as_lines(letters: Sequence[_Letter]) -> Iterator[SheetLine]:
    """Yield letters as lines: each is as the line whose end it has."""
    ends = [place for place, letter in enumerate(letters) if letter.stretch is None]
    for before, end in pairwise((-1, *ends)):
        stretches = tuple(
            _stretch(list(group)) for _, group in groupby(letters[before + 1 : end], _of_stretch)
        )
        last = letters[end]
        yield replace(last.line, stretches=stretches, inserted=last.inserted, deleted=last.deleted)


def _of_stretch(letter: _Letter) -> tuple[int, Hand | None, Hand | None]:
    return id(letter.stretch), letter.inserted, letter.deleted


def _stretch(letters: Sequence[_Letter]) -> SheetStretch:
    first, text = letters[0], "".join(letter.text for letter in letters)
    stretch = first.stretch or SheetStretch("")
    inserted, deleted = first.inserted, first.deleted
    return replace(stretch, text=text, moved=False, inserted=inserted, deleted=deleted)
