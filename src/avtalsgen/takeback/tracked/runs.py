"""Letters that one person put in or took out, on end; and where they stand in a line of ours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from avtalsgen.model.returned.changes import ChangedSpan
from avtalsgen.readers.docx.returned.sheet import Hand, SheetLine, SheetStretch
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.beside import WordEdit
from avtalsgen.takeback.paper.folding import Folded, folded
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.undo import Undo

State = Literal["empty", "plain", "ins", "del", "both", "mixed"]
"""What is to become of all letters of a line."""


@dataclass(frozen=True, slots=True)
class MarkedLetter:
    """A letter of the file with what is to become of it; a line's end is one too."""

    text: str
    line: int
    stretch: SheetStretch | None
    inserted: Hand | None
    deleted: Hand | None
    moved: bool = False
    place: int = -1
    """In the line with all tracked changes rejected; -1 where it is not there."""
    spot: int = -1
    """In the line as it stands in the file; -1 for the end of it."""


@dataclass(frozen=True, slots=True)
class AuthoredRun:
    """Letters on end that one person put in or took out."""

    letters: tuple[MarkedLetter, ...]
    hand: Hand
    inside_insertion: bool = False
    """It was put in by somebody else first."""


def marked_letters(
    lines: Sequence[SheetLine],
    paper_of: Mapping[int, PaperLine],
    ends: Mapping[int, tuple[Hand | None, Hand | None]],
) -> Iterator[MarkedLetter]:
    """Yield the letters of some lines; `ends` say who put in and took out the end of each."""
    counted: dict[int, int] = {}
    for place, (inserted, deleted) in ends.items():
        paper = paper_of.get(place)
        first = paper.sources[0] if paper else place
        letters = (
            (stretch, letter) for stretch in lines[place].stretches for letter in stretch.text
        )
        for written, (stretch, letter) in enumerate(letters):
            spot = -1
            if stretch.inserted is None:
                spot = counted.get(first, 0)
                counted[first] = spot + 1
            marks = stretch.inserted, stretch.deleted, stretch.moved
            yield MarkedLetter(letter, place, stretch, *marks, spot, written)
        yield MarkedLetter("\n", place, None, inserted, deleted)


def marked_row(line: SheetLine) -> SheetLine:
    """Return a row that was put in or taken out as one whose letters all were."""
    if not line.is_row or not (line.inserted or line.deleted):
        return line
    stretches = tuple(
        replace(
            stretch,
            inserted=stretch.inserted or line.inserted,
            deleted=stretch.deleted or line.deleted,
        )
        for stretch in line.stretches
    )
    return replace(line, stretches=stretches)


def state_of(line: SheetLine) -> State:
    """Return what is to become of all letters of a line."""
    said = line.said
    if not said:
        return "empty"
    kinds = {
        "both" if s.inserted and s.deleted else "ins" if s.inserted else "del" if s.deleted else ""
        for s in said
    }
    if len(kinds) > 1:
        return "mixed"
    (kind,) = kinds
    states: dict[str, State] = {"both": "both", "ins": "ins", "del": "del", "": "plain"}
    return states[kind]


def comes(letter: MarkedLetter) -> bool:
    """Return whether a letter is there when all is accepted, or was never taken out."""
    return letter.inserted is not None or letter.deleted is None


def comes_with(letter: MarkedLetter, run: AuthoredRun) -> bool:
    """Return whether a letter is there when the run that it is in is accepted."""
    return _put_in(letter, run) if run.inside_insertion else comes(letter)


def goes(letter: MarkedLetter, run: AuthoredRun) -> bool:
    """Return whether a letter was there before the one whose run it is in came."""
    return not _put_in(letter, run) if run.inside_insertion else letter.inserted is None


def _put_in(letter: MarkedLetter, run: AuthoredRun) -> bool:
    return letter.inserted is not None and letter.inserted.author == run.hand.author


def whole_words(
    run: AuthoredRun, letters: Sequence[MarkedLetter], spot: dict[int, int]
) -> AuthoredRun:
    """Return a run with the rest of the words that it begins and ends in."""
    first, last = spot[id(run.letters[0])], spot[id(run.letters[-1])]
    start, end = first, last
    if letters[first].text.isalnum():
        while start > 0 and _is_plain_word(letters[start - 1]):
            start -= 1
    if letters[last].text.isalnum():
        while end + 1 < len(letters) and _is_plain_word(letters[end + 1]):
            end += 1
    return replace(run, letters=(*letters[start:first], *run.letters, *letters[last + 1 : end + 1]))


def _is_plain_word(letter: MarkedLetter) -> bool:
    return letter.text.isalnum() and letter.inserted is None and letter.deleted is None


def edit_of(
    run: AuthoredRun, letters: Sequence[MarkedLetter], spot: dict[int, int], paper: PaperLine
) -> WordEdit:
    """Return where in the line of ours, in its normal form, a run stands."""
    places = [each.place for each in run.letters if each.place >= 0]
    back = {raw: place for place, raw in reversed([*enumerate(paper.fold.places)])}
    if places:
        inside = [back[place] for place in places if place in back]
        if inside:
            return WordEdit(inside[0], inside[-1] + 1, 0, 0)
    here = spot[id(run.letters[0])]
    while here > 0:
        here -= 1
        before = letters[here]
        if before.place in back and _stands_in(before, paper):
            place = back[before.place] + 1
            return WordEdit(place, place, 0, 0)
    return WordEdit(0, 0, 0, 0)


def spans_of(
    run: AuthoredRun,
    letters: Sequence[MarkedLetter],
    spot: dict[int, int],
    paper_of: Mapping[int, PaperLine],
) -> tuple[ChangedSpan, ...]:
    """Return where in lines of ours a run stands."""
    spans: dict[ChangedSpan, None] = {}
    for line in dict.fromkeys(each.line for each in run.letters):
        paper = paper_of.get(line)
        here = tuple(each for each in run.letters if each.line == line)
        if paper is not None:
            edit = edit_of(replace(run, letters=here), letters, spot, paper)
            spans[paper.words, edit.old_from, edit.old_to] = None
    return tuple(spans)


def _stands_in(letter: MarkedLetter, paper: PaperLine) -> bool:
    """Return whether a letter stands in a line."""
    return letter.line in paper.sources


def applied(
    paper: PaperLine, told: Sequence[tuple[AuthoredRun, WordEdit, str]]
) -> tuple[str, list[WordEdit]]:
    """Return a line with the edits of one author made, and where they are in it."""
    text, edits, here = "", [], 0
    for _, edit, new in sorted(told, key=lambda each: (each[1].old_from, each[1].old_to)):
        start = max(here, edit.old_from)
        text += paper.words[here:start]
        new = folded(f"x{new}x").text[1:-1]
        edits.append(WordEdit(start, max(start, edit.old_to), len(text), len(text) + len(new)))
        text += new
        here = max(start, edit.old_to)
    return text + paper.words[here:], edits


def written_line(paper: PaperLine, text: str) -> PaperLine:
    """Return a line with other words, for what stands in it to be sorted."""
    fold = Folded(text, tuple(range(len(text))))
    return PaperLine(paper.sources, text, (), fold, paper.part, is_row=paper.is_row)


def row_put_in(line: SheetLine, place: int) -> PaperLine | None:
    """Return a row that nobody had, as its change is told with it; nothing for what is no row."""
    if not line.is_row:
        return None
    return PaperLine((place,), line.text, (), folded(line.text), line.part, is_row=True)


def overlaps(edit: WordEdit, other: WordEdit) -> bool:
    """Return whether an edit is a part of another, or has it in it."""
    begins = other.old_from <= edit.old_from < other.old_to
    return edit.old_from == other.old_from or begins or edit.old_from < other.old_from < edit.old_to


def rejected(letters: Iterable[MarkedLetter]) -> Undo:
    """Return what takes tracked letters back."""
    marked = [letter for letter in letters if letter.inserted or letter.deleted]
    return Undo(
        letters=frozenset((letter.line, letter.spot) for letter in marked if letter.spot >= 0),
        ends=frozenset(letter.line for letter in marked if letter.spot < 0),
    )


def run_back(run: AuthoredRun) -> Undo:
    """Return what takes a run back; what another had put in and it took out is left in."""
    if not run.inside_insertion:
        return rejected(run.letters)
    kept = (each for each in run.letters if goes(each, run))
    undo = rejected(each for each in run.letters if comes_with(each, run))
    return replace(undo, left_in=frozenset((each.line, each.spot) for each in kept))
