"""Sections: a heading, the blocks below it, and the marks by which both are found again."""

from itertools import zip_longest

from avtalsgen.model import metrics
from avtalsgen.model.nodes import Section
from avtalsgen.ooxml.bookmarks import hidden_name
from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.paragraphs import paragraph
from avtalsgen.writers.docx import style_names as names
from avtalsgen.writers.docx.blocks import block
from avtalsgen.writers.docx.flow import keep_with_next
from avtalsgen.writers.docx.inline import runs
from avtalsgen.writers.docx.numbering import UNNUMBERED, number_property
from avtalsgen.writers.docx.surroundings import Surroundings


def section(content: Section, around: Surroundings, contents_mark: str | None) -> list[Element]:
    """Return the heading and blocks of a section, without the sections below it.

    A hidden bookmark stands round them, so that they can be found in a file that comes
    back from Word. `contents_mark` is the bookmark that the contents leads to.
    """
    elements: list[Element] = []
    for own, after in zip_longest(content.blocks, content.blocks[1:]):
        elements.extend(block(own, around))
        if metrics.leads_in(own, after):
            keep_with_next(elements)
    if content.heading:
        elements.insert(0, _heading(content, around, contents_mark))
    if elements:
        _mark(elements, around, own_mark(content.anchor))
    return elements


def own_mark(anchor: str) -> str:
    """Return the name of the bookmark round the section with `anchor`."""
    return hidden_name("ag", anchor)


def reference_mark(anchor: str) -> str:
    """Return the name of the bookmark that references to the section with `anchor` lead to."""
    return hidden_name("Ref", anchor)


def _heading(content: Section, around: Surroundings, contents_mark: str | None) -> Element:
    words = runs(content.heading, around)
    for mark in (around.targets.get(content.anchor), contents_mark):
        if mark:
            start, end = around.bookmarks.pair(mark)
            words = [start, *words, end]
    own = () if content.number else (number_property(UNNUMBERED), w("ind", left=0, firstLine=0))
    return paragraph(around.styles[names.heading(content.level)], *words, properties=own)


def _mark(elements: list[Element], around: Surroundings, name: str) -> None:
    """Put a bookmark round `elements`: in the first and last paragraph, or beside a table."""
    start, end = around.bookmarks.pair(name)
    first, last = elements[0], elements[-1]
    if last.tag == W + "p":
        last.append(end)
    else:
        elements.append(end)
    if first.tag == W + "p":
        first.insert(1, start)
    else:
        elements.insert(0, start)
