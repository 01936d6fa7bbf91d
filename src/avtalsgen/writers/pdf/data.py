"""What `avtal.typ` is given: the document as JSON, every measure worked out.

A block is an object with a `kind` and, in `above`, the space before it in points. Running
text is an array of strings and of `[kind, content, …]` arrays. The template puts all of it
in text nodes, so nothing in it can be taken for code.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import assert_never

from avtalsgen.model import metrics
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Cover,
    Document,
    Emphasis,
    Gap,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Section,
    Signatures,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.model.plain import text
from avtalsgen.model.profile import Profile
from avtalsgen.model.walk import sections

Json = str | float | bool | None | list["Json"] | dict[str, "Json"]

_DEEPEST = 9
"""How many levels have a measure of their own in the data; PDF has names for six (H1 to H6)."""
_LONGEST_WORD = 40
"""A word of more characters than this may be broken anywhere; a line holds some 80."""
_LONGEST_ROW = 1500
"""A row with a cell of more characters than this may be split over pages."""
_SCHEMES = ("https://", "http://", "mailto:")


def to_json(document: Document, profile: Profile) -> str:
    """Return all that the template needs to set `document`, as JSON."""
    identity = document.identity
    data: dict[str, Json] = {
        "title": identity.title,
        "author": identity.author,
        "description": identity.subject,
        "keywords": list(identity.keywords),
        "organisation": profile.organisation,
        "draft": document.draft,
        **_style(profile),
        "running": asdict(document.running),
        "cover": _cover(document.cover, profile),
        "contents": asdict(document.contents) if document.contents else None,
        "blocks": _flow(document, profile.size),
        "signatures": _signatures(document.signatures),
        "anchors": [section.anchor for section in sections(document)],
    }
    return json.dumps(data, ensure_ascii=False)


def _style(profile: Profile) -> dict[str, Json]:
    levels = range(1, _DEEPEST + 1)
    return {
        "font": profile.font,
        "colours": asdict(profile.colours),
        "ascent": metrics.ASCENT,
        "body": asdict(metrics.body(profile.size)),
        "headings": [asdict(metrics.heading(level, profile.size)) for level in levels],
        "entries": [asdict(metrics.contents(level, profile.size)) for level in levels],
        "page": {
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
            "contents": metrics.CONTENTS_INDENT_MM,
        },
    }


def _cover(cover: Cover, profile: Profile) -> Json:
    return {
        "kicker": cover.kicker,
        "title": _inlines(cover.title),
        "subtitle": _inlines(cover.subtitle),
        "rows": [{"label": row.label, "content": _inlines(row.content)} for row in cover.rows],
        "foot": [line for line in (*profile.address, profile.footer) if line],
    }


def _signatures(signatures: Signatures | None) -> Json:
    if signatures is None:
        return None
    return {
        "form": signatures.form,
        "signatories": [
            {
                "role": signatory.role,
                "organisation": _inlines(signatory.organisation),
                "lines": list(signatory.lines),
                "name": _inlines(signatory.name),
                "title": _inlines(signatory.title),
            }
            for signatory in signatures.signatories
        ],
    }


def _flow(document: Document, size: float) -> list[Json]:
    """Return headings and blocks in reading order, the sections they stand in laid flat.

    A paragraph last before the signatures stays on their page: nobody should sign a page
    that says nothing.
    """
    blocks = list(_blocks(document, size))
    if document.signatures and blocks and blocks[-1]["kind"] == "paragraph":
        blocks[-1]["kind"] = "closing"
    return [*blocks]


def _blocks(document: Document, size: float) -> Iterator[dict[str, Json]]:
    body, above = metrics.body(size), 0.0
    for section in sections(document):
        if section.heading:
            measure = metrics.heading(section.level, size)
            yield _heading(section, above + measure.before)
            above = measure.after
        else:
            yield {"kind": "anchor", "above": above, "anchor": section.anchor}
        for block in section.blocks:
            yield _block(block, above, size)
            above = body.after


def _heading(section: Section, above: float) -> dict[str, Json]:
    return {
        "kind": "heading",
        "above": above,
        "level": section.level,
        "number": section.number,
        "content": _inlines(section.heading),
        "anchor": section.anchor,
    }


def _block(block: Block, above: float, size: float) -> dict[str, Json]:
    match block:
        case Paragraph(content):
            return {"kind": "paragraph", "above": above, "content": _inlines(content)}
        case List(items, ordered):
            return {
                "kind": "list",
                "above": above,
                "ordered": ordered,
                "spacing": metrics.item(size).after,
                "items": [_item(item, size) for item in items],
            }
        case Table():
            return {"kind": "table", "above": above, **_table(block)}
        case _ as unreachable:
            assert_never(unreachable)


def _item(item: ListItem, size: float) -> list[Json]:
    between = metrics.item(size).after
    return [
        _block(block, between if place else 0.0, size) for place, block in enumerate(item.blocks)
    ]


def _table(table: Table) -> dict[str, Json]:
    return {
        "shares": list(metrics.column_shares(table)),
        "align": list(table.align or ("left",) * len(table.header)),
        "header": [_inlines(cell) for cell in table.header],
        "cells": [_cell(cell) for row in table.rows for cell in row],
    }


def _cell(cell: Cell) -> Json:
    return {"content": _inlines(cell), "long": len(text(cell)) > _LONGEST_ROW}


def _inlines(content: Iterable[Inline]) -> list[Json]:
    return [part for inline in content for part in _inline(inline)]


def _inline(inline: Inline) -> list[Json]:
    match inline:
        case Text(characters) | Value(characters):
            return _breakable(characters)
        case Gap(characters):
            return [["gap", _breakable(characters)]]
        case Strong(content):
            return [["strong", _inlines(content)]]
        case Emphasis(content):
            return [["emphasis", _inlines(content)]]
        case Link(content, address):
            if not address.lower().startswith(_SCHEMES):
                return _inlines(content)
            return [["link", _inlines(content), address]]
        case Reference():
            return [["reference", _breakable(inline.lead + inline.text), inline.anchor]]
        case LineBreak():
            return [["break", None]]
        case _ as unreachable:
            assert_never(unreachable)


def _breakable(characters: str) -> list[Json]:
    """Return `characters` with words that are wider than the page in pieces of one character."""
    if len(characters) <= _LONGEST_WORD:
        return [characters]
    parts: list[Json] = []
    for word in characters.split(" "):
        parts.append(["long", list(word)] if len(word) > _LONGEST_WORD else word)
        parts.append(" ")
    return _merged(parts[:-1])


def _merged(parts: list[Json]) -> list[Json]:
    merged: list[Json] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return merged
