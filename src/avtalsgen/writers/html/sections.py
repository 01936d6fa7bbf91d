"""Headed parts, the contents that lead to them, and where the parties sign."""

from collections.abc import Iterator

from avtalsgen.model import plain
from avtalsgen.model.marks import is_marked
from avtalsgen.model.nodes import Contents, Document, Provenance, Section, Signatory, Signatures
from avtalsgen.writers.html.blocks import moved, write_block
from avtalsgen.writers.html.inline import place, running
from avtalsgen.writers.markup import Markup, block, element, escape, join
from avtalsgen.writers.seats import seats

DEEPEST = 6
"""HTML has headings down to `h6`; below that, `aria-level` says the level."""


def write_section(section: Section) -> Markup:
    """Return `section` with all below it, found by its anchor, with the text it is made of."""
    made_of = section.provenance
    return block(
        "section",
        *_heading(section),
        *map(write_block, section.blocks),
        *map(write_section, section.sections),
        id=section.anchor,
        class_="page" if section.new_page else None,
        data_kind=made_of.kind if made_of else None,
        data_clause=_clause(made_of),
        data_origin=place(section.origin),
    )


def write_contents(document: Document, contents: Contents) -> Markup:
    """Return the contents as a list of links, down to the deepest level it shows."""
    return block(
        "nav",
        element("h2", escape(contents.heading), id="_contents"),
        *_entries(document.sections, contents.depth),
        aria_labelledby="_contents",
    )


def write_signatures(signatures: Signatures) -> Markup:
    """Return the places to sign; a ruled line stands over its label."""
    return block(
        "section",
        *(
            _signatory(signatory, below=bool(line) and not seat)
            for line, row in enumerate(seats(signatures.signatories))
            for seat, signatory in enumerate(row)
        ),
        class_="signatures",
        aria_label="Underskrifter",
    )


def _clause(made_of: Provenance | None) -> str | None:
    return f"{made_of.clause}@{made_of.edition}" if made_of and made_of.clause else None


def _heading(section: Section) -> Iterator[Markup]:
    if not section.heading:
        return
    level = section.level + 1
    yield element(
        f"h{min(level, DEEPEST)}",
        _numbered(section.number, running(section.heading)),
        aria_level=str(level) if level > DEEPEST else None,
        class_=moved(section.revision),
    )


def _numbered(number: str, words: Markup) -> Markup:
    if not number:
        return words
    return join((element("span", escape(number), class_="number"), words), escape(" "))


def _entries(sections: tuple[Section, ...], depth: int) -> Iterator[Markup]:
    shown = [section for section in sections if section.heading and section.level <= depth]
    if shown:
        # VoiceOver takes a list without bullets for no list, if it has no role.
        yield block("ol", *(_entry(section, depth) for section in shown), role="list")


def _entry(section: Section, depth: int) -> Markup:
    marked = is_marked(section.heading)
    heading = running(section.heading) if marked else escape(plain.text(section.heading))
    words = _numbered(section.number, heading)
    link = element("a", words, href=f"#{section.anchor}")
    below = tuple(_entries(section.sections, depth))
    return block("li", link, *below) if below else element("li", link)


def _signatory(signatory: Signatory, *, below: bool) -> Markup:
    """Return the place where one signs, first in a row `below` others or beside the one before."""
    return block(
        "div",
        element("p", escape(signatory.role), class_="role"),
        element("p", running(signatory.organisation), class_="organisation"),
        *(element("p", escape(line), class_="line") for line in signatory.lines),
        *(element("p", running(part)) for part in (signatory.name, signatory.title) if part),
        class_="signatory below" if below else "signatory",
    )
