"""Holes to inlines: a fact, a section or a source of law, as it is printed.

A value goes in as a `Value` with its path and line, what is not known as a `Gap`.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field
from typing import assert_never

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.conditions import Loops, find
from avtalsgen.assemble.filling.forms import WrongKindError, in_form, text_in_form
from avtalsgen.clauses import answers
from avtalsgen.clauses.expression import (
    Choice,
    Constant,
    Expression,
    Fact,
    Filtered,
    Hole,
    LegalSource,
    PlaceMark,
    SectionReference,
)
from avtalsgen.clauses.expression_parser import FORMS_HINT
from avtalsgen.clauses.parameters import ORGAN_FACTS, Parameters
from avtalsgen.model.nodes import Gap, Inline, LineBreak, Paragraph, Reference, Text, Value
from avtalsgen.model.trace import COMPUTED
from avtalsgen.model.walk import leaves
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.uppdrag import facts

NOT_SAID = "FA04"
"""A fact is needed and nobody says it."""
DOTTED_LINE = "." * 24
MOST_CHARACTERS = 3_000_000
"""What one document may print; a long uppdrag has 40 000."""


@dataclass
class Holes:
    """Fills the holes of one document, and notes what is missing.

    `blame` is where the user can mend what a template lacks: the line of the outline.
    """

    lookup: Lookup
    parameters: Parameters
    draft: bool
    problems: list[Problem]
    """Every problem met while the document is made, whoever meets it."""
    lacking: dict[str, Problem] = field(default_factory=dict)
    """Facts that nobody says, by path."""
    references: list[tuple[str, str, Origin]] = field(default_factory=list)
    """Every anchor referred to, the mark in its section or none, and where."""
    mentioned: set[str] = field(default_factory=set)
    """Sources of law named so far; the first time in full."""
    printed: int = 0

    @contextmanager
    def told_by(self, other: Lookup | None) -> Iterator[None]:
        """Find facts where `other` has them for a while, if there is another."""
        previous, self.lookup = self.lookup, other or self.lookup
        try:
            yield
        finally:
            self.lookup = previous

    def filled(self, hole: Hole, loops: Loops, blame: Origin) -> Inline:
        """Return what is printed in a hole, which is no choice between words."""
        assert not isinstance(hole.expression, Choice)
        filters: list[str] = []
        expression: Expression = hole.expression
        while isinstance(expression, Filtered):
            filters.insert(0, expression.filter)
            expression = expression.inner
        try:
            inline = self.expression(expression, tuple(filters), hole, loops, blame)
        except WrongKindError as error:
            told = Problem("MA05", str(error), origin=hole.origin, hint=FORMS_HINT)
            self.problems.append(told)
            return Text("?")
        self.count(
            sum(len(leaf.text) for leaf in leaves((inline,)) if not isinstance(leaf, LineBreak))
        )
        return inline

    def expression(
        self,
        expression: Expression,
        filters: tuple[str, ...],
        hole: Hole,
        loops: Loops,
        blame: Origin,
    ) -> Inline:
        """Return what an expression prints."""
        match expression:
            case Fact(path):
                return self.value(path, filters, hole, loops, blame)
            case LegalSource():
                return self.legal_source(expression, filters, hole)
            case SectionReference(anchor, mark):
                return self.reference(anchor, mark, hole, loops, blame)
            case Filtered() | PlaceMark():
                raise TypeError("filters are taken off before, and marks where a text is read")
            case _ as unreachable:
                assert_never(unreachable)

    def value(
        self, path: str, filters: tuple[str, ...], hole: Hole, loops: Loops, blame: Origin
    ) -> Inline:
        """Return a fact in print, or a gap."""
        fact = find(path, self.lookup, loops)
        match fact:
            case facts.Known():
                text = in_form(fact, filters)
                return Value(
                    text, fact.path if path.partition(".")[0] in loops else path, fact.origin
                )
            case facts.Unknown():
                return self.unknown(fact, path)
            case _:
                self.missing(path, hole.origin, blame)
                return Gap(f"[saknas: {path}]", path, "saknas", blame)

    def unknown(self, fact: facts.Unknown, path: str) -> Gap:
        """Return the gap for a fact that is okänt, asked for as `path`."""
        shown = f"[okänt: {fact.path}]" if self.draft else self.dotted_line(path)
        return Gap(shown, fact.path, fact.reason, fact.origin)

    def question(self, fact: facts.Unknown) -> Paragraph:
        """Return the question that a fact answers, of an item of a list its key, and the gap."""
        named = self.parameters.find(fact.path)
        key = capitalise_first(fact.path.rpartition(".")[2])
        words = named[1].question if named else f"{key}:"
        self.count(len(words))
        content = (Text(words), Text(" "), self.unknown(fact, fact.path))
        return Paragraph(content, origin=named[1].origin if named else None)

    def pointer(self, fact: facts.Unknown, section: str) -> Paragraph:
        """Return the words for what hangs on a question that the section `section` asks."""
        named = self.parameters.find(fact.path)
        origin = named[1].origin if named else self.lookup.uppdrag.origin
        assert origin is not None, "what parametrar.yaml has stands somewhere"
        self.references.append((section, "", origin))
        words = Text("Vad som gäller här beror på svaret i ")
        content = (words, Reference(section, "", "", "number"), Text("."))
        self.count(len(words.text))
        return Paragraph(content, origin=named[1].origin if named else None)

    def dotted_line(self, path: str) -> str:
        """Return the line for a fact that is not known, after what its parameter has before it."""
        named = self.parameters.find(path)
        before = named[1].before_gap if named else ""
        return f"{before}{NO_BREAK_SPACE}{DOTTED_LINE}" if before else DOTTED_LINE

    def missing(self, path: str, asked_at: Origin, blame: Origin) -> None:
        """Note that a fact is needed and nobody says it; once for each fact.

        Of another uppdrag it is first asked which that is. A fact that is worked out is missing
        when one that it needs is.
        """
        rule = self.lookup.rule(path)
        if rule:
            for need in rule.needs:
                if self.lookup.fact(need) is None:
                    self.missing(need, asked_at, blame)
            return
        owner, asked_path = self.lookup.owner(path)
        pointer = owner.unpointed(asked_path)
        if pointer:
            if owner.fact(pointer) is not None:
                return  # told of where it leads nowhere
            path, asked_path = path.removesuffix(asked_path) + pointer, pointer
        organ, _, last = asked_path.rpartition(".")
        body = self.parameters.by_path.get(organ)
        if last in ORGAN_FACTS and body and body.type == "organ":
            asked_path = path = organ  # the body is what nobody says; its name is in the register
        message = f"faktumet {path} saknas; det skrivs ut i {asked_at.file} rad {asked_at.line}"
        hint = self.to_answer(owner, asked_path)
        if pointer:
            hint = f"{hint}, eller ta bort texten, om inget uppdrag avses"
        leading = self.lookup.leading(path)
        empty = owner.uppdrag.facts.empty
        origin = empty.get(asked_path, leading.origin if leading else blame)
        about = asked_path if owner is self.lookup else ""
        problem = Problem(NOT_SAID, message, origin=origin, hint=hint, about=about)
        self.lacking.setdefault(path, problem)

    def to_answer(self, owner: Lookup, path: str) -> str:
        """Return the hint that a fact is to be answered, in the file of its uppdrag."""
        if path.startswith(f"{COMPUTED}."):  # the compensation is of a kind that has no such sum
            return f"skriv meningen så att {path} inte behövs, eller inom {{% if {path} %}}"
        file = "" if owner is self.lookup else owner.uppdrag.file
        in_braces = path in owner.uppdrag.facts.empty
        taken = owner.bodies_of_others(path)
        return answers.add(path, self.parameters, empty=in_braces, file=file, taken=taken)

    def legal_source(self, source: LegalSource, filters: tuple[str, ...], hole: Hole) -> Inline:
        """Return a source of law in print: in full the first time."""
        legal = self.lookup.legal_sources.get(source.id)
        if legal is None:
            message = f"rättskällan ”{source.id}” finns inte i registret"
            hint = "lägg till den i clauses/register/rattskallor.yaml"
            self.problems.append(Problem("RE03", message, origin=hole.origin, hint=hint))
            return Text("?")
        name = legal.name if source.id in self.mentioned else legal.in_full()
        self.mentioned.add(source.id)
        section = source.section.replace(" ", NO_BREAK_SPACE)
        text = text_in_form(f"{section} {name}".strip(), filters)
        return Value(text, f"rättskällor.{source.id}", legal.origin)

    def mention(self, texts: Iterable[str]) -> None:
        """Note the sources of law that stand in full in text that nobody filled in."""
        said = _plain("\n".join(texts))
        for name, legal in self.lookup.legal_sources.items():
            if _plain(legal.in_full()) in said:
                self.mentioned.add(name)

    def reference(
        self, anchor: Constant | Fact, mark: str, hole: Hole, loops: Loops, blame: Origin
    ) -> Inline:
        """Return a reference that is resolved when sections have numbers; its text is the mark."""
        if isinstance(anchor, Constant):
            target = anchor.value
        else:
            fact = find(anchor.path, self.lookup, loops)
            if not isinstance(fact, facts.Known):
                self.missing(anchor.path, hole.origin, blame)
                return Gap(f"[saknas: {anchor.path}]", anchor.path, "saknas", blame)
            target = str(fact.value)
        self.references.append((target, mark, hole.origin))
        return Reference(target, "", mark, "number")

    def count(self, characters: int) -> None:
        """Count characters.

        Raises:
            AvtalsgenError: MA04 the document has become too long.
        """
        self.printed += characters
        if self.printed > MOST_CHARACTERS:
            message = f"dokumentet blir längre än {MOST_CHARACTERS} tecken"
            hint = "kontrollera upprepningarna {% for rad in lista %} i klausulerna"
            origin = self.lookup.uppdrag.origin
            raise AvtalsgenError([Problem("MA04", message, origin=origin, hint=hint)])


def _plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ").casefold()
