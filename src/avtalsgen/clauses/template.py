"""Clause text to template: Jinja's parser, a whitelist, and Markdown in between.

    text ─ jinja2 lexer ─► places of the holes
         ─ jinja2 parser ─► If, For, and runs of text with holes
                            └─ Markdown reader ─► blocks, a hole being one character

Markdown is read before any fact is known, so a fact can never become a heading, a
list or a table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from avtalsgen.clauses.expression import (
    HOLE,
    Choice,
    Chunk,
    Condition,
    Fact,
    For,
    Hole,
    If,
    Phrase,
    PlaceMark,
    Template,
    Words,
)
from avtalsgen.clauses.expression_parser import (
    FORMS_HINT,
    NamesInScope,
    choosing,
    parse_condition,
    parse_expression,
    parse_fact,
)
from avtalsgen.clauses.jinja_text import (
    Token,
    in_swedish,
    statements,
    tokens_of,
    tree_of,
    without_comments,
)
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.clauses.place_marks import named
from avtalsgen.model.nodes import Text
from avtalsgen.problems import Problem
from avtalsgen.readers.markdown import cells_in, read_markdown, read_words
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

ASKED, ABSENT, ALWAYS_ASKED = "frågas", "saknas", "frågas_alltid"
WHEN_UNKNOWN = (ASKED, ABSENT, ALWAYS_ASKED)
"""What a condition makes of a fact that is okänt: the text asks for it where another stands for its
lack, or reads it as one that is not there, or asks also where nothing stands without it."""
_MEANS_SOMETHING = re.compile(r"[{\r]")
"""What Jinja makes anything else of than it is; it has another end of line for a return."""
_ROW = re.compile(r"[ ]*\|")
_RULE = re.compile(r"^[ ]*\|[ :|-]+$", re.M)
_MOST_HOLES = 5000
_BOTH_WHOLE = (
    "skriv hela meningen i båda grenarna, med {% if lagrum_lss %} och {% else %} på egna rader"
)
_OPENINGS = frozenset({"variable_begin", "block_begin"})
_LOOKED_AT = _OPENINGS | {"string", "raw_begin"}
_STATEMENTS = frozenset({"if", "for"})
_ENDS = {"endif": "if", "endfor": "for"}
_TOO_DEEP = "satserna är för djupt nästlade"


@lru_cache(maxsize=256)
def parse_template(
    text: str,
    file: str,
    first_line: int,
    parameters: Parameters,
    *,
    unknown: str = ASKED,
) -> tuple[Template, frozenset[str], tuple[Problem, ...]]:
    """Return the template that `text` is, the paths it names, and its problems; parsed once.

    MA01 not the syntax, MA02 a name that is no fact, MA03 a form that clauses do not have,
    MD01 Markdown that a document has no place for. `unknown` is what its conditions make of a fact
    that is okänt.
    """
    parsing = _Parsing(file, first_line, parameters, unknown=unknown)
    body = parsing.jinja(text)
    template: Template = ()
    try:
        template = parsing.template(body) if body is not None else ()
    except RecursionError:
        parsing.forbidden(Origin(file, first_line), _TOO_DEEP)
    return template, frozenset(parsing.names.used), tuple(parsing.problems)


def parse_phrase(
    text: str, origin: Origin, parameters: Parameters
) -> tuple[Phrase, frozenset[str], tuple[Problem, ...]]:
    """Return running text with holes: a heading, a line of a cover. Markdown means nothing here."""
    if not _MEANS_SOMETHING.search(text):  # as most headings: nothing to take apart
        return Phrase((Text(text),) if text else ()), frozenset(), ()
    parsing = _Parsing(
        origin.file, origin.line, parameters, first_column=origin.column, markdown=False
    )
    body = parsing.jinja(text)
    content: tuple[Text | Hole, ...] = ()
    try:
        content = tuple(parsing.phrase(body or ()))
    except RecursionError:
        parsing.forbidden(origin, _TOO_DEEP)
    return Phrase(content), frozenset(parsing.names.used), tuple(parsing.problems)


@dataclass
class _Parsing:
    file: str
    first_line: int
    parameters: Parameters
    first_column: int = 1
    markdown: bool = True
    """False of a phrase, whose words are printed as they are typed."""
    unknown: str = ASKED
    problems: list[Problem] = field(default_factory=list)
    names: NamesInScope = field(init=False)
    places: Iterator[Origin] = field(default_factory=lambda: iter(()))
    alone: Iterator[bool] = field(default_factory=lambda: iter(()))
    """Of each `if` and `for` in order: whether it stands on lines of its own."""
    last: Origin | None = None

    def __post_init__(self) -> None:
        absent = self.unknown == ABSENT or not self.markdown  # a heading asks nothing
        self.names = NamesInScope(self.parameters, self.problems, unknown_is_absent=absent)

    def jinja(self, text: str) -> Sequence[nodes.Node] | None:
        """Return the parsed body, or nothing when it cannot be read."""
        text = without_comments(text)
        if not _MEANS_SOMETHING.search(text):
            return [nodes.Output([nodes.TemplateData(text)], lineno=1)] if text else []
        try:
            tokens = tokens_of(text)
            self.places = iter(self.openings(text, tokens))
            self.alone = iter(self.statements(text, tokens))
            return tree_of(tokens)
        except TemplateSyntaxError as error:
            origin = Origin(self.file, self.first_line + error.lineno - 1)
            message = f"går inte att läsa: {in_swedish(str(error.message))}"
            hint = "kontrollera parenteser, {{ }} och {% %} på raden"
            self.problems.append(Problem("MA01", message, origin=origin, hint=hint))
        except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
            origin = Origin(self.file, self.first_line)
            self.problems.append(Problem("MA01", "uttrycket är för stort", origin=origin))
        return None

    def openings(self, text: str, tokens: Iterable[Token]) -> list[Origin]:
        """Return the place of every `{{`, in order."""
        origins: list[Origin] = []
        position = 0
        for number, kind, value in tokens:
            if kind in _LOOKED_AT:
                begins = position - (text.rfind("\n", 0, position) + 1)
                column = begins + (self.first_column if number == 1 else 1)
                origin = Origin(self.file, self.first_line + number - 1, column)
                if kind == "variable_begin":
                    origins.append(origin)
                if kind in _OPENINGS and value[-1] in "-+":
                    self.forbidden(origin, "minus- och plustecken i klammern används inte")
                if kind == "string" and "\\" in value:
                    self.forbidden(origin, "omvänt snedstreck används inte i texter")
                if kind == "raw_begin":
                    self.forbidden(origin, "raw används inte")
            position += len(value)
        return origins

    def statements(self, text: str, tokens: Iterable[Token]) -> list[bool]:
        """Return of each `if` and `for`, in order, whether it stands on lines of its own.

        One of which a part stands alone and another in a sentence is told: its words would be cut
        in two where they are one.
        """
        alone: list[bool] = []
        opened: list[tuple[int, str]] = []
        for number, word, stands in statements(text, tokens):
            if word in _STATEMENTS:
                opened.append((len(alone), word))
                alone.append(stands)
            elif opened and stands != alone[opened[-1][0]]:
                origin = Origin(self.file, self.first_line + number - 1)
                message = f"{{% {word} %}} står på en egen rad, eller i samma mening som sin början"
                self.forbidden(origin, message, _BOTH_WHOLE)
            if opened and _ENDS.get(word) == opened[-1][1]:
                opened.pop()
        return alone

    def place(self) -> Origin:
        return self.last or Origin(self.file, self.first_line)

    def forbidden(self, origin: Origin, message: str, hint: str = FORMS_HINT) -> None:
        self.problems.append(Problem("MA03", message, origin=origin, hint=hint))

    def outputs(self, node: nodes.Output) -> Iterator[Text | Hole]:
        """Yield the texts and holes of a run of text."""
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                if part.data:
                    yield Text(part.data)
                continue
            self.last = next(self.places, self.place())
            expression = parse_expression(part, self.names, self.last)
            yield Hole(expression, self.last) if expression else Text("?")

    def phrase(self, body: Sequence[nodes.Node]) -> Iterator[Text | Hole]:
        """Yield the texts and holes of a phrase, a condition being a hole."""
        for node in body:
            if isinstance(node, nodes.Output):
                parts = [*self.outputs(node)]
                self.unmarked(part for part in parts if isinstance(part, Hole))
                yield from parts
            elif isinstance(node, nodes.If):
                yield Hole(self.choice(node), Origin(self.file, self.first_line))
            else:
                message = "upprepningar används bara i brödtext"
                self.forbidden(self.place(), message, "skriv {{ lista | uppräkning }}")

    def template(self, body: Sequence[nodes.Node]) -> Template:
        """Return the parts of `body`: statements on lines of their own, and what is between."""
        parts: list[Chunk | If | For] = []
        run = _Run()
        for node in body:
            origin = Origin(self.file, self.first_line + _line(node) - 1)
            if isinstance(node, nodes.Output):
                run.add(self.outputs(node), node.lineno)
                continue
            alone = not isinstance(node, nodes.If | nodes.For) or next(self.alone, True)
            if isinstance(node, nodes.If) and not alone:
                run.add((Hole(self.choice(node), origin),), node.lineno)
                continue
            parts.extend(self.chunk(run))
            run = _Run()
            match node:
                case nodes.If():
                    parts.append(self.if_(node))
                case nodes.For():
                    if not alone:
                        hint = "skriv {{ lista | uppräkning }}, eller satserna på egna rader"
                        self.forbidden(origin, "{% for rad in lista %} står på en egen rad", hint)
                    parts.append(self.for_(node, origin))
                case _:
                    kind = type(node).__name__.lower()
                    self.forbidden(origin, f"formen ”{kind}” finns inte i klausulernas språk")
        parts.extend(self.chunk(run))
        return tuple(parts)

    def choice(self, node: nodes.If) -> Choice:
        """Return a condition inside a sentence."""
        branches: list[tuple[Condition | None, Words]] = []
        for branch in (node, *node.elif_):
            where = Origin(self.file, self.first_line + branch.lineno - 1)
            condition = self.condition(branch, where, among=node)
            branches.append((condition, self.words(branch.body, where)))
        if node.else_:
            where = Origin(self.file, self.first_line + _line(node.else_[0]) - 1)
            branches.append((None, self.words(node.else_, where)))
        return Choice(tuple(branches))

    def condition(self, branch: nodes.If, where: Origin, *, among: nodes.If) -> Condition | None:
        """Return the condition of a branch `among` others."""
        condition = parse_condition(branch.test, self.names, where)
        chooses = among.elif_ or among.else_ or self.unknown == ALWAYS_ASKED
        return choosing(condition, self.names) if condition and chooses else condition

    def words(self, body: Sequence[nodes.Node], origin: Origin) -> Words:
        """Return the words of a branch inside a sentence."""
        run = _Run()
        for node in body:
            if isinstance(node, nodes.Output):
                run.add(self.outputs(node), node.lineno)
            elif isinstance(node, nodes.If):
                next(self.alone, True)
                run.add((Hole(self.choice(node), origin),), node.lineno)
            else:
                self.forbidden(origin, "{% for rad in lista %} står på en egen rad", _BOTH_WHOLE)
        text = "".join(run.written)
        if "\n" in text:
            self.forbidden(origin, "ett villkor i en mening står på en rad", _BOTH_WHOLE)
            text = text.replace("\n", " ")
        self.unmarked(run.holes)
        if not self.markdown:
            return Words((Text(text),) if text else (), tuple(run.holes))
        content, problems = read_words(text, self.file, origin.line)
        self.problems.extend(problems)
        return Words(content, tuple(run.holes))

    def if_(self, node: nodes.If) -> If:
        branches = []
        for branch in (node, *node.elif_):
            where = Origin(self.file, self.first_line + branch.lineno - 1)
            condition = self.condition(branch, where, among=node)
            branches.append((condition, self.template(branch.body)))
        if node.else_:
            branches.append((None, self.template(node.else_)))
        return If(tuple(branches))

    def for_(self, node: nodes.For, origin: Origin) -> For:
        if node.else_ or node.test or node.recursive or not isinstance(node.target, nodes.Name):
            self.forbidden(origin, "en upprepning skrivs {% for rad in lista %}")
            return For("", Fact(""), (), origin)
        over = parse_fact(node.iter, self.names, origin)
        name = node.target.name
        with self.names.loop(name, over, origin):
            body = self.template(node.body)
        return For(name, over or Fact(""), body, origin)

    def chunk(self, run: "_Run") -> Iterator[Chunk]:
        """Yield the Markdown that a run of text and holes is, if it is anything."""
        if len(run.holes) > _MOST_HOLES:
            origin = run.holes[_MOST_HOLES].origin
            self.forbidden(origin, f"fler än {_MOST_HOLES} fakta i ett stycke text")
            return
        line = self.first_line + run.line - 1
        text = "".join(run.written)
        blank = len(text) - len(text.lstrip("\n"))
        line, text = line + blank, text[blank:]
        rows_only = bool(_ROW.match(text)) and not _RULE.search(text)
        if rows_only:
            text, line = _with_header(text), line - 2
        blocks, problems = read_markdown(text, self.file, line)
        self.problems.extend(problems)
        blocks, astray = named(blocks, run.holes)
        self.unmarked(astray)
        if blocks or rows_only:
            yield Chunk(blocks, tuple(run.holes), rows_only)

    def unmarked(self, holes: Iterable[Hole]) -> None:
        """Note marks among `holes`, which stand where nothing can have a name."""
        for hole in holes:
            if isinstance(hole.expression, PlaceMark):
                mark = f'{{{{ märk("{hole.expression.name}") }}}}'
                hint = f"skriv {mark} först i stycket eller punkten, före orden"
                self.forbidden(
                    hole.origin, "ett märke står först i ett stycke eller en punkt", hint
                )


@dataclass
class _Run:
    """Text and holes in a row, a hole being one character."""

    written: list[str] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    line: int = 1

    def add(self, parts: Iterable[Text | Hole], line: int) -> None:
        """Put `parts` after what is there; the run begins on the line of the first."""
        if not self.written:
            self.line = line
        for part in parts:
            if isinstance(part, Text):
                self.written.append(part.text)
            else:
                self.written.append(chr(HOLE + len(self.holes)))
                self.holes.append(part)


def _line(node: nodes.Node) -> int:
    """Return the line that a node begins on; Jinja gives those it makes itself none."""
    lines = (each.lineno for each in (node, *node.find_all(nodes.Node)) if each.lineno)
    return next(lines, 1)


def _with_header(rows: str) -> str:
    """Return rows below a header of as many columns, so that they are read as a table."""
    columns = cells_in(rows.split("\n")[0])
    return f"{'| x ' * columns}|\n{'|---' * columns}|\n{rows}"
