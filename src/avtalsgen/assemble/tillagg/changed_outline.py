"""The outline and the facts of a base after one change."""

from collections.abc import Callable
from dataclasses import replace

from avtalsgen.assemble.tillagg.timeline import ChangeStep
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import instead
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.changes import Addition, NewFacts, Repeal, Replacement
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.uppdrag import Uppdrag

Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A base after a step, and what was wrong with the step (then the base is as before)."""

    base: Uppdrag
    problems: tuple[Problem, ...] = ()


def changed(base: Uppdrag, step: ChangeStep, numbered: frozenset[str]) -> Changed:
    """Return `base` after `step`; `numbered` are the anchors that have a number before it.

    TI02 a section that is not there, or not any more, is replaced, repealed or stood beside;
    TI03 what is there already is added or said.
    """
    return _Changing(base, step, numbered).changed()


@dataclass(frozen=True, slots=True)
class _Changing:
    base: Uppdrag
    step: ChangeStep
    numbered: frozenset[str]

    def changed(self) -> Changed:
        match self.step.change.act:
            case Addition() as act:
                return self.added(act)
            case Replacement(target, entry):
                return self.at(target, lambda old: self.new(entry, old))
            case Repeal(target):
                return self.at(target, lambda old: replace(old, repealed=True, below=()))
            case NewFacts() as act:
                return self.told(act)

    def at(self, target: str, change: Callable[[Entry], Entry]) -> Changed:
        wrong = self.missing(target)
        if wrong:
            return Changed(self.base, (wrong,))
        outline = _mapped(self.base.outline, target, lambda old: (change(old),))
        return Changed(replace(self.base, outline=outline))

    def new(self, entry: Entry, old: Entry) -> Entry:
        """Return a replacement: found as the old one was, with what stands below it."""
        return replace(
            entry,
            anchor=old.name,
            owner=self.step.tillagg.name,
            below=old.below,
            inserted=old.inserted,
            numbered=old.numbered,
        )

    def added(self, act: Addition) -> Changed:
        wrong = [self.missing(act.beside)] if act.place != "sist" else []
        addition = replace(owned(act.entry, self.step.tillagg.name), repealed=self.step.over)
        wrong += [self.already(entry) for entry in every((addition,))]
        outline = self.placed(addition, act)
        if not any(wrong) and outline is None:
            wrong.append(self.first(act))
        problems = tuple(problem for problem in wrong if problem)
        if problems or outline is None:
            return Changed(self.base, problems)
        return Changed(replace(self.base, outline=outline))

    def placed(self, addition: Entry, act: Addition) -> Entries | None:
        match act.place:
            case "sist":
                return self.last(addition)
            case "under":
                return _mapped(
                    self.base.outline,
                    act.beside,
                    lambda old: (replace(old, below=(*old.below, addition)),),
                )
            case "efter" | "före" as place:
                return self.beside(self.base.outline, addition, act.beside, before=place == "före")

    def last(self, addition: Entry) -> Entries:
        """Return the outline with `addition` last, but before a closing without heading."""
        position = len(self.base.outline)
        while position and self.base.outline[position - 1].name not in self.numbered:
            position -= 1
        position = position or len(self.base.outline)
        return (*self.base.outline[:position], addition, *self.base.outline[position:])

    def beside(
        self, level: Entries, addition: Entry, beside: str, *, before: bool
    ) -> Entries | None:
        """Return `level` with `addition` beside another, counted with a letter if one comes after.

        It stands after those put in there earlier, so that nothing gets another letter.
        Nothing when there is no number before it to put a letter to.
        """
        names = [entry.name for entry in level]
        if beside in names:
            return self.between(level, addition, names.index(beside), before=before)
        entries = []
        for entry in level:
            if beside in {each.name for each in every(entry.below)}:
                below = self.beside(entry.below, addition, beside, before=before)
                if below is None:
                    return None
                entries.append(replace(entry, below=below))
            else:
                entries.append(entry)
        return tuple(entries)

    def between(
        self, level: Entries, addition: Entry, position: int, *, before: bool
    ) -> Entries | None:
        if before and level[position].inserted:
            return None
        position += not before
        while not before and position < len(level) and level[position].inserted:
            position += 1
        earlier, later = level[:position], level[position:]
        letter = addition.numbered and any(map(self.counts, later))
        if letter and not any(map(self.counts, earlier)):
            return None
        return (*earlier, replace(addition, inserted=letter), *later)

    def counts(self, entry: Entry) -> bool:
        return entry.name in self.numbered

    def told(self, act: NewFacts) -> Changed:
        """Return the base with other facts; TI03 for one that says what was said before."""
        problems = []
        for path, fact in act.facts.by_path.items():
            old = self.base.facts.get(path)
            if isinstance(fact, Known) and isinstance(old, Known) and fact.value == old.value:
                message = f"”{path}” har redan det värdet ({old.origin})"
                hint = "ta bort raden, eller skriv det nya värdet"
                problems.append(Problem("TI03", message, origin=fact.origin, hint=hint))
        facts = act.facts.over(self.base.facts)
        return Changed(replace(self.base, facts=facts), tuple(problems))

    def missing(self, anchor: str) -> Problem | None:
        candidates = [entry for entry in every(self.base.outline) if entry.name == anchor]
        if candidates and not candidates[0].repealed:
            return None
        message = f"avsnittet ”{anchor}” finns inte i {self.base.file}"
        hint = instead(anchor, self.names(), "avsnitten är")
        if candidates:
            message = f"avsnittet ”{anchor}” ({candidates[0].origin}) gäller inte längre den dagen"
            hint = "lägg till ett nytt avsnitt i stället"
        return Problem("TI02", message, origin=self.step.change.origin, hint=hint)

    def already(self, entry: Entry) -> Problem | None:
        for other in every(self.base.outline):
            if other.name == entry.name:
                message = f"avsnittet ”{entry.name}” finns redan ({other.origin})"
                hint = f"skriv {entry.having(f'ankare: {entry.name}-2')}, eller ersätt avsnittet"
                return Problem("TI03", message, origin=entry.origin, hint=hint)
        return None

    def first(self, act: Addition) -> Problem:
        message = f"före ”{act.beside}” finns inget numrerat avsnitt att räkna från"
        hint = f"skriv {act.entry.having('numrera: nej')}, eller ställ det efter ett annat avsnitt"
        return Problem("TI02", message, origin=act.entry.origin, hint=hint)

    def names(self) -> list[str]:
        return [entry.name for entry in every(self.base.outline) if entry.name]


def owned(entry: Entry, owner: str) -> Entry:
    """Return an entry and all below it as printed by the facts and files of `owner`."""
    return replace(entry, owner=owner, below=tuple(owned(each, owner) for each in entry.below))


def _mapped(level: Entries, name: str, change: Callable[[Entry], Entries]) -> Entries:
    mapped: list[Entry] = []
    for entry in level:
        if entry.name == name:
            mapped.extend(change(entry))
        else:
            mapped.append(replace(entry, below=_mapped(entry.below, name, change)))
    return tuple(mapped)
