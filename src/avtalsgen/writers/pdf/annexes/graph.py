"""The objects of a PDF as a graph: every dictionary in it, and the trees of numbers and names."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object, Stream

DEEPEST = 5000
"""Steps from the root; the library follows them by recursion when it copies."""
MOST_OBJECTS = 500_000


class TangledError(Exception):
    """Raised when a file is nested deeper, or has more objects, than any that people make."""


def dictionaries(root: Object) -> Iterator[Object]:
    """Yield each dictionary and stream that is reached from `root`, once, `root` first.

    Raises:
        TangledError: there are too many, or one is too deep.
    """
    seen: set[tuple[int, int]] = set()
    yield root
    trail = [_values(root)]
    total = 0
    while trail:
        value = next(trail[-1], None)
        if value is None:
            trail.pop()
            continue
        if value.is_indirect:
            if value.objgen in seen:
                continue
            seen.add(value.objgen)
        total += 1
        if len(trail) >= DEEPEST or total > MOST_OBJECTS:
            raise TangledError
        if not isinstance(value, Array):
            yield value
        trail.append(_values(value))


def pairs(tree: Object, leaf: str) -> Iterator[tuple[Object, Object]]:
    """Yield the keys and values of a name or number tree (ISO 32000-1, 7.9.6 and 7.9.7).

    `leaf` is `/Names` or `/Nums`.
    """
    waiting = [tree]
    seen: set[tuple[int, int]] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        pairs = items(node.get(leaf))
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        waiting.extend(reversed(items(node.get("/Kids"))))


def items(value: Object | None) -> list[Object]:
    """Return the items of an array, the value itself if it is no array, nothing for none."""
    if value is None:
        return []
    return list(value.as_list()) if isinstance(value, Array) else [value]


def fields(value: Object) -> Iterator[tuple[str, Object]]:
    """Yield the keys of a dictionary or stream with what they hold."""
    yield from (value.stream_dict if isinstance(value, Stream) else value).items()


def _values(value: Object) -> Iterator[Object]:
    held = items(value) if isinstance(value, Array) else [each for _, each in fields(value)]
    return (each for each in held if isinstance(each, Array | Dictionary | Stream))
