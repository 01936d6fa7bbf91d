"""An item of a list in a YAML file moved past its neighbour; the notes above it go with it."""

from collections.abc import Sequence

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.yaml.putting import UnknownLayoutError, content_end
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.values import Put, plain
from avtalsgen.source import Origin


def swapped(text: str, file: str, path: Sequence[str | int], index: int) -> str:
    """Return `text`, which is what `file` holds, with an item and the one after it changed about.

    `path` leads to the list: keys, and numbers from 0 of items.

    Law: what is read has the two items in the other order, and is else the same.

    Raises:
        AvtalsgenError: YA08 the file is laid out in a way that cannot be changed here.
    """
    try:
        items = _list_at(yaml.compose(text, Loader=yaml.CBaseLoader), path)
        first, second = items.value[index], items.value[index + 1]
        if items.flow_style:
            spans = [(each.start_mark.index, content_end(each, each)) for each in (first, second)]
        else:
            starts = [_start(text, each) for each in (first, second)]
            end = text.find("\n", content_end(second, second)) + 1 or len(text)
            spans = [(starts[0], starts[1]), (starts[1], end)]
    except (yaml.YAMLError, UnknownLayoutError, LookupError, TypeError, AttributeError):
        raise _refused(file) from None
    (a, b), (c, d) = spans
    between = text[b:c]
    last = text[c:d] if text[c:d].endswith("\n") or items.flow_style else f"{text[c:d]}\n"
    made = text[:a] + last + between + text[a:b] + text[d:]
    meant = plain(read_yaml(text, file)[0])
    held = _held(meant, path)
    held[index], held[index + 1] = held[index + 1], held[index]
    if plain(read_yaml(made, file)[0]) != meant:
        raise _refused(file)
    return made


def _held(tree: Put, path: Sequence[str | int]) -> list[Put]:
    """Return the list at `path` of a tree that has one there."""
    for step in path:
        if isinstance(step, int):
            assert isinstance(tree, list)
            tree = tree[step]
        else:
            assert isinstance(tree, dict)
            tree = tree[step]
    assert isinstance(tree, list)
    return tree


def _refused(file: str) -> AvtalsgenError:
    message = "ordningen kan inte ändras i filen så som den är uppställd"
    hint = "skriv varje punkt på en egen rad i filen, eller flytta den där för hand"
    return AvtalsgenError([Problem("YA08", message, origin=Origin(file, 1), hint=hint)])


def _list_at(node: Node | None, path: Sequence[str | int]) -> SequenceNode:
    for step in path:
        if isinstance(step, int):
            node = node.value[step] if isinstance(node, SequenceNode) else None
        elif isinstance(node, MappingNode):
            node = next((below for key, below in node.value if key.value == step), None)
    if not isinstance(node, SequenceNode):
        raise UnknownLayoutError
    return node


def _start(text: str, item: Node) -> int:
    """Return where the lines of an item begin, with the notes right above it."""
    dash = text.rindex("-", 0, item.start_mark.index)
    start = text.rfind("\n", 0, dash) + 1
    if text[start:dash].strip():
        raise UnknownLayoutError
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].strip().startswith("#"):
            break
        start = above
    return start
