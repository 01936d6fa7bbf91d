"""Markdown as CommonMark readers see it: words, looks and shape out of markdown-it's tokens."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from tests.writers.looks import PLAIN, Look, Seen, Shape, characters

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
INLINE = {"text", "softbreak", "hardbreak", "strong", "em", "link", "html_inline"}


def parse(source: bytes) -> list[SyntaxTreeNode]:
    """Return the blocks of a file."""
    return SyntaxTreeNode(READER.parse(source.decode())).children


def words(blocks: list[SyntaxTreeNode]) -> list[str]:
    """Return the words of `blocks` in order."""
    return [word for block in blocks for line in lines(block) for word in line.split()]


def lines(block: SyntaxTreeNode) -> Iterator[str]:
    """Yield the text of each paragraph, heading and cell."""
    if block.type == "inline":
        yield "".join(map(_text, block.children))
    else:
        for child in block.children:
            yield from lines(child)


def seen(node: SyntaxTreeNode, look: Look = PLAIN) -> Iterator[Seen]:
    """Yield the characters of `node` with their looks."""
    match node.type:
        case "strong":
            look = look._replace(strong=True)
        case "em":
            look = look._replace(emphasis=True)
        case "link":
            look = look._replace(address=str(node.attrs["href"]))
        case "text":
            yield from characters(node.content, look)
        case _:
            pass
    for child in node.children:
        yield from seen(child, look)


def shape(block: SyntaxTreeNode) -> Shape:
    """Return what `block` is and what is in it, without words."""
    match block.type:
        case "paragraph":
            return ("paragraph",)
        case "bullet_list" | "ordered_list":
            items = (tuple(shape(inner) for inner in item.children) for item in block.children)
            return ("numbered" if block.type == "ordered_list" else "bullets", *items)
        case "table":
            rows = (row for part in block.children for row in part.children)
            return ("table", *(tuple(map(_side, row.children)) for row in rows))
        case other:
            raise AssertionError(f"{other} is in no document")


def _text(node: SyntaxTreeNode) -> str:
    assert node.type in INLINE, f"{node.type} is in no document"
    if node.type == "html_inline":
        assert node.content == "<br>"
    if node.type in ("softbreak", "hardbreak", "html_inline"):
        return "\n"
    return "".join(map(_text, node.children)) if node.children else node.content


def _side(cell: SyntaxTreeNode) -> str:
    return "right" if "right" in str(cell.attrs.get("style")) else "left"
