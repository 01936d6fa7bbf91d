"""Templates to nodes: facts into holes, branches chosen, lists repeated.

A value goes in as a `Value` with its path and line. What is not known goes in as a
`Gap`; where the document type leaves unknowns out, so does the paragraph, item or row
that needs it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from avtalsgen.assemble.conditions import Loops, find, holds
from avtalsgen.assemble.forms import WrongKindError, in_form, text_in_form
from avtalsgen.assemble.lookup import Lookup
from avtalsgen.clauses.expression import (
    HOLE,
    Chunk,
    Constant,
    Expression,
    Fact,
    Filtered,
    For,
    Hole,
    If,
    LegalSource,
    Phrase,
    SectionReference,
    Template,
)
from avtalsgen.clauses.parameters import BASE, ORGAN_FACTS
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Emphasis,
    Gap,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.model.walk import leaves
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Origin
from avtalsgen.swedish.marks import NO_BREAK_SPACE
from avtalsgen.uppdrag import facts

DOTTED_LINE = "." * 24
MOST_CHARACTERS = 3_000_000
"""What one document may print; a long uppdrag has 40 000."""
COST_OF_A_TURN = 20
"""What each turn of a loop counts for, so that loops in loops end even if they print nothing."""


@dataclass
class Filling:
    """Fills the templates of one document, and notes what is missing.

    `blame` is where the user can mend what a template lacks: the line of the outline.
    """

    lookup: Lookup
    leave_out: bool
    draft: bool
    problems: list[Problem] = field(default_factory=list)
    lacking: dict[str, Problem] = field(default_factory=dict)
    """Facts that nobody says, by path."""
    references: list[tuple[str, Origin]] = field(default_factory=list)
    """Every anchor referred to, and where."""
    mentioned: set[str] = field(default_factory=set)
    """Sources of law named so far; the first time in full."""
    printed: int = 0

    def blocks(self, template: Template, blame: Origin) -> tuple[Block, ...]:
        """Return the blocks of a template."""
        return tuple(self.joined(self._blocks(template, {}, blame)))

    def phrase(self, phrase: Phrase, blame: Origin) -> tuple[Inline, ...]:
        """Return the running text of a phrase."""
        found: list[Inline] = []
        for part in phrase.content:
            found.append(part if isinstance(part, Text) else self.hole(part, {}, blame))
        return tuple(found)

    def _blocks(
        self, template: Template, loops: Loops, blame: Origin
    ) -> Iterator[tuple[Block, bool]]:
        for part in template:
            match part:
                case Chunk():
                    for block in part.blocks:
                        filled = self.block(block, part, loops, blame)
                        if filled is not None:
                            yield filled, part.rows_only
                case If():
                    yield from self._blocks(self.branch(part, loops), loops, blame)
                case For():
                    for item in self.items(part, loops, blame):
                        yield from self._blocks(part.body, {**loops, part.name: item}, blame)
                case _ as unreachable:
                    assert_never(unreachable)

    def joined(self, blocks: Iterable[tuple[Block, bool]]) -> Iterator[Block]:
        """Join rows to the table they continue, and lists that only a statement stood between."""
        runs: list[list[Block]] = []
        for block, rows_only in blocks:
            last = runs[-1][-1] if runs else None
            if _continues(last, block, rows_only=rows_only):
                runs[-1].append(block)
            elif rows_only:
                message = "raderna hör inte till någon tabell ovanför med lika många kolumner"
                hint = "skriv tabellens huvud och raden med |---| före {% for … %}"
                origin = block.origin if isinstance(block, Table) else None
                self.problems.append(Problem("MA06", message, origin=origin, hint=hint))
            else:
                runs.append([block])
        return map(_one, runs)

    def branch(self, part: If, loops: Loops) -> Template:
        """Return the branch that holds, empty when none does."""
        for condition, body in part.branches:
            if condition is None or holds(condition, self.lookup, loops):
                return body
        return ()

    def items(self, part: For, loops: Loops, blame: Origin) -> tuple[facts.Item, ...]:
        """Return what a loop goes through; an unknown list is gone through once, as a gap."""
        found = find(part.over.path, self.lookup, loops)
        if isinstance(found, facts.Known) and isinstance(found.value, tuple):
            self.count(COST_OF_A_TURN * len(found.value))
            return found.value
        if isinstance(found, facts.Unknown):
            return (found,)
        if found is None:
            self.missing(part.over.path, part.origin, blame)
        return ()

    def block(self, block: Block, chunk: Chunk, loops: Loops, blame: Origin) -> Block | None:
        """Return a block with its holes filled, nothing when it is left out."""
        match block:
            case Paragraph(content):
                filled = self.inlines(content, chunk, loops, blame)
                return None if self.left_out(filled) else replace(block, content=filled)
            case List():
                items = [self.item(item, chunk, loops, blame) for item in block.items]
                kept = tuple(item for item in items if item.blocks)
                return replace(block, items=kept) if kept else None
            case Table():
                rows = [self.row(row, chunk, loops, blame) for row in block.rows]
                header = self.row(block.header, chunk, loops, blame)
                kept_rows = tuple(row for row in rows if not any(map(self.left_out, row)))
                return replace(block, header=header, rows=kept_rows)
            case _ as unreachable:
                assert_never(unreachable)

    def item(self, item: ListItem, chunk: Chunk, loops: Loops, blame: Origin) -> ListItem:
        """Return an item of a list with its holes filled."""
        filled = [self.block(block, chunk, loops, blame) for block in item.blocks]
        return ListItem(tuple(block for block in filled if block is not None))

    def row(
        self, row: tuple[Cell, ...], chunk: Chunk, loops: Loops, blame: Origin
    ) -> tuple[Cell, ...]:
        """Return a row of a table with its holes filled."""
        return tuple(self.inlines(cell, chunk, loops, blame) for cell in row)

    def left_out(self, content: tuple[Inline, ...]) -> bool:
        """Return whether text with what is not known in it is left out."""
        return (
            self.leave_out
            and not self.draft
            and any(isinstance(leaf, Gap) for leaf in leaves(content))
        )

    def inlines(
        self, content: Iterable[Inline], chunk: Chunk, loops: Loops, blame: Origin
    ) -> tuple[Inline, ...]:
        """Return running text with its holes filled."""
        found: list[Inline] = []
        for inline in content:
            match inline:
                case Text(text):
                    found.extend(self.text(text, chunk, loops, blame))
                case Strong(inner) | Emphasis(inner) | Link(inner):
                    found.append(replace(inline, content=self.inlines(inner, chunk, loops, blame)))
                case LineBreak() | Value() | Reference() | Gap():
                    found.append(inline)
                case _ as unreachable:
                    assert_never(unreachable)
        return tuple(found)

    def text(self, text: str, chunk: Chunk, loops: Loops, blame: Origin) -> Iterator[Inline]:
        """Yield the texts and fillings of a text."""
        plain: list[str] = []
        for character in text:
            index = ord(character) - HOLE
            if index < 0:
                plain.append(character)
                continue
            if plain:
                yield self.counted(Text("".join(plain)))
                plain = []
            yield self.hole(chunk.holes[index], loops, blame)
        if plain:
            yield self.counted(Text("".join(plain)))

    def counted(self, text: Text) -> Text:
        """Return a text, counted against what a document may print."""
        self.count(len(text.text))
        return text

    def count(self, characters: int) -> None:
        """Count characters.

        Raises:
            AvtalsgenError: MA04 the document has become too long.
        """
        self.printed += characters
        if self.printed > MOST_CHARACTERS:
            message = f"dokumentet blir längre än {MOST_CHARACTERS} tecken"
            hint = "kontrollera upprepningarna {% for … %} i klausulerna"
            origin = self.lookup.uppdrag.origin
            raise AvtalsgenError([Problem("MA04", message, origin=origin, hint=hint)])

    def hole(self, hole: Hole, loops: Loops, blame: Origin) -> Inline:
        """Return what is printed in a hole."""
        filters: list[str] = []
        expression: Expression = hole.expression
        while isinstance(expression, Filtered):
            filters.insert(0, expression.filter)
            expression = expression.inner
        try:
            inline = self.expression(expression, tuple(filters), hole, loops, blame)
        except WrongKindError as error:
            hint = "formerna som finns står i handboken under Klausulernas språk"
            self.problems.append(Problem("MA05", str(error), origin=hole.origin, hint=hint))
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
            case SectionReference(anchor):
                return self.reference(anchor, hole, loops, blame)
            case Filtered():
                raise TypeError("filters are taken off before")
            case _ as unreachable:
                assert_never(unreachable)

    def value(
        self, path: str, filters: tuple[str, ...], hole: Hole, loops: Loops, blame: Origin
    ) -> Inline:
        """Return a fact in print, or a gap."""
        found = find(path, self.lookup, loops)
        match found:
            case facts.Known():
                text = in_form(found, filters)
                return Value(
                    text, found.path if path.partition(".")[0] in loops else path, found.origin
                )
            case facts.Unknown(at, reason, origin):
                shown = f"[okänt: {at}]" if self.draft else DOTTED_LINE
                return Gap(shown, at, reason, origin)
            case _:
                self.missing(path, hole.origin, blame)
                return Gap(f"[saknas: {path}]", path, "saknas", blame)

    def missing(self, path: str, asked_at: Origin, blame: Origin) -> None:
        """Note that a fact is needed and nobody says it; once for each fact.

        Of the base of a tillägg nothing is asked before it is known which uppdrag that is.
        """
        if path.startswith(f"{BASE}.") and self.lookup.base is None:
            return
        organ, _, last = path.rpartition(".")
        empty = self.lookup.uppdrag.facts.empty
        if last in ORGAN_FACTS and (organ in empty or organ in self.lacking):
            path = organ  # the body is what nobody says; its name is in the register
        message = f"faktumet {path} saknas; det skrivs ut i {asked_at.file} rad {asked_at.line}"
        hint = f'lägg till {path}: …, eller {path}: {{okänt: "skäl"}}'
        origin = empty.get(path, blame)
        self.lacking.setdefault(path, Problem("FA04", message, origin=origin, hint=hint))

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

    def reference(self, anchor: Constant | Fact, hole: Hole, loops: Loops, blame: Origin) -> Inline:
        """Return a reference that is resolved when sections have numbers."""
        if isinstance(anchor, Constant):
            target = anchor.value
        else:
            found = find(anchor.path, self.lookup, loops)
            if not isinstance(found, facts.Known):
                self.missing(anchor.path, hole.origin, blame)
                return Gap(f"[saknas: {anchor.path}]", anchor.path, "saknas", blame)
            target = str(found.value)
        self.references.append((target, hole.origin))
        return Reference(target, "", "", "number")


def _continues(last: Block | None, block: Block, *, rows_only: bool) -> bool:
    match last, block:
        case Table(), Table():
            return rows_only and len(last.header) == len(block.header)
        case List(), List():
            return last.ordered == block.ordered
        case _:
            return False


def _one(run: list[Block]) -> Block:
    """Return the blocks of a run, all tables or all lists, as one."""
    first = run[0]
    match first:
        case Table():
            rows = tuple(row for table in run if isinstance(table, Table) for row in table.rows)
            return replace(first, rows=rows)
        case List():
            items = tuple(item for list_ in run if isinstance(list_, List) for item in list_.items)
            return replace(first, items=items)
        case Paragraph():
            return first
