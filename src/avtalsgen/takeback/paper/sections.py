"""The lines of a file as sections: by our bookmarks, by headings, and by what headings say."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Final

from avtalsgen.compare.align.likeness import words
from avtalsgen.ooxml.bookmarks import hidden_name
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.lines import PaperLine

MARK: Final = "_ag_"
COVER, EDGES, SIGNED, NOTES, LISTED = "omslag", "sidhuvud", "underskrift", "noter", "innehåll"
"""Parts outside the text, as sections of their own."""
SIGNED_ON = f"{SIGNED}.datum"
FILLED_IN = (SIGNED, SIGNED_ON)
"""What is filled in by hand where the parties sign, of which an uppdrag says nothing."""
_NUMBER: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*\.?|\(?[a-zåäö]\)|[•·–-])\s+")
_HALF: Final = 0.5
_SAME: Final = 0.7
_SHORT: Final = 90
"""The longest line in bold that may be a heading where no style says so."""
_MOST_RESTYLED: Final = 3
"""Headings that lost their styles, beyond which a program wrote them all anew."""


@dataclass(slots=True, eq=False)
class PaperSection:
    """A section: its heading and the lines below it, without those of the sections below."""

    heading: PaperLine | None
    level: int
    anchor: str = ""
    """Ours, where a bookmark or a heading told it."""
    foreign: str = ""
    """A bookmark of ours that is of no section of this document."""
    part: str = ""
    """One of the names above, for a part outside the text."""
    lines: list[PaperLine] = field(default_factory=list)
    unsure: str = ""

    @property
    def title(self) -> str:
        """Its heading, without its number."""
        return self.heading.words if self.heading else ""

    @property
    def every_line(self) -> list[PaperLine]:
        """Return its heading and its lines."""
        return [*([self.heading] if self.heading else []), *self.lines]


@dataclass(frozen=True, slots=True)
class SentHeadings:
    """What is known of the sections that were sent, by which those that came back are found."""

    by_mark: Mapping[str, PaperSection]
    titles: Counter[str]
    body: frozenset[str]
    items: frozenset[str]
    """The words of items and headings whose number Word counts."""
    order: Mapping[str, Sequence[bool]]
    """For words that stand both as a heading and as a line: which each is, in order."""
    cover: frozenset[str]
    bare: Mapping[str, PaperSection]
    """Sections without a heading, by their marks."""


def sent_headings(sections: Iterable[PaperSection]) -> SentHeadings:
    """Return what the sections that were sent tell of those that come back."""
    sections = list(sections)
    text = [section for section in sections if not section.part]
    by_mark = {hidden_name("ag", section.anchor): section for section in text if section.anchor}
    return SentHeadings(
        by_mark,
        Counter(section.title for section in text if section.heading),
        frozenset(line.words for section in text for line in section.lines),
        frozenset(
            line.words
            for section in text
            for line in section.every_line
            if line.is_item or line.number
        ),
        _order(each for each in sections if each.part in ("", COVER)),
        frozenset(line.words for each in sections if each.part == COVER for line in each.lines),
        {mark: section for mark, section in by_mark.items() if section.heading is None},
    )


def _order(sections: Iterable[PaperSection]) -> dict[str, list[bool]]:
    order: dict[str, list[bool]] = {}
    for section in sections:
        for line in section.every_line:
            order.setdefault(line.words, []).append(line is section.heading)
    return {words_: kinds for words_, kinds in order.items() if len(set(kinds)) > 1}


def sections(lines: Sequence[PaperLine], sent: SentHeadings | None) -> list[PaperSection]:
    """Return the sections of a file; `sent` is what is known of ours, None for ours itself."""
    return _Cutting(lines, sent).sections()


class _Cutting:
    def __init__(self, lines: Sequence[PaperLine], sent: SentHeadings | None) -> None:
        self.sent = sent
        self.body = [line for line in lines if line.part == "body"]
        self.lines = lines
        self.claimed: set[str] = set()
        self.met: Counter[str] = Counter()
        if sent:
            for line in self.body:
                _without_typed_number(line, sent)
        self.free_titles = self._free_titles()
        self.styled = any(line.level for line in self.body)
        self.every_mark = {mark for line in self.body for mark in line.marks}

    def sections(self) -> list[PaperSection]:
        cover = PaperSection(None, 1, part=COVER)
        made: list[PaperSection] = [cover]
        for line in self.body:
            section = self._begun(line)
            if section is None:
                made[-1].lines.append(line)
            else:
                made.append(section)
        self._restyled(made)
        for name, parts in _OUTSIDE.items():
            outside = [line for line in self.lines if line.part in parts]
            made.append(PaperSection(None, 1, part=name, lines=outside))
        return made

    def _free_titles(self) -> Counter[str]:
        """Return the headings of ours that no line has which its style or mark says is one."""
        if self.sent is None:
            return Counter()
        told = Counter(line.words for line in self.body if line.level)
        return self.sent.titles - told

    def _begun(self, line: PaperLine) -> PaperSection | None:
        """Return the section that begins with a line, if one does."""
        marks = [mark for mark in line.marks if mark.startswith(MARK)]
        if self.sent is None:
            if not marks:
                return None
            anchor = marks[-1].removeprefix(MARK).replace("_", "-")
            heading = line if line.level else None
            section = PaperSection(heading, line.level or 1, anchor)
            if heading is None:
                section.lines.append(line)
            return section
        return self._returned(line, marks, self.sent)

    def _returned(
        self, line: PaperLine, marks: Sequence[str], sent: SentHeadings
    ) -> PaperSection | None:
        """Return the section that begins with a line of theirs, if one does."""
        marked = next(filter(None, (self._marked(line, mark) for mark in reversed(marks))), None)
        if marked is not None:
            return marked
        if line.words in sent.cover and line.words not in sent.titles:
            return None
        foreign = next((m.removeprefix(MARK) for m in marks if m not in sent.by_mark), "")
        if line.level:
            if self._is_body(line, sent) and not foreign:
                line.restyled = True
                return None
            return PaperSection(line, line.level, foreign=foreign)
        return self._bare(line, sent) or self._unstyled(line, sent)

    def _marked(self, line: PaperLine, mark: str) -> PaperSection | None:
        """Return the section of ours whose bookmark stands in a line, if it can be believed."""
        sent = self.sent
        ours = sent.by_mark.get(mark) if sent else None
        if sent is None or ours is None or mark in self.claimed:
            return None
        if ours.heading is None:
            if line.level:
                return None
            self.claimed.add(mark)
            return PaperSection(None, ours.level, ours.anchor, lines=[line])
        if line.level and self._is_body(line, sent):
            return None
        if not line.level and not _is_like(line.words, ours.title):
            return None
        self.claimed.add(mark)
        if not line.level:
            self.free_titles[line.words] -= 1
        line.restyled = line.level != ours.level and not line.after_deleted
        return PaperSection(line, ours.level, ours.anchor)

    def _bare(self, line: PaperLine, sent: SentHeadings) -> PaperSection | None:
        """Return the section without a heading that begins with a line, its bookmark lost."""
        for mark, ours in sent.bare.items():
            lost = mark not in self.every_mark and mark not in self.claimed
            if lost and _is_same_text(line.words, ours.lines[0].words):
                self.claimed.add(mark)
                return PaperSection(None, ours.level, ours.anchor, lines=[line])
        return None

    def _unstyled(self, line: PaperLine, sent: SentHeadings) -> PaperSection | None:
        """Return the section that begins with a line whose style does not say so."""
        if self.free_titles[line.words] > 0 and self._may_head(line, sent):
            self.free_titles[line.words] -= 1
            line.restyled = True
            known = next(s for s in sent.by_mark.values() if s.title == line.words)
            return PaperSection(line, known.level)
        if not self.styled and sent.titles and _looks_like_a_heading(line):
            return PaperSection(line, 1, unsure="bara fet stil säger att det är en rubrik")
        return None

    def _may_head(self, line: PaperLine, sent: SentHeadings) -> bool:
        """Return whether a line with the words of a heading is one, and not the like of it."""
        if line.is_row or line.is_item:
            return False
        order = sent.order.get(line.words)
        if order is None:
            return True
        self.met[line.words] += 1
        place = self.met[line.words] - 1
        return place < len(order) and order[place]

    def _is_body(self, line: PaperLine, sent: SentHeadings) -> bool:
        return line.words in sent.body and line.words not in sent.titles

    def _restyled(self, made: Iterable[PaperSection]) -> None:
        """Let headings that all lost their styles be no change: a program wrote them anew."""
        lost = [section.heading for section in made if section.heading and section.heading.restyled]
        if len(lost) > _MOST_RESTYLED:
            for heading in lost:
                heading.restyled = False


_OUTSIDE: Final = {
    SIGNED: ("signature",),
    EDGES: ("header", "footer"),
    NOTES: ("footnote", "endnote", "textbox"),
    LISTED: ("contents",),
}


def _without_typed_number(line: PaperLine, sent: SentHeadings) -> None:
    """Take away the number that a program or a person typed where Word counted it."""
    if line.number or line.words in sent.body or line.words in sent.titles:
        return
    match = _NUMBER.match(line.words)
    if match is None:
        return
    rest = line.words[match.end() :]
    if rest in sent.items or (line.level and match[0].strip()[:1].isdigit()):
        line.fold = line.fold.cut(match.end())


def _is_same_text(first: str, second: str) -> bool:
    olds, news = Counter(words(first)), Counter(words(second))
    both = (olds & news).total()
    return first == second or 2 * both > _SAME * (olds.total() + news.total())


def _is_like(first: str, second: str) -> bool:
    if first == second:
        return True
    olds, news = Counter(words(first)), Counter(words(second))
    both = (olds & news).total()
    return both > 0 and 2 * both >= _HALF * (olds.total() + news.total()) and len(first) < _SHORT


def _looks_like_a_heading(line: PaperLine) -> bool:
    seen = [stretch for stretch in set(line.stretches) if stretch.text.strip()]
    bold = bool(seen) and all(stretch.look.bold for stretch in seen)
    return bold and len(line.words) <= _SHORT and not line.words.endswith(".") and not line.is_item
