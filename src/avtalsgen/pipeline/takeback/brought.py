"""The sections that a tillägg brings, as they are to be: reworded, struck, put in, moved.

They stand under `ändringar` of the tillägg and not in its disposition, one in each record, with
those below it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from avtalsgen.clauses.outline import Entry, every
from avtalsgen.pipeline.takeback.outline_changes import OutlineChange, changed_item, new_item
from avtalsgen.readers.yaml.blocks import edited_key
from avtalsgen.uppdrag.changes import KEY, Addition, Replacement, TillaggChange


def with_brought(
    text: str, acts: Sequence[TillaggChange], changes: Sequence[OutlineChange], printed: set[str]
) -> tuple[str, bool]:
    """Return a facts file with its `ändringar` as `changes` have them, and whether all is written.

    `changes` are the sections of the result that `ändringar` brings or is to bring, in order;
    `printed` are the anchors that were in the document. What is not written is that a section
    was moved in among those below another.
    """
    news = [change for change in changes if not change.anchor]
    kept = [change.anchor for change in changes if change.anchor]
    before = [each.name for _, entry in _records(acts) for each in every((entry,))]
    was = [name for name in before if name in printed]
    plain = all(c.heading is None and not (c.file or c.clause) for c in changes)
    if plain and not news and kept == was:
        return text, True
    editing = _BroughtSections(acts, changes, printed - set(kept))
    return edited_key(text, KEY, editing.done), editing.in_order(kept)


def _records(acts: Sequence[TillaggChange]) -> Iterator[tuple[int, Entry]]:
    """Yield the place of each record that brings a section, and the section."""
    for change in acts:
        if isinstance(change.act, Addition | Replacement):
            yield change.number - 1, change.act.entry


class _BroughtSections:
    def __init__(
        self, acts: Sequence[TillaggChange], changes: Sequence[OutlineChange], struck: set[str]
    ) -> None:
        self.records = dict(_records(acts))
        self.keys = {
            change.number - 1: "lägger_till" if isinstance(change.act, Addition) else "med"
            for change in acts
        }
        self.changes = changes
        self.struck = struck
        self.by_name = {change.anchor: change for change in changes if change.anchor}
        self.order: list[str] = []
        """The anchors that the records have when all is done, in order."""

    def done(self, data: Any) -> Any:
        """Return the records; those whose place did not change stay the very same objects."""
        for place, entry in self.records.items():
            key = self.keys[place]
            data[place][key] = self._item(data[place][key], entry)
        places = {entry.name: place for place, entry in self.records.items()}
        kept = [place for place, entry in self.records.items() if entry.name not in self.struck]
        moved = [places[c.anchor] for c in self.changes if c.anchor in places]
        unseen = [place for place in kept if place not in moved]  # it printed nothing
        taken = iter([data[place] for place in (*moved, *unseen)])
        tops = iter([self.records[place] for place in (*moved, *unseen)])
        records = [
            (next(taken), next(tops)) if place in kept else (record, None)
            for place, record in enumerate(data)
            if place in kept or place not in self.records
        ]
        data[:] = [record for record, _ in self._with_new(records)]
        return data

    def in_order(self, kept: Sequence[str]) -> bool:
        """Return whether the sections came in the order that was asked for."""
        return [name for name in self.order if name in kept] == list(kept)

    def _item(self, item: Any, entry: Entry) -> Any:
        if entry.below:
            below = [
                self._item(child, each)
                for child, each in zip(item["under"], entry.below, strict=True)
                if each.name not in self.struck
            ]
            item["under"][:] = below
            if not below:
                del item["under"]
        change = self.by_name.get(entry.name)
        if change is None or not (change.file or change.clause or change.heading is not None):
            return item
        return changed_item(item, change)

    def _with_new(
        self, records: Sequence[tuple[Any, Entry | None]]
    ) -> list[tuple[Any, Entry | None]]:
        """Return records with the new ones, each behind what stands before it in the result."""
        made: list[tuple[Any, Entry | None]] = []
        for record, entry in records:
            made.append((record, entry))
            names = [each.name for each in every((entry,))] if entry else []
            self.order += names
            behind = ""
            for change in self.changes:
                if change.anchor:
                    behind = change.anchor
                elif behind in names:
                    made.append(({"lägger_till": new_item(change)}, None))
        return made
