"""A base through the changes of its tillägg: after each one a whole document.

What a change does to a section is seen in the words, before and after, so that a fact that is
printed in four sections, or decides that a paragraph is printed at all, is noted in each.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import partial

from avtalsgen.assemble.amended import Amended
from avtalsgen.assemble.document import assemble
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.tillagg.change_words import What
from avtalsgen.assemble.tillagg.changed_outline import changed
from avtalsgen.assemble.tillagg.timeline import ChangeStep
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.library import Library
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Cover, Document, Gap, Identity, Section, Value
from avtalsgen.model.walk import leaves, runs, sections
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.source import Files, Kept, once
from avtalsgen.uppdrag.changes import Addition, NewFacts, Repeal, Replacement
from avtalsgen.uppdrag.uppdrag import Uppdrag


@dataclass(frozen=True, slots=True)
class State:
    """The base after some steps. `before` has the base as it was before each tillägg of them."""

    base: Uppdrag
    document: Document
    problems: tuple[Problem, ...]
    """Those of the document."""
    before: Mapping[str, Uppdrag] = field(default_factory=dict)
    tillagg: Mapping[str, Uppdrag] = field(default_factory=dict)

    def by_anchor(self) -> dict[str, Section]:
        """Return the sections that are printed, by anchor, in reading order."""
        return {section.anchor: section for section in sections(self.document)}


@dataclass(frozen=True, slots=True)
class Passage:
    """A step with the states before and after it, and what it did to which section."""

    step: ChangeStep
    old: State
    new: State
    marks: tuple[tuple[str, What], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """What a base is assembled with: the workspace, its type, and its facts as signed.

    What it has gone through is kept: the text of a day, and each tillägg, begin alike.
    """

    files: Files
    library: Library
    type: DocumentType
    lookup: Lookup
    _kept: Kept = field(default_factory=dict, init=False, repr=False, compare=False)
    """By the steps from the first on, the last passage. It has its step: no other has that id."""

    def unset(self) -> State:
        """Return the base as it was signed, its document not made."""
        return State(self.lookup.uppdrag, _NOWHERE, ())

    def signed(self) -> State:
        """Return the base as it was signed."""
        return once(self.files, self._kept, (), lambda: self.assembled(self.unset()))

    def through(self, steps: Iterable[ChangeStep]) -> tuple[Passage, ...]:
        """Return how the base goes through every step, in order."""
        passages: list[Passage] = []
        gone: tuple[object, ...] = ()
        for step in steps:
            gone = (*gone, (id(step.tillagg), id(step.change), step.start, step.end, step.over))
            old = passages[-1].new if passages else self.signed()
            work = partial(_passage, self, old, step)
            passages.append(once(self.files, self._kept, gone, work))
        return tuple(passages)

    def after(self, state: State, step: ChangeStep) -> tuple[State, tuple[Problem, ...]]:
        """Return `state` after `step`, and what was wrong with the step."""
        numbered = frozenset(a for a, section in state.by_anchor().items() if section.number)
        new = changed(state.base, step, numbered)
        name = step.tillagg.name
        before = {name: state.base, **state.before}
        known = {**state.tillagg, name: step.tillagg}
        base = new.base
        if name not in state.tillagg:
            base = replace(base, exemptions=(*base.exemptions, *step.tillagg.exemptions))
        return self.assembled(State(base, _NOWHERE, (), before, known)), new.problems

    def assembled(
        self,
        state: State,
        notes: Mapping[str, tuple[Block, ...]] | None = None,
        *,
        type_: DocumentType | None = None,
        draft: bool = True,
    ) -> State:
        """Return `state` with its document."""
        document, problems = assemble(
            self.files,
            self.library,
            type_ or self.type,
            replace(self.lookup, uppdrag=state.base),
            draft=draft,
            more=Amended(self.lookups(state), notes or {}),
        )
        return replace(state, document=document, problems=problems)

    def lookups(self, state: State) -> dict[str, Lookup]:
        """Return where each tillägg finds the facts of its texts.

        Its own first, then those of the base on the day; `bas.` is the base that it changed.
        """
        return {
            name: replace(
                self.lookup,
                uppdrag=replace(tillagg, facts=tillagg.facts.over(state.base.facts)),
                base=state.before[name],
            )
            for name, tillagg in state.tillagg.items()
        }


def _passage(base: Base, old: State, step: ChangeStep) -> Passage:
    new, wrong = base.after(old, step)
    marks = tuple(_marks(old, new, step)) if not wrong else ()
    unseen = () if marks or wrong else (_unseen(step),)
    return Passage(step, old, new, marks, (*wrong, *_ambiguous(old, step), *unseen))


def _marks(old: State, new: State, step: ChangeStep) -> Iterator[tuple[str, What]]:
    match step.change.act:
        case Addition(entry):
            yield entry.name, "utgånget" if step.over else "tillagt"
        case Replacement(target):
            yield target, "ersatt"
        case Repeal(target):
            yield target, "upphävt"
        case NewFacts():
            was = old.by_anchor()
            for anchor, section in new.by_anchor().items():
                if anchor not in was or own_words(section) != own_words(was[anchor]):
                    yield anchor, "ändrat"


def own_words(section: Section) -> tuple[str, ...]:
    """Return what a section prints itself, without number and without what stands below it."""
    texts = (plain.text(content) for block in section.blocks for content in runs(block))
    return (plain.text(section.heading), *texts)


def _unseen(step: ChangeStep) -> Problem:
    message = "ändringen märks inte i något avsnitt"
    hint = "ändra ett faktum som uppdraget skriver ut, eller ersätt avsnittet"
    return Problem("TI10", message, Severity.WARNING, step.change.origin, hint)


def _ambiguous(state: State, step: ChangeStep) -> Iterator[Problem]:
    """Yield TI11 for a fact that an earlier tillägg has said in words of its own."""
    if not isinstance(step.change.act, NewFacts):
        return
    paths = step.change.act.facts.by_path
    files = {tillagg.file: tillagg for tillagg in state.tillagg.values()}
    for section in sections(state.document):
        earlier = files.get(section.origin.file) if section.origin else None
        for path in _printed(section) & paths.keys() if earlier else ():
            before = earlier.facts.by_path.get(path) if earlier else None
            if before and earlier is not step.tillagg:
                message = (
                    f"”{path}” står också i {before.origin}, och avsnittet ”{section.anchor}” "
                    "därifrån skriver ut det"
                )
                hint = f"lägg till en ändring som ersätter {section.anchor} med dess nya lydelse"
                yield Problem("TI11", message, origin=paths[path].origin, hint=hint)


def _printed(section: Section) -> frozenset[str]:
    """Return the paths of the facts in the text of a section; of a body, where it is named."""
    paths = {
        leaf.path
        for block in section.blocks
        for content in runs(block)
        for leaf in leaves(content)
        if isinstance(leaf, Value | Gap)
    }
    return frozenset({*paths, *(path.rpartition(".")[0] for path in paths)})


_NOWHERE = Document(Identity("", "", "", "", ""), Cover("", ()), ())
