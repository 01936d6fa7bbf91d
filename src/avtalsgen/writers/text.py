"""A document as plain text: one line a paragraph, whatever its length.

Facts, words and their order are as printed. What is added is the bullet `–`, the number
of an item, a line under the title, a chapter and the head of a table, and a dotted line
to sign on. In a redline, words that went stand in `[-…-]` and words that came in `{+…+}`, and
what moved stands in brackets that say where its other place is.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import assert_never

from avtalsgen.model import plain
from avtalsgen.model.marks import in_words, settled
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Contents,
    Cover,
    Deleted,
    Document,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Section,
    Signatory,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.model.walk import sections
from avtalsgen.writers.render import Render

DRAFT = "UTKAST"
BULLET = "–"
DOTTED = "." * 40
RULE = "─"
DOUBLE_RULE = "═"
WIDEST = 100
"""Characters in a row of a table that stands in columns."""

Lines = list[str]


def write_text(document: Document, render: Render) -> bytes:
    """Return `document` as UTF-8 text with LF line ends; nothing in `render` changes it."""
    told = in_words(settled(document))
    parts = ("\n".join(line.rstrip(" ") for line in part) for part in _parts(told) if part)
    return ("\n\n".join(parts) + "\n").encode()


def _parts(document: Document) -> Iterator[Lines]:
    """Yield what stands between empty lines."""
    if document.draft:
        yield [DRAFT]
    yield from _cover(document.cover)
    if document.contents:
        yield _contents(document, document.contents)
    for section in sections(document):
        yield from _section(section)
    if document.signatures:
        for signatory in document.signatures.signatories:
            yield from _signatory(signatory)


def _cover(cover: Cover) -> Iterator[Lines]:
    title = _line(cover.title)
    kicker = [cover.kicker] if cover.kicker else []
    yield [*kicker, title, DOUBLE_RULE * len(title), *(_lines(cover.subtitle))]
    width = max((len(row.label) for row in cover.rows), default=0)
    facts = []
    for row in cover.rows:
        labels = [row.label]
        for line in _lines(row.content):
            facts.append(f"{labels.pop() if labels else '':{width}}  {line}")
    yield facts


def _contents(document: Document, contents: Contents) -> Lines:
    return [contents.heading] + [
        "  " * section.level + _heading(section)
        for section in sections(document)
        if section.heading and section.level <= contents.depth
    ]


def _section(section: Section) -> Iterator[Lines]:
    """Yield the heading of `section` and its blocks; a chapter has room above and a line below."""
    if section.heading:
        heading = _heading(section)
        yield ["", heading, RULE * len(heading)] if section.level == 1 else [heading]
    for block in section.blocks:
        yield _block(block)


def _signatory(signatory: Signatory) -> Iterator[Lines]:
    yield ["", signatory.role, *_lines(signatory.organisation)]
    for line in signatory.lines:
        yield ["", DOTTED, line]
    yield [*_lines(signatory.name), *_lines(signatory.title)]


def _block(block: Block) -> Lines:
    match block:
        case Paragraph(content):
            return _lines(content)
        case List(items, ordered):
            numbers = (
                plain.list_sign(number, letters=block.letters) for number in count(block.start)
            )
            return [
                line for item in items for line in _item(item, next(numbers) if ordered else BULLET)
            ]
        case Table():
            return _table(block)
        case _ as unreachable:
            assert_never(unreachable)


def _item(item: ListItem, bullet: str) -> Iterator[str]:
    """Yield the lines of `item`, all but the first as far in as its words begin."""
    margin = bullet + " "
    for line in (line for block in item.blocks for line in _block(block)):
        yield margin + line
        margin = " " * len(margin)


def _table(table: Table) -> Lines:
    """Return a table in columns, or each cell on a line of its own if a row is too long."""
    rows = [[_line(cell) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 2 * len(widths) > WIDEST:
        return [line for row in rows for line in _stacked(row)]
    sides = [">" if side == "right" else "<" for side in table.align] or ["<"] * len(widths)
    columns = tuple(zip(sides, widths, strict=True))
    head, *body = (
        "  ".join(f"{cell:{side}{width}}" for cell, (side, width) in zip(row, columns, strict=True))
        for row in rows
    )
    return [head, RULE * len(head), *body]


def _stacked(row: Lines) -> Lines:
    first, *rest = row
    return [first, *(f"  {cell}" for cell in rest if cell)]


def _heading(section: Section) -> str:
    words = _marked(section.heading)
    return _squeezed(f"{section.number} {words}" if section.number else words)


def _lines(content: Iterable[Inline]) -> Lines:
    """Return running text as it stands between its line breaks."""
    return [_squeezed(line) for line in _marked(content).split("\n") if line]


def _marked(content: Iterable[Inline]) -> str:
    """Return the characters of running text, with brackets round what came and went."""
    parts = []
    for inline in content:
        match inline:
            case Inserted(inner):
                parts.append(f"{{+{plain.text(inner)}+}}")
            case Deleted(inner):
                parts.append(f"[-{plain.text(inner)}-]")
            case Strong(inner) | Emphasis(inner) | Link(inner):
                parts.append(_marked(inner))
            case Text() | LineBreak() | Value() | Reference() | Gap():
                parts.append(plain.text((inline,)))
            case _ as unreachable:
                assert_never(unreachable)
    return "".join(parts)


def _line(cell: Cell) -> str:
    return " ".join(_lines(cell))


def _squeezed(line: str) -> str:
    """Return `line` without spaces that a printed page would not show either."""
    return " ".join(word for word in line.split(" ") if word)
