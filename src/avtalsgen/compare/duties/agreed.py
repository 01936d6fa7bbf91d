"""The duties that the clauses of a document name, put to the sentences that say them.

A clause of the library says in its head who is to do what, and when: a lawyer wrote it, and the
facts give the days. Its sentence says how; both are one duty.

    clause     beställare │ antar en plan för uppföljning │ varje år
    sentence   Varje år antar nämnden en plan för uppföljning av kvaliteten.
    duty       beställaren │ antar en plan för uppföljning │ varje år │ the sentence

A sentence that no clause names is read as in any other document. A duty that no sentence says, as
where the uppdrag has a text of its own, is not told: the text is what binds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.compare.align.assignment import best
from avtalsgen.compare.align.outline import Outline, OutlineSection
from avtalsgen.compare.duties.likeness import bags, shared_part
from avtalsgen.compare.duties.reading import DutyReader
from avtalsgen.compare.duties.statements import Stated, Statement, words_of
from avtalsgen.model.calendar import Obligation
from avtalsgen.records import dataclass

_SAYS_IT, _SAYS_IT_UNREAD = 0.2, 0.6
"""The share of what a clause names that its sentence says at least: of one that is read as a duty
without the clause, and of one that is not."""
_PARTIES: Final[Mapping[str, str]] = {
    "utförare": "utföraren",
    "utförarens personal": "utföraren",
    "verksamheten": "utföraren",
    "personuppgiftsansvarig": "utföraren",
    "beställare": "beställaren",
    "nämnd": "beställaren",
    "ansvarig nämnd": "beställaren",
    "båda": "båda",
    "kommunstyrelse": "kommunstyrelsen",
}
"""The parties that the roles of the clauses are."""


@dataclass(frozen=True, slots=True)
class ClauseDuties:
    """What is needed to put the duties of the clauses to the sentences of one document."""

    reader: DutyReader
    side: Outline
    said: Sequence[Statement]

    def with_agreed(
        self, stated: Sequence[Stated], owed: Sequence[Obligation]
    ) -> tuple[Stated, ...]:
        """Return the duties in reading order, those that a clause names in its words."""
        by_section: dict[int, list[Stated]] = {}
        for duty in stated:
            by_section.setdefault(duty.section, []).append(duty)
        clauses: dict[tuple[str, str], list[Obligation]] = {}
        for obligation in owed:
            clauses.setdefault((obligation.clause, obligation.number), []).append(obligation)
        for entry in self.side.sections:
            named = clauses.get(_clause(entry), [])
            if named:
                read = by_section.get(entry.place, [])
                by_section[entry.place] = list(self._of_section(entry, read, named))
        return tuple(duty for place in sorted(by_section) for duty in by_section[place])

    def _of_section(
        self, entry: OutlineSection, read: Sequence[Stated], named: Sequence[Obligation]
    ) -> Iterator[Stated]:
        heard = "\n".join(duty.text for duty in read)
        orders = {duty.order for duty in read}
        others = [
            self._unread(statement)
            for statement in self.said
            if statement.section == entry.place
            and statement.words
            and statement.order not in orders
            and statement.text not in heard
        ]
        sentences = [*read, *others]
        answers = _said_by(sentences, named, len(read))
        spoken = {place: named[clause] for clause, place in answers.items()}
        kept = [place for place in range(len(sentences)) if place < len(read) or place in spoken]
        for place in sorted(kept, key=lambda place: sentences[place].order):
            duty, obligation = sentences[place], spoken.get(place)
            yield self._agreed(duty, obligation) if obligation else duty

    def _agreed(self, duty: Stated, obligation: Obligation) -> Stated:
        party = self._party(obligation)
        return replace(
            duty,
            party=party or duty.party,
            named=bool(party) or duty.named,
            act=obligation.what,
            when=obligation.words if obligation.dated or not duty.when else duty.when,
        )

    def _unread(self, statement: Statement) -> Stated:
        return self.reader.stated(self.side, statement, (0, statement.words[:1], 3))

    def _party(self, obligation: Obligation) -> str:
        return _PARTIES.get(obligation.who, "")


def _clause(entry: OutlineSection) -> tuple[str, str]:
    made_of = entry.section.provenance
    return (f"{made_of.clause}@{made_of.edition}" if made_of else "", entry.face.number)


def _said_by(
    sentences: Sequence[Stated], named: Sequence[Obligation], read: int
) -> Mapping[int, int]:
    """Return the place of the sentence that says it for that of each duty, where one does.

    The first `read` sentences are read as duties without the clause.
    """
    texts = [_stems(duty.text) for duty in sentences]
    every = bags([*texts, *(_stems(obligation.what) for obligation in named)])
    said, asked = every[: len(texts)], every[len(texts) :]
    worth: dict[int, dict[int, float]] = {}
    for clause, bag in enumerate(asked):
        for place, sentence in enumerate(said):
            part = shared_part(bag, sentence)
            if part >= (_SAYS_IT if place < read else _SAYS_IT_UNREAD):
                worth.setdefault(clause, {})[place] = part + (place < read)
    return best(worth)


def _stems(text: str) -> tuple[str, ...]:
    """Return the words of a text, `övar` as `öva`: what is done, and what is to be."""
    return tuple(word.removesuffix("r") for word in words_of(text))
