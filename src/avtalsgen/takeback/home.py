"""What is to stand in the document when a file has come home: section by section."""

from collections.abc import Iterator, Mapping, Sequence

from avtalsgen.model.trace import PLACES
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.records import dataclass
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.facts.sorting import EditSorter
from avtalsgen.takeback.holes import HoleWriter
from avtalsgen.takeback.paper.answering import Answers, answers
from avtalsgen.takeback.paper.beside import LineSide, differing, moved, side
from avtalsgen.takeback.paper.lines import PaperLine, PaperSpan, accepted, paper
from avtalsgen.takeback.paper.sections import NOTES, PaperSection, sections
from avtalsgen.takeback.paper.sent import Sent
from avtalsgen.uppdrag.changes import KEY

ListOrder = tuple[str, tuple[int, ...]]
"""A list of facts, and the numbers that its items had, in the order in which they are to stand."""


@dataclass(frozen=True, slots=True)
class HomeSection:
    """A section as it is to be; what is None stays as it is."""

    anchor: str
    """Ours; empty for a new one."""
    level: int
    heading: str | None = None
    text: str | None = None
    words: str = ""
    """What it is to say, in its normal form."""
    notes: int = 0
    """How many footnotes and boxes have become paragraphs in it."""
    broken: int = 0
    """How many references in it led to what is gone, and are words now."""
    lists: tuple[ListOrder, ...] = ()
    """Lists of facts whose items stand in another order in it."""


def come_home(
    sent: Sent,
    target: Sheet,
    book: FactBook,
    sorter: EditSorter,
    was: Mapping[str, frozenset[str]],
) -> tuple[HomeSection, ...]:
    """Return the sections of the document as `target`, with all its changes accepted, has them.

    `was` is how facts were printed in the file before it was edited: a sum that the program works
    out of an accepted amount is another in `sent`, and nobody changed it in the file.
    """
    lines = paper(accepted(target))
    theirs = sections(lines, sent.headings)
    answering = answers(sent.sections, theirs)
    return tuple(_Homecoming(sent, answering, book, sorter, was).sections())


class _Homecoming:
    def __init__(
        self,
        sent: Sent,
        answering: Answers,
        book: FactBook,
        sorter: EditSorter,
        was: Mapping[str, frozenset[str]],
    ) -> None:
        self.sent = sent
        self.was = was
        self.renewed: dict[tuple[str, str], str] = {}
        """What the program makes now of a fact that their file has as it was sent."""
        self.answers = answering
        self.book = book
        self.sorter = sorter
        self.ours = {new: old for old, new in answering.pairs.items()}
        known = {line.words for s in answering.olds if s.part == NOTES for line in s.lines}
        self.notes: dict[str, list[PaperLine]] = {}
        for section in answering.news:
            for line in section.lines if section.part == NOTES else ():
                if line.words not in known:
                    self.notes.setdefault(line.name, []).append(line)

        self.lost = self.gone()

    def gone(self) -> frozenset[str]:
        """Return what references may lead to that is not there any more: sections, and places."""
        kept: set[str] = set()
        for new, old in self.ours.items():
            theirs, ours = self.answers.news[new], self.answers.olds[old]
            known = {line.words: line.place_mark for line in ours.lines}
            for line in theirs.lines:
                self.carry(line, new)
                line.place_mark = line.place_mark or known.get(line.words, "")
                kept.add(f"{ours.anchor}.{line.place_mark}")
            kept.add(ours.anchor)
        every = {
            name
            for section in self.answers.olds
            for name in (
                section.anchor,
                *(f"{section.anchor}.{each.place_mark}" for each in section.lines),
            )
        }
        return frozenset(every - kept)

    def leads_nowhere(self, section: PaperSection) -> bool:
        """Return whether a section refers to what is gone."""
        lines = (line for line in section.every_line if not _told_by_program(line))
        spans = (span for line in lines for span in line.spans)
        paths = {s.path.removeprefix(f"{PLACES}.") for s in spans if s.kind == "reference"}
        return not self.lost.isdisjoint(paths)

    def sections(self) -> Iterator[HomeSection]:
        for place, section in enumerate(self.answers.news):
            if section.part:
                continue
            old = self.ours.get(place)
            if old is None:
                yield self.new(section)
            else:
                yield self.paired(self.answers.olds[old], section)

    def with_notes(self, section: PaperSection) -> tuple[list[PaperLine], int]:
        """Return the lines of a section, with those of its notes behind what they hang on."""
        lines, count = [], 0
        for line in section.lines:
            lines.append(line)
            for name in line.notes:
                lines += self.notes.get(name, [])
                count += name in self.notes
        if section.heading is not None:
            for name in section.heading.notes:
                lines[:0] = self.notes.get(name, [])
                count += name in self.notes
        return lines, count

    def new(self, section: PaperSection) -> HomeSection:
        lines, notes = self.with_notes(section)
        writer = HoleWriter(self.book)
        heading = writer.heading(section.heading, None) if section.heading else ""
        text = HoleWriter(self.book).text(lines, {}) if lines else ""
        return HomeSection("", section.level, heading, text, _words(section, lines), notes)

    def paired(self, ours: PaperSection, theirs: PaperSection) -> HomeSection:
        lines, notes = self.with_notes(theirs)
        heading = None
        if ours.title != theirs.title and theirs.heading is not None:
            heading = HoleWriter(self.book).heading(theirs.heading, None)
        text, broken = None, 0
        lists: tuple[ListOrder, ...] = ()
        olds, news = (
            [line for line in each if not _told_by_program(line)] for each in (ours.lines, lines)
        )
        if not self.same(olds, news) or self.leads_nowhere(ours):
            known = {line.words: line for line in olds}
            writer = HoleWriter(self.book, ours.anchor, self.lost, self.renewed)
            text = writer.text(news, known)
            broken = writer.broken
        else:
            lists = tuple(self.lists(olds, news))
        words = _words(theirs, lines)
        return HomeSection(ours.anchor, theirs.level, heading, text, words, notes, broken, lists)

    def lists(self, olds: Sequence[PaperLine], news: Sequence[PaperLine]) -> Iterator[ListOrder]:
        """Yield each list of facts of which every item stands in the lines, in another order."""
        before, after = self.items(olds), self.items(news)
        for root, numbers in after.items():
            here = before.get(root, [])
            if numbers != here and sorted(numbers) == sorted(here) == [*range(1, len(here) + 1)]:
                yield root, tuple(numbers)

    def items(self, lines: Sequence[PaperLine]) -> dict[str, list[int]]:
        """Return which items of lists of facts lines are, in their order, by the list."""
        items: dict[str, list[int]] = {}
        for line in lines:
            told = {self.book.list_of(span.path) for span in line.spans}
            root, _, number = (told.pop() if len(told) == 1 else "").rpartition(".")
            if root:
                items.setdefault(root, []).append(int(number))
        return items

    def carry(self, line: PaperLine, place: int) -> None:
        """Find where facts stand in a line that answers to one of ours."""
        units = self.answers.new_outline.sections[place].units
        for unit in units:
            if self.answers.new_line(unit.place) is not line:
                continue
            for match in self.answers.matches:
                olds = [self.answers.old_line(old) for old in match.olds]
                if unit.place == match.news[0]:
                    line.place_mark = next((o.place_mark for o in olds if o.place_mark), "")
                if unit.place in match.news and len(match.news) == 1:
                    line.spans = self.standing(olds, line)

    def standing(self, olds: Sequence[PaperLine], new: PaperLine) -> list[PaperSpan]:
        """Return where the facts of lines of ours still stand, whatever their values are."""
        sides = side(olds), side([new])
        edits = differing(*sides)
        changed = {
            (each.edit.new_from, each.edit.new_to, each.path)
            for each in self.sorter.sorted_out(*sides, edits)
            if each.value is not None
        }
        kept = []
        for was, now in zip(sides[0].spans, moved(sides[0].spans, edits), strict=True):
            ours, theirs = (s.text[e.start : e.end] for s, e in zip(sides, (was, now), strict=True))
            left = self.as_it_was(now, sides[1])
            if left:
                self.renewed[now.path, theirs] = ours
            if left or ours == theirs or (now.start, now.end, now.path) in changed:
                kept.append(now)
        return kept

    def as_it_was(self, span: PaperSpan, theirs: LineSide) -> bool:
        """Return whether their file has a fact that only the program can change as it was sent."""
        said = theirs.text[span.start : span.end]
        return said in self.was.get(span.path, ()) and bool(self.book.why_not(span.path))

    def same(self, olds: Sequence[PaperLine], news: Sequence[PaperLine]) -> bool:
        """Return whether lines say the same, facts with other values left aside."""
        if len(olds) != len(news):
            return False
        return all(self.same_line(old, new) for old, new in zip(olds, news, strict=True))

    def same_line(self, old: PaperLine, new: PaperLine) -> bool:
        if old.words == new.words:
            return True
        sides = side([old]), side([new])
        edits = differing(*sides)
        left = [now for now in moved(sides[0].spans, edits) if self.as_it_was(now, sides[1])]
        return all(
            (each.value is not None and not any(each.rest or ()))
            or any(s.start <= each.edit.new_from and each.edit.new_to <= s.end for s in left)
            for each in self.sorter.sorted_out(*sides, edits)
        )


def _told_by_program(line: PaperLine) -> bool:
    """Return whether a line says what a tillägg does, which the program writes itself."""
    return any(span.path.startswith(f"{KEY}.") for span in line.spans)


def _words(section: PaperSection, lines: Sequence[PaperLine]) -> str:
    parts = [section.title, *(line.words for line in lines)]
    return "\n".join(part for part in parts if part)
