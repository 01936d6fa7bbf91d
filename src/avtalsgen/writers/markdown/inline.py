"""Running text as Markdown.

Strong is `**` and emphasis `_`, so that the two never run together. A reader takes a mark
for what we mean only if the characters around it allow it (CommonMark 0.31.2, 6.2, flanking
delimiter runs); where they do not, the character beside it is written by its number, which
begins and ends with punctuation: `ord**(x)**` is `or&#100;**(x)**`.

In a redline, words that came stand in `<ins>` and words that went in `<del>`: HTML that every
reader of Markdown shows as it should, and that says what it is where it is not read as HTML.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from avtalsgen.model.addresses import safe_address
from avtalsgen.model.nodes import (
    Deleted,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Strong,
    Text,
    Value,
)
from avtalsgen.records import dataclass
from avtalsgen.writers.markdown.escapes import as_entity, escape

STRONG = "**"
EMPHASIS = "_"
NEW_LINE = "\\\n"


@dataclass(frozen=True, slots=True)
class _MarkdownRun:
    """Characters of one look; a line break is a newline among them."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: Link | None = None
    mark: str = ""
    """The element of HTML round what came or went."""


def running(content: Iterable[Inline], new_line: str = NEW_LINE) -> str:
    """Return running text, without spaces at its ends; `new_line` is a line break in it."""
    runs = _trimmed(_bared(_merged(_runs(content, _MarkdownRun("")))))
    source = ""
    for link, linked in groupby(runs, lambda run: run.link):
        words = _marked(linked).replace("\n", new_line)
        if link is None:
            source += words
        else:
            # An exclamation mark before a link would make a picture of it.
            source = re.sub("!$", r"\\!", source) + f"[{words}](<{_address(link)}>)"
    return source


def _runs(content: Iterable[Inline], look: _MarkdownRun) -> Iterator[_MarkdownRun]:
    for inline in content:
        match inline:
            case Text(text) | Value(text) | Gap(text):
                yield replace(look, text=text)
            case Reference():
                yield replace(look, text=inline.lead + inline.text)
            case LineBreak():
                yield replace(look, text="\n")
            case Inserted(inner):
                yield from _runs(inner, replace(look, mark="ins"))
            case Deleted(inner):
                yield from _runs(inner, replace(look, mark="del"))
            case Strong(inner):
                yield from _runs(inner, replace(look, strong=True))
            case Emphasis(inner):
                yield from _runs(inner, replace(look, emphasis=True))
            case Link(inner, address):
                link = inline if safe_address(address) else None
                yield from _runs(inner, replace(look, link=link))
            case _ as unreachable:
                assert_never(unreachable)


def _merged(runs: Iterable[_MarkdownRun]) -> Iterator[_MarkdownRun]:
    """Yield `runs` with neighbours of the same look as one, single spaces in each."""
    for look, alike in groupby(runs, lambda run: replace(run, text="")):
        text = "".join(run.text for run in alike)
        yield replace(look, text=re.sub(" *\n *", "\n", re.sub("  +", " ", text)))


def _bared(runs: Iterable[_MarkdownRun]) -> Iterator[_MarkdownRun]:
    """Yield `runs` so that strong and emphasis neither begin nor end with white space."""
    for run in runs:
        words = run.text.strip()
        if not (run.strong or run.emphasis):
            yield run
        elif not words:
            yield _MarkdownRun(run.text, link=run.link, mark=run.mark)
        else:
            before, after = run.text.split(words, 1)
            yield _MarkdownRun(before, link=run.link, mark=run.mark)
            yield replace(run, text=words)
            yield _MarkdownRun(after, link=run.link, mark=run.mark)


def _trimmed(runs: Iterable[_MarkdownRun]) -> list[_MarkdownRun]:
    """Return `runs` without empty ones, and without white space at the ends.

    Readers differ on no-break spaces there, and a line break at the end is a backslash.
    """
    kept = [run for run in runs if run.text]
    while kept and kept[0].text.isspace():
        kept.pop(0)
    while kept and kept[-1].text.isspace():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _marked(runs: Iterable[_MarkdownRun]) -> str:
    """Return `runs` with elements round what came and went; a mark of Markdown is in one whole."""
    source = ""
    for mark, marked in groupby(runs, lambda run: run.mark):
        words = _source(tuple(marked))
        source += f"<{mark}>{words}</{mark}>" if mark else words
    return source


def _source(runs: tuple[_MarkdownRun, ...]) -> str:
    """Return `runs` with marks where the look changes, strong around emphasis."""
    parts: list[str] = []
    marks: list[tuple[int, bool]] = []
    for before, run in zip((_MarkdownRun(""), *runs), (*runs, _MarkdownRun("")), strict=True):
        for mark, opens in _marks(before, run):
            marks.append((len(parts), opens))
            parts.append(mark)
        parts.append(escape(run.text))
    for place, opens in marks:
        _make_room(parts, place, opens=opens)
    return "".join(parts)


def _marks(before: _MarkdownRun, after: _MarkdownRun) -> Iterator[tuple[str, bool]]:
    """Yield the marks between two runs, and whether each opens."""
    strong_changes = before.strong != after.strong
    if before.emphasis and (strong_changes or not after.emphasis):
        yield EMPHASIS, False
    if strong_changes:
        yield STRONG, after.strong
    if after.emphasis and (strong_changes or not before.emphasis):
        yield EMPHASIS, True


def _make_room(parts: list[str], place: int, *, opens: bool) -> None:
    """Write the character outside the mark at `place` by its number if it is in the way."""
    outside, inside = _last(parts[:place]), _first(parts[place + 1 :])
    if not opens:
        outside, inside = inside, outside
    if not outside or outside.isspace() or _is_mark(outside):
        return
    if parts[place] == EMPHASIS or _may_be_mark(inside):
        if opens:
            parts[place - 1] = parts[place - 1][:-1] + as_entity(outside)
        else:
            parts[place + 1] = as_entity(outside) + parts[place + 1][1:]


def _last(parts: list[str]) -> str:
    return "".join(parts)[-1:]


def _first(parts: list[str]) -> str:
    return "".join(parts)[:1]


def _is_mark(character: str) -> bool:
    """Return whether every reader takes `character` for punctuation."""
    return unicodedata.category(character)[0] == "P" or character in "$+<=>^`|~"


def _may_be_mark(character: str) -> bool:
    """Return whether some reader does: symbols are punctuation since CommonMark 0.31."""
    return unicodedata.category(character)[0] in "PS"


def _address(link: Link) -> str:
    return re.sub(r"&(?=#?\w+;)", r"\\&", safe_address(link.address) or "")
