"""What is printed of changes: which tillägg, what it does to a section, and from when."""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Literal

from avtalsgen.assemble.tillagg.timeline import ChangeStep
from avtalsgen.model import plain
from avtalsgen.model.nodes import Emphasis, Paragraph, Section, Value
from avtalsgen.model.walk import within
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import long
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import KEY
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.uppdrag import Uppdrag

What = Literal["tillagt", "ersatt", "ändrat", "upphävt", "utgånget"]
"""What has become of a section: in the words of the one who reads it."""

OF_DAY = "@"
"""Between the owner of a text and the day of its words, in a tillägg."""

_DONE = {
    "tillagt": "Tillagt genom",
    "ersatt": "Ersatt genom",
    "ändrat": "Ändrat genom",
    "upphävt": "Upphävt genom",
    "utgånget": "Gällde enligt",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """That a step did something to a section."""

    what: What
    step: ChangeStep


def named(tillagg: Uppdrag) -> str:
    """Return a tillägg by what tells it from others: `tillägg 2 ”Ny ersättning” (SON 2027-9)`."""
    fact = tillagg.facts.get(known.TILLAGG_NUMBER)
    number = f"{NO_BREAK_SPACE}{fact.value}" if isinstance(fact, Known) else "et"
    title, dnr = tillagg.facts.text(known.TITLE), tillagg.facts.text(known.DNR)
    return f"tillägg{number}{f' ”{title}”' if title else ''}{f' ({dnr})' if dnr else ''}"


def history(marks: tuple[Mark, ...]) -> tuple[Paragraph, ...]:
    """Return a note on each thing that has been done to a section, in order."""
    return tuple(_noted(_told(mark), mark.step) for mark in marks)


def _told(mark: Mark) -> str:
    first, step = _DONE[mark.what], mark.step
    last = f" till och med den {long(step.end)}" if step.end else ""
    return f"{first} {named(step.tillagg)}, från och med den {long(step.start)}{last}."


def added(section: Section, place: str, beside: Section | None, step: ChangeStep) -> Paragraph:
    """Return how a tillägg says that it adds `section` to its base.

    With the number that it has there where the tillägg says beside what it is to stand.
    """
    if beside is None:
        return _noted(f"Läggs till i uppdraget {days(step)}.", step)
    number = f" som avsnitt{NO_BREAK_SPACE}{section.number}" if section.number else ""
    where = f"{place} {reference(beside)},"
    return _noted(f"Läggs till i uppdraget{number}, {where} {days(step)}.", step)


def replaced(old: Section, step: ChangeStep, touched: AbstractSet[str]) -> Paragraph:
    """Return how a tillägg says that `old` has other words.

    `touched` are the anchors of every section that the tillägg does anything to, on any day.
    """
    words = f"Ersätter {reference(old)} i uppdraget {days(step)}."
    return _noted(f"{words}{_kept(old, touched)}", step)


def reworded(old: Section, step: ChangeStep, touched: AbstractSet[str]) -> Paragraph:
    """Return how a tillägg says that facts are others in the text of `old`; as `replaced`."""
    words = f"{reference(old, capital=True)} i uppdraget får denna lydelse {days(step)}."
    return _noted(f"{words}{_kept(old, touched)}", step)


def repealed(old: Section, step: ChangeStep) -> Paragraph:
    """Return how a tillägg says that `old` ends."""
    below = ", med allt som står under det," if old.sections else ""
    text = f"{reference(old, capital=True)} i uppdraget upphävs{below} {days(step)}."
    return _noted(text, step)


def reference(section: Section, *, capital: bool = False) -> str:
    """Return a section of the base in words: `avsnitt 2.1 Ersättning`, as it is called there."""
    first = "Avsnitt" if capital else "avsnitt"
    heading = plain.text(section.heading)
    if section.number:
        return f"{first}{NO_BREAK_SPACE}{section.number} {heading}"
    return f"{first}et ”{heading or section.anchor}”"


def _kept(old: Section, touched: AbstractSet[str]) -> str:
    """Return which sections below `old` stay as they are, after a space; nothing if none does.

    Law: a section that is named, and all below it, has the words after the tillägg that it had
    before.
    """
    names = [
        plain.heading(below)
        for below in old.sections
        if below.heading and touched.isdisjoint(part.anchor for part in within(below))
    ]
    return f" Det som står under avsnittet ({', '.join(names)}) ändras inte." if names else ""


def days(step: ChangeStep) -> str:
    """Return the days of a step in running text."""
    return period(step.start, step.end)


def period(start: date, end: date | None) -> str:
    """Return the days of a change in running text."""
    last = f" till och med den {long(end)}" if end else ""
    return f"från och med den {long(start)}{last}"


def _noted(text: str, step: ChangeStep) -> Paragraph:
    return note(text, f"{KEY}.{step.change.number}", step.change.origin)


def note(text: str, path: str, origin: Origin | None) -> Paragraph:
    """Return a note that is told from the text it stands in, and that says where it is from."""
    return Paragraph((Emphasis((Value(text, path, origin),)),), origin)
