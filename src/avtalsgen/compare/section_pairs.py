"""A section of the old version beside the one that answers to it: its lines and changes."""

from collections.abc import Iterator, Sequence
from dataclasses import field

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.outline import OutlineSection, Unit
from avtalsgen.compare.align.splits import Match
from avtalsgen.compare.changed_lines import ChangeWriter, FormatsCompared, one_side
from avtalsgen.compare.contexts import hanging, is_ranked, says_something_else
from avtalsgen.compare.meaning.judge import Judge
from avtalsgen.model.comparison import ComparedLine, Face, Part, Reason, SectionPair, Weight
from avtalsgen.records import dataclass


@dataclass(slots=True)
class SectionPairs:
    """What is known of two documents when their sections are written one by one."""

    alignment: Alignment
    judge: Judge
    moves_matter: bool = False
    """Who signs for whom is told by where a name stands."""
    formats: FormatsCompared = field(default_factory=FormatsCompared)
    of_old: dict[int, Match] = field(default_factory=dict)
    of_new: dict[int, Match] = field(default_factory=dict)
    hanging: frozenset[Match] = frozenset()
    """Those that stay where they stood, and are an item of another list than they were."""

    def __post_init__(self) -> None:
        for match in self.alignment.matches:
            self.of_old |= dict.fromkeys(match.olds, match)
            self.of_new |= dict.fromkeys(match.news, match)
        if not self.formats.rowed:
            self.hanging = hanging(self.alignment)

    def pair(
        self, old: OutlineSection | None, new: OutlineSection | None, part: Part = "body"
    ) -> SectionPair:
        """Return the two sections beside each other; one of them may be missing."""
        writer = self._writer()
        lines = (*self._heading(writer, old, new), *self._lines(writer, old, new))
        changed = bool(writer.changes)
        return SectionPair(
            part,
            "added" if not old else "removed" if not new else "changed" if changed else "unchanged",
            bool(old and new and old.place in self.alignment.moves.moved),
            bool(old and new and old.place in self.alignment.moves.reparented),
            bool(old and new and old.face.number != new.face.number),
            _similarity(writer, old, new),
            old.face if old else None,
            new.face if new else None,
            tuple(writer.changes),
            lines,
        )

    def _writer(self) -> ChangeWriter:
        return ChangeWriter(self.judge, self.formats)

    def _heading(
        self, writer: ChangeWriter, old: OutlineSection | None, new: OutlineSection | None
    ) -> Iterator[ComparedLine]:
        before, after = old and old.heading, new and new.heading
        if before and after and before.text and after.text:
            yield from writer.answering((before,), (after,))
            writer.same = 0
        else:
            if before and before.text:
                yield ComparedLine("heading", writer.alone(before, "delete"), None)
            if after and after.text:
                yield ComparedLine("heading", None, writer.alone(after, "insert"))

    def _lines(
        self, writer: ChangeWriter, old: OutlineSection | None, new: OutlineSection | None
    ) -> Iterator[ComparedLine]:
        """Yield the lines in the order of the new side, what went where it stood."""
        going = [unit for unit in (old.units if old else ()) if not self._stays(unit)]
        news = new.units if new else ()
        done: dict[Match, Sequence[ComparedLine]] = {}
        for unit, end in zip(news, self._ends(news), strict=True):
            while going and going[0].place < end:
                yield from self._went(writer, going.pop(0), new)
            yield from self._came(writer, unit, old, done)
        for unit in going:
            yield from self._went(writer, unit, new)

    def _stays(self, unit: Unit) -> bool:
        return self._is_staying(self.of_old.get(unit.place))

    def _is_staying(self, match: Match | None) -> bool:
        return match in self.alignment.staying and match not in self.hanging

    def _ends(self, news: Sequence[Unit]) -> list[float]:
        """Return for each new line where the next old line stands that stays."""
        ends, end = [], float("inf")
        for unit in reversed(news):
            match = self.of_new.get(unit.place)
            if match and self._is_staying(match):
                end = match.olds[0]
            ends.append(end)
        return ends[::-1]

    def _went(
        self, writer: ChangeWriter, unit: Unit, new: OutlineSection | None
    ) -> Iterator[ComparedLine]:
        match = self.of_old.get(unit.place)
        if not match:
            yield ComparedLine(unit.kind, writer.alone(unit, "delete"), None)
            return
        olds, news = self.alignment.units(match)
        move = writer.moved(unit, "delete", *self._weight(match))
        lines = self._writer().answering(olds, news)
        lines_here = lines if len(olds) == 1 else (lines[match.olds.index(unit.place)],)
        there = self.alignment.new.sections[news[0].section]
        yield ComparedLine(
            unit.kind, one_side(lines_here, "old"), None, _elsewhere(there, new), move
        )

    def _came(
        self,
        writer: ChangeWriter,
        unit: Unit,
        old: OutlineSection | None,
        done: dict[Match, Sequence[ComparedLine]],
    ) -> Iterator[ComparedLine]:
        match = self.of_new.get(unit.place)
        if not match:
            yield ComparedLine(unit.kind, None, writer.alone(unit, "insert"))
            return
        olds, news = self.alignment.units(match)
        stays = self._is_staying(match)
        move = None if stays else writer.moved(unit, "insert", *self._weight(match))
        if match not in done:
            same = writer.same
            done[match] = writer.answering(olds, news)
            if _elsewhere(self.alignment.old.sections[olds[0].section], old):
                writer.same = same
        lines = done[match] if len(news) == 1 else (done[match][match.news.index(unit.place)],)
        if stays:
            yield from lines
        else:
            spans = tuple(span for line in lines for span in line.new or ())
            there = self.alignment.old.sections[olds[0].section]
            yield ComparedLine(unit.kind, None, spans, _elsewhere(there, old), move)

    def _weight(self, match: Match) -> tuple[Weight, tuple[Reason, ...]]:
        facts = self.judge.facts
        if not self.moves_matter and is_ranked(self.alignment, match, facts):
            return "saklig", ("ordning", "flyttad")
        matters = (
            self.moves_matter
            or match in self.hanging
            or says_something_else(self.alignment, match, facts.words)
        )
        return "saklig" if matters else "redaktionell", ("flyttad",)


def _elsewhere(there: OutlineSection, here: OutlineSection | None) -> Face | None:
    return None if here is there else there.face


def _similarity(
    writer: ChangeWriter, old: OutlineSection | None, new: OutlineSection | None
) -> float:
    whole = sum(len(unit.text) for side in (old, new) if side for unit in side.units)
    if whole:
        return min(1.0, 2 * writer.same / whole)
    return 1.0 if old and new else 0.0
