"""Sections: the headings of a document and what stands below each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import field

from avtalsgen.model import plain
from avtalsgen.model.nodes import Inline, Revision, Section
from avtalsgen.readers.recognise.headings import Heading
from avtalsgen.readers.recognise.line import Line, revision
from avtalsgen.readers.recognise.line_words import is_closing
from avtalsgen.readers.recognise.lists import blocks
from avtalsgen.readers.recognise.marking import of_section
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold

_DEEPEST = 50
"""Sections within sections; a file may say that a heading is of any level."""
CLOSING = "avslutning"
OPENING = "inledande-text"
_ANNEXES = "bilagor"
_MOST_LAST_WORDS = 4
"""Paragraphs that the last words are, as a rule one."""


@dataclass(slots=True)
class _OpenSection:
    """A section that is still being read."""

    rank: int
    heading: tuple[Inline, ...]
    number: str = ""
    anchor: str = ""
    revision: Revision | None = None
    lines: list[Line] = field(default_factory=list)
    below: list["_OpenSection"] = field(default_factory=list)


def outline(
    lines: Sequence[Line],
    headings: Sequence[Heading | None],
    words: PageWords,
    signed_at: int | None = None,
) -> tuple[Section, ...]:
    """Return the sections that `lines` are, where `headings` tells which ones begin one.

    Where the parties sign before line `signed_at`, a paragraph about copies that stands just
    above is a section of its own, without heading.
    """
    root = _OpenSection(0, ())
    path = [root]
    closing = -1 if signed_at is None else _closing(lines[:signed_at], headings, words)
    for place, (line, heading) in enumerate(zip(lines, headings, strict=True)):
        if place == closing and not (heading or line.anchor):
            _enter(path, _OpenSection(1, (), anchor=CLOSING))
        elif heading:
            _enter(path, _headed(heading, line))
            continue
        elif line.anchor:
            _enter(path, _OpenSection(line.depth or 1, (), anchor=line.anchor))
        elif len(path) == 1 and (line.text.strip() or not line.text):
            _enter(path, _OpenSection(1, (), anchor=OPENING))
        path[-1].lines.append(line)
    taken = Counter[str](each for each in _anchors(root) if each)
    return tuple(_section(below, 1, taken) for below in root.below)


def _headed(heading: Heading, line: Line) -> _OpenSection:
    number, anchor = heading.number, line.anchor
    lists_annexes = not (number or line.level) and fold(line.text) == _ANNEXES
    rank = 1 if lists_annexes else heading.rank
    return _OpenSection(rank, heading.content, number, anchor, revision(line))


def _closing(lines: Sequence[Line], headings: Sequence[Heading | None], words: PageWords) -> int:
    """Return where the last words begin, before a list of annexes if there is one; -1 if none.

    Those that are all that stands below a heading have it, and need no section of their own.
    """
    end = len(lines)
    heads = (place for place in range(end - 1, -1, -1) if headings[place])
    last = next(heads, -1)
    if last >= 0 and fold(lines[last].text) == _ANNEXES:
        end = last
    last_closing = -1
    said = 0
    for place in range(end - 1, -1, -1):
        if headings[place] or said == _MOST_LAST_WORDS:
            break
        said += bool(lines[place].text.strip())
        last_closing = place if is_closing(lines[place].text, words) else last_closing
    before = range(last_closing - 1, -1, -1)
    above = next((headings[place] for place in before if lines[place].text.strip()), None)
    return -1 if above else last_closing


def _enter(path: list[_OpenSection], section: _OpenSection) -> None:
    while path[-1].rank >= section.rank or len(path) > _DEEPEST:
        path.pop()
    path[-1].below.append(section)
    path.append(section)


def _anchors(root: _OpenSection) -> list[str]:
    return [root.anchor, *(anchor for below in root.below for anchor in _anchors(below))]


def _section(read: _OpenSection, level: int, taken: Counter[str]) -> Section:
    anchor = _unique(read.anchor or fold(plain.text(read.heading) or read.number), read, taken)
    section = Section(
        anchor=anchor,
        heading=read.heading,
        level=level,
        number=read.number,
        blocks=tuple(blocks(read.lines)),
        sections=tuple(_section(below, level + 1, taken) for below in read.below),
    )
    return of_section(section, read.revision)


def _unique(anchor: str, read: _OpenSection, taken: Counter[str]) -> str:
    """Return `anchor`, with a number if another section before has it."""
    if read.anchor and taken[anchor] == 1:
        return anchor
    taken[anchor] += 1
    if taken[anchor] == 1:
        return anchor
    again = taken[anchor]
    while taken[f"{anchor}-{again}"]:
        again += 1
    taken[f"{anchor}-{again}"] += 1
    return f"{anchor}-{again}"
