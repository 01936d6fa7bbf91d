"""The whole document as JSON, for programs: everything the model knows, printed or not.

    {"schema": "avtalsgen.document/1",
     "identity": {"uppdrag", "edition", "type", "status", "title", "dnr", "date", "author",
                  "subject", "keywords": [text], "clauses": [provenance]},
     "cover": {"kicker", "title": [inline], "subtitle": [inline],
               "rows": [{"label", "content": [inline], "revision": revision | null}]},
     "sections": [{"anchor", "heading": [inline], "level", "number", "blocks": [block],
                   "sections": […], "provenance": provenance | null,
                   "origin": origin | null, "heading_origin": origin | null,
                  "revision": revision | null, "was": {"anchor", "number", "level"} | null}],
     "numbering": [text], "contents": {"heading", "depth"} | null,
     "signatures": {"form", "signatories": [{"party", "role", "organisation": [inline],
                    "lines": [text], "name": [inline], "title": [inline],
                    "revision": revision | null}]} | null,
     "running": {"left", "right", "foot"}, "draft": boolean,
     "asides": [{"part", "name", "blocks": [block], "revision": revision | null}]}

A block or an inline says what it is under `node`, and has the fields that it has in the
model (model/nodes.py), in that order:

    inline      text | strong | emphasis | link | line_break | value | reference | gap,
                and in a redline inserted | deleted
    block       paragraph | list | table
    item        {"blocks": [block], "revision": revision | null}, in the items of a list
    revision    {"kind": "inserted" | "deleted", "move"}, in a redline
    provenance  {"kind", "file", "clause", "edition", "sha256"}
    origin      {"file", "line", "column"}, line and column counted from 1

Field names are English, values as the document has them. A field that is added later does
not change the schema; one that is renamed, removed or given another meaning does.
"""

import json
import re
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import cast

from avtalsgen.model.nodes import (
    Deleted,
    Document,
    Emphasis,
    Gap,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.source import Origin
from avtalsgen.writers.render import Render

SCHEMA = "avtalsgen.document/1"

_NAMED = (
    *(Text, Strong, Emphasis, Link, LineBreak, Value, Reference, Gap, Inserted, Deleted),
    *(Paragraph, List, Table),
)
"""The nodes that stand where another could stand, and so must say what they are."""

SAID_WHEN_SO = {"letters": False, "mark": "", "new_page": False, "on": "", "start": 1}
"""Fields left out where they say no more than this: a hash of what is without stays the same."""

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def write_json(document: Document, render: Render) -> bytes:
    """Return `document` as indented UTF-8 JSON; nothing in `render` changes it."""
    return (json.dumps(_whole(document), ensure_ascii=False, indent=1) + "\n").encode()


def compact_json(document: Document) -> bytes:
    """Return the same on one line, which takes a tenth of the time: for a hash, not for people."""
    return json.dumps(_whole(document), ensure_ascii=False).encode()


def _whole(document: Document) -> dict[str, Json]:
    return {"schema": SCHEMA, **_fields(document)}


def _json(value: object) -> Json:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Origin():
            return value._asdict()
        case tuple():
            return [_json(part) for part in value]
        case _:
            return _fields(value)


def _fields(node: object) -> dict[str, Json]:
    """Return the fields of a node in the order of the model, its kind first."""
    kind, names = _shape(cast(Hashable, type(node)))
    named: dict[str, Json] = {"node": kind} if isinstance(node, _NAMED) else {}
    for name in names:
        value = getattr(node, name)
        if name not in SAID_WHEN_SO or value != SAID_WHEN_SO[name]:
            named[name] = _json(value)
    return named


@cache
def _shape(node: Hashable) -> tuple[str, tuple[str, ...]]:
    """Return what a kind of node is called, and its fields."""
    assert isinstance(node, type)
    assert is_dataclass(node)
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", node.__name__).lower()
    return kind, tuple(field.name for field in fields(node))
