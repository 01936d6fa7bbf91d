"""Which entry of the outline of a tillägg prints which of its changes.

An entry names the changes that it prints (`ändringar: [vite, tak]`), or prints all that no other
does (`ändringar: övriga`): below its heading, before all else there, or where it stands if it has
none. A change that was moved past a text of the outline, or past one that comes another day, gets
an entry that names it; where the order is that of `övriga`, nothing is named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from avtalsgen.clauses.outline import CHANGES
from avtalsgen.records import dataclass

Level = tuple[str, Sequence[tuple[str, bool]]]
"""The entry that sections stand below, and each of them: its anchor, and if it is a change."""


@dataclass(frozen=True, slots=True)
class ChangePlace:
    """An entry that prints changes."""

    name: str
    changes: tuple[str, ...]
    """Those that it names; none where it prints all that are left."""
    notes: bool
    """Whether what the program says of each change is printed."""
    of_heading: bool


@dataclass(frozen=True, slots=True)
class ChangeRun:
    """Changes that are to stand one after another, with nothing between."""

    parent: str
    names: tuple[str, ...]
    notes: bool
    first: bool
    """Whether nothing stands before them below `parent`."""
    place: str = ""
    """The entry that prints them; empty for a new one."""


class ChangePlaces:
    """Gives each run of changes an entry: the one that had most of them, or a new one."""

    def __init__(
        self, places: Mapping[str, ChangePlace], printed: Iterable[str], rest: Sequence[str]
    ) -> None:
        """Choose among `places`; `printed` are the changes that the document had.

        `rest` are all that there are to be, in the order in which they are printed unasked.
        """
        self._places = places
        self._rest = rest
        named = {name: place for place in places.values() for name in place.changes}
        left = next((place for place in places.values() if not place.changes), None)
        self._was = {name: place for name in printed if (place := named.get(name, left))}

    def runs(self, levels: Iterable[Level]) -> Iterator[ChangeRun]:
        """Yield the runs of changes among the sections of each level."""
        for parent, sections in levels:
            run: ChangeRun | None = None
            for number, (name, brought) in enumerate(sections):
                notes = self._notes(name, run)
                if run is not None and (not brought or notes != run.notes):
                    yield run
                    run = None
                if brought and run is None:
                    run = ChangeRun(parent, (name,), notes, first=number == 0)
                elif brought and run is not None:
                    run = replace(run, names=(*run.names, name))
            if run is not None:
                yield run

    def _notes(self, name: str, run: ChangeRun | None) -> bool:
        """Return whether notes are printed of a change: as they were, or as of those before it."""
        if name in self._was:
            return self._was[name].notes
        return run.notes if run is not None else all(p.notes for p in self._places.values())

    def assigned(self, runs: Sequence[ChangeRun]) -> list[ChangeRun]:
        """Return the runs with the entries that are to print them."""
        free = dict(self._places)
        chosen: dict[int, str] = {}
        for number, run in enumerate(runs):
            above = free.get(run.parent)
            if above is not None and above.of_heading and run.first and above.notes == run.notes:
                chosen[number] = free.pop(run.parent).name
        shared = sorted(
            (-len([n for n in run.names if self._was.get(n) == place]), number, place.name)
            for number, run in enumerate(runs)
            for place in free.values()
            if number not in chosen and not place.of_heading and place.notes == run.notes
        )
        for many, number, name in shared:
            if many and number not in chosen and name in free:
                chosen[number] = free.pop(name).name
        return [replace(run, place=chosen.get(number, "")) for number, run in enumerate(runs)]

    def empty(self, runs: Sequence[ChangeRun]) -> Iterator[str]:
        """Yield the entries that named changes and are to print none; `övriga` stays."""
        used = {run.place for run in self.assigned(runs)}
        yield from (
            name for name, place in self._places.items() if place.changes and name not in used
        )

    def write(self, item: Any, place: ChangePlace, names: Sequence[str]) -> None:
        """Let the entry of a place print some changes; one that does is left as it is."""
        unasked = [name for name in self._rest if name in names]
        said = list(place.changes) if place.changes else unasked
        if said != [*names]:
            item[CHANGES] = [*names]

    @staticmethod
    def entry(run: ChangeRun) -> dict[str, Any]:
        """Return a new entry that prints a run."""
        return {CHANGES: [*run.names], **({} if run.notes else {"noter": "nej"})}

    @staticmethod
    def clear(item: Any) -> None:
        """Let an entry with a heading print no changes."""
        del item[CHANGES]
        item.pop("noter", None)
