"""What every change is told with: its section, its clause, its rank and who made it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import partial
from typing import Final

from avtalsgen.model.comparison import Rank
from avtalsgen.model.returned.changes import ChangedSpan, ReturnedChange, ReturnedKind, Told
from avtalsgen.readers.docx.returned.sheet import Hand, SheetPart, SheetStretch
from avtalsgen.records import dataclass
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.facts.rows import added_row
from avtalsgen.takeback.facts.sorting import EditSorter
from avtalsgen.takeback.paper.beside import PARAGRAPH
from avtalsgen.takeback.paper.folding import CELL
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.paper.sections import COVER, EDGES, LISTED, NOTES, SIGNED, PaperSection
from avtalsgen.takeback.paper.sent import Sent
from avtalsgen.takeback.undo import Undo
from avtalsgen.takeback.weighing import Weighing
from avtalsgen.uppdrag import known

PLACES: Final[dict[str, str]] = {
    COVER: "omslaget",
    EDGES: "sidhuvud",
    SIGNED: "underskrifterna",
    NOTES: "fotnot",
    LISTED: "innehållsförteckningen",
}
_OF_PART: Final[dict[SheetPart, str]] = {
    "header": "sidhuvud",
    "footer": "sidfot",
    "footnote": "fotnot",
    "endnote": "slutnot",
    "textbox": "textruta",
    "signature": "underskrifterna",
    "contents": "innehållsförteckningen",
}
_ROW: Final = 40
AROUND: Final = 60
"""Letters on each side of a change that say how much it matters, and are shown beside it."""
_BREAK: Final = f"[\\n{PARAGRAPH}{CELL}]"


@dataclass(frozen=True, slots=True)
class Where:
    """Where a change stands, as a reader calls it."""

    anchor: str
    section: str
    place: str
    position: int


@dataclass(slots=True)
class Telling:
    """Makes the changes of one file."""

    sent: Sent
    book: FactBook
    sorter: EditSorter
    weighing: Weighing
    condition_of: Callable[[str, str], str]
    """Which facts decide whether a line of a section stands there."""
    moved_on: frozenset[str] = frozenset()
    """Anchors of sections that have another text now than when the file was built."""
    settled: frozenset[str] = frozenset()
    """Those of them that have only what was accepted of this very file."""
    struck_since: Mapping[str, bool] = field(default_factory=dict)
    """The sections, by their marks, that our document had when the file was built and has no
    more; of each whether it stands in their file as it was built."""
    built_since: frozenset[str] = frozenset()
    """The anchors of the sections that our document did not have when the file was built."""
    noted: frozenset[str] = frozenset()
    """What notes and boxes of their file say: a paragraph of ours that says it came from one."""
    renumbered: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The numbers that each of our sections may have in their file."""
    always: list[Undo] = field(default_factory=list)
    """What puts back into their file what was changed in the workspace since."""
    changes: list[ReturnedChange] = field(default_factory=list)
    undos: list[Undo] = field(default_factory=list)

    def where(self, section: PaperSection | None, line: PaperLine | None, position: int) -> Where:
        """Return where a line of a section stands."""
        anchor = section.anchor if section else ""
        title = self.sent.title(anchor) if anchor else section.title if section else ""
        place = title or (PLACES.get(section.part, "") if section else "")
        if line is not None and line.part in _OF_PART:
            place = _OF_PART[line.part]
        return Where(anchor, title or place, place, position)

    def _is_of_rows(self, anchor: str) -> bool:
        """Return whether the program writes a section out of what two editions come to."""
        node = self.sent.nodes.get(anchor)
        return bool(node and node.provenance and node.provenance.kind == "jämförelse")

    def item_of(self, line: PaperLine) -> str:
        """Return the item of a list of facts that a line is; nothing for any other line."""
        items = {
            "" if self.book.why_not(span.path) else self.book.list_of(span.path)
            for span in line.spans
        }
        return items.pop() if len(items) == 1 else ""

    def struck_item(
        self, where: Where, line: PaperLine, item: str, undo: Undo, hand: Hand | None = None
    ) -> None:
        """Note an item of a list of facts that was taken out."""
        old = line.text.strip().replace("\t", " | ")
        rank = self.weighing.rank(old, "", least="saklig")
        hint = "raden tas bort ur listan"
        self.add("värde", where, old, None, rank, hand=hand, path=item, hint=hint, undo=undo)

    def added_row(
        self,
        where: Where,
        row: PaperLine,
        section: PaperSection,
        undo: Undo,
        hand: Hand | None = None,
        unseen: str = "",
    ) -> bool:
        """Note a row that was put into a table of facts in a section of theirs, if it is one."""
        ours = (each for each in self.sent.sections if each.anchor == section.anchor)
        lines = [line for each in ours for line in each.lines]
        item, told = added_row(row, lines, section.lines, self.book)
        if item:
            rank = self.weighing.rank("", told, least="saklig")
            hint = "raden läggs till i listan"
            put = partial(self.add, path=item, unseen=unseen, hint=hint)
            put("värde", where, "", told, rank, hand=hand, undo=undo)
        return bool(item)

    def add(
        self,
        kind: ReturnedKind,
        where: Where,
        old: Told,
        new: Told,
        rank: Rank,
        *,
        hand: Hand | None = None,
        path: str = "",
        unseen: str = "",
        unsure: str = "",
        hint: str = "",
        row: PaperLine | None = None,
        around: tuple[str, str] = ("", ""),
        undo: Undo | None = None,
        done: Undo | None = None,
        spans: tuple[ChangedSpan, ...] = (),
    ) -> None:
        """Note a change; where the parties sign there is nothing but what they fill in."""
        if kind == "avvikelse" and where.place == PLACES[SIGNED]:
            kind, path = "värde", path or SIGNED
        if kind in ("avvikelse", "flyttad") and self._is_of_rows(where.anchor):
            hint = f"tabellen skrivs ur {known.CHANGE_ROWS}; ändra raden där, i {self.book.file}"
        undone, made = self._noted(undo), self._noted(done)
        places = [where.place] if where.place else []
        if row is not None and row.is_row and kind != "värde":
            first_cell = row.words.partition(CELL)[0]
            places.append(f"rad ”{first_cell[:_ROW]}”")
        self.changes.append(
            ReturnedChange(
                kind,
                old,
                new,
                "saklig" if unseen and rank == "redaktionell" else rank,
                where.anchor,
                where.section,
                self.sent.clause(where.anchor),
                path,
                tuple(places),
                author=hand.author if hand else "",
                date=hand.date if hand else "",
                tracked=hand is not None,
                unseen=unseen,
                unsure=unsure,
                hint=hint,
                before=_before(around[0]),
                after=_after(around[1]),
                undo=undone,
                done=made,
                spans=spans,
                position=where.position,
            )
        )

    def _noted(self, undo: Undo | None) -> tuple[int, ...]:
        """Return the place of what takes a change back, or does it, in the list of them."""
        if undo is None:
            return ()
        place = next((place for place, each in enumerate(self.undos) if each is undo), None)
        if place is None:
            place = len(self.undos)
            self.undos.append(undo)
        return (place,)


def _before(text: str) -> str:
    """Return the words before a change, of its paragraph and whole; … where there are more."""
    words = re.split(_BREAK, text)[-1]
    if len(words) < AROUND:
        return words
    return f"… {words.partition(' ')[2]}"


def _after(text: str) -> str:
    words = re.split(_BREAK, text)[0]
    if len(words) < AROUND:
        return words
    return f"{words.rpartition(' ')[0]} …"


def unseen(stretches: Iterable[SheetStretch]) -> str:
    """Return why letters are not seen, if any of them are not."""
    kinds = {stretch.look.unseen for stretch in stretches}
    return next((kind for kind in ("dold", "vit", "mycket liten") if kind in kinds), "")
