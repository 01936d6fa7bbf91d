"""Clause text to template: Jinja's parser, a whitelist, and Markdown in between.

    text ─ jinja2 lexer ─► places of the holes
         ─ jinja2 parser ─► If, For, and runs of text with holes
                            └─ Markdown reader ─► blocks, a hole being one character

Markdown is read before any fact is known, so a fact can never become a heading, a
list or a table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError, nodes

from avtalsgen.clauses.expression import HOLE, Chunk, Fact, For, Hole, If, Phrase, Template
from avtalsgen.clauses.expression_parser import Names, parse_condition, parse_expression, parse_fact
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.model.nodes import Text
from avtalsgen.problems import Problem
from avtalsgen.readers.markdown import cells_in, read_markdown
from avtalsgen.source import Origin

_JINJA = Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701 - parses, never renders
_ROW = re.compile(r"[ ]*\|")
_RULE = re.compile(r"^[ ]*\|[ :|-]+$", re.M)
_MOST_HOLES = 5000
_TOO_DEEP = "satserna är för djupt nästlade"


def parse_template(
    text: str, file: str, first_line: int, parameters: Parameters
) -> tuple[Template, frozenset[str], tuple[Problem, ...]]:
    """Return the template that `text` is, the paths it names, and its problems.

    MA01 not the syntax, MA02 a name that is no fact, MA03 a form that clauses do not have,
    MD01 Markdown that a document has no place for.
    """
    parsing = _Parsing(file, first_line, parameters)
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
    parsing = _Parsing(origin.file, origin.line, parameters, first_column=origin.column)
    body = parsing.jinja(text)
    content: list[Text | Hole] = []
    try:
        for node in body or ():
            if isinstance(node, nodes.Output):
                content.extend(parsing.outputs(node))
            else:
                message = "villkor och upprepningar används bara i brödtext"
                parsing.forbidden(parsing.place(), message)
    except RecursionError:
        parsing.forbidden(origin, _TOO_DEEP)
    return Phrase(tuple(content)), frozenset(parsing.names.used), tuple(parsing.problems)


@dataclass
class _Parsing:
    file: str
    first_line: int
    parameters: Parameters
    first_column: int = 1
    problems: list[Problem] = field(default_factory=list)
    names: Names = field(init=False)
    places: Iterator[Origin] = field(default_factory=lambda: iter(()))
    last: Origin | None = None
    lines: Sequence[str] = ()

    def __post_init__(self) -> None:
        self.names = Names(self.parameters, self.problems)

    def jinja(self, text: str) -> Sequence[nodes.Node] | None:
        """Return the parsed body, or nothing when it cannot be read."""
        text = _without_comments(text)
        self.lines = text.split("\n")
        try:
            self.places = iter(self.openings(text))
            return _JINJA.parse(text).body
        except TemplateSyntaxError as error:
            origin = Origin(self.file, self.first_line + error.lineno - 1)
            message = f"går inte att läsa: {_swedish(str(error.message))}"
            hint = "kontrollera parenteser, {{ }} och {% %} på raden"
            self.problems.append(Problem("MA01", message, origin=origin, hint=hint))
        except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
            origin = Origin(self.file, self.first_line)
            self.problems.append(Problem("MA01", "uttrycket är för stort", origin=origin))
        return None

    def openings(self, text: str) -> list[Origin]:
        """Return the place of every `{{`, in order."""
        origins: list[Origin] = []
        position = 0
        for number, kind, value in _JINJA.lex(text):
            column = (
                position
                - (text.rfind("\n", 0, position) + 1)
                + (self.first_column if number == 1 else 1)
            )
            origin = Origin(self.file, self.first_line + number - 1, column)
            if kind in {"variable_begin", "block_begin"} and value[-1] in "-+":
                self.forbidden(origin, "minus- och plustecken i klammern används inte")
            if kind == "string" and "\\" in value:
                self.forbidden(origin, "omvänt snedstreck används inte i texter")
            if kind == "raw_begin":
                self.forbidden(origin, "raw används inte")
            if kind == "variable_begin":
                origins.append(origin)
            position += len(value)
        return origins

    def place(self) -> Origin:
        return self.last or Origin(self.file, self.first_line)

    def forbidden(self, origin: Origin, message: str) -> None:
        hint = "formerna som finns står i handboken under Klausulernas språk"
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

    def template(self, body: Sequence[nodes.Node]) -> Template:
        """Return the parts of `body`; each statement must stand on lines of its own."""
        parts: list[Chunk | If | For] = []
        for node in body:
            origin = Origin(self.file, self.first_line + _line(node) - 1)
            match node:
                case nodes.Output():
                    chunk = self.chunk(node)
                    if chunk.blocks or chunk.rows_only:
                        parts.append(chunk)
                case nodes.If():
                    self.alone(node.lineno)
                    parts.append(self.if_(node))
                case nodes.For():
                    self.alone(node.lineno)
                    parts.append(self.for_(node, origin))
                case _:
                    kind = type(node).__name__.lower()
                    self.forbidden(origin, f"formen ”{kind}” finns inte i klausulernas språk")
        return tuple(parts)

    def alone(self, line: int) -> None:
        written = self.lines[line - 1].strip()
        if not (written.startswith("{%") and written.endswith("%}")) or written.count("{%") > 1:
            origin = Origin(self.file, self.first_line + line - 1)
            message = "{% … %} ska stå ensamt på sin rad"
            hint = "flytta texten till raderna före och efter"
            self.problems.append(Problem("MA03", message, origin=origin, hint=hint))

    def if_(self, node: nodes.If) -> If:
        branches = []
        for branch in (node, *node.elif_):
            where = Origin(self.file, self.first_line + branch.lineno - 1)
            condition = parse_condition(branch.test, self.names, where)
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

    def chunk(self, node: nodes.Output) -> Chunk:
        holes: list[Hole] = []
        written = []
        for part in self.outputs(node):
            if isinstance(part, Text):
                written.append(part.text)
                continue
            written.append(chr(HOLE + len(holes)))
            holes.append(part)
            if len(holes) == _MOST_HOLES:
                self.forbidden(part.origin, f"fler än {_MOST_HOLES} fakta i ett stycke text")
                break
        line = self.first_line + node.lineno - 1
        text = "".join(written)
        blank = len(text) - len(text.lstrip("\n"))
        line, text = line + blank, text[blank:]
        rows_only = bool(_ROW.match(text)) and not _RULE.search(text)
        if rows_only:
            text, line = _with_header(text), line - 2
        blocks, problems = read_markdown(text, self.file, line)
        self.problems.extend(problems)
        return Chunk(blocks, tuple(holes), rows_only)


def _line(node: nodes.Node) -> int:
    """Return the line that a node begins on; Jinja gives those it makes itself none."""
    lines = (each.lineno for each in (node, *node.find_all(nodes.Node)) if each.lineno)
    return next(lines, 1)


def _without_comments(text: str) -> str:
    """Return `text` without `{# … #}`, with as many lines; one that never ends is left."""
    kept = []
    position = 0
    while (start := text.find("{#", position)) >= 0 and (end := text.find("#}", start + 2)) >= 0:
        kept += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + 2
    return "".join((*kept, text[position:]))


def _with_header(rows: str) -> str:
    """Return rows below a header of as many columns, so that they are read as a table."""
    columns = cells_in(rows.split("\n")[0])
    return f"{'| x ' * columns}|\n{'|---' * columns}|\n{rows}"


def _swedish(message: str) -> str:
    for english, swedish in (
        ("unexpected end of template", "texten tar slut innan {% … %} är avslutad"),
        ("end of print statement", "{{ … }} är inte avslutad rätt"),
        ("Unexpected end of template", "texten tar slut innan {% … %} är avslutad"),
        ("unknown tag", "{% … %} finns inte; det som finns är if, elif, else, endif, for, endfor"),
        ("No filter named", "formen efter | finns inte"),
        ("unexpected char", "ett tecken är på fel plats"),
    ):
        if english in message:
            return swedish
    return "uttrycket är inte skrivet som det ska"
