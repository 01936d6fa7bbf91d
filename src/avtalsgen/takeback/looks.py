"""Words that are as they were and look otherwise."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.model.returned.changes import ReturnedChange
from avtalsgen.readers.docx.returned.sheet import Look, Placed, SheetStretch
from avtalsgen.readers.docx.seen.properties import NEW_PAGE, alike
from avtalsgen.readers.docx.seen.properties import Look as Said
from avtalsgen.takeback.paper.beside import LineSide, WordEdit

_NAMES: Final = {
    "bold": ("fet", "inte längre fet"),
    "italic": ("kursiv", "inte längre kursiv"),
    "underline": ("understruken", "inte längre understruken"),
    "struck": ("överstruken", "inte längre överstruken"),
    "capitals": ("versaler", "inte längre versaler"),
}
_RAISED: Final = "upphöjd eller nedsänkt"
_RAISED_AS: Final = {"superscript": "upphöjd", "subscript": "nedsänkt"}
_JUSTIFIED: Final = {
    "": "vänsterställd",
    "center": "centrerad",
    "right": "högerställd",
    "both": "marginaljusterad",
    "distribute": "marginaljusterad",
}
_WIDTHS: Final = ("indrag", "högerindrag", "första radens indrag", "hängande indrag")
_CENTIMETRE: Final = 567
"""In the units that Word measures paragraphs in."""
_UNTOLD: Final = (
    *("radhöjdens slag", "raden dold", "radens höjd"),
    *(NEW_PAGE, "luft före", "luft efter"),
)
"""What another of the names tells, what hides words and is told as that, and where pages and
paragraphs part: programs put room and breaks elsewhere, and no word looks otherwise."""
LINK: Final = "länk"
FILE: Final = "hela filen"
_MANY: Final = 8
_MOST_PART: Final = 20
"""Looks on more than this part of the lines come of one thing that was done to the file."""
_SELDOM: Final = 2
"""A look that so few places got is told by itself even then."""
_SHOWN: Final = 12
_SIZE_SLACK: Final = 1
"""Half points; programs round sizes."""


def unchanged(old: LineSide, new: LineSide, edits: Sequence[WordEdit]) -> Iterator[tuple[int, int]]:
    """Yield the places of each letter that both sides have."""
    old_here = new_here = 0
    for edit in (*edits, WordEdit(len(old.text), len(old.text), len(new.text), len(new.text))):
        yield from zip(range(old_here, edit.old_from), range(new_here, edit.new_from), strict=False)
        old_here, new_here = edit.old_to, edit.new_to


def letters(
    old: LineSide, new: LineSide, edits: Sequence[WordEdit]
) -> Iterator[tuple[int, SheetStretch, SheetStretch]]:
    """Yield of each letter that both sides have its place in the new one and its two stretches."""
    before, now = _stretches(old), _stretches(new)
    for old_place, new_place in unchanged(old, new, edits):
        ours, theirs = before[old_place], now[new_place]
        if ours is not None and theirs is not None:
            yield new_place, ours, theirs


def _stretches(side: LineSide) -> list[SheetStretch | None]:
    """Return the stretch of each letter; a space and what parts two lines have none."""
    stretches: list[SheetStretch | None] = [None] * len(side.text)
    for line, begins in zip(side.lines, side.starts, strict=True):
        for place, letter in enumerate(line.words):
            if not letter.isspace():
                stretches[begins + place] = line.stretch(place)
    return stretches


def rejected_look(stretch: SheetStretch) -> Look:
    """Return how a stretch looks with tracked changes of its look rejected."""
    return stretch.before or stretch.look


def looks_changed(
    old: LineSide, new: LineSide, edits: Sequence[WordEdit]
) -> Iterator[tuple[str, str]]:
    """Yield words that look otherwise, and how."""
    start, end, told = -1, -1, ""
    told_of: dict[tuple[int, int], str] = {}
    """By which stretches letters stand in: as a rule all of a line have the same two."""
    for new_place, before, now in letters(old, new, edits):
        pair = id(before), id(now)
        if pair not in told_of:
            told_of[pair] = look_change(rejected_look(before), rejected_look(now))
        difference = told_of[pair]
        if difference != told:
            if told:
                yield new.written(start, end), told
            start, told = new_place, difference
        end = new_place + 1
    if told:
        yield new.written(start, end), told


def look_change(old: Look, new: Look) -> str:
    """Return how a look differs from another, in Swedish; nothing where no reader sees it."""
    if old == new or old.unseen != new.unseen:
        return ""
    told = []
    if old.address.rstrip("/") != new.address.rstrip("/"):
        told.append(f"{LINK} till {new.address}" if new.address else "inte längre länk")
    for name, (came, went) in _NAMES.items():
        if getattr(old, name) != getattr(new, name):
            told.append(came if getattr(new, name) else went)
    if old.colour != new.colour:
        told.append(f"färg {new.colour or 'svart'}")
    if abs(old.size - new.size) > _SIZE_SLACK:
        told.append(f"storlek {new.size / 2:g}")
    if old.highlight != new.highlight:
        told.append("markerad" if new.highlight else "inte längre markerad")
    told += _special(dict(old.special), dict(new.special))
    return ", ".join(told)


def _special(old: Said, new: Said) -> Iterator[str]:
    """Yield what became special and what is no more, in Swedish."""
    for name in dict.fromkeys((*old, *new)):
        was, is_now = old.get(name, ""), new.get(name, "")
        if name not in _UNTOLD and not alike(name, was, is_now):
            yield _told(name, was, is_now)


def _told(name: str, was: str, is_now: str) -> str:
    plain = name.partition(" (")[0]
    if plain == "teckensnitt":
        return f"{plain} {is_now}" if is_now else f"annat {plain}"
    if name == _RAISED:
        return _RAISED_AS.get(is_now, f"inte längre {_RAISED_AS.get(was, name)}")
    if name == "justering":
        return _JUSTIFIED.get(is_now, name)
    if name in _WIDTHS and (is_now or "0").removeprefix("-").isdecimal():
        return f"{name} {int(is_now or 0) / _CENTIMETRE:.3g} cm".replace(".", ",")
    if not is_now:
        return f"inte längre {name}"
    return f"{name} ändrad" if was else name


def place_change(old: Placed, new: Placed, *, listed: bool = False) -> str:
    """Return how lines stand otherwise on their page, in Swedish; nothing where they do not.

    Where only one of them is `listed` their indents are those of the list.
    """
    told = (each for sides in zip(old, new, strict=False) for each in _special(*sides))
    seen = (each for each in told if not (listed and each.startswith(_WIDTHS)))
    return ", ".join(dict.fromkeys(seen))


def hidden_since(
    old: LineSide, new: LineSide, edits: Sequence[WordEdit]
) -> Iterator[tuple[int, int, str]]:
    """Yield where words of ours stand that are not seen in their file, and why."""
    start, end, kind = -1, -1, ""
    for new_place, before, now in letters(old, new, edits):
        look = rejected_look(now)
        unseen = look.unseen if look.unseen != before.look.unseen else ""
        if unseen != kind:
            if kind:
                yield start, end, kind
            start, kind = new_place, unseen
        end = new_place + 1
    if kind:
        yield start, end, kind


def without_lost_styles(changes: Sequence[ReturnedChange]) -> tuple[list[ReturnedChange], str]:
    """Return changes of a file that has lost its styles without the looks it lost, and a note."""
    gone = [change for change in changes if change.kind == "format" and not change.tracked]
    note = f"ett annat program har tagit bort formatmallarna: {len(gone)} ställen ser ut annorlunda"
    left = [change for change in changes if not any(change is each for each in gone)]
    return left, note if gone else ""


def looks_once(changes: Sequence[ReturnedChange], lines: int) -> list[ReturnedChange]:
    """Return changes with a look that much of a file got at once as one change for the file.

    A program gives it, or somebody who marked all; a look of one passage is told by itself.
    """
    silent = [c for c in changes if c.kind == "format" and not c.tracked and c.rank != "saklig"]
    most = max(_MANY, lines // _MOST_PART)
    if len(silent) <= most:
        return list(changes)
    places = Counter(str(change.new) for change in silent)
    common = [told for told, count in places.most_common() if count > _SELDOM]
    if len(silent) - sum(places[told] for told in common) > most:
        common = [told for told, _ in places.most_common()]
    once = [change for change in silent if str(change.new) in common]
    how = "; ".join(f"{told} på {places[told]} ställen" for told in common[:_SHOWN])
    sections = tuple(dict.fromkeys(place for change in once for place in change.places))
    whole = replace(
        once[0],
        old=FILE,
        new=f"{how} …" if len(common) > _SHOWN else how,
        anchor="",
        section="",
        clause="",
        places=sections if len(sections) <= _SHOWN else (FILE,),
        hint="många ställen på en gång: ett program, eller någon som har markerat allt",
        undo=(),
    )
    return [whole, *(change for change in changes if not any(change is each for each in once))]
