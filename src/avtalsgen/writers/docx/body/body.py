"""All that follows the cover: contents, sections and signatures."""

from collections.abc import Iterator

from avtalsgen.model import metrics
from avtalsgen.model.nodes import Document, Inline, Reference, Section
from avtalsgen.model.walk import leaves, runs, sections, with_next
from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.paragraphs import put
from avtalsgen.ooxml.units import twips
from avtalsgen.writers.docx.body.contents import contents, marks
from avtalsgen.writers.docx.body.flow import keep_with_next, spaced, start_new_page
from avtalsgen.writers.docx.body.sections import reference_mark, section
from avtalsgen.writers.docx.body.signatures import signatures
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.render import Layout


def body(document: Document, layout: Layout, around: Surroundings) -> list[Element]:
    """Return the elements of the body; contents and text each begin on a new page.

    Below a letterhead neither does: the contents stand there, and the text below them.
    """
    shown = marks(document)
    before = contents(document, shown, layout.pages, around)
    parts = [
        (own, section(own, following, around, shown.get(own.anchor)))
        for own, following in with_next(document)
    ]
    text = [element for _, elements in parts for element in elements]
    if document.signatures:
        last, elements = parts[-1] if parts else (None, [])
        for element in elements if last and metrics.leads_to_signatures(last) else ():
            keep_with_next([element])
        keep_with_next(text)
        text += signatures(document.signatures, around)
    if document.cover.form != "letterhead":
        for part in (before, text):
            start_new_page(part)
    elif before:
        put(before[0], "spacing", before=twips(_above_contents(around.profile.size)))
    return list(spaced([*before, *text], around, below=document.cover.form == "letterhead"))


def _above_contents(size: float) -> float:
    """Return the space between a letterhead and the contents below it."""
    return metrics.body(size).after + metrics.heading(1, size).before


def targets(document: Document) -> dict[str, str]:
    """Return the bookmark of every heading that something in `document` refers to."""
    lines = [line for own in sections(document) for line in _lines(own)]
    named = {leaf.anchor for line in lines for leaf in leaves(line) if isinstance(leaf, Reference)}
    headed = [own.anchor for own in sections(document) if own.heading]
    return {anchor: reference_mark(anchor) for anchor in headed if anchor in named}


def _lines(part: Section) -> Iterator[tuple[Inline, ...]]:
    yield part.heading
    for block in part.blocks:
        yield from runs(block)
