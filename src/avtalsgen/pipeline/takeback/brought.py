"""The sections that a tillägg brings, as they are to be: reworded, struck, put in, moved.

They stand under `ändringar` of the tillägg and not in its disposition, one in each record, with
those below it. A record that ends a section of the base, or changes its facts, prints sections
that the program words: such a record goes where they go.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from avtalsgen.clauses.outline import Entry, every
from avtalsgen.pipeline.takeback.outline_changes import OutlineChange, OutlineEditing
from avtalsgen.readers.yaml.blocks import edited_key
from avtalsgen.uppdrag.changes import KEY, Addition, NewFacts, Repeal, Replacement, TillaggChange

_ADDS: Final = "lägger_till"


def with_brought(
    text: str,
    acts: Sequence[TillaggChange],
    changes: Sequence[OutlineChange],
    printed: Sequence[str],
) -> tuple[str, bool]:
    """Return a facts file with its `ändringar` as `changes` have them, and whether all is written.

    `acts` have the anchors that their sections are printed with. `changes` are the sections of the
    result that `ändringar` prints or is to print, in order; `printed` are the anchors of those that
    were in the document. Not written is that something was moved past what holds from another day,
    or in below another where the form has no place for it: what stands instead of a section of the
    base has none below it, and stands below none.
    """
    editing = _BroughtSections(acts, changes, printed)
    if editing.changes_nothing():
        return text, True
    return edited_key(text, KEY, editing.done), editing.placed and editing.in_order()


class _BroughtSections:
    def __init__(
        self,
        acts: Sequence[TillaggChange],
        changes: Sequence[OutlineChange],
        printed: Sequence[str],
    ) -> None:
        self.acts = _by_anchor(acts, printed)
        self.entries = [_entry(name, act) for name, act in self.acts.items()]
        known = {entry.name for entry in every(self.entries)}
        self.printed = [name for name in printed if name in known]
        asked = [change for change in changes if not change.anchor or change.anchor in known]
        self.kept = [change.anchor for change in asked if change.anchor]
        self.plain = len(self.kept) == len(asked) and all(map(_is_as_it_was, asked))
        self.placed = True
        """Whether each section stands below the one that it was put below."""
        self.changes = list(self._with_levels(asked))
        self.order: list[tuple[date, str]] = []
        """The anchors that the records have when all is done, with their days, in order."""

    def changes_nothing(self) -> bool:
        return self.plain and self.kept == self.printed

    def _with_levels(self, changes: Sequence[OutlineChange]) -> Iterator[OutlineChange]:
        """Yield sections, those that cannot stand below another as ones of their own."""
        top = min((change.level for change in changes), default=0)
        above: TillaggChange | None = None
        for change in changes:
            act = self.acts.get(change.anchor)
            if change.level > top and not _may_stand(act, above):
                change = replace(change, level=top)
                self.placed = False
            if change.level == top:
                above = act
            yield change

    def done(self, data: Any) -> Any:
        """Return the records; those whose place did not change stay the very same objects."""
        records = {name: data[act.number - 1] for name, act in self.acts.items()}
        keys = {name: _key(act) for name, act in self.acts.items()}
        items = [record[key] if (key := keys[name]) else record for name, record in records.items()]
        made = OutlineEditing(items, self.entries, self.changes, set(self.printed)).tops()
        slots = {act.number - 1 for act in self.acts.values()}
        others = [(place, record) for place, record in enumerate(data) if place not in slots]
        result = []
        for name, item, below in made:
            act = self.acts.get(name)
            if act is None:
                result.append({_ADDS: item})
            else:
                if key := keys[name]:
                    records[name][key] = item
                result.append(records[name])
            day = act.start if act and act.start else self._first_day()
            self.order += [(day, each) for each in (name, *below)]
        for place, record in others:
            result.insert(min(place, len(result)), record)
        data[:] = result
        return data

    def _first_day(self) -> date:
        return min((act.start for act in self.acts.values() if act.start), default=date.min)

    def in_order(self) -> bool:
        """Return whether the sections come in the order that was asked for."""
        by_day = sorted(self.order, key=lambda each: each[0])
        return [name for _, name in by_day if name in self.kept] == self.kept


def _by_anchor(acts: Sequence[TillaggChange], printed: Sequence[str]) -> dict[str, TillaggChange]:
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


def _may_stand(act: TillaggChange | None, above: TillaggChange | None) -> bool:
    """Return whether a section may stand below that of the record `above`, or below a new one."""
    if above is not None and not isinstance(above.act, Addition):
        return False
    if act is None:
        return True
    return isinstance(act.act, Addition) and (above is None or act.start == above.start)
