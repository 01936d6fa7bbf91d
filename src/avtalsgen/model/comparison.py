"""What differs between two versions of a document: what every view of it shows.

Comparison ── SectionPair (a clause that answers to a clause, came or went)
                  ├─ Line    what stands there, old beside new, word by word
                  └─ Change  what was changed, how much it matters and why
"""

from collections.abc import Iterator
from dataclasses import field
from typing import Final, Literal

from avtalsgen.model.duties import ComparedDuty
from avtalsgen.records import dataclass

Part = Literal["body", "cover", "header", "footer", "footnote", "signature"]
Weight = Literal["saklig", "redaktionell"]
Rank = Literal["avgörande", "saklig", "redaktionell"]
"""How much a change matters, beside its weight: `avgörande` is saklig in weight."""
Reason = Literal[
    "belopp",
    "pris",
    "datum",
    "frist",
    "procent",
    "varaktighet",
    "klockslag",
    "tal",
    "rättskälla",
    "part",
    "modalitet",
    "negation",
    "gräns",
    "inskränkning",
    "form",
    "omfattning",
    "villkor",
    "hänvisning",
    "ordning",
    "ansvar",
    "skyldighet",
    "länk",
    "text",
    "numrering",
    "stavning",
    "skiljetecken",
    "mellanrum",
    "versaler",
    "format",
    "namnbyte",
    "ordföljd",
    "flyttad",
]
"""Why a change matters, or why it does not."""
DECISIVE: Final[frozenset[Reason]] = frozenset(
    {
        *("belopp", "pris", "procent", "datum", "frist", "varaktighet", "klockslag"),
        *("part", "modalitet", "negation", "gräns", "inskränkning", "form"),
        *("rättskälla", "ansvar", "ordning", "skyldighet"),
    }
)
"""Reasons that decide what somebody must do, may do, pays or answers for."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a section is known to a reader."""

    number: str
    """As printed; may be empty."""
    heading: str
    """Without the number; may be empty."""
    path: tuple[str, ...]
    """The headings above it, outermost first."""
    anchor: str = ""
    place: int = field(default=0, compare=False)
    """How many sections of its document stand before it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of words. `old` is empty for an insertion, `new` for a deletion."""

    kind: Literal["replace", "insert", "delete"]
    old: str
    new: str
    weight: Weight
    reasons: tuple[Reason, ...]

    @property
    def rank(self) -> Rank:
        """How much it matters: what binds or frees somebody, the content, or nobody."""
        if self.weight == "redaktionell":
            return "redaktionell"
        return "avgörande" if DECISIVE & set(self.reasons) else "saklig"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line. `change` is where its change stands in the pair's `changes`."""

    text: str
    mark: Literal["same", "inserted", "deleted"]
    change: int | None = None


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A heading, paragraph, item or row; `old` or `new` is none where only one side has it.

    Law: the spans of `old` are never `inserted`, those of `new` never `deleted`, and the texts
    that are `same` are the same on both sides.
    """

    kind: Literal["heading", "paragraph", "item", "row"]
    old: tuple[Span, ...] | None
    new: tuple[Span, ...] | None
    elsewhere: Face | None = None
    """The section where the other side of it stands, when that is not this pair."""
    move: int | None = None
    """Where the change stands in the pair's `changes` that says that the line was moved."""


@dataclass(frozen=True, slots=True)
class SectionPair:
    """A section of the old version beside the one that answers to it in the new."""

    part: Part
    status: Literal["unchanged", "changed", "added", "removed"]
    moved: bool
    """Its text stands in another order, whatever came or went before it."""
    reparented: bool
    """Its text stands where it stood; the nearest section above that both have is another."""
    renumbered: bool
    similarity: float
    """The share of its words that both sides have, 0..1."""
    old: Face | None
    new: Face | None
    changes: tuple[Change, ...] = ()
    lines: tuple[ComparedLine, ...] = ()
    split_from: Face | None = None
    """The old section whose text an added one was taken out of."""
    merged_into: Face | None = None
    """The new section that took in the text of a removed one."""
    split_into: tuple[Face, ...] = ()
    """The added sections whose text was taken out of this one."""
    merged_from: tuple[Face, ...] = ()
    """The removed sections whose text this one took in."""

    @property
    def differs(self) -> bool:
        """Whether anything at all is not as it was, be it only the number."""
        return self.status != "unchanged" or self.moved or self.reparented or self.renumbered


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is not the same, as the documents print it; empty where it is not there."""

    path: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TopRow:
    """A subject that changed: what was said of it and what is said now, in words of the texts."""

    what: str
    old: str
    """Empty where that side has none, as `new`."""
    new: str
    old_place: str
    """A number, or a heading where there is none."""
    new_place: str
    rank: Rank
    reason: Reason


@dataclass(frozen=True, slots=True)
class OtherChange:
    """What differs beside the words: how many of a kind only one side has."""

    kind: str
    """As a reader calls it: `bild`, `diagram`, `formatering`."""
    old: int
    new: int
    said: str = ""
    """What is another, where it can be said: `formatmallen ”Brödtext” ser annorlunda ut`."""


@dataclass(frozen=True, slots=True)
class CommentChange:
    """A comment that only one side has: no text of the agreement, and told by itself."""

    status: Literal["ny", "borttagen"]
    who: str
    """Who wrote it; empty where the file does not say."""
    on: str
    """The words that it is on; empty as `who`."""
    said: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents."""

    source: str
    """What the user named."""
    title: str
    words: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs. Every section of both sides is in `sections` exactly once."""

    old: Side
    new: Side
    sections: tuple[SectionPair, ...]
    """In the order of the new version, what was removed where it stood."""
    facts: tuple[FactChange, ...] = ()
    top: tuple[TopRow, ...] = ()
    """What matters most first, at most twelve."""
    top_by_section: bool = False
    """So many sentences differ that `top` is the weightiest change of a section each."""
    duties: tuple[ComparedDuty, ...] = ()
    """Every duty of either side, in the order of the new version."""
    other: tuple[OtherChange, ...] = ()
    """What differs beside the words, where both files can show it."""
    comments: tuple[CommentChange, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing differs at all."""
        told = self.facts or self.other or self.comments
        return not told and not any(pair.differs for pair in self.sections)

    def changes(self) -> Iterator[Change]:
        """Yield every change in the order of the sections."""
        for pair in self.sections:
            yield from pair.changes
