"""JSON holds all of the document: no node and no field is left out."""

import dataclasses
import json
import typing
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from hypothesis import given
from tests.battery import BATTERY
from tests.redline_battery import REDLINE
from tests.strategies import documents

from avtalsgen.model import nodes
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.source import Origin
from avtalsgen.writers.json import SAID_WHEN_SO, SCHEMA, write_json
from avtalsgen.writers.render import Render

RENDER = Render(Profile("Provkommunen"))
KINDS = {
    "text": nodes.Text,
    "strong": nodes.Strong,
    "emphasis": nodes.Emphasis,
    "link": nodes.Link,
    "line_break": nodes.LineBreak,
    "value": nodes.Value,
    "reference": nodes.Reference,
    "gap": nodes.Gap,
    "inserted": nodes.Inserted,
    "deleted": nodes.Deleted,
    "paragraph": nodes.Paragraph,
    "list": nodes.List,
    "table": nodes.Table,
}


def read_back(value: Any, expected: Any) -> Any:
    """Return the node that `value` is the JSON of, by the type its field has in the model."""
    if isinstance(value, dict) and "node" in value:
        expected = KINDS[value.pop("node")]
    if isinstance(value, dict):
        if not is_record(expected):
            (expected,) = (part for part in typing.get_args(expected) if is_record(part))
        hints = typing.get_type_hints(expected, vars(nodes))
        names = (
            list(hints) if expected is Origin else [f.name for f in dataclasses.fields(expected)]
        )
        assert list(value) == [name for name in names if name in value or name not in SAID_WHEN_SO]
        return expected(**{name: read_back(part, hints[name]) for name, part in value.items()})
    if isinstance(value, list):
        inner = [part for part in typing.get_args(expected) if part is not Ellipsis]
        return tuple(read_back(part, inner[0]) for part in value)
    return value


def is_record(kind: Any) -> bool:
    """Return whether the JSON of a kind has its fields by name."""
    return is_dataclass(kind) or kind is Origin


@given(documents())
def test_the_document_can_be_built_again_from_it(document: Document) -> None:
    written = json.loads(write_json(document, RENDER))
    assert written.pop("schema") == SCHEMA
    again = read_back(written, Document)
    assert again == document
    assert list(origins(again)) == list(origins(document))


def origins(node: Any) -> Iterator[Any]:
    """Yield every place and provenance below `node`, which equality leaves out."""
    if isinstance(node, Origin | nodes.Provenance):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from origins(part)
    elif is_dataclass(node):
        for field in dataclasses.fields(node):
            yield from origins(getattr(node, field.name))


@given(documents())
def test_equal_documents_give_equal_bytes(document: Document) -> None:
    assert write_json(document, RENDER) == write_json(document, RENDER)


def test_every_kind_of_node_is_in_the_battery() -> None:
    unions = (nodes.Inline, nodes.Block)
    assert {kind for union in unions for kind in typing.get_args(union)} == set(KINDS.values())
    written = (write_json(BATTERY, RENDER) + write_json(REDLINE.document, RENDER)).decode()
    assert all(f'"node": "{kind}"' in written for kind in KINDS)


def test_a_redline_can_be_built_again_from_it() -> None:
    written = json.loads(write_json(REDLINE.document, RENDER))
    assert written.pop("schema") == SCHEMA
    assert read_back(written, Document) == REDLINE.document
