"""A tillägg as a document, made of the same changes that are worked into its base."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from avtalsgen.assemble.amended import Amended
from avtalsgen.assemble.document import assemble
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.places import places
from avtalsgen.assemble.references import named
from avtalsgen.assemble.tillagg import change_words
from avtalsgen.assemble.tillagg.showing import ShownSection, shown, touched
from avtalsgen.assemble.tillagg.states import Base, Passage, State
from avtalsgen.assemble.tillagg.timeline import ChangeStep, on
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.outline import CHANGES, REST, Entry
from avtalsgen.clauses.outline import every as in_order
from avtalsgen.model.nodes import Document, Value
from avtalsgen.model.walk import sections
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.yaml.keys import instead
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import KEY
from avtalsgen.uppdrag.facts import Fact, Facts, Item, Known, Unknown

LISTS = frozenset({known.ADDED, known.EXCHANGED, known.REPEALED})
"""The facts of a tillägg that are made of its changes."""


def tillagg_document(
    base: Base, type_: DocumentType, lookup: Lookup, steps: Iterable[ChangeStep], *, draft: bool
) -> tuple[Document, tuple[Problem, ...]]:
    """Return the document of the tillägg in `lookup`, and the problems met, once each.

    `steps` are its own and those of the tillägg that come before it. Each change is a section
    that says what it does to which section of the base, by the number and heading it has
    there, and from when; then the new words, as the consolidated text has them but for the
    numbers of sections.
    """
    tillagg = lookup.uppdrag
    days = tuple(_days(base, tuple(steps), tillagg.name))
    changed = touched(passage for day in days for passage in day.passages)
    every = tuple(each for day in days for each in day.shown(changed))
    outline, problems = _placed(tillagg.outline or type_.outline, every)
    told = replace(
        tillagg,
        outline=outline,
        facts=_told(tillagg.facts, every, tillagg.changes_at or tillagg.origin),
    )
    bare = {entry.name for entry in in_order(outline) if not entry.notes}
    start, end = days[0].before, days[-1].after
    document, assembly_problems = assemble(
        base.files,
        base.library,
        type_,
        replace(lookup, uppdrag=told, base=start.base),
        draft=draft,
        more=Amended(
            {name: own for day in days for name, own in day.lookups(base).items()},
            {each.entry.name: (each.note,) for each in every if each.entry.name not in bare},
            {each.entry.name: each.heading for each in every},
            _elsewhere(end),
            frozenset(each.entry.name for each in every),
        ),
    )
    wrong = (problem for day in days for each in day.passages for problem in each.problems)
    twice, broken = _said_twice(tillagg.facts), _broken(start, end)
    return document, tuple(dict.fromkeys((*wrong, *problems, *twice, *broken, *assembly_problems)))


@dataclass(frozen=True, slots=True)
class _DayOfChange:
    """A day when changes of a tillägg come to hold, and what they are on it."""

    name: str
    """What tells the texts of this day from those of another; empty for the first."""
    before: State
    """Before the tillägg."""
    after: State
    passages: tuple[Passage, ...]

    def shown(self, changed: AbstractSet[str]) -> tuple[ShownSection, ...]:
        """Return what is printed of the day, each section once, in its words after all of it.

        `changed` are the sections that the tillägg does anything to on any day.
        """
        by_anchor: dict[str, ShownSection] = {}
        for passage in self.passages:
            for passage_shown in shown(passage, self.after, changed):
                by_anchor.setdefault(passage_shown.entry.name, passage_shown)
        return tuple(passage_shown.of_day(self.name) for passage_shown in by_anchor.values())

    def lookups(self, base: Base) -> dict[str, Lookup]:
        """Return where the texts of the day find their facts."""
        of_base = replace(base.lookup, uppdrag=self.after.base)
        every = {**base.lookups(self.after), "": of_base}
        return {f"{owner}{change_words.OF_DAY}{self.name}": each for owner, each in every.items()}


def _days(base: Base, steps: tuple[ChangeStep, ...], name: str) -> Iterator[_DayOfChange]:
    of_tillagg = [step for step in steps if step.tillagg.name == name]
    starts = sorted({step.start for step in of_tillagg})
    before: State | None = None
    for start in starts:
        holding = tuple(step for step in on(steps, start))
        passages = base.through(holding)
        begun = tuple(p for p in passages if p.step.tillagg.name == name and p.step.start == start)
        before = before or begun[0].old
        yield _DayOfChange(
            "" if start == starts[0] else start.isoformat(), before, passages[-1].new, begun
        )


def _placed(
    outline: tuple[Entry, ...], every: tuple[ShownSection, ...]
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return an outline with the changes where it says, and TI09 for what it says wrong."""
    entries = {each.entry.name: each.entry for each in every}
    named = [name for place in _places(outline) for name in place.changes or ()]
    problems = [
        Problem(
            "TI09",
            f"ingen ändring har ankaret ”{name}”",
            origin=place.origin,
            hint=instead(name, (*entries, REST), "ändringarna är"),
        )
        for place in _places(outline)
        for name in place.changes or ()
        if name not in entries
    ]
    rest = tuple(entry for name, entry in entries.items() if name not in named)
    shown_rest = any(place.changes == () for place in _places(outline))
    if rest and not shown_rest:
        message = f"dispositionen visar inte ändringen av ”{rest[0].name}”"
        hint = f"lägg till raden - {CHANGES}: {REST} i dispositionen"
        problems.append(Problem("TI09", message, origin=rest[0].origin, hint=hint))
    return _filled(outline, entries, rest), tuple(problems)


def _places(outline: Iterable[Entry]) -> Iterator[Entry]:
    for entry in outline:
        if entry.changes is not None:
            yield entry
        yield from _places(entry.below)


def _filled(
    outline: tuple[Entry, ...], entries: Mapping[str, Entry], rest: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    entries_filled: list[Entry] = []
    for entry in outline:
        below = _filled(entry.below, entries, rest)
        if entry.changes is None:
            entries_filled.append(replace(entry, below=below))
            continue
        here = tuple(entries[name] for name in entry.changes if name in entries) or (
            rest if not entry.changes else ()
        )
        here = tuple(replace(each, notes=entry.notes) for each in here)
        if entry.heading is None:
            entries_filled.extend((*here, *below))
        else:
            entries_filled.append(replace(entry, below=(*here, *below), changes=None))
    return tuple(entries_filled)


def _told(facts: Facts, every: Iterable[ShownSection], origin: Origin) -> Facts:
    """Return the facts of a tillägg with the lists of what it does, for its introduction."""
    lists: dict[str, list[Item]] = {path: [] for path in LISTS}
    for passage in every:
        lists[passage.path].append(passage.item)
    made: dict[str, Fact] = {
        path: Known(path, "lista", tuple(items), origin)
        for path, items in lists.items()
        if items or not isinstance(facts.get(path), Unknown)
    }
    return replace(facts, by_path={**facts.by_path, **made})


def _said_twice(facts: Facts) -> Iterator[Problem]:
    for path in sorted(LISTS):
        fact = facts.by_path.get(path)
        if isinstance(fact, Known) and fact.value:
            message = f"”{path}” skrivs av programmet, ur {KEY}"
            hint = f"ta bort raden; det står redan under {KEY}:"
            yield Problem("TI09", message, origin=fact.origin, hint=hint)


def _elsewhere(state: State) -> dict[str, Value]:
    """Return how what the base has is referred to in a tillägg that has it not."""
    return {
        named(section.anchor, mark): Value(
            " ".join(
                part for part in (change_words.reference(section), place, "i uppdraget") if part
            ),
            f"bas.{named(section.anchor, mark)}",
            section.origin,
        )
        for section in sections(state.document)
        if section.heading
        for mark, place in (("", ""), *places(section))
    }


def _broken(start: State, end: State) -> tuple[Problem, ...]:
    """Return what is wrong in the base with the tillägg and was not without it."""
    return tuple(
        problem
        for problem in end.problems
        if problem.severity is Severity.ERROR and problem not in start.problems
    )
