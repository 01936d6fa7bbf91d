"""Which lines are headings, of what depth, and with what number.

A style, a tag or a line of the contents says so outright. Else a number that counts on, bold or
large letters say it, of a line that reads as a name. Where the file says nothing of looks at
all, as in plain text, a name that stands alone above a text is taken for its heading.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from avtalsgen.model.nodes import Inline, Paragraph
from avtalsgen.readers.recognise.contents import ContentsEntry
from avtalsgen.readers.recognise.cutting import stripped, unweighted, without
from avtalsgen.readers.recognise.line import Line, content
from avtalsgen.readers.recognise.line_words import (
    is_capitals,
    is_figure,
    is_labelled,
    is_led_to,
    is_name,
    is_of_list,
    is_prose,
)
from avtalsgen.readers.recognise.numbers import (
    Path,
    follows,
    is_chapter,
    is_lettered,
    is_of_law,
    path,
    typed,
)
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold

_FEWEST_OF_LEAD = 6
"""Words of a sentence that a list ends, unless its last word leads on: `Den som köper ska`."""
_BELOW_AN_ANNEX = 2
"""Lines below the name of an annex: a heading of its own, and its text."""
LARGE = 1.12
"""Of letters that stand out, beside the text around: 12 points where that is 10,5."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without its number. `rank` is greater for one that stands further down."""

    number: str
    content: tuple[Inline, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class _HeadingName:
    """A line taken apart: the number before it, if any, and its words."""

    number: str
    words: str
    typed: bool

    @property
    def path(self) -> Path:
        return path(self.number)


def headings(
    lines: Sequence[Line],
    words: PageWords,
    entries: Sequence[ContentsEntry] = (),
    title: str = "",
) -> tuple[Heading | None, ...]:
    """Return what every line is as a heading, None for one that is none.

    `entries` are what the contents say, `title` what the cover is called: a line that only
    says the title again is no heading.
    """
    judge = _HeadingJudge(lines, words, entries, title)
    return tuple(judge.heading(at) for at in range(len(lines)))


def told(lines: Sequence[Line]) -> tuple[Heading | None, ...]:
    """Return what every line is as a heading, where the format tells them all and their numbers."""
    return tuple(
        Heading(line.number, content(line), line.level) if line.level else None for line in lines
    )


class _HeadingJudge:
    """Goes through the lines in order; what it has seen decides what may come next."""

    def __init__(
        self, lines: Sequence[Line], words: PageWords, entries: Sequence[ContentsEntry], title: str
    ) -> None:
        self._lines, self._page_words = lines, words
        self._listed = Counter((entry.number, entry.key) for entry in entries)
        self._levels = {(entry.number, entry.key): entry.level for entry in entries}
        self._title = fold(title)
        self._silent = not _tells_by_looks(lines, words)
        self._by_number = _numbers_differ_from_styles(lines)
        self._at: Path = ()
        self._rank = 0
        """Of the last heading with a number or a style."""
        self._chapter = 0
        """The rank of the last heading that has no sign of a paragraph."""
        self._sizes = _sizes(lines)
        self._above_law: dict[float, int] = {}
        """Ranks of headings without number right above a paragraph of a law, by their size."""
        self._ranks_by_size: dict[float, int] = {}
        """Of numbered headings in large letters: one without a number in such letters is alike."""

    def heading(self, place: int) -> Heading | None:
        """Return line number `place` as a heading."""
        line = self._lines[place]
        if not isinstance(line.block, Paragraph) or not (line.text.strip() or line.level):
            return None
        name = _name(line)
        if line.in_row or (not line.level and is_figure(line.text, self._page_words)):
            return None
        if line.level:
            return self._taken(line, name, self._styled_rank(line, name))
        if line.item and not line.item.ordered:
            return None
        if self._listed and is_name(name.words, self._page_words):
            key = (name.number, fold(name.words))
            if self._listed[key] > 0:
                self._listed[key] -= 1
                return self._taken(line, name, self._levels[key] or self._rank_of(name, line))
        if name.number and self._is_numbered_heading(place, name):
            return self._taken(line, name, self._numbered_rank(name))
        if not name.number and self._is_bare_heading(place, name):
            rank = 1 if self._is_of_all(name) else self._rank_of(name, line)
            if self._is_above_law(place):
                rank = self._above_law.setdefault(_rounded(line.size), rank)
            self._chapter = rank
            return Heading("", unweighted(content(line)), rank)
        return None

    def _numbered_rank(self, name: _HeadingName) -> int:
        """Return the rank that a number tells; paragraphs of a law stand below its chapters."""
        return len(name.path) + (self._chapter if is_of_law(name.number) else 0)

    def _taken(self, line: Line, name: _HeadingName, rank: int) -> Heading:
        if name.path:
            self._at = () if is_chapter(name.number) else name.path
        if not is_of_law(name.number):
            self._chapter = rank
            self._above_law.clear()
        self._rank = rank if name.number or line.level else self._rank
        if line.size >= LARGE and (name.number or line.level):
            self._ranks_by_size.setdefault(_rounded(line.size), rank)
        return Heading(name.number, _words(line, name), rank)

    def _styled_rank(self, line: Line, name: _HeadingName) -> int:
        return len(name.path) if name.path and self._by_number else line.level

    def _rank_of(self, name: _HeadingName, line: Line) -> int:
        """Return the rank of a heading that neither style nor contents tells it of."""
        if name.path:
            return len(name.path)
        if _rounded(line.size) in self._ranks_by_size:
            return self._ranks_by_size[_rounded(line.size)]
        return self._rank + 1 + self._sizes.get(_rounded(line.size), 0)

    def _is_of_all(self, name: _HeadingName) -> bool:
        """Return whether a heading is of no section, but of the whole document."""
        words = self._page_words
        return bool(words.above_signing.fullmatch(name.words) or words.annex.match(name.words))

    def _is_numbered_heading(self, place: int, name: _HeadingName) -> bool:
        line = self._lines[place]
        if is_of_law(name.number) and self._is_paragraph_of_law(place, name):
            return True
        if is_chapter(name.number):
            below = _next(self._lines, place)
            heads = below is not None and is_of_law(_name(below).number)
            named = is_name(name.words, self._page_words)
            return named and (heads or self._has_text_below(place, name))
        if not is_name(name.words, self._page_words) or not name.path:
            return False
        if stands_out(line):
            return follows(self._at, name.path) or self._has_text_below(place, name)
        counted = follows(self._at, name.path) and self._has_text_below(place, name)
        alone = not self._is_beside_items(place) or is_capitals(name.words)
        return counted and alone and (self._silent or len(name.path) > 1 or _is_plain(name))

    def _is_paragraph_of_law(self, place: int, name: _HeadingName) -> bool:
        """Return whether a number with its sign stands by itself, or before a name, above a text.

        The first may have any number: an excerpt begins anywhere.
        """
        below = _next(self._lines, place)
        counted = not self._at or follows(self._at, name.path) or is_lettered(name.number)
        named = not name.words or is_name(name.words, self._page_words)
        above_text = below is not None and (is_prose(below) or self._leads_to_items(place))
        return named and counted and above_text

    def _has_text_below(self, place: int, name: _HeadingName) -> bool:
        """Return whether prose, what leads to a list or a heading one step down comes next."""
        below = _next(self._lines, place)
        if below is None:
            return False
        under = _name(below)
        deeper = under.path[: len(name.path)] == name.path and len(under.path) > len(name.path)
        named = is_name(below.text, self._page_words) and not under.number
        return deeper or is_prose(below) or named or self._leads_to_items(place)

    def _is_beside_items(self, place: int) -> bool:
        """Return whether the line before or after has a number too, and is none of a heading's."""
        before, below = _before(self._lines, place), _next(self._lines, place)
        if below is not None and below.item is not None and below.item.value == 1:
            below = None  # of a list that stands under the heading
        if before is not None and is_figure(before.text, self._page_words):
            before = None  # 500 kronor, out of a table
        if _is_sentence(before) and (below is None or not _name(below).number):
            return False  # a name above a text, below a list of sentences
        numbered = [_name(line) for line in (before, below) if line is not None and not line.level]
        here = _name(self._lines[place])
        return any(
            each.number
            and len(each.path) == len(here.path)
            and _closing(each.number) == _closing(here.number)
            and not is_capitals(each.words)
            for each in numbered
        )

    def _is_bare_heading(self, place: int, name: _HeadingName) -> bool:
        line, below = self._lines[place], _next(self._lines, place)
        if (
            below is None
            or not is_name(name.words, self._page_words)
            or is_labelled(name.words, self._page_words)
        ):
            return False
        if fold(name.words) == self._title:
            return False
        if self._page_words.above_signing.fullmatch(name.words):
            return line.item is None
        led = self._leads_to_items(place)
        if self._is_above_a_part(place):
            return True
        if stands_out(line):
            sure = is_prose(below) or below.level > 0 or bool(_name(below).number) or led
            return sure or self._is_above_columns(place, below)
        if not self._silent or line.item is not None:
            return False
        if place == _first_said(self._lines) and self._is_above_a_number(place):
            return False  # the title of a document without a cover
        above_law = place > 0 and self._is_above_law(place)
        return above_law or led or (is_prose(below) and not is_led_to(below))

    def _is_above_law(self, line_place: int) -> bool:
        """Return whether the next line begins a paragraph of a law: a chapter stands above it."""
        below = _next(self._lines, line_place)
        return below is not None and is_of_law(_name(below).number)

    def _is_above_a_part(self, line_place: int) -> bool:
        """Return whether an annex begins, that has headings of its own: `Bilaga A`, `A.1 Tak`."""
        line = self._lines[line_place]
        after = [each for each in self._lines[line_place + 1 : line_place + 6] if each.text.strip()]
        annex = self._page_words.annexed.match(line.text.strip())
        if (
            annex is None
            or len(after) < _BELOW_AN_ANNEX
            or not is_name(after[0].text, self._page_words)
        ):
            return False
        counted = after[0].text.startswith((f"{annex['sign']}.", f"{annex['sign']}:"))
        return counted and is_prose(after[1])

    def _is_above_columns(self, line_place: int, below: Line) -> bool:
        """Return whether a line looks like one farther down that has prose below it.

        Above columns, or in large letters above words of no label, it is a heading then, and no
        part of a cover; but for the first line, which is the title.
        """
        line = self._lines[line_place]
        named = line.size >= LARGE and not (
            stands_out(below) or is_labelled(below.text, self._page_words)
        )
        return (
            (below.in_row or named)
            and line_place > _first_said(self._lines)
            and any(
                (other.bold, other.size) == (line.bold, line.size) and is_prose(under)
                for other, under in pairwise(
                    each for each in self._lines[line_place + 1 :] if not _is_empty(each)
                )
            )
        )

    def _is_above_a_number(self, line_place: int) -> bool:
        """Return whether the next line is a heading with a number."""
        below = next(
            at for at in range(line_place + 1, line_place + 4) if not _is_empty(self._lines[at])
        )
        name = _name(self._lines[below])
        return bool(name.number) and self._is_numbered_heading(below, name)

    def _leads_to_items(self, line_place: int) -> bool:
        """Return whether a sentence that a list ends comes next: `Den som köper ska` `- pröva`."""
        after = range(line_place + 1, min(line_place + 4, len(self._lines)))
        place = next((each for each in after if not _is_empty(self._lines[each])), None)
        if place is None:
            return False
        below, item = self._lines[place], _next(self._lines, place)
        words = below.text.split()
        last = words[-1].casefold() if words else ""
        told = last in self._page_words.leads_on or last.endswith(":")
        leads = len(words) >= _FEWEST_OF_LEAD or told
        sentence = leads and below.item is None and not stands_out(below)
        return sentence and item is not None and is_of_list(item)


def _closing(number: str) -> str:
    """Return the sign that a number ends with: `)` of `3)`, nothing of `3`."""
    return number[-1:] if number.endswith((".", ")")) else ""


def _is_sentence(line: Line | None) -> bool:
    """Return whether an item says a whole sentence."""
    return line is not None and line.item is not None and line.text.rstrip().endswith(".")


def _name(line: Line) -> _HeadingName:
    if line.number:
        return _HeadingName(line.number, line.text.strip(), typed=False)
    numbered = typed(line.text.strip())
    if numbered is None or not (numbered.rest or line.level or is_of_law(numbered.number)):
        return _HeadingName("", line.text.strip(), typed=False)
    return _HeadingName(numbered.number, numbered.rest, typed=True)


def _words(line: Line, name: _HeadingName) -> tuple[Inline, ...]:
    words = stripped(content(line))
    if name.typed:
        words = stripped(without(words, len(name.number)))
    return unweighted(words)


def _is_plain(name: _HeadingName) -> bool:
    """Return whether a number has no sign after it, as those of lists have."""
    return not name.number.endswith((".", ")"))


def stands_out(line: Line) -> bool:
    """Return whether a line is in bold or large letters."""
    return line.bold or line.size >= LARGE


def _tells_by_looks(lines: Sequence[Line], words: PageWords) -> bool:
    """Return whether the file shows its headings: one by style, or two in other letters."""
    if any(line.level for line in lines):
        return True
    shown = (line for line in lines if stands_out(line) and is_name(_name(line).words, words))
    return sum(1 for _ in shown) > 1


def _numbers_differ_from_styles(lines: Sequence[Line]) -> bool:
    """Return whether typed numbers and styles tell different depths; then the numbers are right."""
    named = ((_name(line), line.level) for line in lines if line.level)
    apart = {level - len(name.path) for name, level in named if name.typed and name.path}
    return len(apart) > 1


def _sizes(lines: Sequence[Line]) -> dict[float, int]:
    """Return how far down each size of letters stands, where nothing else tells headings apart."""
    if any(line.level or _name(line).number for line in lines if stands_out(line)):
        return {}
    sizes = {_rounded(line.size) for line in lines if stands_out(line)}
    return {size: place for place, size in enumerate(sorted(sizes, reverse=True))}


def _rounded(size: float) -> float:
    return round(size * 10) / 10


def _next(lines: Sequence[Line], place: int) -> Line | None:
    return next((line for line in lines[place + 1 : place + 4] if not _is_empty(line)), None)


def _before(lines: Sequence[Line], place: int) -> Line | None:
    return next(
        (line for line in reversed(lines[max(0, place - 3) : place]) if not _is_empty(line)), None
    )


def _first_said(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if not _is_empty(line)), -1)


def _is_empty(line: Line) -> bool:
    return isinstance(line.block, Paragraph) and not line.text.strip()
