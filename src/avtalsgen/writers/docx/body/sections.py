"""Sections: a heading, the blocks below it, and the marks by which both are found again."""

from collections.abc import Sequence

from avtalsgen.model import metrics
from avtalsgen.model.nodes import Block, Section
from avtalsgen.ooxml.bookmarks import hidden_name
from avtalsgen.ooxml.elements import Element, run, t, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.paragraphs import paragraph, put
from avtalsgen.ooxml.units import twips, twips_of_mm
from avtalsgen.writers.docx.body.blocks import block
from avtalsgen.writers.docx.body.flow import keep_with_next, start_new_page
from avtalsgen.writers.docx.body.inline import runs
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.styling import style_names as names
from avtalsgen.writers.docx.styling.numbering import UNNUMBERED, number_property


def section(
    content: Section,
    following: Sequence[Block | None],
    around: Surroundings,
    contents_mark: str | None,
) -> list[Element]:
    """Return the heading and blocks of a section, without the sections below it.

    `following` has what is printed next, for each block.

    A hidden bookmark stands round them, so that they can be found in a file that comes
    back from Word. `contents_mark` is the bookmark that the contents leads to.
    """
    elements: list[Element] = []
    for content_block, after in zip(content.blocks, following, strict=False):
        elements.extend(block(content_block, around))
        if metrics.leads_in(content_block, after):
            keep_with_next(elements)
    if content.heading:
        elements.insert(0, _heading(content, around, contents_mark))
    elif elements and elements[0].tag == W + "p":
        put(elements[0], "spacing", before=twips(metrics.body(around.profile.size).after))
    if content.new_page:
        start_new_page(elements)
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
    target = around.targets.get(content.anchor)
    words = runs(content.heading, around)
    if content.lettered:
        typed = _marked([run(t(content.number))], target, around)
        words = _marked([*typed, run(w("tab")), *words], contents_mark, around)
    else:
        words = _marked(_marked(words, target, around), contents_mark, around)
    return paragraph(around.styles[names.heading(content.level)], *words, properties=_own(content))


def _marked(words: list[Element], mark: str | None, around: Surroundings) -> list[Element]:
    if not mark:
        return words
    start, end = around.bookmarks.pair(mark)
    return [start, *words, end]


def _own(content: Section) -> tuple[Element, ...]:
    """Return what takes the counted number from a heading that has none, or one with a letter.

    Word counts 3, 4, 5 and knows no 3 a, so that number is typed, where a counted one hangs.
    """
    if content.lettered:
        indent = twips_of_mm(metrics.HEADING_INDENT_MM)
        return number_property(UNNUMBERED), w("ind", left=indent, hanging=indent)
    if content.number:
        return ()
    return number_property(UNNUMBERED), w("ind", left=0, firstLine=0)


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
