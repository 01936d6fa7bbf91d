"""A whole document in Markdown, ours or anybody's (CommonMark 0.31.2, and pipe tables).

A single heading of the first level is the title of the document; what stands before the next
heading is its cover. What a document has no place for is kept as the words that it prints.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from avtalsgen.model import plain
from avtalsgen.model.addresses import safe_address
from avtalsgen.model.nodes import (
    Aside,
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
from avtalsgen.model.walk import join_texts
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.markdown_file.footnotes import Footnotes, footnotes
from avtalsgen.readers.reading import Reading
from avtalsgen.readers.recognise.document import recognised
from avtalsgen.readers.recognise.line import Line, Part
from avtalsgen.readers.recognise.numbers import begins_of_law, is_only_of_law
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.characters import cleaned
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_PARSER = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # else a bad link is text
_DRAFT = "UTKAST"
_BREAKS = ("<br>", "<br/>", "<br />")
_LETTERED = re.compile(r"([a-zåäö])\)(?:[ \t]|$)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROW_ENDS = ("softbreak", "hardbreak")
_FEWEST_ITEMS = 2
_DOTTED = 5
"""Full stops in a row that are a line to sign on."""


def parsed(text: str) -> list[Token]:
    """Return a text as the parser sees it, block by block."""
    return _PARSER.parse(text)


def read_markdown_document(text: str, source: str, words: PageWords) -> Reading:
    """Return the document that `text` is; `source` is what its lines are named by.

    MD02 tells of pictures and HTML, whose words alone are kept.
    """
    printable, problems = cleaned(text.replace("\f", "\n"), source)
    noted = footnotes(printable)
    reading = _MarkdownLines(source, noted)
    tokens = parsed(noted.text)
    lines = _on_cover(tuple(reading.lines(SyntaxTreeNode(tokens).children if tokens else ())))
    draft = bool(lines) and lines[0].text == _DRAFT and isinstance(lines[0].block, Paragraph)
    parts = recognised(lines[1:] if draft else lines, words)
    document = replace(parts.document(asides=tuple(reading.notes())), draft=draft)
    return Reading(document, (*problems, *reading.problems))


def _on_cover(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines` with the parts of the cover marked, where a single title stands above all.

    The levels of the other headings are then one less.
    """
    titles = [at for at, line in enumerate(lines) if line.level == 1]
    deeper = [at for at, line in enumerate(lines) if line.level > 1]
    if len(titles) != 1 or (deeper and deeper[0] < titles[0]):
        return tuple(lines)
    end = deeper[0] if deeper else len(lines)
    return (
        *(_part(line, "kicker") for line in lines[: titles[0]]),
        _part(replace(lines[titles[0]], level=0), "title"),
        *_below_title(lines[titles[0] + 1 : end]),
        *(replace(line, level=max(0, line.level - 1)) for line in lines[end:]),
    )


def _part(line: Line, part: Part) -> Line:
    return replace(line, part=part) if line.text and line.text != _DRAFT else line


def _below_title(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield what stands on the cover below the title: a subtitle, then facts with a label each."""
    for place, line in enumerate(lines):
        label, said = _labelled(line)
        if label:
            row = Table((label, said), ())
            yield Line(row, "", part="row")
        else:
            yield _part(line, "subtitle") if place == 0 and _is_short(line) else line


def _labelled(line: Line) -> tuple[Cell, Cell]:
    """Return the label in bold and what stands on the next line, if that is all there is."""
    match line.block:
        case Paragraph((Strong(label), LineBreak(), *said)) if said:
            return label, tuple(said)
    return (), ()


def _is_short(line: Line) -> bool:
    named = isinstance(line.block, Paragraph) and not line.text.endswith((".", ":"))
    return named and not begins_of_law(line.text)


@dataclass(slots=True)
class _MarkdownLines:
    source: str
    noted: Footnotes
    problems: list[Problem] = field(default_factory=list)
    line: int = 0
    first: int = 0
    """The row that what is read begins on."""

    def lines(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Line]:
        for node in nodes:
            if node.type == "heading":
                content = self.inlines(node.children[0].children)
                heading = Paragraph(content, self.origin(node))
                yield Line(heading, plain.text(content).strip(), level=int(node.tag[1:]))
                continue
            for block in self.blocks(node):
                yield from _lines(block)

    def notes(self) -> Iterator[Aside]:
        """Yield the notes, each as it is numbered in print."""
        for number, note in enumerate(self.noted.notes, start=1):
            self.first = note.row
            tokens = parsed("\n".join(note.rows))
            nodes = SyntaxTreeNode(tokens).children if tokens else ()
            blocks = tuple(block for node in nodes for block in self.blocks(node))
            if blocks:
                yield Aside("footnote", str(number), blocks)

    def origin(self, node: SyntaxTreeNode) -> Origin:
        if node.map:
            self.line = self.first + node.map[0]
        return Origin(self.source, self.line + 1)

    def blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        origin = self.origin(node)
        match node.type:
            case "paragraph" | "heading":
                number, words = _parted(node.children[0].children)
                yield from _paragraph(self.inlines(number), origin)
                for item in _items(words):
                    yield from _paragraph(self.inlines(item), origin)
            case "bullet_list" | "ordered_list":
                yield from self.list(node)
            case "table":
                yield self.table(node, origin)
            case "blockquote":
                for child in node.children:
                    yield from self.blocks(child)
            case "code_block" | "fence":
                yield from _paragraph(_rows(node.content), origin)
            case "html_block":
                self.problem("HTML läses som de tecken som står där")
                yield from _paragraph(_rows(node.content), origin)
            case _:
                return  # a line across the page says nothing

    def list(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Yield a list; one that does not begin at 1 as paragraphs with their numbers."""
        items = [
            tuple(block for child in item.children for block in self.blocks(child))
            for item in node.children
        ]
        start = int(node.attrs.get("start", 1))
        if start == 1:
            list_items = tuple(ListItem(blocks) for blocks in items if blocks)
            if list_items:
                yield List(list_items, node.type == "ordered_list")
            return
        for number, blocks in enumerate(items, start=start):
            yield from _numbered(f"{number}. ", blocks)

    def table(self, node: SyntaxTreeNode, origin: Origin) -> Table:
        head, *bodies = node.children
        rows = [self.cells(row) for body in bodies for row in body.children]
        return Table(self.cells(head.children[0]), tuple(rows), origin=origin)

    def cells(self, row: SyntaxTreeNode) -> tuple[Cell, ...]:
        self.origin(row)
        return tuple(self.inlines(cell.children[0].children) for cell in row.children)

    def inlines(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        return join_texts(inline for node in nodes for inline in self.inline(node))

    def inline(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        match node.type:
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield LineBreak()
            case "strong":
                yield Strong(self.inlines(node.children))
            case "em":
                yield Emphasis(self.inlines(node.children))
            case "link":
                yield from self.link(node)
            case "image":
                self.problem("en bild är inte med, bara orden som beskriver den")
                yield Text(f"[{node.content}]")
            case "html_inline" if node.content.lower() in _BREAKS:
                yield LineBreak()
            case _:
                if node.content:
                    yield Text(self.noted.numbered(node.content))

    def link(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        words, address = self.inlines(node.children), str(node.attrs["href"])
        if safe_address(address):
            yield Link(words, address)
        else:
            yield from words

    def problem(self, message: str) -> None:
        origin = Origin(self.source, self.line + 1)
        hint = "läs det i filen"
        self.problems.append(Problem("MD02", message, Severity.WARNING, origin, hint))


def _lines(block: Block) -> Iterator[Line]:
    """Yield a block as lines; one that begins with a line to sign on, as that line and the rest."""
    if not isinstance(block, Paragraph):
        yield Line(block, "")
        return
    text = plain.text(block.content).strip()
    ruled, _, label = text.partition("\n")
    if label and not ruled.strip(".") and len(ruled) >= _DOTTED:
        yield Line(Paragraph((Text(ruled),), block.origin), ruled)
        yield Line(Paragraph((Text(label),), block.origin), label)
    else:
        yield Line(block, text, bold=all(isinstance(each, Strong) for each in block.content))


def _parted(
    nodes: Sequence[SyntaxTreeNode],
) -> tuple[Sequence[SyntaxTreeNode], Sequence[SyntaxTreeNode]]:
    """Return what a first row of only a number, `3 §`, says, and what the rows below it say."""
    breaks = (at for at, node in enumerate(nodes) if node.type in _ROW_ENDS)
    end = next(breaks, 0)
    if is_only_of_law("".join(node.content for node in nodes[:end])):
        return nodes[:end], nodes[end + 1 :]
    return (), nodes


def _items(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Sequence[SyntaxTreeNode]]:
    """Yield what stands before rows that are counted a), b) and so on, and each of them.

    CommonMark has no such list: they are rows of one paragraph there. A row that happens to begin
    with a letter of its sentence is none, as nothing is counted from a) there.
    """
    starts = [0, *(place + 1 for place, node in enumerate(nodes) if node.type in _ROW_ENDS)]
    cuts: list[int] = []
    for start in starts:
        sign = _LETTERED.match(nodes[start].content) if start < len(nodes) else None
        if sign and sign[1] == _LETTERS[len(cuts) : len(cuts) + 1]:
            cuts.append(start)
    if len(cuts) < _FEWEST_ITEMS:
        yield nodes
        return
    for start, end in pairwise((0, *cuts, len(nodes) + 1)):
        yield nodes[start : end - 1] if end else ()


def _paragraph(content: tuple[Inline, ...], origin: Origin) -> Iterator[Paragraph]:
    if plain.text(content).strip():
        yield Paragraph(content, origin)


def _numbered(number: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    match blocks:
        case (Paragraph(content) as first, *rest):
            yield replace(first, content=(Text(number), *content))
            yield from rest
        case _:
            yield from blocks


def _rows(text: str) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for row in filter(str.strip, text.split("\n")):
        content.extend((*((LineBreak(),) if content else ()), Text(row.rstrip())))
    return tuple(content)
