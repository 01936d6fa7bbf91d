"""A document as a piece of another page, in which a value leads to where it was answered."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from avtalsgen.model import walk
from avtalsgen.model.marks import in_words, settled
from avtalsgen.model.nodes import Cover, Document, Gap, Inline, Reference, Section
from avtalsgen.writers.html.inline import running
from avtalsgen.writers.html.sections import write_section, write_signatures
from avtalsgen.writers.markup import NOTHING, Markup, block, element, escape, join, lines

ANCHOR: Final = "s-"
"""What the anchors of sections begin with, so that the page round them has others."""
MISSING, UNKNOWN = "[svar saknas]", "[vet inte än]"
"""What stands for a fact that nobody has said, and for one that is not known."""
_VALUE: Final = re.compile(
    r"""
    <span (?P<gap>[ ]class="gap")?        # as inline.py writes a value or a gap
    [ ]data-path="(?P<path>[^"]*)"
    [^>]*> (?P<text>[^<]*) </span>
    """,
    re.VERBOSE,
)


def write_fragment(document: Document, leads_to: Callable[[str], str], level: int) -> Markup:
    """Return cover, sections and signatures, without styles; headings begin at `level`.

    `leads_to` says by the path of a value the address where it is answered; a value without one
    is words.
    """
    document = _within(in_words(settled(document)), level)
    signatures = document.signatures
    whole = lines(
        _cover(document.cover, level) if document.cover.title else NOTHING,
        *map(write_section, document.sections),
        write_signatures(signatures) if signatures else NOTHING,
    )
    return Markup(_VALUE.sub(lambda match: _link(match, leads_to), whole))


def _within(document: Document, level: int) -> Document:
    """Return a document with the anchors and the levels that it has in another page."""

    def inline(node: Inline, _mark: object) -> tuple[Inline, ...]:
        match node:
            case Reference(anchor):
                return (replace(node, anchor=f"{ANCHOR}{anchor}"),)
            case Gap():
                return (replace(node, text=MISSING if node.reason == "saknas" else UNKNOWN),)
            case _:
                return (node,)

    def section(node: Section, _mark: object) -> Section:
        return replace(node, anchor=f"{ANCHOR}{node.anchor}", level=node.level + level - 1)

    return walk.rewrite(document, inline=inline, section=section)


def _cover(cover: Cover, level: int) -> Markup:
    rows = (
        element("div", element("dt", escape(row.label)), element("dd", running(row.content)))
        for row in cover.rows
    )
    return block(
        "div",
        element("p", escape(cover.kicker), class_="kicker") if cover.kicker else NOTHING,
        element(f"h{level}", running(cover.title)),
        element("p", running(cover.subtitle)) if cover.subtitle else NOTHING,
        element("dl", join(rows), class_="facts") if cover.rows else NOTHING,
        class_="cover",
    )


def _link(match: re.Match[str], leads_to: Callable[[str], str]) -> str:
    address = leads_to(match["path"])
    kind = "v gap" if match["gap"] else "v"
    if not address:
        return element("span", Markup(match["text"]), class_="gap" if match["gap"] else None)
    return element("a", Markup(match["text"]), class_=kind, href=address)
