"""What a section says in the holes of a clause, as facts of the types that they have.

What was written is taken for the value that prints just so in the hole, in its form; of several
(”Utföraren” at the head of a sentence) that which all places of the fact have in common.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from avtalsgen.assemble.filling.forms import WrongKindError, in_form
from avtalsgen.clauses.expression import (
    Both,
    Compared,
    Condition,
    Constant,
    Expression,
    Fact,
    Filtered,
    LegalSource,
)
from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.fact_types.fact_type import Plain
from avtalsgen.clauses.parameters import ORGAN_FACTS, Parameter, Parameters
from avtalsgen.importing.clause_pattern import Chosen, Finding, Repeated, SaidInHole
from avtalsgen.importing.old_fact import OldFact, OldRecord
from avtalsgen.importing.stated.lines import Bodies, folded
from avtalsgen.model.trace import COMPUTED
from avtalsgen.records import dataclass
from avtalsgen.register.legal_sources import Legal
from avtalsgen.register.meaning_words import WordLists
from avtalsgen.source import Origin
from avtalsgen.swedish import phrases
from avtalsgen.takeback.facts.book import as_typed, candidates, is_blank, members
from avtalsgen.uppdrag.facts import Known

_NAMED: Final = ("text", "val", "sluttid", "ja_nej")
"""Types whose values a condition may name."""
_SENTENCE: Final = re.compile(r"[.!?] +[A-ZÅÄÖ]")


@dataclass(slots=True)
class ClauseFacts:
    """What clauses say of the facts of a document."""

    options: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What each may be, as YAML has it; items of lists by their number."""
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    among: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What is known to be in a list."""
    lengths: dict[str, int] = field(default_factory=dict)
    gaps: dict[str, str] = field(default_factory=dict)
    """Dotted lines, by the section that each stands in."""
    places: dict[str, str] = field(default_factory=dict)

    def agreed(self, path: str, options: tuple[str, ...]) -> bool:
        """Note what a fact may be; return whether all its places can be the same."""
        before = self.options.get(path, options)
        self.options[path] = tuple(each for each in before if each in options)
        return bool(self.options[path])

    def joined(self, other: "ClauseFacts", place: str) -> "ClauseFacts | None":
        """Return both together; nothing if they say different things of a fact."""
        both = ClauseFacts(
            dict(self.options),
            self.lists | other.lists,
            dict(self.among),
            self.lengths | other.lengths,
            dict(self.gaps),
            dict(self.places),
        )
        if not all(both.agreed(path, options) for path, options in other.options.items()):
            return None
        for mine, theirs in ((self.lists, other.lists), (self.lengths, other.lengths)):
            if any(theirs.get(path, said) != said for path, said in mine.items()):
                return None
        for path, items in other.among.items():
            both.among[path] = tuple(dict.fromkeys((*both.among.get(path, ()), *items)))
        for path in (*other.options, *other.lists, *other.lengths, *other.among):
            both.places.setdefault(path, place)
        for path in other.gaps:
            both.gaps.setdefault(path, place)
        return both

    def facts(self, parameters: Parameters) -> Iterator[OldFact]:
        """Yield each as a fact of the document."""
        loose = dict(self.options)
        for root, turns in self.lengths.items():
            for path in tuple(loose):
                if path.startswith(f"{root}."):
                    del loose[path]
            items = tuple(self._item(f"{root}.{turn}") for turn in range(1, turns + 1))
            yield OldFact(root, items, self.places[root], sure=True)
        for path, said in self.lists.items():
            yield OldFact(path, said, self.places[path], sure=True)
        for path, said in self.among.items():
            if path not in self.lists and path not in self.lengths:
                parameter = parameters.by_path[path].item
                order = parameter.choices if parameter else ()
                known = tuple(sorted(said, key=lambda item: [*order, item].index(item)))
                yield OldFact(path, known, self.places[path], sure=True)
        for path, options in loose.items():
            yield OldFact(path, options[0], self.places[path], sure=True)
        for path, place in self.gaps.items():
            if path not in loose:
                yield OldFact(path, "", place, sure=False)

    def _item(self, turn: str) -> str | OldRecord:
        if turn in self.options:
            return self.options[turn][0]
        return OldRecord(
            tuple(
                (path.removeprefix(f"{turn}."), options[0])
                for path, options in self.options.items()
                if path.startswith(f"{turn}.")
            )
        )


@dataclass(frozen=True, slots=True)
class ValueReader:
    """Reads values by what facts there are, how sums are written and which bodies have names."""

    parameters: Parameters
    words: WordLists
    bodies: Bodies
    laws: Mapping[str, Legal]

    def read(self, findings: Sequence[Finding]) -> ClauseFacts | None:
        """Return the facts that were found; nothing if what stands there is no such value."""
        facts = ClauseFacts()
        for finding in findings:
            match finding:
                case SaidInHole() if not self._said(facts, finding):
                    return None
                case Chosen(condition):
                    self._chosen(facts, condition)
                case Repeated(path, turns) if not self._is_elsewhere(path):
                    facts.lengths[path] = turns
                case _:
                    continue
        return facts

    def _said(self, facts: ClauseFacts, said: SaidInHole) -> bool:
        """Take in what stands in a hole; return whether it may stand there."""
        if _SENTENCE.search(said.text) and not (is_blank(said.text) or said.alone):
            return self._is_legal(said)
        path, filters = _path(said.expression)
        if not path:  # a reference or a source of law: the build says whether it is the same
            return not isinstance(said.expression, LegalSource) or self._is_legal(said)
        first, _, key = path.partition(".")
        if first in said.turns:
            return self._item(facts, said.turns[first], key, said.text, filters)
        named = self.parameters.find(path)
        if named is None or self._is_elsewhere(named[0]) or "årtal" in filters:
            return True
        return self._value(facts, *named, said.text, filters)

    def _is_legal(self, said: SaidInHole) -> bool:
        """Return whether the source of law that is meant stands in a hole, in full or by name."""
        expression = said.expression
        law = self.laws.get(expression.id) if isinstance(expression, LegalSource) else None
        if law is None or not isinstance(expression, LegalSource):
            return False
        names = (f"{expression.section} {name}".strip() for name in (law.in_full(), law.name))
        return " ".join(said.text.split()) in {" ".join(name.split()) for name in names}

    def _value(
        self,
        facts: ClauseFacts,
        path: str,
        parameter: Parameter,
        text: str,
        filters: tuple[str, ...],
    ) -> bool:
        organ, _, last = path.rpartition(".")
        of_register = last in ORGAN_FACTS and path not in self.parameters.by_path
        if is_blank(text):
            facts.gaps[organ if of_register else path] = ""
            return True
        if of_register:
            return last != "namn" or facts.agreed(organ, self._bodies(text, filters))
        if parameter.type == LIST:
            facts.lists[path] = members(text)
            return True
        if parameter.type not in FACT_TYPES or parameter.type == "organ":
            return False
        return facts.agreed(path, self._options(parameter, text, filters))

    def _item(
        self, facts: ClauseFacts, turn: str, key: str, text: str, filters: tuple[str, ...]
    ) -> bool:
        root = turn.rpartition(".")[0]
        named = self.parameters.find(root)
        if named is None or self._is_elsewhere(root):
            return True
        whole = named[1]
        parameter = next((f for f in whole.fields if f.path == key), None) if key else whole.item
        options = self._options(parameter, text, filters) if parameter else ()
        return facts.agreed(f"{turn}.{key}" if key else turn, options)

    def _chosen(self, facts: ClauseFacts, condition: Condition) -> None:
        """Take in what must be true, where a condition says just one thing."""
        match condition:
            case Both(conditions):
                for part in conditions:
                    self._chosen(facts, part)
            case Compared(Fact(path), "==", Constant(value)) if path := self._of_type(
                path, *_NAMED
            ):
                facts.agreed(path, (value,))
            case Compared(Constant(value), "in", Fact(path)) if path := self._of_type(path, LIST):
                facts.among[path] = (*facts.among.get(path, ()), value)
            case _:
                return

    def _of_type(self, path: str, *types: str) -> str:
        """Return the whole path of a fact of the document's own; nothing for any other."""
        named = self.parameters.find(path)
        if named is None or named[1].type not in types or self._is_elsewhere(named[0]):
            return ""
        return named[0]

    def _is_elsewhere(self, path: str) -> bool:
        """Return whether a fact is another uppdrag's, or worked out."""
        parts = path.split(".")
        points = self.parameters.points
        pointed = any(points(".".join(parts[:end])) for end in range(1, len(parts)))
        return parts[0] == COMPUTED or pointed

    def _bodies(self, text: str, filters: tuple[str, ...]) -> tuple[str, ...]:
        forms = [text.removesuffix("s"), text] if "genitiv" in filters else [text]
        bodies = (self.bodies.get(folded(form)) for form in forms)
        return tuple(body.id for body in bodies if body is not None)

    def _options(
        self, parameter: Parameter, text: str, filters: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return the values that print `text`, as YAML has them."""
        options: dict[str, None] = {}
        for typed in self._typed(parameter, text, filters):
            value = _parsed(parameter, typed)
            known = Known(parameter.path, parameter.type, value or "", Origin("", 1))
            if value is not None and _prints(known, filters, text):
                options[as_typed(value)] = None
        return tuple(options)

    def _typed(self, parameter: Parameter, text: str, filters: tuple[str, ...]) -> Iterator[str]:
        forms = [text]
        if "genitiv" in filters:
            forms = [text.removesuffix("s").removesuffix(":"), text]
        if "versal" in filters:
            forms = [*map(phrases.lower_first, forms), *forms]
        for form in forms:
            yield from candidates(parameter.type, form, self.words)


def prints_as(kind: str, texts: Sequence[str], words: WordLists) -> bool:
    """Return whether each of `texts` is what a fact of a type prints."""
    parameter = Parameter("", kind, "")
    return all(
        any(
            value is not None and _prints(Known("", kind, value, Origin("", 1)), (), text)
            for value in (_parsed(parameter, each) for each in candidates(kind, text, words))
        )
        for text in texts
    )


def _path(expression: Expression) -> tuple[str, tuple[str, ...]]:
    """Return the fact of an expression and its forms, the innermost first."""
    filters: list[str] = []
    while isinstance(expression, Filtered):
        filters.insert(0, expression.filter)
        expression = expression.inner
    return (expression.path if isinstance(expression, Fact) else ""), tuple(filters)


def _parsed(parameter: Parameter, typed: str) -> Plain | None:
    try:
        value = FACT_TYPES[parameter.type].parse(typed)
    except ValueError:
        return None
    return None if parameter.type == "val" and typed not in parameter.choices else value


def _prints(fact: Known, filters: tuple[str, ...], text: str) -> bool:
    try:
        return in_form(fact, filters).split() == text.split()
    except WrongKindError:
        return False
