"""Silent changes of lines: what differs in those that answer to each other, what came and went."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from avtalsgen.model.comparison import Rank
from avtalsgen.takeback.facts.sorting import SortedEdit
from avtalsgen.takeback.looks import LINK, hidden_since, looks_changed, place_change
from avtalsgen.takeback.paper.beside import (
    PARAGRAPH,
    LineSide,
    WordEdit,
    carried,
    differing,
    side,
)
from avtalsgen.takeback.paper.folding import as_written, joined
from avtalsgen.takeback.paper.lines import PaperLine, PaperSpan
from avtalsgen.takeback.paper.sections import PaperSection
from avtalsgen.takeback.telling import AROUND, Telling, Where, unseen
from avtalsgen.takeback.undo import Undo, lines_back, lines_behind

"""Letters of what stands round a change, by which it is weighed and shown."""
_JOINED, _PARTED = "två stycken har blivit ett", "ett stycke har blivit två"
_HEADING = "rubriken"
_LOST = re.compile(r"(?:Error|Fel)[!:] \w+ ")
"""What programs write in the place of a reference: `Error: Reference source not found`."""


class SilentLines:
    """Notes what was changed in the lines of a section without being tracked."""

    def __init__(self, telling: Telling) -> None:
        """Note what differs in `telling`."""
        self._telling = telling

    def compare(
        self,
        ours: PaperSection,
        olds: Sequence[PaperLine],
        news: Sequence[PaperLine],
        *,
        heading: bool = False,
    ) -> None:
        """Note what differs in lines that answer to each other."""
        old, new = side(olds), side(news)
        edits = differing(old, new)
        for line, begins in zip(new.lines, new.starts, strict=True):
            inside = [
                PaperSpan(span.start - begins, span.end - begins, span.path, span.kind)
                for span in carried(old.spans, edits)
                if begins <= span.start and span.end <= begins + len(line.words)
            ]
            line.spans = inside
        here = position(news[0])
        for sorted_edit in self._telling.sorter.sorted_out(old, new, edits):
            undo = _letters_back(old, new, sorted_edit.edit)
            if sorted_edit.derived and ours.anchor in self._telling.moved_on:
                self._telling.always.append(undo)  # what the program made of the facts of then
                continue
            if self._lost(old, new, sorted_edit.edit):
                self._telling.always.append(undo)
                continue
            if not self._counted_anew(old, new, sorted_edit.edit):
                self._edit(ours, old, new, sorted_edit, here, undo, heading=heading)
        self._hidden(ours, old, new, edits, here)
        self._looks(ours, old, new, edits, heading=heading)

    def looks(self, ours: PaperSection, old_line: PaperLine, new_line: PaperLine) -> None:
        """Note how a line looks otherwise that says the same."""
        old, new = side((old_line,)), side((new_line,))
        self._hidden(ours, old, new, (), position(new_line))
        self._looks(ours, old, new, (), heading=False)

    def _looks(
        self,
        ours: PaperSection,
        old: LineSide,
        new: LineSide,
        edits: Sequence[WordEdit],
        *,
        heading: bool,
    ) -> None:
        """Note how words and lines of ours look otherwise."""
        olds, news = old.lines, new.lines
        if all(stretch.deleted for line in news for stretch in line.stretches):
            return  # a program gives what is struck, tracked, the look of what stands behind it
        where = self._telling.where(ours, news[0], position(news[0]))
        restyled = next((line for line in news if line.restyled), None)
        if restyled is not None:
            told = "rubriken har en annan stil" if heading else "stycket har fått rubrikens stil"
            if not restyled.style_tracked:
                self._telling.add("format", where, restyled.text.strip(), told, "redaktionell")
            return
        if news[0].after_deleted:
            return
        changed = list(looks_changed(old, new, edits))
        hidden = any(hidden_since(old, new, edits))
        if len(olds) == len(news) and not hidden:  # what hides words is told as that
            for old_line, new_line in zip(olds, news, strict=True):
                listed = old_line.is_item != new_line.is_item
                told = place_change(old_line.placed, new_line.placed, listed=listed)
                whole = new_line.text.strip()
                same = [each for each in changed if told and each[0].strip() == whole]
                changed = [each for each in changed if each not in same]
                told = ", ".join((*(how for _, how in same), told))
                changed += [(whole, told)] if told else []
        for words_, told in changed:
            rank: Rank = "saklig" if told.startswith(LINK) else "redaktionell"
            self._telling.add("format", where, words_, told, rank)

    def _counted_anew(self, old: LineSide, new: LineSide, edit: WordEdit) -> bool:
        """Return whether a program wrote the number that a section has now where it is named."""
        came = new.written(edit.new_from, edit.new_to).strip()
        return any(
            span.kind == "reference"
            and span.start <= edit.old_from < edit.old_to <= span.end
            and came in self._telling.renumbered.get(span.path, ())
            for span in old.spans
        )

    def _lost(self, old: LineSide, new: LineSide, edit: WordEdit) -> bool:
        """Return whether a program says that what a reference led to is gone, which is told."""
        inside = any(
            span.kind == "reference" and span.start <= edit.old_from < edit.old_to <= span.end
            for span in old.spans
        )
        return inside and bool(_LOST.match(new.written(edit.new_from, edit.new_to).strip()))

    def gap(
        self,
        ours: PaperSection,
        olds: Sequence[PaperLine],
        news: Sequence[PaperLine],
        theirs: PaperSection,
        before: int = -1,
    ) -> None:
        """Note lines that went and lines that came at one place, before a line of theirs."""
        telling = self._telling
        if len(olds) == len(news) and (len(olds) == 1 or ours.part or _rows(olds, news)):
            for old_line, new_line in zip(olds, news, strict=True):
                self.compare(ours, [old_line], [new_line])
            return
        before = news[0].sources[0] if news else before
        olds = [
            line
            for line in olds
            if line.words not in telling.noted
            and not self._item_of_a_list(ours, line, _back((), before, (line,), theirs))
        ]
        if not olds:
            news = [line for line in news if not self._added_row(ours, theirs, line)]
        if not olds and not news:
            return
        here = position(news[0]) if news else self._gone_at(theirs)
        where = telling.where(ours, (news or olds)[0], here)
        old = joined([line.text.strip() for line in olds])
        new = joined([line.text.strip() for line in news])
        hidden = unseen(stretch for line in news for stretch in line.stretches)
        hint = ""
        if olds and not news:
            hint = next(
                (h for line in olds if (h := telling.condition_of(ours.anchor, line.words))), ""
            )
        rank = telling.weighing.rank(old, new, least="saklig")
        row = next((line for line in (*news, *olds) if line.is_row), None)
        telling.add(
            "avvikelse",
            where,
            old,
            new,
            rank,
            unseen=hidden,
            hint=hint,
            row=row,
            undo=_back(news, before, olds, theirs),
            spans=tuple((line.words, 0, len(line.words)) for line in olds),
        )

    def _gone_at(self, theirs: PaperSection) -> int:
        lines = theirs.every_line
        return position(lines[0]) + 500 if lines else 0

    def _item_of_a_list(self, ours: PaperSection, line: PaperLine, undo: Undo) -> bool:
        """Note an item of a list of facts that was taken out."""
        item = self._telling.item_of(line)
        if item:
            where = self._telling.where(ours, line, position(line))
            self._telling.struck_item(where, line, item, undo)
        return bool(item)

    def _added_row(self, ours: PaperSection, theirs: PaperSection, line: PaperLine) -> bool:
        """Note a row that was put into a table of facts."""
        where = self._telling.where(ours, line, position(line))
        hidden = unseen(line.stretches)
        undo = lines_back((line,), 0)
        return self._telling.added_row(where, line, theirs, undo, unseen=hidden)

    def _edit(
        self,
        ours: PaperSection,
        old: LineSide,
        new: LineSide,
        sorted_edit: SortedEdit,
        here: int,
        undo: Undo,
        *,
        heading: bool,
    ) -> None:
        """Note an edit of words: another value of a fact, or other words of a clause."""
        edit = sorted_edit.edit
        where = self._telling.where(ours, new.lines[0], here + min(edit.new_from, 900))
        gone = old.written(edit.old_from, edit.old_to)
        came = new.written(edit.new_from, edit.new_to)
        around = (
            new.text[max(0, edit.new_from - AROUND) : edit.new_from],
            new.text[edit.new_to : edit.new_to + AROUND],
        )
        hint = sorted_edit.hint
        if PARAGRAPH in old.text[edit.old_from : edit.old_to]:
            hint = _JOINED
            gone = gone or "¶"
        elif PARAGRAPH in new.text[edit.new_from : edit.new_to]:
            hint = hint or _PARTED
            came = came or "¶"
        add = partial(
            self._telling.add,
            unseen=unseen(new.stretches(edit.new_from, edit.new_to)),
            undo=undo,
        )
        row = new.lines[0] if new.lines[0].is_row else None
        whole = partial(add, row=row, around=around, spans=old.spans_of(edit))
        if sorted_edit.value is not None:
            self._value(where, sorted_edit, (gone, came), around, whole, add)
            return
        if heading:
            hint = hint or _HEADING
        elif not came and not hint:
            hint = self._telling.condition_of(ours.anchor, gone)
        rank = self._telling.weighing.rank(gone, came, *around)
        whole("avvikelse", where, gone, came, rank, hint=hint)

    def _value(
        self,
        where: Where,
        sorted_edit: SortedEdit,
        words: tuple[str, str],
        around: tuple[str, str],
        whole: Callable[..., None],
        add: Callable[..., None],
    ) -> None:
        """Note a fact with another value, and what else the edit did to the words round it."""
        assert sorted_edit.value is not None
        was, value = self._telling.book.before(sorted_edit.path, words[0]), sorted_edit.value.told
        if was == value:
            return  # the same value in another form
        weighing = self._telling.weighing
        rank = weighing.rank(*words, *around, least="saklig")
        whole("värde", where, was, value, rank, path=sorted_edit.path)
        gone, came = sorted_edit.rest or ("", "")
        if gone != came:
            rank = weighing.rank(gone, came, around[0], f" {value} {around[1]}")
            add("avvikelse", where, gone, came, rank)

    def _hidden(
        self,
        ours: PaperSection,
        old: LineSide,
        new: LineSide,
        edits: Sequence[WordEdit],
        here: int,
    ) -> None:
        """Note words of ours that nobody sees any more."""
        for start, end, kind in hidden_since(old, new, edits):
            where = self._telling.where(ours, new.lines[0], here + min(start, 900))
            words_ = new.written(start, end)
            rank = self._telling.weighing.rank(words_, "", least="saklig")
            done = _without(new, start, end)
            self._telling.add("avvikelse", where, words_, "", rank, unseen=kind, done=done)


def position(line: PaperLine | None) -> int:
    """Return where a line stands in the file."""
    return 1000 * line.sources[0] if line else 0


def _rows(olds: Sequence[PaperLine], news: Sequence[PaperLine]) -> bool:
    """Return whether all lines are items of a list or rows of a table."""
    return all(line.is_item or line.is_row for line in (*olds, *news))


def _letters_back(old: LineSide, new: LineSide, edit: WordEdit) -> Undo:
    """Return what takes an edit of a line back; of several lines, all of them."""
    if len(old.lines) > 1 or len(new.lines) > 1:
        return lines_back(new.lines, new.lines[0].sources[0], old.lines)
    (line,) = new.lines
    places = line.fold.places
    start = places[edit.new_from] if edit.new_from < len(places) else len(line.text)
    end = places[edit.new_to - 1] + 1 if edit.new_to > edit.new_from else start
    (ours,) = old.lines
    text = as_written(ours.text, ours.fold, edit.old_from, edit.old_to)
    return Undo(line=line, start=start, end=end, text=text)


def _without(side_: LineSide, start: int, end: int) -> Undo | None:
    """Return what takes letters out of a line; nothing where they stand in several."""
    for line, begins in zip(side_.lines, side_.starts, strict=True):
        if begins <= start and end <= begins + len(line.words):
            places = line.fold.places[start - begins : end - begins]
            return Undo(line=line, start=places[0], end=places[-1] + 1)
    return None


def _back(
    news: Sequence[PaperLine], before: int, olds: Sequence[PaperLine], theirs: PaperSection
) -> Undo:
    """Return what puts lines in the place of others, before a line, or at the end of a section."""
    if before >= 0:
        return lines_back(news, before, olds)
    lines = theirs.every_line
    return lines_behind(olds, lines[-1].sources[-1] if lines else -1)
