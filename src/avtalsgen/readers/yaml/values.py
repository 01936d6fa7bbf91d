"""A YAML tree as texts, lists and mappings, with paths into it.

A path is keys with points between them, as `tid.från`; a key may have points in it too.
"""

from collections.abc import Iterable, Mapping

from avtalsgen.readers.yaml.tree import Branch, Scalar, Sequence, Tree

Put = str | list["Put"] | dict[str, "Put"] | None
"""What may be put: a text, a list, a mapping, or nothing at all (a key without a value)."""


def plain(tree: Tree) -> Put:
    """Return a tree as texts, lists and mappings; nothing for an empty text."""
    match tree:
        case Scalar(text):
            return " ".join(text.split()) or None
        case Sequence(items):
            return [plain(item) for item in items]
        case Branch(entries):
            return {key: plain(below) for key, below in entries.items()}


def value_at(held: Put, path: str) -> Put:
    """Return what stands at a path of a tree of texts; nothing where nothing does."""
    rest = path.split(".")
    while rest and isinstance(held, Mapping):
        key, rest = longest(rest, held)
        held = held[key] if key else None
    return None if rest else held


def put_at(held: dict[str, Put], path: str, value: Put) -> None:
    """Put a value at a path of `held`, through mappings that are made where they are not there."""
    key, rest = longest(path.split("."), held)
    if not key:
        key, rest = rest[0], rest[1:]
    if not rest:
        held[key] = value
        return
    below = held.get(key)
    if not isinstance(below, dict):
        held[key] = below = {}
    put_at(below, ".".join(rest), value)


def longest(path: list[str], held: Iterable[str]) -> tuple[str, list[str]]:
    """Return the key that a path goes through, which may have points in it, and the rest."""
    keys = set(held)
    for end in range(len(path), 0, -1):
        key = ".".join(path[:end])
        if key in keys:
            return key, path[end:]
    return "", path


def without_nothing(value: Put) -> Put:
    """Return a value without the keys that have nothing, which say as much as keys not there."""
    if not isinstance(value, dict):
        return value
    said = {key: without_nothing(inner) for key, inner in value.items()}
    return {key: inner for key, inner in said.items() if inner not in (None, {})} or None
