"""Values in a YAML file written anew; every other character is left as it is."""

from collections.abc import Iterator, Mapping

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from avtalsgen.source import Origin


def replaced(text: str, file: str, values: Mapping[Origin, str]) -> str:
    """Return the text of `file` with the value at each place in `values` written as told.

    A place in another file is of no concern here. What is given is put in as YAML, quotes and
    all. `text` is one that `read_yaml` reads, and the places are those that it gave. Comments,
    order and layout stay.
    """
    here = {origin: written for origin, written in values.items() if origin.file == file}
    if not here:
        return text
    new = {(origin.line, origin.column): written for origin, written in here.items()}
    spans = [
        (node.start_mark.index, _end(text, node), new[place])
        for node in _values(YAML(typ="safe", pure=True).compose(text))
        if (place := (node.start_mark.line + 1, node.start_mark.column + 1)) in new
    ]
    for start, end, written in sorted(spans, reverse=True):
        text = text[:start] + written + text[end:]
    return text


def _values(node: Node | None) -> Iterator[Node]:
    """Yield the values that are no lists; a mapping before those in it."""
    match node:
        case MappingNode():
            yield node
            for _, value in node.value:
                yield from _values(value)
        case ScalarNode() | None:
            if node is not None:
                yield node
        case _:
            for item in node.value:
                yield from _values(item)


def _end(text: str, node: Node) -> int:
    """Return where a value ends; that of a mapping on lines of its own is told too late."""
    end: int = node.end_mark.index
    while end > node.start_mark.index and text[end - 1].isspace():
        end -= 1
    return end


def quoted(text: str) -> str:
    """Return YAML that is read as `text`, in the plainest form that is safe anywhere."""
    plain = text[:1].isalpha() and all(c.isalnum() or c in " .@–-/" for c in text)
    if plain and text.strip() == text and text not in {"null", "true", "false"}:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
