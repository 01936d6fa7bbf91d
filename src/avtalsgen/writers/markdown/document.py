"""The whole document as Markdown: cover, headings with their numbers, places to sign."""

from collections.abc import Iterator

from avtalsgen.model.marks import in_words, settled
from avtalsgen.model.nodes import Cover, Document, Section, Signatory, Strong, Text
from avtalsgen.model.walk import sections
from avtalsgen.writers.markdown.blocks import paragraph, write_blocks
from avtalsgen.writers.markdown.escapes import escape, escape_hashes
from avtalsgen.writers.markdown.inline import running
from avtalsgen.writers.render import Render

DRAFT = "> **UTKAST**"
DOTTED = "." * 40
DEEPEST = 6
"""Markdown has no headings below `######`."""


def write_markdown(document: Document, render: Render) -> bytes:
    """Return `document` as UTF-8 CommonMark with pipe tables; nothing in `render` changes it."""
    told = in_words(settled(document))
    return ("\n\n".join(part for part in _parts(told) if part) + "\n").encode()


def _parts(document: Document) -> Iterator[str]:
    if document.draft:
        yield DRAFT
    yield from _cover(document.cover)
    for section in sections(document):
        yield _heading(section)
        yield from write_blocks(section.blocks)
    if document.signatures:
        for signatory in document.signatures.signatories:
            yield from _signatory(signatory)


def _cover(cover: Cover) -> Iterator[str]:
    yield _line(cover.kicker)
    yield "# " + escape_hashes(running(cover.title))
    yield paragraph(cover.subtitle)
    for row in cover.rows:
        yield f"{_strong(row.label)}\\\n{paragraph(row.content)}"


def _heading(section: Section) -> str:
    """Return the heading, one level below the title; a section without one has nothing here."""
    if not section.heading:
        return ""
    marks = "#" * min(section.level + 1, DEEPEST)
    number = f"{escape(section.number)} " if section.number else ""
    return f"{marks} {escape_hashes(number + running(section.heading))}"


def _signatory(signatory: Signatory) -> Iterator[str]:
    yield _strong(signatory.role)
    yield paragraph(signatory.organisation)
    for line in signatory.lines:
        yield f"{DOTTED}\\\n{_line(line)}"
    yield paragraph(signatory.name)
    yield paragraph(signatory.title)


def _line(text: str) -> str:
    return paragraph((Text(text),)) if text else ""


def _strong(text: str) -> str:
    return running((Strong((Text(text),)),))
