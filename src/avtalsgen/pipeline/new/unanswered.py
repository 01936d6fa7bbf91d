"""What an uppdrag without a single answer has gaps for."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from avtalsgen.assemble.filling.conditions import NO_ANSWERS, holds, verdict
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.expression import (
    Choice,
    Chunk,
    Condition,
    Expression,
    Fact,
    Filtered,
    For,
    Hole,
    If,
    LegalSource,
    Phrase,
    PlaceMark,
    SectionReference,
    Template,
    facts_of,
)
from avtalsgen.clauses.library import ClauseEdition
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag.facts import Unknown

_NOWHERE: Final = Origin("", 1)


def gaps(type_: DocumentType, clauses: Iterable[ClauseEdition]) -> Iterator[str]:
    """Yield the path of each fact that `assemble` would miss, some more than once."""
    yield from (path for path, _ in type_.requires)
    for phrase in (type_.title, type_.subtitle, *(row.phrase for row in type_.cover)):
        yield from _in_phrase(phrase)
    for clause in clauses:
        yield from _in_phrase(clause.heading)
        yield from _in_template(clause.body)


def presumed(clauses: Iterable[ClauseEdition]) -> Iterator[str]:
    """Yield the facts whose lack decides what is printed when nothing is answered.

    A text that stands there because nobody has answered reads as if somebody had.
    """
    for clause in clauses:
        yield from _presumed_in(clause.body)


def _presumed_in(template: Template) -> Iterator[str]:
    for part in template:
        if not isinstance(part, If):
            continue
        passed: list[Condition] = []
        for when, body in part.branches:
            if when is not None:
                passed.append(when)
            if when is None or holds(when, NO_ANSWERS, {}):
                for condition in passed:
                    yield from (path for path in facts_of(condition) if _open(condition, path))
                yield from _presumed_in(body)
                break


@dataclass(frozen=True)
class _OneUnknown:
    """An uppdrag where one question is answered by okänt, and no other is answered."""

    unknown: str

    def fact(self, path: str) -> Unknown | None:
        """Return that the one fact is okänt, nothing of all others."""
        return Unknown(path, "", _NOWHERE) if path == self.unknown else None


def _open(condition: Condition, path: str) -> bool:
    """Return whether a condition hangs on a fact where that is okänt."""
    return isinstance(verdict(condition, _OneUnknown(path), {}), Unknown)


def _in_phrase(phrase: Phrase) -> Iterator[str]:
    yield from _in_holes(part for part in phrase.content if isinstance(part, Hole))


def _in_template(template: Template) -> Iterator[str]:
    for part in template:
        match part:
            case Chunk():
                yield from _in_holes(part.holes)
            case For():
                yield part.over.path
            case If():
                held = (
                    body
                    for when, body in part.branches
                    if when is None or holds(when, NO_ANSWERS, {})
                )
                yield from _in_template(next(held, ()))
            case _ as unreachable:
                assert_never(unreachable)


def _in_holes(holes: Iterable[Hole]) -> Iterator[str]:
    for hole in holes:
        if isinstance(hole.expression, Choice):
            branches = hole.expression.branches
            held = (
                words.holes
                for when, words in branches
                if when is None or holds(when, NO_ANSWERS, {})
            )
            yield from _in_holes(next(held, ()))
        else:
            yield from _in_expression(hole.expression)


def _in_expression(expression: Expression) -> Iterator[str]:
    match expression:
        case Fact(path) | SectionReference(Fact(path)):
            yield path
        case Filtered(inner):
            yield from _in_expression(inner)
        case SectionReference() | PlaceMark() | LegalSource():
            return
