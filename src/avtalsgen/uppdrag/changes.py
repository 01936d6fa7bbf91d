"""What a tillägg does to its base: adds, replaces and repeals sections, and changes facts.

ändringar:
  - {lägger_till: lokaler@2026, efter: kompetens}
  - {ersätter: tid, med: tid@2026, gäller_från: 2027-07-01}
  - {upphäver: omforhandling}
  - {fakta: {ersättning: {belopp: 4700000}}, gäller_till: 2027-12-31}
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from avtalsgen.clauses import answers
from avtalsgen.clauses.outline import Entry, every, read_outline
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.fact_reader import read_facts
from avtalsgen.uppdrag.facts import Facts

KEY = "ändringar"
_CODE = "TI01"
ACTS = ("lägger_till", "ersätter", "upphäver", "fakta")
PLACES: tuple[Literal["efter", "före", "under"], ...] = ("efter", "före", "under")
_FORM = (
    "skriv - {upphäver: tvist}, - {ersätter: tid, med: tid@2026}, "
    "- {lägger_till: volym@2026, efter: tid} eller - {fakta: {ersättning: {belopp: 605}}}"
)
OF_THE_DOCUMENT = (
    *(known.DNR, known.DATED, known.VERSION, known.DECIDED, known.SIGNED, known.TILLAGG),
    known.SIGNING,
)
"""Facts of a document as such, which nobody can change in another document."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A new section: after, before or under the section `beside`, or last in the base."""

    entry: Entry
    place: Literal["efter", "före", "under", "sist"]
    beside: str
    summary: str
    """What is added, in words for the list in the introduction; empty for the heading."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A section in the place of the one with the anchor `target`; what stands below it stays."""

    target: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Repeal:
    """The end of the section with the anchor `target`, and of all below it."""

    target: str


@dataclass(frozen=True, slots=True)
class NewFacts:
    """Facts of the base with other values."""

    facts: Facts


Act = Addition | Replacement | Repeal | NewFacts


@dataclass(frozen=True, slots=True)
class TillaggChange:
    """One act. `number` counts from 1 in the file.

    `start` is nothing when it is that of the tillägg, `end` when that is so or there is none.
    """

    number: int
    act: Act
    start: date | None
    end: date | None
    origin: Origin


def brought(changes: Iterable[TillaggChange]) -> Iterator[Entry]:
    """Yield the sections that `changes` bring, each with those below it."""
    for change in changes:
        if isinstance(change.act, Addition | Replacement):
            yield change.act.entry


def read_changes(
    keys: Keys, parameters: Parameters, organisations: frozenset[str]
) -> tuple[TillaggChange, ...]:
    """Return what stands under `ändringar`; TI01 for each item that is no change.

    What is wrong in an entry or a fact has the code that it has elsewhere.
    """
    reading = _ChangeReader(parameters, organisations, keys.problems)
    changes = []
    for number, record in enumerate(keys.records(KEY), start=1):
        inner = Keys(record.branch, keys.problems, _CODE)
        act = reading.act(inner)
        start, end = inner.day("gäller_från"), inner.day("gäller_till")
        inner.done()
        if act:
            changes.append(TillaggChange(number, act, start, end, record.branch.origin))
    return tuple(changes)


@dataclass(frozen=True, slots=True)
class _ChangeReader:
    parameters: Parameters
    organisations: frozenset[str]
    problems: list[Problem]

    def act(self, keys: Keys) -> Act | None:
        named = [key for key in ACTS if key in keys.branch.entries]
        if len(named) != 1:
            message = f"ändringen säger {' och '.join(named) or 'inte vad den gör'}"
            keys.problem(message, keys.branch.origin, _FORM)
            keys.asked.update(dict.fromkeys(keys.branch.entries))
            return None
        match named[0]:
            case "lägger_till":
                return self.addition(keys)
            case "ersätter":
                return self.replacement(keys)
            case "upphäver":
                target = keys.text("upphäver", required=True)
                return Repeal(target) if target else None
            case _:
                return self.new_facts(keys)

    def addition(self, keys: Keys) -> Addition | None:
        entry = self.entry(keys, "lägger_till")
        places = {place: keys.text(place) for place in PLACES if place in keys.branch.entries}
        if len(places) > 1:
            message = f"tillskottet har {len(places)} platser: {' och '.join(places)}"
            keys.problem(message, keys.branch.origin, "behåll en av dem")
        summary = keys.text("beskrivning")
        if entry is None:
            return None
        for place, beside in places.items():
            return Addition(entry, place, beside, summary)
        return Addition(entry, "sist", "", summary)

    def replacement(self, keys: Keys) -> Replacement | None:
        target, entry = keys.text("ersätter", required=True), self.entry(keys, "med")
        if not target or entry is None:
            return None
        if entry.below:
            hint = "ersätt avsnittet, och lägg till eller ersätt dem under det var för sig"
            keys.problem("den nya lydelsen har avsnitt under sig", entry.origin, hint)
        return Replacement(target, entry)

    def entry(self, keys: Keys, key: str) -> Entry | None:
        tree = keys.tree(key, required=True)
        if tree is None:
            return None
        entries = read_outline((tree,), self.parameters, self.problems)
        for entry in every(entries):
            if not entry.name or entry.changes is not None:
                hint = "skriv en klausul med utgåva, eller rubrik:, text: och ankare:"
                keys.problem("avsnittet har inget namn", entry.origin, hint)
        return entries[0] if entries else None

    def new_facts(self, keys: Keys) -> NewFacts | None:
        below = keys.below("fakta", required=True)
        if below is None:
            return None
        facts, problems = read_facts(below.branch, self.parameters, self.organisations, frozenset())
        self.problems.extend(problems)
        for path in (*facts.by_path, *facts.unknown):
            if path.partition(".")[0] in OF_THE_DOCUMENT:
                fact = facts.get(path)
                origin = fact.origin if fact else below.branch.origin
                hint = "ta bort raden; faktumet hör till handlingen, inte till det som ändras"
                keys.problem(f"”{path}” kan inte ändras genom ett tillägg", origin, hint)
        for path, origin in facts.empty.items():
            hint = f"skriv {path}: {answers.value(path, self.parameters)}"
            keys.problem(f"”{path}” har inget nytt värde", origin, hint)
        if not facts.by_path and not facts.unknown and not facts.empty and not problems:
            hint = "skriv fakta: {tid: {uppsägning: 6 månader}}"
            keys.problem("inga fakta ändras", below.branch.origin, hint)
        return NewFacts(facts)
