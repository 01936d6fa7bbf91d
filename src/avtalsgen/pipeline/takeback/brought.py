"""The sections that a tillägg brings, as they are to be: reworded, struck, put in, moved.

They stand under `ändringar` of the tillägg and not in its disposition, one in each record, with
those below it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from avtalsgen.clauses.outline import Entry
from avtalsgen.pipeline.takeback.outline_changes import OutlineChange, OutlineEditing
from avtalsgen.readers.yaml.blocks import edited_key
from avtalsgen.uppdrag.changes import KEY, Addition, Replacement, TillaggChange


def with_brought(
    text: str,
    acts: Sequence[TillaggChange],
    changes: Sequence[OutlineChange],
    printed: Sequence[str],
) -> tuple[str, bool]:
    """Return a facts file with its `ändringar` as `changes` have them, and whether all is written.

    `acts` have the anchors that their sections are printed with. `changes` are the sections of the
    result that `ändringar` brings or is to bring, in order; `printed` are the anchors of those that
    were in the document. Not written is that something was moved past what holds from another day,
    or in below another where the form has no place for it: what stands instead of a section of the
    base has none below it, and stands below none.
    """
    kept = [change.anchor for change in changes if change.anchor]
    plain = all(c.anchor and c.heading is None and not (c.file or c.clause) for c in changes)
    if plain and kept == list(printed):
        return text, True
    editing = _BroughtSections(acts, changes, printed)
    return edited_key(text, KEY, editing.done), editing.placed and editing.in_order(kept)


class _BroughtSections:
    def __init__(
        self,
        acts: Sequence[TillaggChange],
        changes: Sequence[OutlineChange],
        printed: Sequence[str],
    ) -> None:
        self.acts = {
            each.act.entry.name: each
            for each in acts
            if isinstance(each.act, Addition | Replacement)
        }
        self.printed = printed
        self.placed = True
        """Whether each section stands below the one that it was put below."""
        self.changes = list(self._with_levels(changes))
        self.order: list[tuple[date, str]] = []
        """The anchors that the records have when all is done, with their days, in order."""

    def _with_levels(self, changes: Sequence[OutlineChange]) -> Iterator[OutlineChange]:
        """Yield sections, those that cannot stand below another as ones of their own."""
        top = min((change.level for change in changes), default=0)
        above: TillaggChange | None = None
        for change in changes:
            act = self.acts.get(change.anchor)
            if change.level > top and not self._may_stand(act, above):
                change = replace(change, level=top)
                self.placed = False
            if change.level == top:
                above = act
            yield change

    def _may_stand(self, act: TillaggChange | None, above: TillaggChange | None) -> bool:
        """Return whether a section may stand below that of the record `above`, or a new one."""
        if above is not None and isinstance(above.act, Replacement):
            return False
        if act is None:
            return True
        return isinstance(act.act, Addition) and (above is None or act.start == above.start)

    def done(self, data: Any) -> Any:
        """Return the records; those whose place did not change stay the very same objects."""
        places = {name: each.number - 1 for name, each in self.acts.items()}
        entries = [self._entry(each) for each in self.acts.values()]
        items = [data[place][self._key(name)] for name, place in places.items()]
        made = OutlineEditing(items, entries, self.changes, set(self.printed)).tops()
        of_acts = iter([name for name, _, _ in made if name in self.acts])
        records: dict[str, Any] = {}
        behind: dict[str, list[Any]] = {}
        last = ""
        for name, item, below in made:
            if name in self.acts:
                last = name
                records[name] = data[places[name]]
                records[name][self._key(name)] = item
            else:
                behind.setdefault(last, []).append({"lägger_till": item})
            self._count(name, below)
        slots = set(places.values())
        result = behind.pop("", [])
        for place, record in enumerate(data):
            if place not in slots:
                result.append(record)
            elif (name := next(of_acts, "")) in records:
                result += [records[name], *behind.get(name, [])]
        data[:] = result
        return data

    def _count(self, name: str, below: Sequence[str]) -> None:
        act = self.acts.get(name)
        day = (act.start if act else None) or self._first_day()
        self.order += [(day, each) for each in (name, *below)]

    def _first_day(self) -> date:
        return min((each.start for each in self.acts.values() if each.start), default=date.min)

    def in_order(self, kept: Sequence[str]) -> bool:
        """Return whether the sections come in the order that was asked for."""
        by_day = sorted(self.order, key=lambda each: each[0])
        return [name for _, name in by_day if name in kept] == list(kept)

    def _key(self, name: str) -> str:
        return "lägger_till" if isinstance(self.acts[name].act, Addition) else "med"

    def _entry(self, change: TillaggChange) -> Entry:
        assert isinstance(change.act, Addition | Replacement)
        return change.act.entry
