"""A file of somebody else's as text in its structure: no office program is asked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.marks import in_words, settled
from avtalsgen.model.nodes import Aside, CoverRow, Document, Inline, Reference, Section, Text
from avtalsgen.model.walk import Mark, rewrite
from avtalsgen.pipeline.workspace.document_argument import open_document
from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.writers.html.blocks import write_block
from avtalsgen.writers.html.inline import running
from avtalsgen.writers.html.sections import write_section, write_signatures
from avtalsgen.writers.markup import Markup, block, element, escape, join

_OWN: Final = "d-"
"""Before the anchors of the text, so that they are none of the page that it is shown on."""
_BESIDE: Final = {
    "header": "Sidhuvud",
    "footer": "Sidfot",
    "footnote": "Fotnot",
    "endnote": "Slutnot",
    "textbox": "Textruta",
    "comment": "Kommentar",
}


@dataclass(frozen=True, slots=True)
class ShownText:
    """The text of a file as markup, with what could not be read of it."""

    title: str
    markup: Markup
    headings: tuple[tuple[str, str], ...]
    """Anchor and words of each chapter, to be led to."""
    problems: tuple[Problem, ...] = ()


def text_of_file(path: Path, root: Path) -> ShownText:
    """Return the text of a file, read as the workspace at `root` would read it.

    Raises:
        AvtalsgenError: why it cannot be read.
    """
    opened = open_document(path.parent, path.name, house_of(root).knowledge.page)
    return shown_text(opened.document, opened.problems)


def shown_text(document: Document, problems: tuple[Problem, ...] = ()) -> ShownText:
    """Return all of a document as markup: cover, sections, places to sign, what stands beside."""
    document = rewrite(in_words(settled(document)), section=_apart, inline=_led_apart)
    cover = document.cover
    lines = [running(line) for line in ((Text(cover.kicker),), cover.subtitle) if plain.text(line)]
    parts = [*(element("p", line) for line in lines), *_rows(cover.rows)]
    parts += map(write_section, document.sections)
    if document.signatures:
        parts.append(write_signatures(document.signatures))
    parts += (_aside(aside) for aside in document.asides)
    headings = tuple(
        (section.anchor, plain.heading(section)) for section in document.sections if section.heading
    )
    return ShownText(plain.text(cover.title), join(parts), headings, problems)


def _apart(section: Section, _: Mark) -> Section:
    return replace(section, anchor=f"{_OWN}{section.anchor}")


def _led_apart(inline: Inline, _: Mark) -> tuple[Inline, ...]:
    if isinstance(inline, Reference):
        return (replace(inline, anchor=f"{_OWN}{inline.anchor}"),)
    return (inline,)


def _rows(rows: tuple[CoverRow, ...]) -> Iterator[Markup]:
    if rows:
        told = (
            block("div", element("dt", escape(row.label)), element("dd", running(row.content)))
            for row in rows
        )
        yield block("dl", *told, class_="facts")


def _aside(aside: Aside) -> Markup:
    on = f" vid ”{aside.on}”" if aside.on else ""
    name = element("strong", escape(f"{_BESIDE[aside.part]} {aside.name}{on}"))
    return block("div", element("p", name), *map(write_block, aside.blocks), class_="beside")
