"""Which subject a changed sentence is of, and how much it tells of it."""

import re
from collections.abc import Sequence
from dataclasses import field
from typing import Final

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.duties.statements import Statement
from avtalsgen.compare.top.differences import StatementChange
from avtalsgen.model.comparison import Reason
from avtalsgen.records import dataclass
from avtalsgen.register.topics import Topic

_MARKS: Final = re.compile(r"[.,:;!?()]+")
_LONG: Final = 7
"""Letters of a part of a word that may stand inside one: `försäkring`, but `vite` is no
`aktivitet`."""
_BY_HEADING: Final = 2
"""A heading says what its sentences are of, more than a word in one of them."""
_FEWEST_SIGNS: Final = 2
"""Signs of one topic in a sentence that say what it is of, whatever it stands below."""
_TELLING: Final[dict[Reason, int]] = {
    "belopp": 6,
    "pris": 4,
    "procent": 4,
    "datum": 4,
    "frist": 3,
    "varaktighet": 3,
    "klockslag": 2,
    "rättskälla": 2,
    "modalitet": 2,
    "negation": 2,
    "gräns": 2,
    "inskränkning": 2,
    "form": 2,
    "part": 1,
    "villkor": 1,
    "omfattning": 1,
    "tal": 1,
}
"""How much each reason says of why a reader must know."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic by its place in the list; those that have none come after all that have."""

    place: int
    name: str
    score: int
    """How much speaks for it."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """Tells the subject of a sentence."""

    topics: Sequence[Topic]
    read: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Texts that were read before, with what each has of the topics."""

    def place_of(self, name: str) -> int | None:
        """Return where a topic stands in the list."""
        return next((at for at, topic in enumerate(self.topics) if topic.name == name), None)

    def of(self, side: Outline, statement: Statement) -> Subject | None:
        """Return the subject that the sentence and its heading speak of most, None for no topic."""
        in_heading = self._signs(side.sections[statement.section].face.heading)
        best, subject = 0, None
        most, named = 0, None
        """Of the words of the sentence alone."""
        for place, hits in enumerate(self._signs(statement.text)):
            topic = self.topics[place]
            score = hits + _BY_HEADING * bool(in_heading[place])
            if score > best:
                best, subject = score, Subject(place, topic.name, score + hits)
            if hits > most:
                most, named = hits, Subject(place, topic.name, hits)
        return named if most >= _FEWEST_SIGNS and named else subject

    def signs_in(self, place: int, statement: Statement) -> int:
        """Return how many signs of the topic at `place` the words of a sentence have."""
        return self._signs(statement.text)[place]

    def _signs(self, text: str) -> tuple[int, ...]:
        """Return how many signs of each topic `text` has; a heading is read once for all it has."""
        if text not in self.read:
            plain = _plain(text)
            self.read[text] = tuple(
                sum(_has(plain, sign) for sign in topic.signs) for topic in self.topics
            )
        return self.read[text]


def _plain(text: str) -> str:
    """Return `text` in small letters with a space before and after each word, marks left out."""
    return f" {_MARKS.sub(' ', text.casefold())} "


def _has(text: str, sign: str) -> bool:
    """Return whether a word of `text` begins with `sign`, or has it inside if it is long."""
    return f" {sign}" in text or (len(sign) >= _LONG and sign in text)


def telling(difference: StatementChange) -> int:
    """Return how much a changed sentence tells."""
    return difference.weight or sum(_TELLING.get(reason, 0) for reason in difference.reasons)
