"""What `avtal.typ` is given: the document as JSON, every measure worked out.

A block is an object with a `kind` and, in `above`, the space before it in points. The
template puts all words in text nodes, so nothing in them can be taken for code.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, field
from itertools import count
from typing import assert_never

from avtalsgen.model import cover, metrics
from avtalsgen.model.marks import MarkedMove, is_marked, moves, settled
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Contents,
    Cover,
    Document,
    List,
    ListItem,
    Paragraph,
    Revision,
    Running,
    Section,
    Signatory,
    Signatures,
    Table,
    Text,
)
from avtalsgen.model.profile import Logo, Profile
from avtalsgen.model.walk import rows, runs, sections, with_next
from avtalsgen.records import dataclass
from avtalsgen.writers.pdf.inlines import LONGEST_WORD, Json, inlines, revised
from avtalsgen.writers.pdf.signers import placeholder
from avtalsgen.writers.seats import seats


@dataclass(frozen=True, slots=True)
class _MoveNotes:
    """Where moved text stood and stands, told once on each side of a move."""

    moves: Mapping[str, MarkedMove]
    told: set[Revision] = field(default_factory=set)

    def of(self, revision: Revision | None) -> list[Json] | None:
        if revision is None or revision in self.told or revision.move not in self.moves:
            return None
        self.told.add(revision)
        return _label(self.moves[revision.move].note(revision).replace("\u00a0", " "), _MARGIN)


_TALLEST_ROW = 20
"""A row of more lines than this may be split over pages, of which one holds some 45."""
_COVER_LABEL = 20
"""How many characters the label of a fact on the cover has room for."""
_SIGNATURE = 26
"""How many characters the column of one signatory has room for."""
_MARGIN = 13
"""How many characters a note in the margin has room for."""
_HALF_HEAD = 30
"""How many characters each side of the running head has room for."""


def to_json(document: Document, profile: Profile, fields: int = 0) -> str:
    """Return all that the template needs to set `document`, as JSON.

    The first `fields` signatories have a field to sign in. A redline is given with its marks on
    words, a `bar` at what has any, and a `note` of where moved text stood or stands.
    """
    document = settled(document)
    identity = document.identity
    data: dict[str, Json] = {
        "title": identity.title,
        "author": identity.author,
        "description": identity.subject,
        "keywords": list(identity.keywords),
        "organisation": profile.organisation,
        "draft": document.draft,
        **_style(profile),
        "running": _running(document.running),
        "cover": _cover(document.cover, profile),
        "contents": _contents(document.contents) if document.contents else None,
        "blocks": _flow(document, profile.size),
        "signatures": _signatures(document.signatures, fields),
        "anchors": [section.anchor for section in sections(document)],
        "unheaded": [each.anchor for each in sections(document) if not each.heading],
    }
    return json.dumps(data, ensure_ascii=False)


def _contents(contents: Contents) -> Json:
    return {"heading": contents.heading, "depth": contents.depth}


def _style(profile: Profile) -> dict[str, Json]:
    return {
        "font": profile.font,
        "colours": asdict(profile.colours),
        "ascent": metrics.ASCENT,
        "body": asdict(metrics.body(profile.size)),
        "headings": [asdict(metrics.heading(level, profile.size)) for level in (1, 2, 3)],
        "entries": [asdict(metrics.contents(level, profile.size)) for level in (1, 2)],
        "small": asdict(metrics.SMALL),
        "tables": {size: asdict(own) for size, own in metrics.SMALL_TABLES.items()},
        "below-head": metrics.BELOW_HEAD,
        "table-head": metrics.TABLE_HEAD_FILL,
        "page": {
            "head": metrics.HEAD_MM,
            "foot": metrics.FOOT_MM,
            "width": metrics.PAGE_WIDTH_MM,
            "height": metrics.PAGE_HEIGHT_MM,
            "side": metrics.MARGIN_SIDE_MM,
            "top": metrics.MARGIN_TOP_MM,
            "bottom": metrics.MARGIN_BOTTOM_MM,
        },
        "indents": {
            "heading": metrics.HEADING_INDENT_MM,
            "list": metrics.LIST_INDENT_MM,
            "cell": metrics.CELL_PADDING_MM,
            "close": metrics.CLOSE_PADDING_MM,
            "contents": metrics.CONTENTS_INDENT_MM,
        },
    }


def _cover(content: Cover, profile: Profile) -> Json:
    measures = cover.measures(content)
    return {
        "letterhead": content.form == "letterhead",
        "logo": _logo(profile.logo),
        "organisation": asdict(cover.ORGANISATION),
        "top": measures.top,
        "kicker": _label(content.kicker),
        "kicker-measure": asdict(measures.kicker),
        "title": inlines(content.title),
        "title-measure": asdict(measures.title),
        "subtitle": inlines(content.subtitle),
        "subtitle-measure": asdict(measures.subtitle),
        "accent": asdict(measures.accent),
        "accent-length": cover.ACCENT_LENGTH_MM,
        "accent-width": cover.ACCENT_WIDTH,
        "label-width": cover.LABEL_MM,
        "fact-gap": measures.fact_gap,
        "facts": [
            {
                "label": _label(row.label, _COVER_LABEL),
                "content": inlines(row.content),
            }
            for row in content.rows
        ],
        "foot": [line for line in (cover.address(profile), profile.footer) if line],
        "foot-gap": cover.FOOT_GAP,
    }


def _logo(logo: Logo | None) -> Json:
    if logo is None:
        return None
    return {
        "data": list(logo.picture.data),
        "alt": logo.alt,
        "height": logo.height,
        "width": logo.width,
        "gap": cover.LOGO_GAP_MM,
    }


def _running(running: Running) -> Json:
    return {
        "left": _label(running.left, _HALF_HEAD),
        "right": _label(running.right, _HALF_HEAD),
        "foot": _label(running.foot),
    }


def _label(characters: str, longest: int = LONGEST_WORD) -> list[Json]:
    return inlines((Text(characters),), longest) if characters else []


def _signatures(signatures: Signatures | None, fields: int) -> Json:
    if signatures is None:
        return None
    number = count()
    return {
        "form": signatures.form,
        "rows": [
            [_signatory(signatory, next(number), fields) for signatory in row]
            for row in seats(signatures.signatories)
        ],
    }


def _signatory(signatory: Signatory, number: int, fields: int) -> Json:
    return {
        "role": _label(signatory.role, _SIGNATURE),
        "organisation": inlines(signatory.organisation, _SIGNATURE),
        "lines": [_label(line, _SIGNATURE) for line in signatory.lines],
        "name": inlines(signatory.name, _SIGNATURE),
        "title": inlines(signatory.title, _SIGNATURE),
        "field": placeholder(number) if number < fields else None,
    }


def _flow(document: Document, size: float) -> list[Json]:
    """Return headings and blocks in reading order, the sections they stand in laid flat.

    A paragraph, a short list or a low table last before the signatures is held to them, on one
    page: nobody should sign a page that says nothing. So is all of a short section, with its
    heading, and a paragraph that leads in to a list or a table.
    """
    blocks = list(_blocks(document, size))
    if document.signatures and blocks:
        if blocks[-1]["kind"] == "paragraph":
            blocks[-1]["kind"] = "held"
        blocks[-1]["held"] = True
        last = document.sections and [*sections(document)][-1]
        if last and metrics.leads_to_signatures(last):
            for block in blocks[-len(last.blocks) :] if last.blocks else ():
                block["kind"] = "held"
    return [*blocks]


def _blocks(document: Document, size: float) -> Iterator[dict[str, Json]]:
    body, above = metrics.body(size), 0.0
    below_letterhead = document.cover.form == "letterhead"
    notes = _MoveNotes(moves(document))
    for place, (section, following) in enumerate(with_next(document)):
        if section.new_page and (place or below_letterhead):
            yield {"kind": "page", "above": 0.0}
        if section.heading:
            measure = metrics.heading(section.level, size)
            yield _heading(section, above + measure.before, notes)
            above = measure.after
        else:
            yield {"kind": "anchor", "above": above, "anchor": section.anchor}
            above = above or (body.after if below_letterhead else 0.0)
        for block, after in zip(section.blocks, following, strict=False):
            laid = _block(block, above, size, notes)
            if metrics.leads_in(block, after):
                laid["kind"] = "held"
            yield laid
            above = body.after


def _heading(section: Section, above: float, notes: _MoveNotes) -> dict[str, Json]:
    return {
        "kind": "heading",
        "above": above,
        "level": section.level,
        "number": section.number,
        "content": revised(section.heading, section.revision),
        "anchor": section.anchor,
        **_margin(section.heading, section.revision, notes),
    }


def _margin(content: Cell, revision: Revision | None, notes: _MoveNotes) -> dict[str, Json]:
    """Return what stands in the margin of running text: a bar, and where it moved."""
    bar = "moved" if revision else "changed" if is_marked(content) else None
    return {"bar": bar, "note": notes.of(revision)}


def _block(block: Block, above: float, size: float, notes: _MoveNotes) -> dict[str, Json]:
    match block:
        case Paragraph(content):
            words = revised(content, block.revision)
            margin = _margin(content, block.revision, notes)
            return {"kind": "paragraph", "above": above, "content": words, **margin}
        case List(items, ordered):
            return {
                "kind": "list",
                "above": above,
                "ordered": ordered,
                "letters": block.letters,
                "start": block.start,
                "whole": metrics.is_short(block),
                "spacing": metrics.item(size).after,
                "items": [_item(item, size, notes) for item in items],
                "with-next": _with_next(block),
            }
        case Table():
            return {"kind": "table", "above": above, **_table(block, notes)}
        case _ as unreachable:
            assert_never(unreachable)


def _with_next(content: List) -> list[Json]:
    """Return the places of the items that stand on the same page as the next one."""
    items = content.items
    return [
        place
        for place in sorted(metrics.held_items(len(items)))
        if metrics.fits_with_next(items[place], items[place + 1])
    ]


def _item(item: ListItem, size: float, notes: _MoveNotes) -> list[Json]:
    between = metrics.item(size).after
    return [
        _block(block, between if place else 0.0, size, notes)
        for place, block in enumerate(item.blocks)
    ]


def _table(table: Table, notes: _MoveNotes) -> dict[str, Json]:
    shares, rooms = metrics.column_shares(table), metrics.rooms(table)
    marks = [revision for _, revision in rows(table)]
    moved = next((mark for mark in marks if mark), None)
    whole = tuple(inline for run in runs(table) for inline in run)
    return {
        **_margin(whole, moved, notes),
        "shares": list(shares),
        "align": list(table.align or ("left",) * len(table.header)),
        "whole": metrics.is_kept_whole(table),
        "letters": table.letters,
        "header": _cells(table.header, rooms, table.revision),
        "rows": [
            {"breakable": _is_tall(row, shares), "cells": _cells(row, rooms, revision)}
            for row, revision in rows(table)
        ],
    }


def _cells(row: Iterable[Cell], rooms: Iterable[int], revision: Revision | None) -> list[Json]:
    """Return the cells of `row`, where a word wider than its column may be broken."""
    return [
        revised(cell, revision, max(1, min(room, LONGEST_WORD)))
        for cell, room in zip(row, rooms, strict=True)
    ]


def _is_tall(row: Iterable[Cell], shares: Iterable[float]) -> bool:
    """Return whether `row` is so tall that it may have to be split, going by its characters."""
    cells = zip(row, shares, strict=True)
    return any(metrics.cell_lines(cell, share) > _TALLEST_ROW for cell, share in cells)
