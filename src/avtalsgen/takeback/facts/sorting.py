"""What an edit of a line is: a fact with another value, or other words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.takeback.facts.book import FactBook, TypedFact, value_in
from avtalsgen.takeback.paper.beside import PARAGRAPH, LineSide, WordEdit, after_edits
from avtalsgen.takeback.paper.folding import CELL, folded
from avtalsgen.takeback.paper.lines import PaperSpan

_UNITS: Final = re.compile(
    r"[\s.,:-]*(?:(?:kronor|krona|kr|procent|%|år|månad(?:er)?|dag(?:ar)?)[\s.]*)?", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"[.!?] +[A-ZÅÄÖ]")
_LOOSE: Final = ("text", "sluttid", "lista", "organ")
"""Types that nearly any words may be."""
_MUCH: Final = 120
_MOST_OF_CLOSE: Final = 8
"""Words of a fact that another stands next to."""
_WORD: Final = 5
_HOLE: Final = rf"[^\n{CELL}]+?"
"""What a fact may become: any words that are not of the next cell."""
_BROKEN: Final = "hänvisningen till avsnittet är bruten: numret är skrivet för hand"


@dataclass(frozen=True, slots=True)
class SortedEdit:
    """One change at one place of a line."""

    edit: WordEdit
    path: str = ""
    value: TypedFact | None = None
    """Set for a fact with another value."""
    hint: str = ""
    derived: bool = False
    """Only what the program works out or takes out of a register was there."""
    rest: tuple[str, str] | None = None
    """What was taken out and put in beside a value, where that is all that the edit says."""


class EditSorter:
    """Sorts the edits of lines by the facts that are printed in them."""

    def __init__(self, book: FactBook, names: frozenset[str]) -> None:
        """Know the facts by `book`; `names` are what the parties are called."""
        self._book = book
        self._names = names

    def sorted_out(
        self, old: LineSide, new: LineSide, edits: Sequence[WordEdit]
    ) -> Iterator[SortedEdit]:
        """Yield each change of a line with what it is, in reading order."""
        by_holes = self._by_holes(old, new)
        if by_holes is not None:
            yield from by_holes
            return
        left = list(edits)
        for span in old.spans:
            touching = [edit for edit in left if _touches(edit, span)]
            if not touching:
                continue
            inside = all(span.start <= e.old_from and e.old_to <= span.end for e in touching)
            whole = self._inside(old, new, span, edits) if inside else None
            if whole is None and self._ends(span):
                touching = _near(touching, left)
            if whole is None and (len(touching) == 1 or self._ends(span)):
                whole = self._around(old, new, span, _hull(touching))
            if whole is not None:
                left = [edit for edit in left if edit not in touching]
                yield whole
        for edit in left:
            spans = [span for span in old.spans if _touches(edit, span)]
            put_in = new.text[edit.new_from : edit.new_to].strip()
            derived = bool(spans) and all(
                span.kind == "reference" or self._book.why_not(span.path) for span in spans
            )
            lost = [
                span
                for span in spans
                if old.text[max(span.start, edit.old_from) : min(span.end, edit.old_to)]
                not in put_in
            ]
            hint = self._hint(lost, gone=not put_in)
            yield SortedEdit(edit, hint=hint, derived=derived)

    def _by_holes(self, old: LineSide, new: LineSide) -> list[SortedEdit] | None:
        """Return what became of each fact, if the words between them are all as they were."""
        spans = old.spans
        close = [pair for pair in pairwise(spans) if not _clear(old.text, *pair)]
        if not spans or len(close) > 1 or not all(self._unlike(*pair) for pair in close):
            return None
        ways: list[Mapping[PaperSpan, str]] = [{}]
        for first, second in close:
            counts = range(_MOST_OF_CLOSE) if self._typed(second) else range(_MOST_OF_CLOSE)[::-1]
            ways = [{first: rf"(?:\S+ ){{{count}}}\S+"} for count in counts]
        for holes in ways:
            matched = _pattern(old.text, spans, holes).fullmatch(new.text)
            every = self._of_holes(old, new, matched) if matched else None
            if every is not None:
                return every
        return None

    def _unlike(self, first: PaperSpan, second: PaperSpan) -> bool:
        """Return whether two facts with nothing between them are told apart by their types.

        The one that not any words may be then has as many of them as it can.
        """
        return self._typed(first) or self._typed(second)

    def _typed(self, span: PaperSpan) -> bool:
        parameter = self._book.parameter(span.path)
        return parameter is not None and parameter.type not in _LOOSE

    def _of_holes(
        self, old: LineSide, new: LineSide, matched: re.Match[str]
    ) -> list[SortedEdit] | None:
        every = []
        for place, span in enumerate(old.spans, 1):
            first, last = matched.span(place)
            if new.text[first:last] == old.text[span.start : span.end]:
                continue
            hole = WordEdit(span.start, span.end, first, last)
            told = self._value(old, new, span, hole)
            if told is None:
                return None
            every.append(told)
        return every

    def _inside(
        self, old: LineSide, new: LineSide, span: PaperSpan, edits: Sequence[WordEdit]
    ) -> SortedEdit | None:
        """Return what became of a fact of which only a part was edited."""
        first = after_edits(span.start, edits, end=False)
        last = after_edits(span.end, edits, end=True)
        return self._value(old, new, span, WordEdit(span.start, span.end, first, last))

    def _value(
        self, old: LineSide, new: LineSide, span: PaperSpan, hole: WordEdit
    ) -> SortedEdit | None:
        """Return the new value of a fact, nothing if what stands there is none."""
        written = new.written(hole.new_from, hole.new_to)
        value = self._parsed(old, span, written)
        return None if value is None else SortedEdit(hole, span.path, value)

    def _parsed(self, old: LineSide, span: PaperSpan, written: str) -> TypedFact | None:
        if span.kind == "reference" or self._book.why_not(span.path):
            return None
        printed = old.written(span.start, span.end)
        if span.kind == "gap" and written.startswith(f"{printed}. "):
            return None  # the dots stay, and the sentence that they end: what follows is another
        parameter = self._book.parameter(span.path)
        if parameter and parameter.type in _LOOSE and span.kind != "gap":
            name = self._book.is_name(span.path)
            if parameter.type == "text" and not name and _is_all_of_it(old, span):
                return self._book.parsed(span.path, written, printed)
            if _SENTENCE.search(written) or len(written) > 3 * len(printed) + _MUCH:
                return None
            if self._only_added(span, folded(printed).text, folded(written).text):
                return None
            said = folded(written).text.casefold()
            if said in self._names and folded(printed).text.casefold() in self._names:
                return None  # one party in the place of another: other words, not another name
        return self._book.parsed(span.path, written, printed)

    def _only_added(self, span: PaperSpan, printed: str, written: str) -> bool:
        """Return whether words stand beside a fact that is as it was."""
        behind = written.startswith(f"{printed} ") and written.removeprefix(printed).strip()
        before = written.endswith(f" {printed}")
        if behind and self._book.is_name(span.path):
            return not behind[:1].isupper()
        return bool(behind) or before or written.startswith((f"{printed},", f"{printed}."))

    def _ends(self, span: PaperSpan) -> bool:
        """Return whether a fact says when something ends, which is told in many words."""
        parameter = self._book.parameter(span.path)
        return parameter is not None and parameter.type == "sluttid"

    def _around(
        self, old: LineSide, new: LineSide, span: PaperSpan, edit: WordEdit
    ) -> SortedEdit | None:
        """Return the new value in an edit of more words than those of the fact."""
        parameter = self._book.parameter(span.path)
        ends = self._ends(span)
        if parameter is None or (parameter.type in _LOOSE and span.kind != "gap" and not ends):
            return None
        before = old.text[edit.old_from : span.start]
        behind = old.text[span.end : edit.old_to]
        written = new.written(edit.new_from, edit.new_to)
        if ends or (_UNITS.fullmatch(before) and _UNITS.fullmatch(behind)):
            if ends and (before.strip() not in ("", "och") or behind.strip()):
                return None
            value = self._parsed(old, span, written)
            if value is not None:
                return SortedEdit(edit, span.path, value)
        places = list(value_in(parameter.type, written))
        if len(places) != 1:
            return None
        first, last = places[0]
        value = self._parsed(old, span, written[first:last])
        rest = f"{written[:first].strip()} {written[last:].strip()}".strip()
        gone = f"{before.strip()} {behind.strip()}".strip()
        return None if value is None else SortedEdit(edit, span.path, value, rest=(gone, rest))

    def _hint(self, spans: Sequence[PaperSpan], *, gone: bool) -> str:
        """Return what to say of facts that were printed where something else stands now."""
        for span in spans if not gone else ():
            if span.kind == "reference":
                return _BROKEN
            why = self._book.why_not(span.path)
            if why:
                return why
        if spans and not gone:
            return f"här stod {spans[0].path}, och det som står nu är inget sådant värde"
        return ""


def _near(touching: Sequence[WordEdit], every: Sequence[WordEdit]) -> list[WordEdit]:
    """Return edits with those before them of which no more than a word parts them."""
    near = list(touching)
    for edit in reversed(every):
        if edit not in near and 0 <= near[0].old_from - edit.old_to <= _WORD:
            near.insert(0, edit)
    return near


def _hull(edits: Sequence[WordEdit]) -> WordEdit:
    """Return edits as one, from the beginning of the first to the end of the last."""
    first, last = edits[0], edits[-1]
    return WordEdit(first.old_from, last.old_to, first.new_from, last.new_to)


def _touches(edit: WordEdit, span: PaperSpan) -> bool:
    if edit.old_from == edit.old_to:
        return span.start < edit.old_from < span.end
    return edit.old_from < span.end and edit.old_to > span.start


def _is_all_of_it(old: LineSide, span: PaperSpan) -> bool:
    """Return whether a fact is all that a paragraph or a cell says, so that nothing else is there.

    Where the parties sign there is: a title that somebody wrote beside a name.
    """
    if any(line.part == "signature" for line in old.lines):
        return False
    before, behind = old.text[: span.start], old.text[span.end :]
    edges = ("", CELL, PARAGRAPH)
    return before[-1:] in edges and behind[:1] in edges


def _clear(text: str, first: PaperSpan, second: PaperSpan) -> bool:
    """Return whether something stands between two facts, by which they are told apart."""
    between = text[first.end : second.start]
    return CELL in between or any(letter.isalnum() for letter in between)


def _pattern(
    text: str, spans: Sequence[PaperSpan], holes: Mapping[PaperSpan, str]
) -> re.Pattern[str]:
    """Return the line as a pattern, with a hole for each fact: any words but in `holes`."""
    parts, here = [], 0
    for span in spans:
        parts += [re.escape(text[here : span.start]), f"({holes.get(span, _HOLE)})"]
        here = span.end
    parts.append(re.escape(text[here:]))
    return re.compile("".join(parts))
