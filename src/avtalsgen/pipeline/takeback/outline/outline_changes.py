"""The outline of an uppdrag as it is to be: sections kept, moved, put in, taken out, reworded."""

from collections.abc import Iterator, Sequence
from typing import Any

from avtalsgen.clauses.outline import CHANGES, NEW_PAGE, REST, Entry
from avtalsgen.pipeline.takeback.outline.change_places import ChangePlace, ChangePlaces
from avtalsgen.readers.yaml.blocks import edited_key
from avtalsgen.records import dataclass

KEY = "disposition"


@dataclass(frozen=True, slots=True)
class OutlineChange:
    """A section of the result, in order."""

    anchor: str
    """Empty for a new one."""
    level: int
    heading: str | None = None
    file: str = ""
    """The own text that it gets."""
    clause: str = ""
    """The edition that its words are from, where they are of another one than before."""
    base: str = ""
    """Of the clause that it deviates from."""
    reason: str = ""
    name: str = ""
    """The anchor of a new one, where that of its heading is taken."""
    brought: bool = False
    """Whether it is one of the changes of a tillägg, which the outline only gives a place."""


def with_outline(
    text: str,
    outline: Sequence[Entry],
    changes: Sequence[OutlineChange],
    printed: Sequence[str],
    rest: Sequence[str] = (),
) -> str:
    """Return a facts file with its outline as `changes` have it.

    `printed` are the anchors that were in the document: of those the ones that `changes` do not
    have are taken out; an entry that printed nothing stays. `rest` are the changes of a tillägg in
    the order that they have where nobody says another. Comments and order are kept.
    """
    kept = [change.anchor for change in changes if change.anchor]
    old_order = [anchor for anchor in printed if anchor in kept]
    plain = all(c.anchor and c.heading is None and not (c.file or c.clause) for c in changes)
    if plain and kept == old_order and set(kept) >= set(printed):
        return text

    def edit(data: Any) -> Any:
        items = data if data is not None else [as_data(entry) for entry in outline]
        return OutlineEditing(items, outline, changes, set(printed), rest).done()

    return edited_key(text, KEY, edit)


class OutlineEditing:
    """Items of an outline as they become; those whose place did not change stay the very same."""

    def __init__(
        self,
        items: Any,
        outline: Sequence[Entry],
        changes: Sequence[OutlineChange],
        printed: set[str],
        rest: Sequence[str] = (),
    ) -> None:
        """Edit `items`, of which `outline` are the entries and `printed` those in the document."""
        self.items = items
        self.rest = rest
        self.places: dict[str, ChangePlace] = {}
        self.changes = changes
        self.printed = printed
        self.nodes: dict[str, Any] = {}
        self.parents: dict[str, str] = {}
        self.order: list[str] = []
        self._collect(items, outline, "")

    def _collect(self, items: Any, entries: Sequence[Entry], parent: str) -> None:
        for item, entry in zip(items, entries, strict=True):
            name = entry.name or f"{parent}#{len(self.order)}"  # where a tillägg prints its changes
            self.order.append(name)
            self.nodes[name] = item
            self.parents[name] = parent
            if entry.changes is not None:
                self.places[name] = ChangePlace(
                    name, entry.changes, entry.notes, of_heading=entry.heading is not None
                )
            if entry.below:
                self._collect(item["under"], entry.below, name)

    def done(self) -> Any:
        """Return the items, in the list that they were in."""
        tree = self._tree()
        self._put(self.items, tree)
        return self.items

    def tops(self) -> list[tuple[str, Any, tuple[str, ...]]]:
        """Return each item that stands below no other: its anchor, itself, and those below it."""
        tree = self._tree()
        return [(place.name, self._item(place), tuple(place.names_below())) for place in tree]

    def _tree(self) -> "list[_OutlinePlace]":
        """Return the sections as a tree, with entries that printed nothing where they stood."""
        top: list[_OutlinePlace] = []
        stack: list[_OutlinePlace] = []
        by_name: dict[str, _OutlinePlace] = {}
        for change in self.changes:
            place = _OutlinePlace(change.anchor, change, [])
            while stack and stack[-1].change and stack[-1].change.level >= change.level:
                stack.pop()
            (stack[-1].below if stack else top).append(place)
            stack.append(place)
            if change.anchor:
                by_name[change.anchor] = place
        if any(change.brought for change in self.changes):
            self._give_places(top, by_name)
        for index, name in enumerate(self.order):
            if name in self.printed or name in by_name:
                continue
            above = by_name.get(self.parents[name])
            siblings = above.below if above else top
            places = {place.name: at for at, place in enumerate(siblings)}
            earlier = (places[b] for b in reversed(self.order[:index]) if b in places)
            after = next(earlier, -1)
            place = _OutlinePlace(name, None, [])
            siblings.insert(after + 1, place)
            by_name[name] = place
        return top

    def _give_places(self, top: "list[_OutlinePlace]", by_name: "dict[str, _OutlinePlace]") -> None:
        """Put entries that print changes of a tillägg where those changes are to stand."""
        known = [each for each in self.printed if each not in self.nodes]
        given = ChangePlaces(self.places, known, self.rest)
        runs = list(given.runs(_levels(top, "")))
        for run in given.assigned(runs):
            siblings = by_name[run.parent].below if run.parent else top
            first = next(at for at, place in enumerate(siblings) if place.name == run.names[0])
            del siblings[first : first + len(run.names)]
            entry = self.places.get(run.place)
            if entry is not None:
                given.write(self.nodes[run.place], entry, run.names)
            if entry is None or not entry.of_heading:
                name = run.place or f"{run.parent}#{run.names[0]}"
                self.nodes.setdefault(name, given.entry(run))
                place = by_name[name] = _OutlinePlace(name, None, [])
                siblings.insert(first, place)
        for name in given.empty(runs):
            if self.places[name].of_heading:
                given.clear(self.nodes[name])
            else:
                by_name[name] = _OutlinePlace(name, None, [])

    def _put(self, items: Any, places: "Sequence[_OutlinePlace]") -> None:
        made = [self._item(place) for place in places]
        if len(made) == len(items) and all(a is b for a, b in zip(made, items, strict=True)):
            return
        for index in range(len(items)):
            if index < len(made) and made[index] is not items[index]:
                items[index] = made[index]
        del items[len(made) :]
        for item in made[len(items) :]:
            items.append(item)

    def _item(self, place: "_OutlinePlace") -> Any:
        item = self.nodes.get(place.name)
        change = place.change
        if item is None:
            assert change is not None
            item = new_item(change)
        elif change is not None and (change.file or change.clause or change.heading is not None):
            item = changed_item(item, change)
        under = item.get("under") if isinstance(item, dict) else None
        if under is not None and place.below:
            self._put(under, place.below)
        elif under is not None:
            del item["under"]
        elif place.below:
            if not isinstance(item, dict):
                item = {"klausul": item}
            item["under"] = []
            self._put(item["under"], place.below)
        return item


@dataclass(slots=True)
class _OutlinePlace:
    name: str
    change: OutlineChange | None
    below: "list[_OutlinePlace]"

    def names_below(self) -> Iterator[str]:
        """Yield the anchors of those below, in reading order."""
        for place in self.below:
            yield place.name
            yield from place.names_below()


def _levels(
    siblings: "Sequence[_OutlinePlace]", parent: str
) -> Iterator[tuple[str, tuple[tuple[str, bool], ...]]]:
    """Yield the sections of each level below `parent`, and whether a tillägg brings each."""
    yield parent, tuple((s.name, bool(s.change and s.change.brought)) for s in siblings)
    for place in siblings:
        yield from _levels(place.below, place.name)


def new_item(change: OutlineChange) -> dict[str, Any]:
    """Return the entry of a new section."""
    item = {"rubrik": change.heading or "Avsnitt"}
    if change.name:
        item["ankare"] = change.name
    if change.file:
        item["text"] = change.file
    return item


def changed_item(item: Any, change: OutlineChange) -> Any:
    """Return an entry with another heading or text."""
    if not isinstance(item, dict):
        item = {"klausul": item}
    if change.heading is not None:
        item["rubrik"] = change.heading
    if change.clause:
        item["klausul"] = change.clause
        item.pop("avvikelse", None)
    elif change.file and "klausul" in item:
        item["avvikelse"] = {"text": change.file, "från": change.base, "skäl": change.reason}
    elif change.file:
        item["text"] = change.file
    return item


def as_data(entry: Entry) -> Any:
    """Return an entry of a document type as an uppdrag writes it."""
    data: dict[str, Any] = {}
    if entry.given or entry.changes is not None:
        data = _with_given(entry)
    if entry.clause:
        data["klausul"] = f"{entry.clause}@{entry.edition}" if entry.edition else entry.clause
    if entry.heading_text:
        data["rubrik"] = entry.heading_text
    if entry.anchor:
        data["ankare"] = entry.anchor
    if entry.file:
        data["text"] = entry.file
    if not entry.numbered:
        data["numrera"] = "nej"
    if entry.new_page:
        data[NEW_PAGE] = "ja"
    if entry.below:
        data["under"] = [as_data(below) for below in entry.below]
    return data["klausul"] if set(data) == {"klausul"} else data


def _with_given(entry: Entry) -> dict[str, Any]:
    """Return what an entry says of the content that no text has."""
    data: dict[str, Any] = {"innehåll": entry.given} if entry.given else {}
    if entry.changes is not None:
        data[CHANGES] = list(entry.changes) or REST
        data |= {} if entry.notes else {"noter": "nej"}
    return data
