"""Silent changes outside the text: where the parties sign, notes and boxes, page heads and feet."""

from collections.abc import Sequence

from avtalsgen.compare.align.likeness import words
from avtalsgen.model.returned.changes import ReturnedKind
from avtalsgen.takeback.paper.folding import joined
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.paper.sections import SIGNED, SIGNED_ON, PaperSection
from avtalsgen.takeback.silent.lines import SilentLines, position
from avtalsgen.takeback.telling import Telling, Where, unseen
from avtalsgen.takeback.undo import lines_back


class SilentOutside:
    """Notes what was changed outside the text without being tracked."""

    def __init__(self, news: Sequence[PaperSection], telling: Telling) -> None:
        """Note what differs in `telling`; notes hang on lines of `news`."""
        self._news = news
        self._telling = telling
        self._lines = SilentLines(telling)

    def signatures(self, ours: PaperSection, theirs: PaperSection) -> None:
        """Note what was filled in where the parties sign."""
        known = [line.words for line in ours.lines]
        said = [line.words for line in theirs.lines]
        left = [line for line in ours.lines if line.words not in said]
        in_order = len(left) == sum(words_ not in known for words_ in said)
        kept = [line for line in ours.lines if line.words in said]
        for line in theirs.lines:
            if line.words in known:
                same = next((each for each in kept if each.words == line.words), None)
                if same is not None:
                    kept.remove(same)
                    line.spans = list(same.spans)
                    self._lines.looks(ours, same, line)
                continue
            label = left[0] if in_order else self._label(ours.lines, left, line)
            if label in left:
                left.remove(label)
            if label is not None and label.spans:
                self._lines.compare(ours, [label], [line])
                continue
            base = label.words if label else ""
            where = self._telling.where(theirs, line, position(line))
            new = _filled(base, line.words)
            self._telling.add(
                "värde",
                where,
                base if not new.startswith(base) and new else None,
                new or line.text.strip(),
                "saklig",
                path=_signed_path(base, new),
                unseen=unseen(line.stretches),
            )

    def _label(
        self, olds: Sequence[PaperLine], left: Sequence[PaperLine], line: PaperLine
    ) -> PaperLine | None:
        """Return the line of ours that something was written on; none if it stands alone."""
        near = max(left or olds, key=lambda other: _alike(other.words, line.words), default=None)
        return near if near is not None and _alike(near.words, line.words) > 0 else None

    def notes(self, theirs: PaperSection) -> None:
        """Note footnotes and text boxes that were put in, at the section that they hang on."""
        telling = self._telling
        known = {line.words for each in telling.sent.sections for line in each.lines}
        names = {
            name: None for line in theirs.lines if line.words not in known for name in [line.name]
        }
        for name in names:
            lines = [line for line in theirs.lines if line.name == name]
            section = self._hangs_on(name)
            text = joined([line.text.strip() for line in lines])
            hidden = unseen(stretch for line in lines for stretch in line.stretches)
            where = telling.where(section, None, position(lines[0]))
            place = telling.where(None, lines[0], 0).place
            where = Where(where.anchor, where.section, place, self._note_position(name))
            kind: ReturnedKind = "ny" if lines[0].part == "textbox" else "avvikelse"
            rank = telling.weighing.rank("", text)
            telling.add(kind, where, "", text, rank, unseen=hidden, undo=lines_back(lines, 0))

    def _hangs_on(self, name: str) -> PaperSection | None:
        for section in self._news:
            if any(name in line.notes for line in section.every_line):
                return section
        return None

    def _note_position(self, name: str) -> int:
        section = self._hangs_on(name)
        lines = section.every_line if section else []
        return next((position(line) for line in lines if name in line.notes), 0)

    def edges(self, ours: PaperSection, theirs: PaperSection | None) -> None:
        """Note what page heads and feet say that ours do not; programs double and drop them."""
        if theirs is None or not theirs.lines:
            return
        known = {line.words for line in ours.lines}
        said = {line.words for line in theirs.lines}
        done: set[str] = set()
        for line in theirs.lines:
            if line.words in known:
                if line.words not in done:
                    self._look(ours, theirs, line)
                done.add(line.words)
                continue
            near = max(
                (each for each in ours.lines if each.part == line.part),
                key=lambda each: (each.words not in said, _alike(each.words, line.words)),
                default=None,
            )
            if near is not None and _alike(near.words, line.words) > 0:
                self._lines.compare(ours, [near], [line])
            else:
                self._lines.gap(ours, [], [line], theirs)

    def _look(self, ours: PaperSection, theirs: PaperSection, line: PaperLine) -> None:
        """Note a head or foot that says the same and looks otherwise wherever it stands."""
        same = [each for each in ours.lines if each.words == line.words]
        here = [each for each in theirs.lines if each.words == line.words]
        if len(same) == len(here):
            for old_line, new_line in zip(same, here, strict=True):
                self._lines.looks(ours, old_line, new_line)


def _alike(first: str, second: str) -> float:
    olds, news = set(words(first)), set(words(second))
    return len(olds & news) / max(1, len(olds | news))


def _filled(label: str, text: str) -> str:
    """Return what was written beside a label."""
    if label and label in text:
        return " ".join(text.replace(label, " ").split()).strip(" :.,_")
    return text


def _signed_path(label: str, text: str) -> str:
    return SIGNED_ON if "datum" in label.casefold() or text[:4].isdigit() else SIGNED
