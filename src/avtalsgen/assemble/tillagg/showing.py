"""How a change is printed in its tillägg: the section of the base it is of, and a note."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from avtalsgen.assemble.tillagg import change_words
from avtalsgen.assemble.tillagg.changed_outline import owned
from avtalsgen.assemble.tillagg.states import Passage, State, own_words
from avtalsgen.assemble.tillagg.timeline import ChangeStep
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Inline, Section, Value
from avtalsgen.model.walk import within
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import (
    KEY,
    Addition,
    NewFacts,
    Repeal,
    Replacement,
    TillaggChange,
)
from avtalsgen.uppdrag.facts import Item, Known, Unknown


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section of a tillägg with its note.

    `item` is what the introduction lists in the fact at `path`.
    """

    entry: Entry
    note: Block
    path: str
    item: Item
    heading: tuple[Inline, ...] = ()
    """Of a section that has none of its own."""

    def of_day(self, day: str) -> "ShownSection":
        """Return the section of a later `day`, which may be shown with other words before."""
        anchor = of_day(self.entry.name, day)
        entry = replace(
            owned(self.entry, f"{self.entry.owner}{change_words.OF_DAY}{day}"), anchor=anchor
        )
        if self.path == known.REPEALED or isinstance(self.item, Known | Unknown):
            return replace(self, entry=entry)
        leads = "med" if "med" in self.item else "avsnitt"
        item = {**self.item, leads: Known(leads, "text", anchor, self.entry.origin)}
        return replace(self, entry=entry, item=item)


def printed_changes(
    changes: Sequence[TillaggChange], from_day: date | None
) -> tuple[TillaggChange, ...]:
    """Return the changes of a tillägg with the anchors that their sections have in print.

    Those that facts reword have the anchors of the base. Each also says from when it holds:
    `from_day`, that of the tillägg, where it did not.
    """
    starts = {change.start or from_day for change in changes}
    first = min((day for day in starts if day), default=None)
    made = []
    for change in changes:
        act, start = change.act, change.start or from_day
        later = start.isoformat() if start and start != first else ""
        if isinstance(act, Addition):
            act = replace(act, entry=replace(act.entry, anchor=of_day(act.entry.name, later)))
        elif isinstance(act, Replacement):
            act = replace(act, entry=replace(act.entry, anchor=of_day(act.target, later)))
        elif isinstance(act, Repeal):
            act = Repeal(of_day(act.target, later))
        made.append(replace(change, act=act, start=start))
    return tuple(made)


def of_day(name: str, day: str) -> str:
    """Return the anchor of a section that holds from a later `day`; nothing for the first."""
    return f"{name}{day and f'-{day}'}"


def touched(passages: Iterable[Passage]) -> frozenset[str]:
    """Return the anchors of the sections that some steps do anything to, or to what is below them.

    A section that something is put into is one of them, and so is all of what ends.
    """
    return frozenset(
        anchor
        for passage in passages
        for anchor in (
            *(anchor for anchor, _ in passage.marks),
            *_unlike(passage.old.by_anchor(), passage.new.by_anchor()),
        )
    )


def _unlike(was: Mapping[str, Section], now: Mapping[str, Section]) -> Iterator[str]:
    for anchor, section in was.items():
        if anchor not in now or _whole(section) != _whole(now[anchor]):
            yield anchor


def _whole(section: Section) -> list[tuple[str, tuple[str, ...]]]:
    return [(part.anchor, own_words(part)) for part in within(section)]


def shown(passage: Passage, after: State, changed: AbstractSet[str]) -> Iterator[ShownSection]:
    """Yield what is printed of a step whose day ends in `after`; nothing of one that failed.

    `changed` are the sections that the tillägg does anything to on any day (`touched`).
    """
    step, was, now = passage.step, passage.old.by_anchor(), after.by_anchor()
    match step.change.act:
        case Addition() as act if act.entry.name in now:
            yield _added(act, now, step)
        case Replacement(target) if target in was and target in now:
            note = change_words.replaced(was[target], step, changed)
            yield _instead(was[target], _entry(after, target), note, step)
        case Repeal(target) if target in was:
            yield _ended(was[target], step)
        case NewFacts():
            for anchor, _ in passage.marks:
                if anchor in now:
                    old = was.get(anchor, now[anchor])
                    note = change_words.reworded(old, step, changed)
                    yield _instead(old, _entry(after, anchor), note, step)
            gone = was.keys() - passage.new.by_anchor().keys()
            yield from (_ended(section, step) for name, section in was.items() if name in gone)
        case _:
            return


def _added(act: Addition, now: Mapping[str, Section], step: ChangeStep) -> ShownSection:
    section = now[act.entry.name]
    text = act.summary or plain.text(section.heading)
    item = _record(step, avsnitt=section.anchor, text=text)
    note = change_words.added(section, act.place, now.get(act.beside), step)
    return ShownSection(owned(act.entry, step.tillagg.name), note, known.ADDED, item)


def _entry(state: State, name: str) -> Entry:
    """Return the entry of a section as it stands in the base, alone and with its name."""
    shown_entry = next(entry for entry in every(state.base.outline) if entry.name == name)
    return replace(shown_entry, anchor=name, below=(), inserted=False)


def _instead(old: Section, entry: Entry, note: Block, step: ChangeStep) -> ShownSection:
    item = _record(step, avsnitt=change_words.reference(old), med=old.anchor)
    return ShownSection(entry, note, known.EXCHANGED, item)


def _ended(old: Section, step: ChangeStep) -> ShownSection:
    text = f"{plain.text(old.heading) or old.anchor} upphävs"
    origin = step.change.origin
    heading = (Value(text, f"{KEY}.{step.change.number}", origin),)
    entry = Entry("", "", None, "", "", old.anchor, True, None, (), origin)
    item = _record(step, avsnitt=change_words.reference(old))
    return ShownSection(entry, change_words.repealed(old, step), known.REPEALED, item, heading)


def _record(step: ChangeStep, **texts: str) -> Item:
    path = f"{KEY}.{step.change.number}"
    said = {**texts, "när": change_words.days(step)}
    return {key: Known(path, "text", text, step.change.origin) for key, text in said.items()}
