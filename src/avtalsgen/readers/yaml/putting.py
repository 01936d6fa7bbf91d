"""A value put at a path of a YAML file: written, changed or taken away; all else is left as it is.

    the file      the path                    what is done
    key: old      leads to a value            the value is written anew on its line
    key:          leads to nothing            the value is written after the colon
    - item        leads to a list on lines    items that are alike keep their lines; others change
    {a: 1}        leads into braces           the value is written among them
    (no key)      leads on from a mapping     a key is put after the one that comes before it

What was written is read again and held against what was meant: a file that is laid out in a way
that is not known here is refused, never spoiled.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from difflib import SequenceMatcher

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.values import Put, longest, plain, put_at, value_at, without_nothing
from avtalsgen.readers.yaml.writing import flow, is_short, item_lines, lines_below, lines_of
from avtalsgen.records import dataclass
from avtalsgen.source import Origin


def put(text: str, file: str, values: Mapping[str, Put], order: Sequence[str] = ()) -> str:
    """Return `text`, which is what `file` holds, with each of `values` at its path.

    A path is keys with points between them, as `tid.från`. `order` is that of all paths there
    are: a new key stands after the nearest before it. `text` is one that `read_yaml` reads.

    Law: what is read at each path is its value, and at every other what was read before.

    Raises:
        AvtalsgenError: YA08 the file is laid out in a way that cannot be changed here.
    """
    places = {path: place for place, path in enumerate(order)}
    meant = plain(read_yaml(text, file)[0])
    assert isinstance(meant, dict)
    for path, value in values.items():
        if value_at(meant, path) == value:
            continue
        put_at(meant, path, value)
        try:
            text = _Putting(text, places).put(path, value)
        except (yaml.YAMLError, UnknownLayoutError):
            raise _refused(file, path) from None
    text = text if text.endswith("\n") else f"{text}\n"
    try:
        written = plain(read_yaml(text, file)[0])
    except AvtalsgenError:
        written = None
    if without_nothing(written) != without_nothing(meant):
        raise _refused(file, next(iter(values)))
    return text


def _refused(file: str, path: str) -> AvtalsgenError:
    message = f"svaret på {path} kan inte skrivas in i filen så som den är uppställd"
    hint = "skriv en nyckel på varje rad i filen, eller skriv svaret där för hand"
    return AvtalsgenError([Problem("YA08", message, origin=Origin(file, 1), hint=hint)])


class UnknownLayoutError(Exception):
    """The file is laid out in a way that is not known here."""


@dataclass
class _Edits:
    """Stretches of a text and what they become."""

    text: str
    made: list[tuple[int, int, str]] = field(default_factory=list)

    def done(self) -> str:
        text = self.text
        for start, end, written in sorted(self.made, reverse=True):
            text = text[:start] + written + text[end:]
        return text


class _Putting:
    """One value put in one text."""

    def __init__(self, text: str, places: Mapping[str, int]) -> None:
        self.text = text
        self.places = places
        self.edits = _Edits(text)
        self.root = yaml.compose(text, Loader=yaml.CBaseLoader)

    def put(self, path: str, value: Put) -> str:
        """Return the text with `value` at `path`."""
        node, prefix, rest = self.root, "", path.split(".")
        if node is None:
            return self.text + "".join(lines_of(rest, value, 0))
        while isinstance(node, MappingNode):
            keys = {key.value: (key, below) for key, below in node.value}
            key, after = longest(rest, keys)
            if not key:
                self._add(node, prefix, rest, value)
                return self.edits.done()
            key_node, below = keys[key]
            prefix = f"{prefix}.{key}" if prefix else key
            if not after or not isinstance(below, MappingNode):
                inner = _nested(after, value) if after else value
                self._replace(node, key_node, below, inner)
                return self.edits.done()
            node, rest = below, after
        raise UnknownLayoutError

    def _add(self, node: MappingNode, prefix: str, rest: list[str], value: Put) -> None:
        """Put a key that is not there into a mapping; without a value there is nothing to put."""
        if value is None:
            return
        before = self._before(node, prefix, rest)
        if node.flow_style:
            self._add_in_braces(node, before, rest, value)
            return
        column = node.value[0][0].start_mark.column
        lines = "".join(lines_of(rest, value, column))
        if before is None:
            start = node.value[0][0].start_mark.index - column
            self.edits.made.append((start, start, lines))
            return
        end = self._line_end(content_end(before[1], before[0]))
        apart = "\n" if column == 0 and _is_apart(self.text, end) else ""
        at_end = "" if self.text[end - 1 : end] == "\n" else "\n"
        self.edits.made.append((end, end, at_end + apart + lines))

    def _add_in_braces(
        self, node: MappingNode, before: tuple[Node, Node] | None, rest: list[str], value: Put
    ) -> None:
        written = f"{rest[0]}: {flow(_nested(rest[1:], value))}"
        if before is not None:
            end = content_end(before[1], before[0])
            if self.text[end : end + 1] == ":":
                end += 1
            self.edits.made.append((end, end, f", {written}"))
            return
        start = node.start_mark.index + 1
        self.edits.made.append((start, start, f"{written}{', ' if node.value else ''}"))

    def _before(self, node: MappingNode, prefix: str, rest: list[str]) -> tuple[Node, Node] | None:
        """Return the key of a mapping that a new one comes after: the nearest in the order."""
        placed = [
            (self._place(f"{prefix}.{key.value}" if prefix else key.value), (key, below))
            for key, below in node.value
        ]
        new = self._place(f"{prefix}.{rest[0]}" if prefix else rest[0])
        if new is None:
            return placed[-1][1] if placed else None
        earlier = [(place, pair) for place, pair in placed if place is not None and place <= new]
        return max(earlier, key=lambda each: each[0])[1] if earlier else None

    def _place(self, path: str) -> int | None:
        """Return where a path comes in the order; a branch where its first path does."""
        if path in self.places:
            return self.places[path]
        below = (place for other, place in self.places.items() if other.startswith(f"{path}."))
        return min(below, default=None)

    def _replace(self, parent: MappingNode, key: Node, old: Node, value: Put) -> None:
        """Write what stands at a key anew."""
        if value is None and parent.flow_style:
            self._take_out(parent, key)
        elif parent.flow_style:
            self._inline(key, old, flow(value))
        elif value is None:
            self._inline(key, old, "")
        elif isinstance(old, SequenceNode) and not old.flow_style and isinstance(value, list):
            self._items(key, old, value)
        elif isinstance(value, Mapping) and _keys(old) == list(value) and not old.flow_style:
            self._same_keys(old, value)
        elif _is_empty(old) and not is_short(value):
            self._inline(key, old, "")
            end = self._line_end(content_end(old, key))
            self.edits.made.append((end, end, "".join(lines_below(value, key.start_mark.column))))
        else:
            self._inline(key, old, flow(value))

    def _inline(self, key: Node, old: Node, written: str) -> None:
        """Write a value after its key; what stood on lines of its own goes."""
        colon = self.text.index(":", key.end_mark.index) + 1
        end = max(colon, content_end(old, key))
        start: int = old.start_mark.index
        if _is_empty(old):
            self.edits.made.append((colon, colon, written and f" {written}"))
        elif "\n" in self.text[colon:start]:
            below = self._line_end(colon)
            self.edits.made.append((colon, colon, written and f" {written}"))
            self.edits.made.append((below, self._line_end(end), ""))
        else:
            self.edits.made.append((start if written else colon, end, written))

    def _take_out(self, parent: MappingNode, key: Node) -> None:
        """Take a key and its value out of braces, with the comma that parts it from others."""
        pairs = parent.value
        place = next(n for n, (other, _) in enumerate(pairs) if other is key)
        if place + 1 < len(pairs):
            stretch = key.start_mark.index, pairs[place + 1][0].start_mark.index
        elif place:
            before, below = pairs[place - 1]
            start = content_end(below, before)
            stretch = (
                start + (self.text[start : start + 1] == ":"),
                self._last_end(key, pairs[-1][1]),
            )
        else:
            stretch = key.start_mark.index, self._last_end(key, pairs[-1][1])
        self.edits.made.append((*stretch, ""))

    def _last_end(self, key: Node, below: Node) -> int:
        end = content_end(below, key)
        return end + (_is_empty(below) and self.text[end : end + 1] == ":")

    def _items(self, key: Node, old: SequenceNode, value: list[Put]) -> None:
        """Write a list anew that stands on lines; an item that is alike keeps its line."""
        if not value:
            self._inline(key, old, "[]")
            return
        had = [_as_put(item) for item in old.value]
        spans = [self._item_lines(item) for item in old.value]
        column = old.start_mark.column
        matcher = SequenceMatcher(None, [repr(e) for e in had], [repr(e) for e in value], False)
        for act, first, last, new_first, new_last in matcher.get_opcodes():
            new = value[new_first:new_last]
            if act == "replace" and last - first == len(new):
                for item, span, inner in zip(
                    old.value[first:last], spans[first:last], new, strict=True
                ):
                    self._item(item, span, inner, column)
            elif act != "equal":
                start = spans[first][0] if first < len(spans) else spans[-1][1]
                end = spans[last - 1][1] if last > first else start
                lines = "".join(line for inner in new for line in item_lines(inner, column))
                at_end = "\n" if self.text[start - 1 : start] != "\n" else ""
                self.edits.made.append((start, end, at_end + lines))

    def _item(self, item: Node, span: tuple[int, int], value: Put, column: int) -> None:
        """Write one item anew: key by key where it has the same keys, so that notes are kept."""
        if isinstance(value, Mapping) and _keys(item) == list(value):
            self._same_keys(item, value)
        elif isinstance(item, ScalarNode) and not isinstance(value, Mapping) and item.value:
            self.edits.made.append((item.start_mark.index, content_end(item, item), flow(value)))
        else:
            self.edits.made.append((*span, "".join(item_lines(value, column))))

    def _same_keys(self, mapping: Node, value: Mapping[str, Put]) -> None:
        """Write anew what is another in a mapping that keeps its keys."""
        for key, below in mapping.value:
            if _as_put(below) != value[key.value]:
                self._replace(mapping, key, below, value[key.value])

    def _item_lines(self, item: Node) -> tuple[int, int]:
        dash = self.text.rindex("-", 0, item.start_mark.index)
        start = self.text.rfind("\n", 0, dash) + 1
        if self.text[start:dash].strip():
            raise UnknownLayoutError
        return start, self._line_end(content_end(item, item))

    def _line_end(self, index: int) -> int:
        """Return where the line of `index` ends, its line break counted in."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end + 1


def content_end(node: Node, key: Node) -> int:
    """Return where a value ends, comments after it left out; an empty one ends with its `key`."""
    if node.value and not getattr(node, "flow_style", None):
        if isinstance(node, MappingNode):
            last_key, last = node.value[-1]
            return content_end(last, last_key)
        if isinstance(node, SequenceNode):
            return content_end(node.value[-1], node.value[-1])
    if _is_empty(node):
        end: int = key.end_mark.index
        return end
    end = node.end_mark.index
    text = node.end_mark.buffer
    if text is None and isinstance(node, ScalarNode) and node.style in {"|", ">"}:
        return end - 1
    return end


def _keys(node: Node) -> list[str] | None:
    return [key.value for key, _ in node.value] if isinstance(node, MappingNode) else None


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value and not node.style


def _is_apart(text: str, index: int) -> bool:
    """Return whether a blank line stands at `index`, as between groups of keys."""
    end = text.find("\n", index)
    return end >= 0 and not text[index:end].strip()


def _as_put(node: Node) -> Put:
    """Return a node as `plain` has its tree."""
    if isinstance(node, MappingNode):
        return {key.value: _as_put(below) for key, below in node.value}
    if isinstance(node, SequenceNode):
        return [_as_put(item) for item in node.value]
    empty = node.value in {"~", "null"} and not node.style
    return None if empty else " ".join(node.value.split()) or None


def _nested(path: Sequence[str], value: Put) -> Put:
    for key in reversed(path):
        value = {key: value}
    return value
