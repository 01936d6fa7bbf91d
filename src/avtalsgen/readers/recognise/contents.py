"""The table of contents: where it stands, and what it says of the headings that follow."""

import re
from collections.abc import Sequence

from avtalsgen.model.nodes import Contents
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.numbers import typed
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold

_WITHIN = 200
"""How many lines into a document its contents may begin, and how many it may have."""
_LONGEST_HEAD = 25
"""Signs of the line above them: no more are folded."""
_PAGED = re.compile(
    r"""
    (?P<heading>\S.*?)
    (?:
        [ ]*\t\s*                   # a tab
        | \s*(?:[.…·_]\s?){3,}\s*   # a row of dots
        | \s{2,}                    # much room
    )
    (?P<page>\d{1,4})$
    """,
    re.VERBOSE,
)
_GLUED = re.compile(r"(?P<heading>\S.*[^\W\d_])(?P<page>\d{1,3})$")
"""A line whose heading ends just where its page number begins, as a PDF may have it."""
_LEADER = re.compile(r"[\s.…·_]*(?:\t\s*[–-]?)?$")


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents. `level` is 0 where neither style nor number tells it."""

    number: str
    heading: str
    level: int

    @property
    def key(self) -> str:
        """What a heading in the text is known by."""
        return fold(self.heading)


@dataclass(frozen=True, slots=True)
class ContentsLines:
    """The lines `start` up to `end`, and what they are."""

    start: int
    end: int
    contents: Contents
    entries: tuple[ContentsEntry, ...]


def find(lines: Sequence[Line], words: PageWords) -> ContentsLines | None:
    """Return the contents of a document, if it has any.

    Its lines are told by their style or, below a line that says ”Innehåll”, by the page
    numbers that they end in or, without such, by the first of them coming back as a heading.
    """
    marked = [place for place, line in enumerate(lines) if line.part == "contents"]
    if marked:
        end = marked[-1] + 1
        while end < len(lines) and _is_glued(lines, end):
            end += 1
        return _marked(lines, words, marked[0], end)
    for place, line in enumerate(lines[:_WITHIN]):
        if _is_head(line, words):
            end = _end(lines, place + 1)
            if end > place + 1:
                return _found(lines, place, place + 1, end)
    return None


def _marked(lines: Sequence[Line], words: PageWords, start: int, end: int) -> ContentsLines:
    headed = start > 0 and (
        _is_head(lines[start - 1], words) or lines[start - 1].part == "contents-heading"
    )
    return _found(lines, start - 1 if headed else start, start, end)


def _is_head(line: Line, words: PageWords) -> bool:
    return bool(line.text) and len(line.text) < _LONGEST_HEAD and fold(line.text) in words.contents


def _end(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and (_is_paged(lines, end) or (end > start and _is_glued(lines, end))):
        end += 1
    if end > start or start >= len(lines):
        return end
    first = _entry(lines[start]).key
    for place in range(start + 1, min(len(lines), start + _WITHIN)):
        if lines[place].text and _entry(lines[place]).key == first:
            return place
    return start


def _is_paged(lines: Sequence[Line], place: int) -> bool:
    return bool(_PAGED.match(lines[place].text.strip()))


def _is_glued(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line ends in a page number without room, and its heading comes back."""
    key = _entry(lines[place]).key
    glued = not _is_paged(lines, place) and _GLUED.match(lines[place].text.strip())
    return bool(glued) and any(_entry(line).key == key for line in lines[place + 1 :])


def _found(lines: Sequence[Line], start: int, first: int, end: int) -> ContentsLines:
    heading = lines[start].text.strip() if first > start else ""
    entries = tuple(_entry(line) for line in lines[first:end] if line.text.strip())
    told = max((line.depth for line in lines[start:end]), default=0)
    depth = told or max((entry.level for entry in _levelled(entries)), default=1)
    printed = tuple(line.text for line in lines[first:end])
    return ContentsLines(start, end, Contents(heading, depth, printed), entries)


def _levelled(entries: Sequence[ContentsEntry]) -> tuple[ContentsEntry, ...]:
    """Return `entries`, one without a level a step below the numbered one before it."""
    level, result = 0, []
    for entry in entries:
        if entry.number:
            level = entry.level
        result.append(
            entry if entry.level else ContentsEntry(entry.number, entry.heading, level + 1)
        )
    return tuple(result)


def _entry(line: Line) -> ContentsEntry:
    text = line.text.strip()
    paged = _PAGED.match(text) or _GLUED.match(text)
    words = paged["heading"] if paged else text
    number = typed(words)
    heading = number.rest if number and number.rest else words
    level = line.level or (len(number.path) if number and number.rest else 0)
    printed = line.number or (number.number if number and number.rest else "")
    return ContentsEntry(printed, _LEADER.sub("", heading).strip(), level)
