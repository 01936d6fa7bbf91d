"""Running text for `avtal.typ`: an array of strings and of `[kind, content, …]` arrays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from avtalsgen.model.addresses import safe_address
from avtalsgen.model.marks import is_marked
from avtalsgen.model.nodes import (
    Deleted,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Revision,
    Strong,
    Text,
    Value,
)
from avtalsgen.model.plain import text
from avtalsgen.model.walk import leaves
from avtalsgen.swedish.together import units_of, unparted

Json = str | float | bool | None | list["Json"] | dict[str, "Json"]

LONGEST_WORD = 40
"""A word of more characters than this may be parted in running text: half a line of it."""
LONGEST_HYPHENATED = 160
"""One of more than this is no word, and is broken anywhere: two lines."""
NARROWEST = 6
"""Characters of a column in which a syllable and its hyphen have room."""
_WORD = re.compile(r"[^\W\d_]+(?:[-–/][^\W\d_]*)*[.,;:)]?")
"""Letters, and the signs that join or end words."""
_AS_THEY_ARE = 1.25
"""As many more letters as usual a column holds beside those that it holds if all are wide."""
_CONSONANTS = re.compile(r"[^\W\d_aeiouyåäöéü]{6}|[aeiouyåäöéü]{4}", re.IGNORECASE)
"""So many, of them or of vowels, that no syllable ends within them."""

_STEPS = re.compile(r"[^/]*/+|[^/]+")
"""What an address is made of; a line ends after a slash."""

_LETTERS = ("long", "hyphenated", "kept")
"""Kinds whose content is no inline but characters."""


def inlines(content: tuple[Inline, ...], longest: int = LONGEST_WORD) -> list[Json]:
    """Return `content` for the template.

    A word of more than `longest` characters may be hyphenated, and what is no word be broken
    between any two of them, so that it never runs out of its column; it may be made of several
    inlines. An interval such as 2024–2026 and a number such as 2019-755
    are never parted. An address that may not be a link
    makes none.
    """
    return _inlines(content, _pieces(content, longest))


def revised(
    content: tuple[Inline, ...], revision: Revision | None, longest: int = LONGEST_WORD
) -> list[Json]:
    """Return `content` for the template, set apart as a whole if it moved."""
    words = inlines(content, longest)
    if revision is None or not words:
        return words
    return [["left" if revision.kind == "deleted" else "arrived", _unlined(words)]]


def _unlined(words: list[Json]) -> list[Json]:
    """Return `words` with no line under links: a mark has a line, and PDF/UA-1 allows but one."""
    return [_unlined_part(part) if isinstance(part, list) else part for part in words]


def _unlined_part(part: list[Json]) -> Json:
    kind, content, *to = part
    within = _unlined(content) if isinstance(content, list) and kind not in _LETTERS else content
    return ["unlined-link" if kind == "link" else kind, within, *to]


def _inlines(content: Iterable[Inline], pieces: Iterator[list[Json]]) -> list[Json]:
    return [part for inline in content for part in _inline(inline, pieces)]


def _inline(inline: Inline, pieces: Iterator[list[Json]]) -> list[Json]:
    """Return `inline`, where the next of `pieces` are the words of its leaves."""
    match inline:
        case Text() | Value():
            return next(pieces)
        case LineBreak():
            next(pieces)
            return [["break", None]]
        case Gap():
            return [["gap", next(pieces)]]
        case Reference():
            return [["reference", next(pieces), inline.anchor]]
        case Strong(content):
            return [["strong", _inlines(content, pieces)]]
        case Emphasis(content):
            return [["emphasis", _inlines(content, pieces)]]
        case Inserted(content) | Deleted(content):
            kind = "inserted" if isinstance(inline, Inserted) else "deleted"
            return [[kind, _unlined(_inlines(content, pieces))]]
        case Link(content, address):
            words = _inlines(content, pieces)
            safe = safe_address(address)
            kind = "unlined-link" if is_marked(content) else "link"
            return [[kind, words, safe]] if safe else words
        case _ as unreachable:
            assert_never(unreachable)


def _pieces(content: tuple[Inline, ...], longest: int) -> Iterator[list[Json]]:
    """Yield the characters of each leaf of `content`, the part of a long word set apart."""
    kinds = dict[int, str]()
    characters = text(content)
    for kind, words in (
        ("kept", unparted(characters)),
        ("long", re.finditer(rf"[^ \n]{{{longest + 1},}}", characters)),
    ):
        for word in words:
            how = _parted(word[0], longest) if kind == "long" else kind
            kinds.update(dict.fromkeys(range(*word.span()), how))
    position = 0
    for leaf in leaves(content):
        characters = text((leaf,))
        if not kinds:  # nearly always
            yield [characters] if characters else []
            continue
        places = range(position, position + len(characters))
        yield _set_apart(characters, [kinds.get(place, "") for place in places], longest)
        position += len(characters)


def _parted(word: str, longest: int) -> str:
    """Return how a word of more than `longest` characters is parted.

    By syllables, if it is a word and the column has room for them; not at all if it is so little
    longer that only wide letters have no room, since the engine hyphenates what it may.
    """
    fits = longest >= NARROWEST and len(word) <= LONGEST_HYPHENATED
    if not fits or not _WORD.fullmatch(word) or _CONSONANTS.search(word):
        return "long"
    return "hyphenated" if len(word) > longest * _AS_THEY_ARE else ""


def _set_apart(characters: str, kinds: list[str], longest: int) -> list[Json]:
    pieces: list[Json] = []
    for kind, group in groupby(zip(characters, kinds, strict=True), key=lambda pair: pair[1]):
        piece = [character for character, _ in group]
        if kind == "long":
            pieces.append([kind, [*_between_breaks("".join(piece), longest)]])
        else:
            pieces.append([kind, "".join(piece)] if kind else "".join(piece))
    return pieces


def _between_breaks(words: str, longest: int) -> Sequence[str]:
    """Return the parts of too long a word between which a line may end.

    They are units, or what lies between the slashes of an address, or else characters.
    """
    units = units_of(words)
    if all(len(unit.rstrip("\u00a0")) <= longest for unit in units):
        return units
    steps: list[str] = _STEPS.findall(words)
    return [part for step in steps for part in ((step,) if len(step) <= longest else step)]
