"""What a document says, in a form that a Word file can carry.

A Word file has no place for which fact a word is, and two lists with bullets right after one
another are one list to anybody who sees them.
"""

from collections.abc import Sequence
from itertools import groupby

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import (
    Block,
    Contents,
    Document,
    List,
    Paragraph,
    Section,
    Signatory,
    Table,
)

Said = tuple[object, ...]


def said(document: Document) -> dict[str, object]:
    """Return all that a document says, part by part."""
    signed = document.signatures.signatories if document.signatures else ()
    return {
        "cover": _cover(document),
        "contents": _contents(document),
        "sections": tuple(map(_section, document.sections)),
        "signatures": tuple(map(_signatory, signed)),
        "running": document.running,
        "draft": document.draft,
        "asides": document.asides,
    }


def blocks(content: Sequence[Block]) -> Said:
    """Return what blocks say, lists of one kind on end as one."""
    result: list[object] = []
    for key, group in groupby(content, lambda own: isinstance(own, List) and not own.ordered):
        if key:
            items = [item for own in group if isinstance(own, List) for item in own.items]
            result.append(("•", tuple(blocks(item.blocks) for item in items)))
        else:
            result.extend(map(_block, group))
    return tuple(result)


def _contents(document: Document) -> Contents | None:
    """Return the contents if they have anything to show; else they are not written."""
    told = document.contents
    levels = [own.level for own in walk.sections(document) if own.heading]
    return told if told and any(level <= told.depth for level in levels) else None


def _cover(document: Document) -> Said:
    cover = document.cover
    rows = tuple((_words(row.label), _words(plain.text(row.content))) for row in cover.rows)
    return cover.kicker, _words(plain.text(cover.title)), _words(plain.text(cover.subtitle)), rows


def _section(section: Section) -> Said:
    return (
        section.anchor,
        section.number,
        section.level,
        _words(plain.text(section.heading)),
        blocks(section.blocks),
        tuple(map(_section, section.sections)),
    )


def _block(block: Block) -> Said:
    match block:
        case Paragraph(content):
            return ("¶", _words(plain.text(content)))
        case List(items):
            return ("1.", tuple(blocks(item.blocks) for item in items))
        case Table(header, rows, align):
            cells = tuple(
                tuple(_words(plain.text(cell)) for cell in row) for row in (header, *rows)
            )
            sides = align if "right" in align else ()
            return ("▦", cells, sides)


def _signatory(own: Signatory) -> Said:
    rest = [*own.name, *own.title]
    return own.role, _words(plain.text(own.organisation)), own.lines, _words(plain.text(rest))


def _words(text: str) -> str:
    return " ".join(text.split())
