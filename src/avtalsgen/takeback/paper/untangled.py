"""Words that somebody took out and typed again, tracked, are words that nobody touched.

    del ”ska vara skriftlig och gäller från”   ins ”bör vara skriftlig och gäller till”
    becomes
    del ”ska” ins ”bör”   ” vara skriftlig och gäller ”   del ”från” ins ”till”

so that each change is the words of it alone, told and decided by itself. A paragraph that was
taken out beside one that came in its place is one paragraph with what differs tracked in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from typing import Final

from avtalsgen.compare.words.tokens import tokens
from avtalsgen.readers.docx.returned.sheet import Sheet, SheetLine, SheetStretch
from avtalsgen.takeback.paper.beside import folded_edits

_ALIKE: Final = 0.5
"""The part of the letters of a paragraph that must stay for it to be the same one."""


def untangled(sheet: Sheet) -> Sheet:
    """Return a sheet in which only what differs is tracked; its lines keep their places."""
    lines = [replace(line, stretches=tuple(_line(line.stretches))) for line in sheet.lines]
    for gone, came in _beside_each_other(lines):
        lines[gone], lines[came] = _as_one(lines[gone], lines[came])
    return replace(sheet, lines=tuple(lines))


def _line(stretches: Sequence[SheetStretch]) -> Iterator[SheetStretch]:
    for author, group in groupby(stretches, _author):
        here = list(group)
        gone = [each for each in here if each.deleted]
        came = [each for each in here if each.inserted]
        yield from _apart(gone, came) if author is not None and gone and came else here


def _author(stretch: SheetStretch) -> str | None:
    """Return who put in or took out a stretch; nobody where it is neither, both or moved."""
    hand = stretch.inserted or stretch.deleted
    if hand is None or stretch.moved or (stretch.inserted and stretch.deleted):
        return None
    return hand.author


def _apart(gone: Sequence[SheetStretch], came: Sequence[SheetStretch]) -> Iterator[SheetStretch]:
    """Yield what went and what came, the words that both have as words that stayed."""
    olds, news = tokens(_text(gone)), tokens(_text(came))
    old_places, new_places = (
        tuple(accumulate((len(token) for token in side), initial=0)) for side in (olds, news)
    )
    for edit in folded_edits(olds, news):
        old = _cut(gone, old_places[edit.old_from], old_places[edit.old_to])
        new = _cut(came, new_places[edit.new_from], new_places[edit.new_to])
        yield from _stayed(old, new) if edit.kind == "same" else (*old, *new)


def _text(stretches: Sequence[SheetStretch]) -> str:
    return "".join(each.text for each in stretches)


def _cut(stretches: Sequence[SheetStretch], start: int, end: int) -> list[SheetStretch]:
    """Return the stretches of the letters from `start` to `end`."""
    cut, here = [], 0
    for stretch in stretches:
        text = stretch.text[max(0, start - here) : max(0, end - here)]
        here += len(stretch.text)
        cut += [replace(stretch, text=text)] if text else []
    return cut


def _stayed(old: Sequence[SheetStretch], new: Sequence[SheetStretch]) -> Iterator[SheetStretch]:
    """Yield words that both have, as they were; a look that they came back with is tracked."""
    looks = {each.look for each in new}
    for stretch in old:
        look = looks.copy().pop() if len(looks) == 1 else stretch.look
        was = stretch.before or stretch.look
        kept = replace(stretch, deleted=None, look=look)
        yield kept if look == was else replace(kept, before=was, looked=new[0].inserted)


def _beside_each_other(lines: Sequence[SheetLine]) -> Iterator[tuple[int, int]]:
    """Yield the places of paragraphs that went and of those that came where they stood."""
    runs = [
        (fate, [place for place, _ in group])
        for fate, group in groupby(enumerate(lines), lambda each: _whole(each[1]))
    ]
    for (fate, first), (other, second) in pairwise(runs):
        if not fate or not other or fate[0] == other[0] or fate[1] != other[1]:
            continue
        gone, came = (first, second) if fate[0] == "del" else (second, first)
        if len(gone) == len(came) and all(
            _is_same(lines[old], lines[new]) for old, new in zip(gone, came, strict=True)
        ):
            yield from zip(gone, came, strict=True)


def _whole(line: SheetLine) -> tuple[str, str]:
    """Return what became of a whole paragraph, and by whom; nothing where it is not whole."""
    said = line.said
    authors = {_author(stretch) for stretch in said}
    (author,) = authors if len(authors) == 1 else (None,)
    if author is None or line.is_row or line.part != "body":
        return "", ""
    if line.deleted and all(stretch.deleted for stretch in said):
        return "del", author
    if line.inserted and all(stretch.inserted for stretch in said):
        return "ins", author
    return "", ""


def _is_same(old: SheetLine, new: SheetLine) -> bool:
    if old.level != new.level or old.is_item != new.is_item:
        return False
    olds, news = tokens(old.text), tokens(new.text)
    same = sum(
        len("".join(olds[edit.old_from : edit.old_to]))
        for edit in folded_edits(olds, news)
        if edit.kind == "same"
    )
    return same >= _ALIKE * max(len(old.text), len(new.text))


def _as_one(gone: SheetLine, came: SheetLine) -> tuple[SheetLine, SheetLine]:
    """Return a paragraph that became another as one, and nothing in the place of the other."""
    made = replace(
        gone,
        stretches=tuple(_apart(gone.stretches, came.stretches)),
        deleted=None,
        notes=(*gone.notes, *came.notes),
    )
    if gone.placed != came.placed:
        by = came.inserted
        made = replace(made, placed=came.placed, placed_before=gone.placed, styled=by)
    return made, replace(came, stretches=(), inserted=None, notes=(), marks=())
