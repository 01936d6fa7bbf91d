"""Markdown as blocks of the model.

CommonMark's paragraphs, lists, emphasis and links, and pipe tables; everything else
is a problem, because a document has no place for it and nothing is dropped in silence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from avtalsgen.model.addresses import safe_address
from avtalsgen.model.deceptive import told, unfit
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
)
from avtalsgen.model.walk import join_texts, leaves
from avtalsgen.problems import Problem
from avtalsgen.readers.foreign_markdown import LETTER, ROMAN, html, lists, marks
from avtalsgen.source import Origin

_PARSER = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
_PARSER.disable("text_join")  # which hides what was written as an entity; join_texts joins
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # else a bad link is text

_NO_PLACE = {
    "heading": (
        "rubriker står i dispositionen, inte i texten",
        "flytta rubriken till dispositionen",
    ),
    "code_block": ("en indragen rad blir programkod i Markdown", "ta bort indraget"),
    "code_inline": ("programkod används inte", "ta bort tecknet `"),
    "fence": ("programkod används inte", "ta bort raderna med ```"),
    "blockquote": ("citatblock används inte", "skriv texten som ett stycke"),
    "hr": ("en linje används inte", "ta bort raden"),
    "image": ("bilder används inte i klausuler", "lägg bilden i en bilaga"),
}

_LAST_NUMBER = 999
_NOTE = re.compile(r"^ {0,3}\[\^[^\]\n]{1,40}\]:.*$", re.MULTILINE)
"""What a note says, which a reader of Markdown takes for where a link leads."""


def read_markdown(
    text: str, file: str, first_line: int = 1
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Return the blocks of `text`, and MD01 for everything that a document cannot hold.

    `first_line` is the line of the file that `text` begins on.
    """
    text = _NOTE.sub("[^]", text)
    reading = _ClauseText(file, first_line, text.split("\n"))
    environment: dict[str, object] = {}
    tokens = _PARSER.parse(text, environment)
    if environment.get("references"):
        reading.problem(
            "länkar med adressen på en egen rad används inte", 0, "skriv [text](adress)"
        )
    blocks = reading.blocks(SyntaxTreeNode(tokens).children if tokens else [])
    return blocks, tuple(reading.problems)


def read_words(text: str, file: str, line: int) -> tuple[tuple[Inline, ...], tuple[Problem, ...]]:
    """Return a piece of a sentence on one line, spaces at its ends kept, and MD01 as above."""
    reading = _ClauseText(file, line, [text])
    (token,) = _PARSER.parseInline(text)
    content = reading.inlines(SyntaxTreeNode([token]).children[0].children)
    return content, tuple(reading.problems)


class _ClauseText:
    def __init__(self, file: str, first_line: int, lines: Sequence[str]) -> None:
        self.file = file
        self.first_line = first_line
        self.lines = lines
        self.problems: list[Problem] = []
        self.line = 0

    def origin(self, node: SyntaxTreeNode) -> Origin:
        if not node.is_root and node.map:
            self.line = node.map[0]
        return Origin(self.file, self.first_line + self.line)

    def problem(self, message: str, line: int, hint: str | None = None) -> None:
        origin = Origin(self.file, self.first_line + line)
        problem = Problem("MD01", message, origin=origin, hint=hint)
        if problem not in self.problems:  # a tag that begins and ends on one line
            self.problems.append(problem)

    def no_place(self, node: SyntaxTreeNode) -> None:
        if node.type in ("html_block", "html_inline"):
            message, hint = html(node.content)
        else:
            other = (f"”{node.type}” används inte", "skriv vanlig text")
            message, hint = _NO_PLACE.get(node.type, other)
        self.problem(message, self.line, hint)

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        result: list[Block] = []
        for place, node in enumerate(nodes):
            origin = self.origin(node)
            match node.type:
                case "paragraph":
                    beside = _is_counted(nodes[max(place - 1, 0) : place + 2])
                    result.extend(self.paragraph(node, origin, beside=beside))
                case "bullet_list" | "ordered_list":
                    result.append(self.list(node))
                case "table":
                    result.append(self.table(node, origin))
                case _:
                    self.no_place(node)
        return tuple(result)

    def paragraph(self, node: SyntaxTreeNode, origin: Origin, *, beside: bool) -> Iterator[Block]:
        """Yield a paragraph, or a lettered list: lines of which each begins with its letter.

        `beside` is whether the paragraph before or after has the letter before or after.
        """
        children = node.children[0].children
        source = node.children[0].content
        lettered = None if ROMAN.search(source) else _lettered(source, beside=beside)
        if not lettered:
            content = self.inlines(children)
            if content:
                for message, hint in lists(source):
                    self.problem(message, origin.line - self.first_line, hint)
                self.unused(content, origin, node.children[0].content)
                yield Paragraph(content, origin)
            return
        start, offset = lettered
        pieces = [self.inlines(piece) for piece in _at_breaks(children)]
        for content in pieces:
            self.unused(content, origin, node.children[0].content)
        if offset:
            yield Paragraph(_joined(pieces[:offset]), origin)
        spoken: list[list[Sequence[Inline]]] = []
        for content in pieces[offset:]:
            first = content[0] if content else None
            sign = LETTER.match(first.text) if isinstance(first, Text) else None
            if isinstance(first, Text) and sign:
                spoken.append([(Text(first.text[sign.end() :]), *content[1:])])
            else:
                spoken[-1].append(content)
        items = tuple(ListItem((Paragraph(_joined(lines), origin),)) for lines in spoken)
        yield List(items, ordered=True, letters=True, start=start)

    def unused(self, content: Sequence[Inline], origin: Origin, source: str) -> None:
        """Note what other Markdown has and ours has not, which would be printed as it is typed."""
        text = "".join(
            leaf.text if isinstance(leaf, Text) else "\ufffc" for leaf in leaves(content)
        )
        for message, hint in marks(text, source):
            self.problem(message, origin.line - self.first_line, hint)

    def list(self, node: SyntaxTreeNode) -> List:
        ordered = node.type == "ordered_list"
        start = int(node.attrs.get("start", 1)) if ordered else 1
        items = []
        for item in node.children:
            self.origin(item)
            blocks = self.blocks(item.children)
            if blocks:
                items.append(ListItem(blocks))
            else:
                self.problem(
                    "en punkt i listan är tom", self.line, "skriv text eller ta bort raden"
                )
        if ordered and not 1 <= start <= _LAST_NUMBER:
            self.problem(f"en lista börjar inte på {start}", self.line, "skriv 1. först")
            start = 1
        elif ordered:
            self.numbers(node, start)
        return List(tuple(items), ordered, start=start)

    def numbers(self, node: SyntaxTreeNode, start: int) -> None:
        """Note where the numbers of a list do not follow each other; all alike count by themselves.

        They are printed in order, and what refers to one would point at another.
        """
        typed = [int(item.info or start) for item in node.children]
        printed = range(start, start + len(typed))
        wrong = next((pair for pair in zip(typed, printed, strict=True) if len({*pair}) > 1), None)
        if wrong and len({*typed}) > 1:
            numbers = ", ".join(map(str, typed))
            message = f"punkterna är numrerade {numbers} och skulle tryckas i följd"
            self.problem(message, self.line, f"skriv {wrong[1]}. i stället för {wrong[0]}.")

    def table(self, node: SyntaxTreeNode, origin: Origin) -> Table:
        head, *bodies = node.children
        rows = [self.row(row) for body in bodies for row in body.children]
        header_row = head.children[0]
        header = self.row(header_row)
        align: list[Literal["left", "right"]] = [
            "right" if "right" in str(cell.attrs.get("style", "")) else "left"
            for cell in header_row.children
        ]
        sides = tuple(align) if "right" in align else ()
        return Table(header, tuple(rows), sides, origin)

    def row(self, node: SyntaxTreeNode) -> tuple[Cell, ...]:
        self.origin(node)
        written = cells_in(self.lines[self.line])
        if written != len(node.children):
            message = f"raden har {written} celler, tabellen {len(node.children)} kolumner"
            self.problem(message, self.line, "skriv lika många | på varje rad")
        cells = tuple(self.inlines(cell.children[0].children) for cell in node.children)
        for cell, written_cell in zip(cells, node.children, strict=True):
            place = Origin(self.file, self.first_line + self.line)
            self.unused(cell, place, written_cell.children[0].content)
        return cells

    def inlines(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        result: list[Inline] = []
        for node in nodes:
            match node.type:
                case "text" | "text_special":
                    result.extend(self.text(node))
                case "softbreak":
                    result.append(Text(" "))
                case "hardbreak":
                    result.append(LineBreak())
                case "strong":
                    result.append(Strong(self.inlines(node.children)))
                case "em":
                    result.append(Emphasis(self.inlines(node.children)))
                case "link":
                    result.append(self.link(node))
                case _:
                    self.no_place(node)
        return join_texts(result)

    def text(self, node: SyntaxTreeNode) -> Iterator[Text]:
        if node.info == "entity" and (unfit(node.content) or any(told(node.content))):
            message = f"tecknet {node.markup} kan inte skrivas ut"
            self.problem(message, self.line, "skriv tecknet som det är")
        elif node.content:
            yield Text(node.content)

    def link(self, node: SyntaxTreeNode) -> Inline:
        address = str(node.attrs["href"])
        if unfit(unquote(address)):
            hint = "skriv hela adressen"
            self.problem("fakta och styrtecken skrivs inte i en adress", self.line, hint)
        elif safe_address(address) is None:
            hint = "börja adressen med https://"
            self.problem(f"adressen ”{address}” leder inte till en webbplats", self.line, hint)
        if "title" in node.attrs:
            message = "en länk har ord och adress, men ingen titel"
            self.problem(message, self.line, "ta bort det inom citattecken efter adressen")
        return Link(self.inlines(node.children), address)


def _is_counted(nodes: Sequence[SyntaxTreeNode]) -> bool:
    """Return whether two paragraphs that follow each other begin with letters that do."""
    written = (node.children[0].content if node.type == "paragraph" else "" for node in nodes)
    signs = [sign and ord(sign[1]) for sign in map(LETTER.match, written)]
    return any(first and second == first + 1 for first, second in pairwise(signs))


def _lettered(written: str, *, beside: bool) -> tuple[int, int] | None:
    """Return the number of the first letter and the line it stands on, or that there is no list.

    The letters must follow each other from the first one on, two at least, or one that goes on
    or begins a list by itself on the first line.
    """
    lines = [line.lstrip() for line in written.split("\n")]
    signed = [(at, sign[1]) for at, line in enumerate(lines) if (sign := LETTER.match(line))]
    letters = [ord(letter) - ord("a") for _, letter in signed]
    if len(signed) == 1 and lines[signed[0][0]][1] == "." and not beside:
        return None  # an abbreviation, as in ”s. 5”
    if not letters or letters != list(range(letters[0], letters[0] + len(letters))):
        return None
    if len(letters) == 1 and signed[0][0] > 0:
        return None
    return letters[0] + 1, signed[0][0]


def _at_breaks(nodes: Sequence[SyntaxTreeNode]) -> list[list[SyntaxTreeNode]]:
    """Return the nodes of each line of a paragraph."""
    lines: list[list[SyntaxTreeNode]] = [[]]
    for node in nodes:
        if node.type in {"softbreak", "hardbreak"}:
            lines.append([])
        else:
            lines[-1].append(node)
    return lines


def _joined(lines: Sequence[Sequence[Inline]]) -> tuple[Inline, ...]:
    whole: list[Inline] = []
    for line in lines:
        whole += [Text(" ")] if whole else []
        whole += line
    return join_texts(whole)


def cells_in(row: str) -> int:
    """Return how many cells a line of a pipe table has, those that are empty too."""
    line = row.strip().removeprefix("|")
    return len(re.findall(r"(?<!\\)\|", line)) + (not re.search(r"(?<!\\)\|$", line))
