"""What somebody changed with track changes on: each with its author."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal

from avtalsgen.readers.docx.returned.sheet import Hand, Sheet, SheetLine, SheetMove
from avtalsgen.takeback.paper.answering import Answers
from avtalsgen.takeback.paper.beside import WordEdit, side
from avtalsgen.takeback.paper.folding import folded, joined
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.paper.sections import PaperSection
from avtalsgen.takeback.telling import AROUND, Telling, Where, unseen
from avtalsgen.takeback.tracked.items import added_items, struck_items
from avtalsgen.takeback.tracked.looks import tracked_looks
from avtalsgen.takeback.tracked.runs import (
    AuthoredRun,
    MarkedLetter,
    applied,
    comes,
    edit_of,
    goes,
    left_in,
    marked_letters,
    marked_row,
    merged,
    overlaps,
    rejected,
    rejected_lines,
    row_put_in,
    spans_of,
    state_of,
    taken_back,
    whole_words,
    written_line,
)
from avtalsgen.takeback.undo import Undo


class TrackedChanges:
    """Finds the tracked changes of a file."""

    def __init__(self, sheet: Sheet, answers: Answers, telling: Telling) -> None:
        """Read the marks of `sheet`; `answers` say in which of our sections each stands."""
        self._lines = [marked_row(line) for line in sheet.lines]
        self._states = [state_of(line) for line in self._lines]
        self._moves = sheet.moves
        self._telling = telling
        self._section_of: dict[int, PaperSection] = {}
        self._paper_of: dict[int, PaperLine] = {}
        for section in answers.news:
            for line in section.every_line:
                for source in line.sources:
                    self._section_of[source] = section
                    self._paper_of[source] = line
        self._answers = answers
        self._told: set[int] = set()
        """Lines that a whole section or paragraph has told of."""

    def find(self) -> None:
        """Note every tracked change."""
        for number, move in enumerate(self._moves):
            self._moved(number, move)
        for came in self._inserted_sections():
            self._whole("ny", came, "", self._words(came))
        for gone in self._deleted_sections():
            self._whole("struken", gone, self._words(gone), "")
        for group in self._groups():
            self._runs(group)
        tracked_looks(self._lines, self._telling, self._where)

    def _where(self, line: int) -> Where:
        """Return where a line of the file stands."""
        section = self._section_at(line)
        paper = self._paper_of.get(line)
        if paper is None and self._lines[line].part != "body":
            text = PaperLine((line,), "", (), folded(""), self._lines[line].part)
            return self._telling.where(self._hangs_in(line), text, 1000 * line)
        return self._telling.where(section, paper, 1000 * line)

    def _section_at(self, line: int) -> PaperSection | None:
        """Return the section that a line stands in, or the one before it."""
        places = range(line, -1, -1)
        return next((self._section_of[at] for at in places if at in self._section_of), None)

    def _hangs_in(self, line: int) -> PaperSection | None:
        """Return the section that has the words on which a note or a box hangs."""
        name = self._lines[line].name
        hangs = (
            place
            for place, each in enumerate(self._lines)
            if any(note.name == name for note in each.notes)
        )
        place = next(hangs, None)
        return None if place is None else self._section_at(place)

    def _inserted_sections(self) -> Iterator[tuple[int, ...]]:
        """Yield the lines of each section that was put in, with those below it."""
        place = 0
        while place < len(self._lines):
            line = self._lines[place]
            if line.part == "body" and line.level and self._states[place] == "ins":
                last = place + 1
                while last < len(self._lines) and self._goes_on(last, line):
                    last += 1
                group = tuple(range(place, last))
                self._told.update(group)
                yield group
                place = last
            else:
                place += 1

    def _goes_on(self, place: int, first: SheetLine) -> bool:
        line = self._lines[place]
        deeper = not line.level or line.level > first.level
        return line.part == "body" and deeper and self._states[place] in ("ins", "empty")

    def _deleted_sections(self) -> Iterator[tuple[int, ...]]:
        """Yield the lines of each section that was taken out, with those below it."""
        sections = [s for s in self._answers.news if s.heading and not s.part]
        place = 0
        while place < len(sections):
            first = sections[place]
            if not self._is_gone(first):
                place += 1
                continue
            group = list(self._sources(first))
            place += 1
            while (
                place < len(sections)
                and sections[place].level > first.level
                and self._is_gone(sections[place])
            ):
                group += self._sources(sections[place])
                place += 1
            self._told.update(group)
            yield tuple(group)

    def _is_gone(self, section: PaperSection) -> bool:
        states = {self._states[place] for place in self._sources(section)}
        return states <= {"del", "empty"} and "del" in states

    def _sources(self, section: PaperSection) -> Iterator[int]:
        for line in section.every_line:
            yield from line.sources

    def _words(self, group: Sequence[int]) -> str:
        return joined([self._lines[place].text.strip() for place in group])

    def _moved(self, number: int, move: SheetMove) -> None:
        """Note lines that went from one place to another."""
        first = move.lines.start
        where = self._where(first)
        before = next(
            (self._section_of[p] for p in range(move.behind, -1, -1) if p in self._section_of), None
        )
        told = f"efter {before.title}" if before and before.title else "först"
        paper = self._paper_of.get(first)
        title = (paper.text if paper else self._lines[first].text).strip()
        old = self._telling.sent.title(where.anchor) or title
        is_section = bool(self._lines[first].level)
        self._telling.add(
            "flyttad",
            where,
            old if is_section else title,
            f"{title} ({told})" if is_section else title,
            "redaktionell",
            hand=move.hand,
            undo=Undo(stays=number),
        )

    def _whole(
        self, kind: Literal["ny", "struken"], group: Sequence[int], old: str, new: str
    ) -> None:
        if not (old or new).strip():
            return
        where = self._where(group[0])
        if kind == "ny":
            title = self._lines[group[0]].text.strip()
            where = Where(where.anchor, title, title, where.position)
        hidden = unseen(s for place in group for s in self._lines[place].stretches)
        rank = self._telling.weighing.rank(old, new, least="saklig")
        hand = self._hand(group)
        undo = rejected_lines(self._lines, group)
        self._telling.add(kind, where, old, new, rank, hand=hand, unseen=hidden, undo=undo)

    def _hand(self, group: Sequence[int]) -> Hand:
        for place in group:
            for stretch in self._lines[place].stretches:
                if hand := (stretch.deleted or stretch.inserted):
                    return hand
        return Hand("", "")

    def _groups(self) -> Iterator[list[int]]:
        """Yield lines on end that stand in one section."""
        group: list[int] = []
        for place, line in enumerate(self._lines):
            here = self._section_of.get(place)
            last = self._section_of.get(group[-1]) if group else None
            other = here is not None and last is not None and here is not last
            apart = bool(group) and (self._lines[group[-1]].part, self._lines[group[-1]].name) != (
                line.part,
                line.name,
            )
            if group and (other or apart or place in self._told):
                yield group
                group = []
            if place not in self._told and line.part != "contents":
                group.append(place)
        if group:
            yield group

    def _end(self, place: int) -> tuple[Hand | None, Hand | None]:
        """Return who put in and who took out the end of a line."""
        line, state = self._lines[place], self._states[place]
        inserted = line.inserted or (self._hand([place]) if state == "ins" else None)
        return inserted, line.deleted or (self._hand([place]) if state == "del" else None)

    def _runs(self, group: Sequence[int]) -> None:
        ends = {place: self._end(place) for place in group}
        letters = list(marked_letters(self._lines, self._paper_of, ends))
        runs: list[AuthoredRun] = []
        current: list[MarkedLetter] = []
        hand: Hand | None = None
        for letter in letters:
            who = letter.deleted or letter.inserted
            if letter.deleted and letter.inserted:
                if letter.deleted.author != letter.inserted.author:
                    runs.append(taken_back(letter))
                who = None if letter.deleted.author == letter.inserted.author else letter.inserted
            if letter.deleted and letter.inserted and who is None:
                continue  # put in and taken out by one person: nothing is left of it
            if current and (who is None or hand is None or who.author != hand.author):
                runs.append(AuthoredRun(tuple(current), hand or Hand("", "")))
                current = []
            if who is not None:
                hand = who if not current else hand
                current.append(letter)
        if current:
            runs.append(AuthoredRun(tuple(current), hand or Hand("", "")))
        self._tell(merged(runs), letters)

    def _tell(self, runs: Sequence[AuthoredRun], letters: Sequence[MarkedLetter]) -> None:
        spot = {id(letter): place for place, letter in enumerate(letters)}
        lines: dict[int, list[tuple[AuthoredRun, WordEdit, str]]] = {}
        for run in runs:
            if self._whole_line(run) and struck_items(
                run, self._paper_of, self._where, self._telling
            ):
                continue
            if self._whole_line(run) and self._came_as_items(run):
                continue
            whole = whole_words(run, letters, spot) if not run.inside_insertion else run
            paper = self._paper_of.get(whole.letters[0].line)
            if paper is None or not self._in_one_line(whole):
                self._plain(run if paper is None else whole, letters, spot)
                continue
            edit = edit_of(whole, letters, spot, paper)
            new = "".join(each.text for each in whole.letters if comes(each))
            lines.setdefault(id(paper), []).append((whole, edit, new))
        for told in lines.values():
            self._line(told, letters, spot)

    def _came_as_items(self, run: AuthoredRun) -> bool:
        section = self._section_at(run.letters[0].line)
        return added_items(run, self._lines, self._where, section, self._telling)

    def _in_one_line(self, run: AuthoredRun) -> bool:
        """Return whether a run has words, all of one line."""
        ends = [each.stretch is None for each in run.letters]
        return not any(ends[:-1]) and not all(ends)

    def _line(
        self,
        told: list[tuple[AuthoredRun, WordEdit, str]],
        letters: Sequence[MarkedLetter],
        spot: dict[int, int],
    ) -> None:
        """Note the changes of one line, those of each author by themselves."""
        paper = self._paper_of[told[0][0].letters[0].line]
        authors = dict.fromkeys(run.hand.author for run, _, _ in told)
        for author in authors:
            mine = [each for each in told if each[0].hand.author == author]
            plain = [each for each in mine if each[0].inside_insertion]
            for run, _, _ in plain:
                self._plain(run, letters, spot)
            mine = [each for each in mine if not each[0].inside_insertion]
            if not mine:
                continue
            new_text, edits = applied(paper, mine)
            old = side([paper])
            new = side([written_line(paper, new_text)])
            hand = mine[0][0].hand
            for sorted_edit in self._telling.sorter.sorted_out(old, new, edits):
                if sorted_edit.value is None:
                    edited = next((r for r, e, _ in mine if overlaps(e, sorted_edit.edit)), None)
                    if edited is not None:
                        self._plain(edited, letters, spot, sorted_edit.hint)
                    continue
                where = self._where(paper.sources[0])
                gone = old.written(sorted_edit.edit.old_from, sorted_edit.edit.old_to)
                was = self._telling.book.before(path := sorted_edit.path, gone)
                parsed = self._telling.book.parsed(path, gone, gone)
                was = parsed.told if parsed and was is not None else was
                came = new.written(sorted_edit.edit.new_from, sorted_edit.edit.new_to)
                first, last = sorted_edit.edit.old_from, sorted_edit.edit.old_to
                around = old.text[max(0, first - AROUND) : first], old.text[last : last + AROUND]
                rank = self._telling.weighing.rank(gone, came, *around, least="saklig")
                value = sorted_edit.value.told
                taken = (
                    e for r, each, _ in mine if overlaps(each, sorted_edit.edit) for e in r.letters
                )
                span = ((paper.words, first, last),)
                add = partial(self._telling.add, hand=hand, undo=rejected(taken))
                add("värde", where, was, value, rank, path=path, around=around, spans=span)
                if sorted_edit.rest is not None and any(sorted_edit.rest):
                    rest = sorted_edit.rest
                    rank = self._telling.weighing.rank(*rest, around[0], f" {value} {around[1]}")
                    add("avvikelse", where, *rest, rank)

    def _plain(
        self,
        run: AuthoredRun,
        letters: Sequence[MarkedLetter],
        spot: dict[int, int],
        hint: str = "",
    ) -> None:
        """Note other words at one place."""
        gone = "".join(each.text for each in run.letters if goes(each, run))
        came = "".join(
            each.text for each in run.letters if comes(each) and not run.inside_insertion
        )
        old, new = gone.strip("\n "), came.strip("\n ")
        first, last = spot[id(run.letters[0])], spot[id(run.letters[-1])]
        before = "".join(e.text for e in letters[max(0, first - AROUND) : first] if not e.inserted)
        after = "".join(e.text for e in letters[last + 1 : last + 1 + AROUND] if not e.inserted)
        if not old and not new:
            if not (gone + came).strip(" ") or not self._told_as_joined(run):
                return
            old, new = ("¶", "") if gone else ("", "¶")
        if (not hint and "\n" in gone.strip("\n")) or (
            gone.endswith("\n") and old and not came and not self._whole_line(run)
        ):
            hint = hint or "två stycken har blivit ett"
        where = self._where(run.letters[0].line)
        where = Where(where.anchor, where.section, where.place, where.position + first % 900)
        hidden = unseen(each.stretch for each in run.letters if each.stretch and comes(each))
        rank = self._telling.weighing.rank(
            old, new, before.rpartition("\n")[2], after.partition("\n")[0]
        )
        place = run.letters[0].line
        row = self._paper_of.get(place) or row_put_in(self._lines[place], place)
        self._telling.add(
            "avvikelse",
            where,
            old,
            new,
            rank,
            hand=run.hand,
            unseen=hidden,
            hint=hint,
            row=row,
            around=(before, after),
            undo=left_in(run) if run.inside_insertion else rejected(run.letters),
            spans=spans_of(run, letters, spot, self._paper_of),
        )

    def _whole_line(self, run: AuthoredRun) -> bool:
        places = {each.line for each in run.letters}
        return all(self._states[place] in ("del", "ins", "empty") for place in places)

    def _told_as_joined(self, run: AuthoredRun) -> bool:
        """Return whether a tracked end of a paragraph parts or joins words, and not empty lines."""
        first, behind = run.letters[0].line, run.letters[-1].line + 1
        if self._states[behind : behind + 1] == ["empty"]:
            return False
        after = next((p for p in range(first + 1, len(self._lines)) if p in self._paper_of), None)
        return self._states[first] != "empty" and after is not None and self._states[after] != "ins"
