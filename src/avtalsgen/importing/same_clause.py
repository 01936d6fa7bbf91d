"""The clause of the library that a section is, whatever its values are."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import field
from datetime import date
from itertools import islice
from typing import Final

from avtalsgen.clauses.expression import Compared
from avtalsgen.clauses.library import ClauseEdition
from avtalsgen.importing.clause_pattern import Chosen, findings, printed_lines
from avtalsgen.importing.clause_values import ClauseFacts, ValueReader
from avtalsgen.importing.matching import KnownClause
from avtalsgen.importing.old_fact import OldFact
from avtalsgen.model.nodes import Block
from avtalsgen.records import dataclass

_MOST_READINGS: Final = 40
"""Ways to read one section as one clause."""


@dataclass(slots=True)
class ClauseFinder:
    """Finds the clauses of a document by their wording, and what is said in their holes.

    Of several it is the one that holds on `day`, and has the same name.
    """

    known: Sequence[KnownClause]
    reader: ValueReader
    day: date | None
    told: ClauseFacts = field(default_factory=ClauseFacts)
    """What the clauses that were found say."""
    told_by: dict[str, ClauseFacts] = field(default_factory=dict)
    """What each of them says, by its name."""

    def same(
        self, heading: str, blocks: Sequence[Block], place: str, taken: Collection[str]
    ) -> ClauseEdition | None:
        """Return the clause that a section is, if it is one and agrees with those before it."""
        said = printed_lines(blocks)
        best: tuple[tuple[bool, bool, int], ClauseEdition, ClauseFacts] | None = None
        for entry in self.known:
            clause = entry.clause
            if not said or clause.id in taken:
                continue
            for letters, facts in self._readings(entry, said):
                holds = self.day is not None and clause.valid_on(self.day)
                worth = holds, heading.casefold() == entry.heading.casefold(), letters
                if best is None or worth > best[0]:
                    best = worth, clause, facts
                break
        if best is None:
            return None
        self._take(best[1].id, best[2], place)
        return best[1]

    def _take(self, clause: str, facts: ClauseFacts, place: str) -> None:
        told = self.told.joined(facts, place)
        assert told is not None, "a reading agrees with those before it"
        self.told, self.told_by[clause] = told, facts

    def without(self, clauses: Collection[str]) -> None:
        """Forget what some clauses say: their sections are no such clauses after all."""
        kept = {name: facts for name, facts in self.told_by.items() if name not in clauses}
        places = dict(self.told.places) | self.told.gaps
        self.told, self.told_by = ClauseFacts(), {}
        for name, facts in kept.items():
            self._take(name, facts, "")
        self.told.places = {path: places[path] for path in self.told.places}
        self.told.gaps = {path: places[path] for path in self.told.gaps}

    def facts(self) -> tuple[OldFact, ...]:
        """Return what the clauses say."""
        return tuple(self.told.facts(self.reader.parameters))

    def _readings(
        self, entry: KnownClause, said: Sequence[str]
    ) -> Iterator[tuple[int, ClauseFacts]]:
        for reading in islice(findings(entry.pattern, said), _MOST_READINGS):
            facts = self.reader.read((*reading.findings, *_modelled(entry.clause)))
            if facts is not None and self.told.joined(facts, "") is not None:
                yield reading.letters, facts


def _modelled(clause: ClauseEdition) -> tuple[Chosen, ...]:
    """Return what is true wherever the clause must be: how one is paid, of that on payment."""
    when = clause.mandatory_when
    return (Chosen(when),) if isinstance(when, Compared) else ()


def with_those_of_clauses(facts: Sequence[OldFact], of_clauses: Sequence[OldFact]) -> list[OldFact]:
    """Return facts, what clauses of the library say of them in the place of what was guessed."""
    stated = {fact.path for fact in facts}
    ours = {fact.path: fact for fact in of_clauses if fact.sure or fact.path not in stated}
    return [*(fact for fact in facts if fact.path not in ours), *ours.values()]
