"""Paragraphs, lists and tables."""

from collections.abc import Iterator
from typing import assert_never

from avtalsgen.model import metrics
from avtalsgen.model.nodes import Block, Inline, List, ListItem, Paragraph, Table
from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.paragraphs import paragraph, put
from avtalsgen.ooxml.units import twips, twips_of_mm
from avtalsgen.writers.docx.body.inline import runs
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.body.tables import table
from avtalsgen.writers.docx.styling import style_names as names
from avtalsgen.writers.docx.styling.numbering import number_property


def block(content: Block, around: Surroundings) -> list[Element]:
    """Return the paragraphs and tables of a block."""
    match content:
        case Paragraph(words):
            return [paragraph(around.styles[names.NORMAL], *runs(words, around))]
        case List():
            return _whole_list(content, around)
        case Table():
            return [table(content, around)]
        case _ as unreachable:
            assert_never(unreachable)


def _whole_list(content: List, around: Surroundings) -> list[Element]:
    """Return a list with the space of a paragraph after its last one."""
    elements = list(_items(content, around, 0))
    for place in metrics.held_items(len(elements)):
        if elements[place].tag == W + "p":
            put(elements[place], "keepNext")
    if elements[-1].tag == W + "p":
        put(elements[-1], "spacing", after=twips(metrics.body(around.profile.size).after))
    return elements


def _items(content: List, around: Surroundings, depth: int) -> Iterator[Element]:
    """Yield the paragraphs of a list; beyond the deepest level Word has, lists go no deeper."""
    depth = min(depth, names.LEVELS - 1)
    numbering = around.numbering
    number = (
        numbering.counted(depth, letters=content.letters, start=content.start)
        if content.ordered
        else numbering.bullets()
    )
    style = around.styles[names.NUMBERED_ITEM if content.ordered else names.BULLET_ITEM]
    for item in content.items:
        first, rest = _first_words(item)
        sign = number_property(number, depth)
        yield paragraph(style, *runs(first, around), properties=(sign,))
        for inner in rest:
            yield from _inner(inner, around, depth)


def _inner(content: Block, around: Surroundings, depth: int) -> Iterator[Element]:
    indent = twips_of_mm(metrics.LIST_INDENT_MM) * (depth + 1)
    match content:
        case Paragraph(words):
            continued = paragraph(around.styles[names.ITEM_CONTINUED], *runs(words, around))
            put(continued, "ind", left=indent)
            yield continued
        case List():
            yield from _items(content, around, depth + 1)
        case Table():
            yield table(content, around, indent)
        case _ as unreachable:
            assert_never(unreachable)


def _first_words(item: ListItem) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
    """Return the words beside the sign of an item, and what stands below them.

    An item that begins with a list or a table has its sign on a line of its own.
    """
    match item.blocks:
        case (Paragraph(words), *rest):
            return words, tuple(rest)
        case rest:
            return (), rest
