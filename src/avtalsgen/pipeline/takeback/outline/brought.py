"""The sections that a tillägg brings, as they are to be: reworded, struck, put in, moved.

They stand under `ändringar` of the tillägg and not in its disposition, one in each record, with
those below it. A record that ends a section of the base, or changes its facts, prints sections
that the program words: such a record goes where they go.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any, Final

from avtalsgen.assemble.tillagg.showing import of_day
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.pipeline.takeback.outline.outline_changes import OutlineChange, OutlineEditing
from avtalsgen.readers.yaml.blocks import edited_key
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag.changes import KEY, Addition, NewFacts, Repeal, Replacement, TillaggChange

_ADDS: Final = "lägger_till"


@dataclass(frozen=True, slots=True)
class BroughtText:
    """A facts file with its changes as they are to be, and how those are printed unasked."""

    text: str
    order: tuple[str, ...]
    """The anchors of the changes, in the order in which they are printed where nobody says one."""
    names: Mapping[str, str]
    """What they are printed with whose anchor says another day than it did."""


def with_brought(
    text: str,
    acts: Sequence[TillaggChange],
    changes: Sequence[OutlineChange],
    printed: Sequence[str],
) -> BroughtText:
    """Return a facts file with its `ändringar` as `changes` have them.

    `acts` have the anchors that their sections are printed with. `changes` are the sections of the
    result that `ändringar` prints or is to print, in order, those of level 1 with those below them;
    `printed` are the anchors of those that were in the document.
    """
    editing = _BroughtSections(acts, changes, printed)
    if editing.changes_nothing():
        unknown = [name for name in printed if name not in editing.known]
        return BroughtText(text, tuple(printed if unknown else editing.by_day()), {})
    made = edited_key(text, KEY, editing.done)
    return BroughtText(made, tuple(editing.by_day()), editing.names)


class _BroughtSections:
    def __init__(
        self,
        acts: Sequence[TillaggChange],
        changes: Sequence[OutlineChange],
        printed: Sequence[str],
    ) -> None:
        self.acts = by_anchor(acts, printed)
        self.entries = [_entry(name, act) for name, act in self.acts.items()]
        self.known = {entry.name for entry in every(self.entries)}
        self.parts = {
            part.name: self.acts[entry.name]
            for entry in self.entries
            for part in every(entry.below)
        }
        """The changes that what stands below another is a part of."""
        self.printed = [name for name in printed if name in self.known]
        self.changes = [each for each in changes if not each.anchor or each.anchor in self.known]
        kept = [change.anchor for change in self.changes]
        levels = [change.level == 1 for change in self.changes]
        tops = [name in self.acts for name in self.printed]
        self.plain = kept == self.printed and levels == tops
        self.plain = self.plain and all(map(_is_as_it_was, self.changes))
        self.names: dict[str, str] = {}
        self.tops: list[tuple[date, str]] = [
            (act.start or self._first_day(), name) for name, act in self.acts.items()
        ]
        """The changes with their days, in the order of the file."""

    def changes_nothing(self) -> bool:
        return self.plain

    def by_day(self) -> Iterator[str]:
        """Yield the anchors of the changes as they are printed where nobody says another order."""
        yield from (name for _, name in sorted(self.tops, key=lambda each: each[0]))

    def done(self, data: Any) -> Any:
        """Return the records; those whose place did not change stay the very same objects."""
        records = {name: data[act.number - 1] for name, act in self.acts.items()}
        keys = {name: _key(act) for name, act in self.acts.items()}
        items = [record[key] if (key := keys[name]) else record for name, record in records.items()]
        made = OutlineEditing(items, self.entries, self.changes, set(self.printed)).tops()
        slots = {act.number - 1 for act in self.acts.values()}
        others = [(place, record) for place, record in enumerate(data) if place not in slots]
        result = []
        self.tops = []
        for name, item in self._as_they_lean(made):
            act = self.acts.get(name) or self.parts.get(name)
            if name in self.acts:
                if key := keys[name]:
                    records[name][key] = item
                result.append(records[name])
            else:
                result.append({_ADDS: item, **(_days(data[act.number - 1]) if act else {})})
            day = act.start if act and act.start else self._first_day()
            self.tops.append((day, self._printed_name(name, item, day)))
        for place, record in others:
            result.insert(min(place, len(result)), record)
        data[:] = result
        return data

    def _printed_name(self, name: str, item: Any, day: date) -> str:
        """Return the anchor that a change is printed with."""
        if name in self.acts:
            return name
        said = name or item.get("ankare", "") or fold(item["rubrik"])
        made = of_day(said, day.isoformat() if day != self._first_day() else "")
        if made != said:
            self.names[said] = made
        return made

    def _as_they_lean(
        self, made: Sequence[tuple[str, Any, tuple[str, ...]]]
    ) -> list[tuple[str, Any]]:
        """Return the changes in their order; in that of before if one would come too early.

        One that stands beside what another brings cannot come before that.
        """
        seen: set[str] = set()
        late = {name for top, _, below in made for name in (top, *below)}
        for top, _, below in made:
            act = self.acts[top].act if top in self.acts else None
            beside = act.beside if isinstance(act, Addition) else ""
            if beside in late and beside not in seen:
                return self._as_before(made)
            seen |= {top, *below}
        return [(name, item) for name, item, _ in made]

    def _as_before(self, made: Sequence[tuple[str, Any, tuple[str, ...]]]) -> list[tuple[str, Any]]:
        """Return the changes in the order that they had, a new one behind what it came behind."""
        numbers: list[int] = []
        for name, _, _ in made:
            known = self.acts.get(name)
            numbers.append(known.number if known else max(numbers, default=0))
        order = sorted(range(len(made)), key=numbers.__getitem__)
        return [made[place][:2] for place in order]

    def _first_day(self) -> date:
        return min((act.start for act in self.acts.values() if act.start), default=date.min)


def _days(record: Any) -> dict[str, Any]:
    """Return from when and until when a record says that it holds."""
    return {key: copy(record[key]) for key in ("gäller_från", "gäller_till") if key in record}


def by_anchor(acts: Sequence[TillaggChange], printed: Sequence[str]) -> dict[str, TillaggChange]:
    """Return the records by the first section that each prints.

    That of a record with facts is known where there is only one such record.
    """
    named: dict[int, str] = {}
    for act in acts:
        match act.act:
            case Addition(entry) | Replacement(_, entry):
                named[act.number] = entry.name
            case Repeal(target):
                named[act.number] = target
            case NewFacts():
                pass
    facts = [act for act in acts if isinstance(act.act, NewFacts)]
    sections = (_entry(named[act.number], act) for act in acts if act.number in named)
    known = {entry.name for entry in every(sections)}
    first = next((name for name in printed if name not in known), "")
    if len(facts) == 1 and first:
        named[facts[0].number] = first
    return {named[act.number]: act for act in acts if act.number in named}


def _entry(name: str, act: TillaggChange) -> Entry:
    """Return the section that a record brings, or that the program words of it."""
    if isinstance(act.act, Addition | Replacement):
        return act.act.entry
    return Entry("", "", None, "", "", name, True, None, (), act.origin)


def _key(act: TillaggChange) -> str:
    """Return under which key of a record its section is; nothing where it has none."""
    match act.act:
        case Addition():
            return _ADDS
        case Replacement():
            return "med"
        case _:
            return ""


def _is_as_it_was(change: OutlineChange) -> bool:
    return change.heading is None and not (change.file or change.clause)
