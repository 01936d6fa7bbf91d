"""Which questions apply, by what is answered so far, and when each of the others does.

A clause names a fact where it prints it or asks for it, inside the branches of its template:

    {% if relation == "privat" %} … {{ upphandling.grund }} … {% endif %}

    upphandling.grund     applies when relation is privat
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, assert_never

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.conditions import holds
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.expression import (
    Both,
    Choice,
    Chunk,
    Compared,
    Condition,
    Constant,
    Either,
    Expression,
    Fact,
    Filtered,
    For,
    Hole,
    If,
    LegalSource,
    Not,
    Phrase,
    PlaceMark,
    SectionReference,
    Template,
    facts_of,
)
from avtalsgen.clauses.library import ClauseEdition
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.pipeline.new.asked import asked_for
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import enumerate_words

T = TypeVar("T")
Use = tuple[str, tuple[Condition, ...]]
"""A fact, and the conditions round the place where it is named that do not hold now."""


def waiting(
    type_: DocumentType, clauses: Iterable[ClauseEdition], lookup: Lookup, parameters: Parameters
) -> Mapping[str, tuple[Condition, ...]]:
    """Return the facts that are asked for only when other answers are others, with the conditions.

    Of the places where a fact is named the one that lacks least decides.
    """
    least: dict[str, tuple[Condition, ...]] = {}
    uses = _Uses(lookup)
    for named, lacking in uses.of(type_, clauses):
        for path in asked_for(named, type_, parameters):
            if path not in least or len(lacking) < len(least[path]):
                least[path] = lacking
    return {path: lacking for path, lacking in least.items() if lacking}


@dataclass(frozen=True, slots=True)
class _Uses:
    lookup: Lookup

    def of(self, type_: DocumentType, clauses: Iterable[ClauseEdition]) -> Iterator[Use]:
        for path in type_.uses:
            yield path, ()
        for clause in clauses:
            yield from self.phrase(clause.heading, ())
            yield from self.template(clause.body, ())
            if not isinstance(clause.mandatory_when, bool):
                yield from self.condition(clause.mandatory_when, ())

    def phrase(self, phrase: Phrase, lacking: tuple[Condition, ...]) -> Iterator[Use]:
        yield from self.holes((e for e in phrase.content if isinstance(e, Hole)), lacking)

    def template(self, template: Template, lacking: tuple[Condition, ...]) -> Iterator[Use]:
        for part in template:
            match part:
                case Chunk():
                    yield from self.holes(part.holes, lacking)
                case For():
                    yield part.over.path, lacking
                    yield from self.template(part.body, lacking)
                case If():
                    yield from self.branches(part.branches, lacking, self.template)
                case _ as unreachable:
                    assert_never(unreachable)

    def branches(
        self,
        branches: Iterable[tuple[Condition | None, T]],
        lacking: tuple[Condition, ...],
        inner: Callable[[T, tuple[Condition, ...]], Iterator[Use]],
    ) -> Iterator[Use]:
        earlier: list[Condition] = []
        for asked, body in branches:
            when = Not(Either(tuple(earlier))) if asked is None else asked
            if asked is not None:
                yield from self.condition(when, lacking)
            passed = any(holds(each, self.lookup, {}) for each in earlier)
            met = not passed and holds(when, self.lookup, {})
            yield from inner(body, lacking if met else (*lacking, when))
            earlier.append(when)

    def holes(self, holes: Iterable[Hole], lacking: tuple[Condition, ...]) -> Iterator[Use]:
        for hole in holes:
            if isinstance(hole.expression, Choice):
                words = ((when, each.holes) for when, each in hole.expression.branches)
                yield from self.branches(words, lacking, self.holes)
            else:
                yield from self.expression(hole.expression, lacking)

    def expression(self, expression: Expression, lacking: tuple[Condition, ...]) -> Iterator[Use]:
        match expression:
            case Fact(path) | SectionReference(Fact(path)):
                yield path, lacking
            case Filtered(inner):
                yield from self.expression(inner, lacking)
            case SectionReference() | PlaceMark() | LegalSource():
                return

    def condition(self, condition: Condition, lacking: tuple[Condition, ...]) -> Iterator[Use]:
        for path in facts_of(condition):
            yield path, lacking


def in_words(conditions: Iterable[Condition], parameters: Parameters) -> str:
    """Return conditions in words: `svaret på ”Hur hör …?” är privat`."""
    return enumerate_words([_words(each, parameters) for each in conditions])


def _words(condition: Condition, parameters: Parameters, *, negated: bool = False) -> str:
    match condition:
        case Fact(path):
            return f"{_question(path, parameters)} {_answered(path, parameters, negated=negated)}"
        case Not(inner):
            return _words(inner, parameters, negated=not negated)
        case Both(conditions) | Either(conditions):
            both = isinstance(condition, Both) != negated
            parts = [_words(each, parameters, negated=negated) for each in conditions]
            return enumerate_words(parts) if both else " eller ".join(parts)
        case Compared(left, operator, right):
            is_not = (operator in {"!=", "not in"}) != negated
            word = "är inte" if is_not else "är"
            fact, other = (left, right) if isinstance(left, Fact) else (right, left)
            assert isinstance(fact, Fact)
            if operator in {"in", "not in"} and isinstance(left, Constant):
                word = "har inte" if is_not else "har"
            shown = _question(other.path, parameters) if isinstance(other, Fact) else _said(other)
            return f"{_question(fact.path, parameters)} {word} {shown}"
        case _ as unreachable:
            assert_never(unreachable)


def _said(constant: Constant) -> str:
    return constant.value.replace("_", " ")


def _answered(path: str, parameters: Parameters, *, negated: bool) -> str:
    named = parameters.find(path)
    if named and named[1].type == "ja_nej":
        return "är nej" if negated else "är ja"
    return "inte är besvarad" if negated else "är besvarad"


def _question(path: str, parameters: Parameters) -> str:
    named = parameters.find(path)
    return f"”{named[1].question or path}”" if named else path
