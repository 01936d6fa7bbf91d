"""What differs from what was sent when every tracked change is rejected: nobody said so."""

from collections.abc import Iterator

from avtalsgen.compare.align.splits import Match
from avtalsgen.model.comparison import Rank
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.takeback.paper.answering import Answers
from avtalsgen.takeback.paper.folding import joined
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.paper.sections import EDGES, LISTED, NOTES, SIGNED, PaperSection
from avtalsgen.takeback.silent.flowed import TOGETHER, Flowed, flowed
from avtalsgen.takeback.silent.lines import SilentLines, position
from avtalsgen.takeback.silent.outside import SilentOutside
from avtalsgen.takeback.telling import Telling, Where, unseen
from avtalsgen.takeback.undo import carried_back, lines_back, lines_behind, places_of


class SilentChanges:
    """Finds what was changed without being tracked."""

    def __init__(self, sheet: Sheet, answers: Answers, telling: Telling) -> None:
        """Compare the sections of `answers` and note what differs in `telling`."""
        self._sheet = sheet
        self._answers = answers
        self._telling = telling
        self._lines = SilentLines(telling)
        self._outside = SilentOutside(answers.news, telling)
        self._of_old = {unit: match for match in answers.matches for unit in match.olds}
        self._of_new = {unit: match for match in answers.matches for unit in match.news}

    def find(self) -> None:
        """Note every silent change."""
        answers = self._answers
        into = self._flowed()
        for place, section in enumerate(answers.olds):
            new = answers.pairs.get(place)
            if place in into:
                self._flow(place, into[place])
                continue
            if place - 1 in into:
                continue
            if section.part == EDGES:
                self._outside.edges(section, answers.news[new] if new is not None else None)
            elif section.part == LISTED:
                continue
            elif new is None:
                self._struck(place)
            else:
                self._pair(place, new)
        for place, section in enumerate(answers.news):
            if place not in set(answers.pairs.values()) and not section.part:
                self._new(place)

    def _flowed(self) -> dict[int, Flowed]:
        """Return the sections that the one after them flowed into, by their places."""
        answers = self._answers
        into = {}
        for place, new in answers.pairs.items():
            if place + 1 >= len(answers.olds) or place + 1 in answers.pairs:
                continue
            ours, after = answers.olds[place], answers.olds[place + 1]
            made = None if ours.part or after.part else flowed(ours, after, answers.news[new])
            if made is not None:
                into[place] = made
        return into

    def _flow(self, place: int, flow: Flowed) -> None:
        """Note what a deletion took of two sections, for each what it took of it."""
        theirs = self._answers.news[self._answers.pairs[place]]
        here = position(theirs.lines[0])
        for of_second, edit in flow.parts():
            section = self._answers.olds[place + of_second]
            where = self._telling.where(section, None, here + min(edit.old_from, 900))
            gone = flow.old.written(edit.old_from, edit.old_to)
            came = flow.new.written(edit.new_from, edit.new_to)
            rank = self._telling.weighing.rank(gone, came, least="saklig")
            self._telling.add("avvikelse", where, gone, came, rank, hint=TOGETHER, undo=flow.undo)

    def _after(self, place: int) -> int:
        """Return where a section of ours would stand in their file."""
        for before in range(place - 1, -1, -1):
            new = self._answers.pairs.get(before)
            if new is not None and (lines := self._answers.news[new].every_line):
                return 1000 * lines[-1].sources[-1] + 999
        return 0

    def _stood_behind(self, place: int) -> int:
        """Return the line of theirs behind which a section of ours would stand where it stood."""
        for before in range(place - 1, -1, -1):
            new = self._answers.pairs.get(before)
            if new is None or self._went_along(before):
                continue
            if lines := self._answers.news[new].every_line:
                return lines[-1].sources[-1]
        return -1

    def _went_along(self, place: int) -> bool:
        """Return whether a section of ours was moved, or stands in one that was."""
        while place >= 0 and place not in self._answers.moved:
            place = self._answers.parent(place)
        return place >= 0

    def _standing_below(self, place: int) -> Iterator[int]:
        """Yield the lines of a section of theirs, with those of all below it that went along."""
        answers = self._answers
        olds = {new: old for old, new in answers.pairs.items()}
        lines = answers.news[place].every_line
        yield from places_of(lines)
        yield from self._put_in_behind(lines[-1].sources[-1] if lines else -1)
        for below in range(place + 1, len(answers.news)):
            old = olds.get(below)
            along = old is None or (
                old not in answers.moved and answers.parent(old) == olds.get(place)
            )
            if along and answers.parent(below, new=True) == place:
                yield from self._standing_below(below)

    def _put_in_behind(self, last: int) -> Iterator[int]:
        """Yield paragraphs that somebody put in, tracked, behind the last line of a section."""
        for place in range(last + 1, len(self._sheet.lines)):
            line = self._sheet.lines[place]
            if line.part != "body" or line.level or line.inserted is None:
                return
            yield place

    def _struck(self, place: int) -> None:
        """Note a section that is gone, with all below it that is gone too."""
        answers, since = self._answers, self._telling.built_since
        parent = answers.parent(place)
        if parent >= 0 and parent not in answers.pairs and answers.olds[parent].anchor not in since:
            return
        section = answers.olds[place]
        if section.anchor in since:  # it is ours that it is there
            undo = lines_behind(section.every_line, self._stood_behind(place), place)
            self._telling.always.append(undo)
            return
        lines = list(self._below(place, new=False))
        whole = joined([line.text for line in lines])
        undo = lines_behind(lines, self._stood_behind(place), place)
        where = self._telling.where(section, section.heading, self._after(place))
        rank = self._telling.weighing.rank(whole, "")
        self._telling.add("struken", where, whole, "", rank, undo=undo)

    def _below(self, place: int, *, new: bool) -> Iterator[PaperLine]:
        """Yield the lines of a section and of those below it that answer to nothing either."""
        answers = self._answers
        sections = answers.news if new else answers.olds
        known = set(answers.pairs.values()) if new else set(answers.pairs)
        yield from sections[place].every_line
        for below in range(place + 1, len(sections)):
            if below not in known and answers.parent(below, new=new) == place:
                yield from self._below(below, new=new)

    def _new(self, place: int) -> None:
        answers = self._answers
        parent = answers.parent(place, new=True)
        taken = set(answers.pairs.values())
        above = answers.news[parent] if parent >= 0 and parent not in taken else None
        if above is not None and not above.part and not self._is_struck_since(above):
            return
        section = answers.news[place]
        if self._is_struck_since(section):
            self._telling.always.append(lines_back(section.every_line, 0))
            return
        lines = list(self._below(place, new=True))
        whole = joined([line.text for line in lines])
        hidden = unseen(stretch for line in lines for stretch in line.stretches)
        where = self._telling.where(section, None, position(lines[0] if lines else None))
        before = next((answers.news[p] for p in range(place - 1, -1, -1) if p in taken), None)
        if before is not None:
            where = Where(before.anchor, where.section, where.place, where.position)
        rank = self._telling.weighing.rank("", whole)
        hint = ""
        if section.foreign in self._telling.struck_since:
            hint = "avsnittet är struket i uppdraget sedan filen byggdes, och ändrat i filen"
        elif section.foreign:
            hint = f"avsnittet har bokmärket {section.foreign} ur en annan fil"
        self._telling.add(
            "ny",
            where,
            "",
            whole,
            rank,
            unseen=hidden,
            hint=hint,
            unsure=section.unsure,
            undo=lines_back(lines, 0),
        )

    def _is_struck_since(self, section: PaperSection) -> bool:
        """Return whether it is ours that a section of theirs, as it was built, is there no more."""
        return self._telling.struck_since.get(section.foreign, False)

    def _pair(self, place: int, new: int) -> None:
        """Note what differs inside two sections that answer to each other."""
        answers = self._answers
        ours, theirs = answers.olds[place], answers.news[new]
        if not theirs.part:
            theirs.anchor = ours.anchor
        if place in answers.moved:
            self._moved(place, new)
        if ours.heading and theirs.heading:
            self._lines.compare(ours, [ours.heading], [theirs.heading], heading=True)
        elif ours.heading or theirs.heading:
            olds = [ours.heading] if ours.heading else []
            news = [theirs.heading] if theirs.heading else []
            self._lines.gap(ours, olds, news, theirs)
        if ours.part == SIGNED:
            self._outside.signatures(ours, theirs)
            return
        if ours.part == NOTES:
            self._outside.notes(theirs)
            return
        self._body(place, new)

    def _moved(self, place: int, new: int) -> None:
        ours, theirs = self._answers.olds[place], self._answers.news[new]
        where = self._telling.where(ours, None, position(theirs.heading))
        before = next(
            (s for s in reversed(self._answers.news[:new]) if not s.part and s.heading), None
        )
        told = f"efter {before.title}" if before else "först"
        was = self._telling.sent.title(ours.anchor)
        undo = carried_back(self._standing_below(new), self._stood_behind(place), place)
        self._telling.add(
            "flyttad", where, was, f"{ours.title} ({told})", "redaktionell", undo=undo
        )

    def _body(self, place: int, new: int) -> None:
        answers = self._answers
        ours, theirs = answers.olds[place], answers.news[new]
        first_old = answers.old_outline.sections[place].heading.place + 1
        first_new = answers.new_outline.sections[new].heading.place + 1
        olds = range(first_old, first_old + len(ours.lines))
        news = range(first_new, first_new + len(theirs.lines))
        staying = sorted(
            (m for m in answers.staying if m.olds[0] in olds and m.news[0] in news),
            key=lambda match: match.olds,
        )
        old_here, new_here = first_old, first_new
        for match in staying:
            olds_here, news_here = range(old_here, match.olds[0]), range(new_here, match.news[0])
            first = answers.new_line(match.news[0]).sources[0]
            self._between(ours, theirs, olds_here, news_here, first)
            self._lines.compare(
                ours,
                [answers.old_line(unit) for unit in match.olds],
                [answers.new_line(unit) for unit in match.news],
            )
            old_here, new_here = match.olds[-1] + 1, match.news[-1] + 1
        self._between(ours, theirs, range(old_here, olds.stop), range(new_here, news.stop))

    def _between(
        self, ours: PaperSection, theirs: PaperSection, olds: range, news: range, before: int = -1
    ) -> None:
        """Note lines that answer to nothing here; some may have moved."""
        answers = self._answers
        gone = [unit for unit in olds if not self._line_moved(self._of_old.get(unit))]
        came = [unit for unit in news if not self._line_moved(self._of_new.get(unit))]
        for unit in news:
            match = self._of_new.get(unit)
            if match is not None and self._line_moved(match) and unit == match.news[0]:
                self._moved_line(ours, match)
        self._lines.gap(
            ours,
            [answers.old_line(unit) for unit in gone],
            [answers.new_line(unit) for unit in came],
            theirs,
            before,
        )

    def _line_moved(self, match: Match | None) -> bool:
        """Return whether lines answer to others elsewhere, in sections that are on both sides."""
        answers = self._answers
        if match is None or match in answers.staying:
            return False
        old = answers.old_outline.units[match.olds[0]].section
        new = answers.new_outline.units[match.news[0]].section
        outside = answers.olds[old].part or answers.news[new].part
        return old in answers.pairs and new in answers.pairs.values() and not outside

    def _moved_line(self, ours: PaperSection, match: Match) -> None:
        answers = self._answers
        olds = [answers.old_line(unit) for unit in match.olds]
        news = [answers.new_line(unit) for unit in match.news]
        where = self._telling.where(ours, None, position(news[0]))
        text = joined([line.text.strip() for line in news])
        rank: Rank = "saklig" if news[0].number or olds[0].number else "redaktionell"
        source = answers.olds[answers.old_outline.units[match.olds[0]].section]
        undo = carried_back(places_of(news), self._stood(match), match.olds[0])
        hint = f"stod i {source.title}"
        self._telling.add("flyttad", where, text, text, rank, hint=hint, undo=undo)
        self._lines.compare(ours, olds, news)

    def _stood(self, match: Match) -> int:
        """Return the line of theirs behind which a line would stand where it stood."""
        answers = self._answers
        unit = match.olds[0]
        section = answers.old_outline.units[unit].section
        while unit > answers.old_outline.sections[section].heading.place:
            unit -= 1
            before = self._of_old.get(unit)
            if before is not None and before in answers.staying:
                return answers.new_line(before.news[-1]).sources[-1]
        heading = answers.news[answers.pairs[section]].heading
        return heading.sources[-1] if heading else self._stood_behind(section)
