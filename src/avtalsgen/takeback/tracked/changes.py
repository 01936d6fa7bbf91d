"""What somebody changed with track changes on: each with its author."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal

from avtalsgen.readers.docx.returned.sheet import Hand, Sheet, SheetMove
from avtalsgen.takeback.paper.answering import Answers
from avtalsgen.takeback.paper.beside import WordEdit, side
from avtalsgen.takeback.paper.folding import folded
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.paper.sections import PaperSection
from avtalsgen.takeback.telling import AROUND, Telling, Where, unseen
from avtalsgen.takeback.tracked.inside import taken_back, told_apart
from avtalsgen.takeback.tracked.items import added_items, struck_items
from avtalsgen.takeback.tracked.looks import tracked_looks
from avtalsgen.takeback.tracked.notes import struck_notes
from avtalsgen.takeback.tracked.runs import (
    AuthoredRun,
    MarkedLetter,
    applied,
    comes,
    comes_with,
    edit_of,
    goes,
    marked_letters,
    marked_row,
    overlaps,
    rejected,
    row_put_in,
    run_back,
    spans_of,
    state_of,
    whole_words,
    written_line,
)
from avtalsgen.takeback.tracked.spans import with_our_spans
from avtalsgen.takeback.tracked.wholes import (
    WholeSection,
    deleted_sections,
    has_others,
    inserted_sections,
    whole_back,
    words_put_in,
    words_taken_out,
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
        self._told: dict[int, str] = {}
        """Lines of whole sections, with the one of whom all of it is told."""

    def find(self) -> None:
        """Note every tracked change."""
        for number, move in enumerate(self._moves):
            self._moved(number, move)
        for came in inserted_sections(self._lines):
            self._whole("ny", came, "", words_put_in(self._lines, came))
        ours = [s for s in self._answers.news if s.heading and not s.part]
        for gone in deleted_sections(self._lines, ours):
            self._whole("struken", gone, words_taken_out(self._lines, gone), "")
        for group in self._groups():
            self._runs(group)
        self._telling.changes = list(with_our_spans(self._telling.changes, self._answers))
        struck_notes(self._lines, self._telling, self._where)
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
        self, kind: Literal["ny", "struken"], whole: WholeSection, old: str, new: str
    ) -> None:
        self._told.update(dict.fromkeys(whole.lines, whole.hand.author))
        if not (old or new).strip():
            return
        where = self._where(whole.lines[0])
        if kind == "ny":
            title = new.partition("\n")[0]
            where = Where(where.anchor, title, title, where.position)
        hidden = unseen(s for place in whole.lines for s in self._lines[place].stretches)
        rank = self._telling.weighing.rank(old, new)
        undo = whole_back(self._lines, whole, came=kind == "ny")
        self._telling.add(kind, where, old, new, rank, hand=whole.hand, unseen=hidden, undo=undo)

    def _hand(self, place: int) -> Hand:
        stretches = self._lines[place].stretches
        hands = (stretch.deleted or stretch.inserted for stretch in stretches)
        return next((hand for hand in hands if hand), Hand("", ""))

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
            told = place in self._told
            if group and (other or apart or told is not (group[-1] in self._told)):
                yield group
                group = []
            if line.part != "contents" and self._is_left(place):
                group.append(place)
        if group:
            yield group

    def _is_left(self, place: int) -> bool:
        """Return whether a line has more than what is told of a whole section."""
        author = self._told.get(place)
        return author is None or has_others(self._lines[place], author)

    def _end(self, place: int) -> tuple[Hand | None, Hand | None]:
        """Return who put in and who took out the end of a line."""
        line, state = self._lines[place], self._states[place]
        inserted = line.inserted or (self._hand(place) if state == "ins" else None)
        return inserted, line.deleted or (self._hand(place) if state == "del" else None)

    def _runs(self, group: Sequence[int]) -> None:
        ends = {place: self._end(place) for place in group}
        letters = list(marked_letters(self._lines, self._paper_of, ends))
        runs: list[AuthoredRun] = []
        current: list[MarkedLetter] = []
        hand: Hand | None = None
        for letter in letters:
            who = letter.deleted or letter.inserted
            told = self._told.get(letter.line)
            if letter.deleted and letter.inserted:
                if letter.deleted.author == letter.inserted.author:
                    continue  # put in and taken out by one person: nothing is left of it
                if letter.deleted.author != told:
                    runs.append(taken_back(letter))
                who = letter.inserted
            if who is not None and who.author == told:
                who = None
            if current and (who is None or hand is None or who.author != hand.author):
                runs.append(AuthoredRun(tuple(current), hand or Hand("", "")))
                current = []
            if who is not None:
                hand = who if not current else hand
                current.append(letter)
        if current:
            runs.append(AuthoredRun(tuple(current), hand or Hand("", "")))
        spot = {id(letter): place for place, letter in enumerate(letters)}
        self._tell(told_apart(runs, letters, spot), letters, spot)

    def _tell(
        self,
        runs: Sequence[AuthoredRun],
        letters: Sequence[MarkedLetter],
        spot: dict[int, int],
    ) -> None:
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
            if paper is None or self._came_whole(run) or not self._in_one_line(whole):
                self._plain(run if paper is None else whole, letters, spot)
                continue
            edit = edit_of(whole, letters, spot, paper)
            new = "".join(each.text for each in whole.letters if comes(each))
            lines.setdefault(id(paper), []).append((whole, edit, new))
        for told in lines.values():
            self._line(told, letters, spot)

    def _came_as_items(self, run: AuthoredRun) -> bool:
        if run.inside_insertion:
            return False
        section = self._section_at(run.letters[0].line)
        return added_items(run, self._lines, self._where, section, self._telling)

    def _came_whole(self, run: AuthoredRun) -> bool:
        """Return whether a run is paragraphs of its own, whose words are none of a line of ours."""
        last = run.letters[-1]
        return self._whole_line(run) and last.stretch is None and last.inserted is not None

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
                taken = [
                    e for r, each, _ in mine if overlaps(each, sorted_edit.edit) for e in r.letters
                ]
                span = ((paper.words, first, last),)
                hidden = unseen(e.stretch for e in taken if e.stretch and comes(e))
                add = partial(self._telling.add, hand=hand, undo=rejected(taken), unseen=hidden)
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
        came = "".join(each.text for each in run.letters if comes_with(each, run))
        old, new = gone.strip("\n "), came.strip("\n ")
        first, last = spot[id(run.letters[0])], spot[id(run.letters[-1])]
        sides = letters[max(0, first - AROUND) : first], letters[last + 1 : last + 1 + AROUND]
        inside = run.inside_insertion
        before, after = (
            "".join(e.text for e in side_ if not (e.deleted if inside else e.inserted))
            for side_ in sides
        )
        if not old and not new:
            if not (gone + came).strip(" ") or not self._told_as_joined(run):
                return
            old, new = ("¶", "") if gone else ("", "¶")
        over_an_end = "\n" in gone.strip("\n") or (gone.endswith("\n") and old and not came)
        if not hint and over_an_end and not self._whole_line(run):
            hint = "två stycken har blivit ett"
        where = self._where(run.letters[0].line)
        where = Where(where.anchor, where.section, where.place, where.position + first % 900)
        hidden = unseen(each.stretch for each in run.letters if each.stretch and comes(each))
        rank = self._telling.weighing.rank(
            old, new, before.rpartition("\n")[2], after.partition("\n")[0]
        )
        place = run.letters[0].line
        row = self._paper_of.get(place) or row_put_in(self._lines[place], place)
        self._telling.add(
            "ny" if self._is_new_box(run) else "avvikelse",
            where,
            old,
            new,
            rank,
            hand=run.hand,
            unseen=hidden,
            hint=hint,
            row=row,
            around=(before, after),
            undo=run_back(run),
            spans=spans_of(run, letters, spot, self._paper_of),
        )

    def _is_new_box(self, run: AuthoredRun) -> bool:
        """Return whether a run is all that a text box says."""
        first = self._lines[run.letters[0].line]
        box = {at for at, line in enumerate(self._lines) if line.name == first.name}
        whole = box == {each.line for each in run.letters} and self._came_whole(run)
        return first.part == "textbox" and whole

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
