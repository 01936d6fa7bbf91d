"""Templates to nodes: branches chosen, lists repeated, facts put into holes.

Where the document type leaves unknowns out, so does the paragraph, item or row that needs
one.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import assert_never

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.conditions import Loops, find, verdict
from avtalsgen.assemble.filling.holes import Holes
from avtalsgen.clauses.expression import HOLE, Choice, Chunk, For, Hole, If, Phrase, Template
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Emphasis,
    Gap,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
)
from avtalsgen.model.trace import COMPUTED
from avtalsgen.model.walk import Mark, TableRow, join_texts, leaves, rewrite
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import facts

_SPACES = re.compile(" {2,}")
_BEFORE_A_MARK = re.compile(r" +(?=[.,;:)](?:\s|$))")
COST_OF_A_TURN = 20
"""What each turn of a loop counts for, so that loops in loops end even if they print nothing."""

_A_HOLE = re.compile(f"([{chr(HOLE)}-{chr(sys.maxunicode)}])")


@dataclass
class Filling:
    """Fills the templates of one document.

    `blame` is where the user can mend what a template lacks: the line of the outline.
    """

    holes: Holes
    problems: list[Problem]
    """Every problem met while the document is made, whoever meets it."""
    leave_out: bool
    questions: set[str] = field(default_factory=set)
    """The facts that the text at hand has asked for in the place of a choice."""
    asked_in: dict[facts.Unknown, str] = field(default_factory=dict)
    """The anchor of the section that first asked for a fact, by the fact where it is said."""
    section: str = ""
    """The anchor of the section at hand, if another can refer to it."""
    hung: list[facts.Unknown] = field(default_factory=list)
    """What the sentences of the paragraph at hand hang on, and nobody knows."""

    @property
    def lookup(self) -> Lookup:
        """Where facts are found right now: a text of another uppdrag has its own."""
        return self.holes.lookup

    def blocks(self, template: Template, blame: Origin, section: str = "") -> tuple[Block, ...]:
        """Return the blocks of a template, the text of the section with the anchor `section`.

        A question that another section has asked is not asked again: its text refers there.
        """
        self.questions.clear()
        self.section = section
        return tuple(self.joined(self._blocks(template, {}, blame)))

    def phrase(self, phrase: Phrase, blame: Origin) -> tuple[Inline, ...]:
        """Return the running text of a phrase."""
        inlines: list[Inline] = []
        chosen = False
        for part in phrase.content:
            if isinstance(part, Text):
                inlines.append(part)
            elif isinstance(part.expression, Choice):
                chosen = True
                inlines += self.words(part.expression, {}, blame)
            else:
                inlines.append(self.holes.filled(part, {}, blame))
        self.hung.clear()  # a heading asks nothing
        return _seamless(tuple(inlines), None) if chosen else tuple(inlines)

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
                    body = self.branch(part, loops)
                    if isinstance(body, facts.Unknown):
                        yield from self.asked(body, part)
                    else:
                        yield from self._blocks(body, loops, blame)
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
                hint = "skriv tabellens huvud och raden med |---| före {% for rad in lista %}"
                problem = Problem("MA06", message, origin=_place(block), hint=hint)
                self.problems.append(problem)
            else:
                runs.append([block])
        return map(_one, runs)

    def branch(self, part: If, loops: Loops) -> Template | facts.Unknown:
        """Return the branch that holds, empty when none does, or what is okänt that it hangs on."""
        for condition, body in part.branches:
            told = condition is None or verdict(condition, self.lookup, loops)
            if told:
                return body if told is True else told
        return ()

    def asked(self, fact: facts.Unknown, part: If) -> Iterator[tuple[Block, bool]]:
        """Yield the question that one of several texts hangs on, with a gap for the answer.

        Once in a document, in the form of what it stands for: a paragraph, an item or a row.
        Other sections refer to the one that asks. What is worked out is asked for nowhere; what
        it is worked out of is.
        """
        line = self.line_asking(fact)
        if line is None:
            return
        told = self.is_asked_elsewhere(fact)
        match _first(part):
            case Table(header) as table, True:
                cells: list[Cell] = [line.content, *[()] * (len(header) - 1)]
                if len(cells) > 1 and not told:
                    cells[0], cells[-1] = line.content[:1], line.content[-1:]
                yield replace(table, rows=(tuple(cells),)), True
            case List(items=(item, *_)) as list_, _:
                yield replace(list_, items=(replace(item, blocks=(line,)),)), False
            case _:
                yield line, False

    def line_asking(self, fact: facts.Unknown) -> Paragraph | None:
        """Return the question, or where it stands; nothing where this section has asked it."""
        if self.leave_out and not self.holes.draft:
            return None
        if COMPUTED in fact.path.split(".") or fact.path in self.questions:
            return None
        self.questions.add(fact.path)
        if not self.is_asked_elsewhere(fact):
            return self.holes.question(fact)
        return self.holes.pointer(fact, self.asked_in[fact])

    def asked_after(self) -> Iterator[Inline]:
        """Yield, after a paragraph, where the questions stand that gaps in it hang on.

        A gap that no section has a question for says by its sentence what is to be filled in.
        """
        elsewhere = [fact for fact in self.hung if self.asked_in.get(fact, "") and self.section]
        self.hung.clear()
        for line in filter(None, map(self.line_asking, elsewhere)):
            yield from (Text(" "), *line.content)

    def is_asked_elsewhere(self, fact: facts.Unknown) -> bool:
        """Return whether another section has asked for a fact; if none has, this one does."""
        first = self.asked_in.setdefault(fact, self.section) if self.section else ""
        return first != self.section

    def items(self, part: For, loops: Loops, blame: Origin) -> tuple[facts.Item, ...]:
        """Return what a loop goes through; an unknown list is gone through once, as a gap."""
        fact = find(part.over.path, self.lookup, loops)
        if isinstance(fact, facts.Known) and isinstance(fact.value, tuple):
            self.holes.count(COST_OF_A_TURN * len(fact.value))
            return fact.value
        if isinstance(fact, facts.Unknown):
            return (fact,)
        if fact is None:
            self.holes.missing(part.over.path, part.origin, blame)
        return ()

    def block(self, block: Block, chunk: Chunk, loops: Loops, blame: Origin) -> Block | None:
        """Return a block with its holes filled, nothing when it is left out."""

        def inline(inline: Inline, _mark: Mark) -> Iterable[Inline]:
            match inline:
                case Text(text):
                    return self.text(text, chunk.holes, loops, blame)
                case Strong(()) | Emphasis(()) | Link(()):
                    return ()  # of words that do not hold
                case _:
                    return (inline,)

        chosen = any(isinstance(hole.expression, Choice) for hole in chunk.holes)
        words = _seamless if chosen else _as_it_is
        return rewrite(block, inline=inline, words=words, row=self.row, item=_item, block=self.kept)

    def row(self, row: TableRow, _mark: Mark) -> TableRow | None:
        """Return a row of a table, nothing when it is left out."""
        self.hung.clear()  # a cell has its gap, and no room for a question
        return None if any(map(self.left_out, row.cells)) else row

    def kept(self, block: Block, _mark: Mark) -> Block | None:
        """Return a block, nothing when it is left out or a list of what is left out."""
        match block:
            case Paragraph(content):
                content = (*content, *self.asked_after())
                if not content or self.left_out(content):
                    return None
                return replace(block, content=content)
            case List(items):
                return block if items else None
            case Table():
                return block
            case _ as unreachable:
                assert_never(unreachable)

    def left_out(self, content: tuple[Inline, ...]) -> bool:
        """Return whether text with what is not known in it is left out."""
        return (
            self.leave_out
            and not self.holes.draft
            and any(isinstance(leaf, Gap) for leaf in leaves(content))
        )

    def text(
        self, text: str, holes: tuple[Hole, ...], loops: Loops, blame: Origin
    ) -> Iterator[Inline]:
        """Yield the texts and fillings of a text."""
        for place, part in enumerate(_A_HOLE.split(text)):
            if place % 2 == 0:
                if part:
                    yield self.counted(Text(part))
                continue
            hole = holes[ord(part) - HOLE]
            if isinstance(hole.expression, Choice):
                yield from self.words(hole.expression, loops, blame)
            else:
                yield self.holes.filled(hole, loops, blame)

    def words(self, choice: Choice, loops: Loops, blame: Origin) -> Iterable[Inline]:
        """Return the words of the first branch that holds, none when none does."""
        for condition, words in choice.branches:
            told = condition is None or verdict(condition, self.lookup, loops)
            if isinstance(told, facts.Unknown):
                gap = self.holes.unknown(told, told.path)
                self.hung.append(told)
                return () if COMPUTED in told.path.split(".") else (Text(" "), gap, Text(" "))
            if told:
                self.holes.count(COST_OF_A_TURN)
                return self.inlines(words.content, words.holes, loops, blame)
        return ()

    def inlines(
        self, content: tuple[Inline, ...], holes: tuple[Hole, ...], loops: Loops, blame: Origin
    ) -> tuple[Inline, ...]:
        """Return running text with its holes filled."""

        def inline(inline: Inline, _mark: Mark) -> Iterable[Inline]:
            if isinstance(inline, Text):
                return self.text(inline.text, holes, loops, blame)
            return (inline,)

        return rewrite(content, inline=inline)

    def counted(self, text: Text) -> Text:
        """Return a text, counted against what a document may print."""
        self.holes.count(len(text.text))
        return text


def _first(template: If | Template) -> tuple[Block | None, bool]:
    """Return the first block of the branches of a choice, and whether it is rows alone."""
    parts = template if isinstance(template, tuple) else (template,)
    for part in parts:
        match part:
            case Chunk(blocks=(block, *_), rows_only=rows_only):
                return block, rows_only
            case If(branches):
                bodies = [body for _, body in branches]
            case For(body=body):
                bodies = [body]
            case _:
                continue
        for body in bodies:
            first = _first(body)
            if first[0]:
                return first
    return None, False


def _as_it_is(content: tuple[Inline, ...], _mark: Mark) -> tuple[Inline, ...]:
    return content


def _seamless(content: tuple[Inline, ...], _mark: Mark) -> tuple[Inline, ...]:
    """Return a sentence without the spaces that stood on both sides of words that do not hold."""
    sewn: list[Inline] = []
    for inline in join_texts(content):
        if isinstance(inline, Text):
            text = _BEFORE_A_MARK.sub("", _SPACES.sub(" ", inline.text))
            inline = Text(text.lstrip() if not sewn else text)
        sewn.append(inline)
    if sewn and isinstance(sewn[-1], Text):
        sewn[-1] = Text(sewn[-1].text.rstrip(" "))
    return tuple(each for each in sewn if each != Text(""))


def _item(item: ListItem, _mark: Mark) -> ListItem | None:
    return item if item.blocks else None


def _continues(last: Block | None, block: Block, *, rows_only: bool) -> bool:
    match last, block:
        case Table(), Table():
            return rows_only and len(last.header) == len(block.header)
        case List(), List():
            same = (last.ordered, last.letters) == (block.ordered, block.letters)
            return same and block.start in (1, last.start + len(last.items))
        case _:
            return False


def _place(block: Block) -> Origin | None:
    """Return the line that a block without its table begins on."""
    match block:
        case Table(origin=Origin() as header):
            return header._replace(line=header.line + 2)  # rows are read below a header of ours
        case List():
            return _place(block.items[0].blocks[0])
        case _:
            return block.origin


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
