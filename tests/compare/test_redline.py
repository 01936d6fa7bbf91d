"""A redline gives back either version, and marks nothing that did not change."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from hypothesis import given, settings
from tests.compare.edits import versions
from tests.strategies import documents

from avtalsgen.compare.redline import accept, redline, reject
from avtalsgen.compare.resolve import whole_document
from avtalsgen.compare.runs import runs
from avtalsgen.model.nodes import (
    Deleted,
    Document,
    Gap,
    Inserted,
    Revision,
    Text,
    Value,
    Was,
)

SLOW = settings(max_examples=50, deadline=None)


def _as_printed(node: object) -> object:
    """Return a node with its facts as the words that they are printed as."""
    if isinstance(node, Value | Gap):
        return Text(node.text)
    if isinstance(node, tuple):
        return tuple(map(_as_printed, node))
    if is_dataclass(node) and not isinstance(node, type):
        return replace(
            node,  # type: ignore[type-var]
            **{each.name: _as_printed(getattr(node, each.name)) for each in fields(node)},
        )
    return node


def _printed(document: Document) -> Document:
    printed = _as_printed(document)
    assert isinstance(printed, Document)
    return whole_document(printed)


def _nodes(node: object) -> Iterator[object]:
    yield node
    if isinstance(node, tuple):
        for each in node:
            yield from _nodes(each)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _nodes(getattr(node, field.name))


def _holds(old: Document, new: Document) -> None:
    marked = redline(old, new)
    assert accept(marked) == whole_document(new)
    assert _printed(reject(marked)) == _printed(old)
    moves = {"inserted": set[str](), "deleted": set[str]()}
    for node in _nodes(marked.document):
        if isinstance(node, Revision) and node.move:
            moves[node.kind].add(node.move)
        if isinstance(node, Inserted | Deleted):
            assert not any(isinstance(one, Inserted | Deleted) for one in _nodes(node.content))
            assert list(runs(node.content))
    assert moves["inserted"] == moves["deleted"]


@SLOW
@given(versions())
def test_either_version_comes_back_after_edits(both: tuple[Document, Document]) -> None:
    _holds(*both)
    _holds(*reversed(both))


@SLOW
@given(documents(depth=2), documents(depth=2))
def test_either_version_comes_back_of_any_two(old: Document, new: Document) -> None:
    _holds(old, new)


@SLOW
@given(documents())
def test_a_document_against_itself_has_no_mark(document: Document) -> None:
    marked = redline(document, document)
    marks = [
        node
        for node in _nodes(marked.document)
        if isinstance(node, Inserted | Deleted | Revision | Was)
    ]
    assert marks == []
    assert accept(marked) == reject(marked) == whole_document(document)
