"""Trees out of libyaml's events: forty times the speed of a parser written in Python.

Only what both parsers read alike is read here. Anything else, a fault among it, is left to
the one that words our problems (`nodes.py`), so that every place, code and hint comes from
one of them, and no tree depends on which of them read it.
"""

import re
from collections.abc import Callable
from typing import Final

from yaml.cyaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from avtalsgen.model.deceptive import unfit
from avtalsgen.readers.yaml.tree import DEPTH, NOTHING, Branch, Scalar, Sequence, Tree
from avtalsgen.source import Origin

_new: Final = tuple.__new__

_UNLIKE_CHARACTERS: Final = "\t\r\x85\u2028\u2029\ufeff"
"""A tab, what ends a line in YAML 1.1 alone, a byte order mark that does not begin the file."""

_UNLIKE: Final = (
    ("?", re.compile(r"(?<![^\s,\[{-])\?(?=\s|\Z)")),  # a key with its question mark
    (" \n", re.compile(r"\n[ ]+\n")),  # a line of blanks, which a block scalar may begin with
    ("---", re.compile(r"^---", re.MULTILINE)),  # more documents than one
    ("...", re.compile(r"^\.\.\.", re.MULTILINE)),
    ("%", re.compile(r"^%", re.MULTILINE)),  # a directive
    ("#", re.compile(r"[|>][-+0-9]*\#")),  # a comment that touches the head of a block scalar
)
"""Where libyaml 0.2 (YAML 1.1) and ruamel (1.2) have been seen to read something, and not the same,
each with what has to be in the text for it. `tests/readers/yaml/test_two_parsers.py` found them,
and holds that there is nothing else."""


def _may_differ(text: str) -> bool:
    if any(character in text for character in _UNLIKE_CHARACTERS):
        return True
    return any(part in text and pattern.search(text) for part, pattern in _UNLIKE)


def tree_of(text: str, file: str, first_line: int) -> Branch | None:
    """Return the mapping that `text` holds; nothing where the two parsers may differ.

    `text` is NFC and begins on `first_line` of `file`.
    """
    if _may_differ(text):
        return None
    try:
        return _EventBuilding(text, file, first_line).mapping()
    except (_UnlikeError, YAMLError, ValueError, OverflowError):
        return None


class _UnlikeError(Exception):
    """The text is one that `nodes.py` has something to say of."""


class _EventBuilding:
    """One run through the events of a text."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self._next: Callable[[], Event] = CParser(text).get_event
        self._file = file
        self._line = first_line
        self._unended = len(text) if not text.endswith("\n") else len(text) + 1
        self._escapes = "\\" in text or unfit(text) is not None

    def mapping(self) -> Branch:
        self._next()  # the start of the stream
        if not isinstance(self._next(), DocumentStartEvent):
            raise _UnlikeError
        event = self._next()
        if not isinstance(event, MappingStartEvent):
            raise _UnlikeError
        branch = self._branch(event, 0)
        if not isinstance(self._next(), DocumentEndEvent):
            raise _UnlikeError
        if not isinstance(self._next(), StreamEndEvent):
            raise _UnlikeError
        return branch

    def _origin(self, event: Event) -> Origin:
        mark = event.start_mark  # made as a tuple, which takes half the time: every word has one
        return _new(Origin, (self._file, mark.line + self._line, mark.column + 1))

    def _tree(self, event: Event, depth: int) -> Tree:
        kind = event.__class__
        if kind is ScalarEvent:
            return _new(Scalar, (self._text(event), self._origin(event)))
        if kind is MappingStartEvent:
            return self._branch(event, depth)
        if kind is SequenceStartEvent:
            return self._sequence(event, depth)
        raise _UnlikeError  # an alias

    def _text(self, event: Event) -> str:
        value: str = event.value
        if event.anchor is not None or event.tag is not None or event.implicit == (False, False):
            raise _UnlikeError
        if self._escapes and unfit(value) is not None:
            raise _UnlikeError
        return "" if value in NOTHING and not event.style else value

    def _sequence(self, start: Event, depth: int) -> Sequence:
        if depth > DEPTH or start.anchor is not None or not start.implicit:
            raise _UnlikeError
        items = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            if start.flow_style and _is_empty(event):
                raise _UnlikeError
            items.append(self._tree(event, depth + 1))
        return Sequence(tuple(items), self._origin(start))

    def _branch(self, start: Event, depth: int) -> Branch:
        if depth > DEPTH or start.anchor is not None or not start.implicit:
            raise _UnlikeError
        entries: dict[str, Tree] = {}
        keys: dict[str, Origin] = {}
        next_, text_of, origin_of, tree_of = self._next, self._text, self._origin, self._tree
        event = next_()
        while event.__class__ is not MappingEndEvent:
            if event.__class__ is not ScalarEvent or not (event.value or event.style):
                raise _UnlikeError
            key = text_of(event)
            if key in entries:
                raise _UnlikeError
            keys[key] = origin_of(event)
            event = next_()
            if event.__class__ is not ScalarEvent or event.value or event.style:
                entries[key] = tree_of(event, depth + 1)
                event = next_()
                continue
            if start.flow_style or text_of(event):
                raise _UnlikeError
            event = next_()  # nothing at all stands where the next thing does
            if event.start_mark.index >= self._unended:
                raise _UnlikeError
            entries[key] = Scalar("", self._origin(event))
        return Branch(entries, keys, self._origin(start))


def _is_empty(event: Event) -> bool:
    return event.__class__ is ScalarEvent and not event.value and not event.style
