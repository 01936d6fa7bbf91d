"""A comparison as its page reads it: sections with what happened, lines with rank and reason.

    Comparison ──► ReadSection (anchor, tidings) ──► ReadLine (one text with marks, rank, why)

What the words are called is said by `writers.comparison.vocabulary`, as in every other view.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from avtalsgen.model.comparison import (
    ComparedLine,
    Comparison,
    Face,
    Rank,
    SectionPair,
    Span,
    TopRow,
)
from avtalsgen.model.duties import ComparedDuty
from avtalsgen.records import dataclass
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.comparison_lines import changes_of, is_marked, one_line
from avtalsgen.writers.comparison.first_page import (
    BY_SECTION,
    by_party,
    duty_totals,
    in_table,
    party_name,
    place_of,
    standing,
    why,
)
from avtalsgen.writers.comparison.totals import Totals, totals

_BY_SENTENCE: Final = "Pengar, tid, ansvar och skyldigheter, det som betyder mest först."
_RANKS: Final[Mapping[Rank, str]] = {"avgörande": "vital", "saklig": "sak", "redaktionell": "red"}
"""The class of a change in the page, the weightiest first."""
_MOVED: Final = "mov"
_BLANK: Final = (Span("–", "same"),)
_STATUS_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "skärpt": ("warn", "warn"),
    "ny": ("ok", "plus"),
    "annan part": ("moved", "move"),
    "mildrad": ("set", "no"),
    "utgår": ("bad", "no"),
    "samma": ("", "pen"),
}
"""The looks of what became of a duty: kind and icon of a tag."""
_TIDING_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "nytt": ("ok", "plus"),
    "borttaget": ("bad", "no"),
    "flyttat": ("moved", "move"),
    "utbrutet": ("moved", "move"),
    "sammanfört": ("moved", "move"),
    "ändrat": ("warn", "pen"),
}


@dataclass(frozen=True, slots=True)
class ShownTag:
    """A word with the looks of a tag."""

    word: str
    kind: str
    shape: str


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line; one where nothing differs has no rank."""

    kind: str
    spans: tuple[Span, ...]
    """Both sides in one."""
    old: tuple[Span, ...]
    new: tuple[Span, ...]
    rank: str
    """Its class: `vital`, `sak`, `red`, `mov`, or empty."""
    rank_word: str
    reasons: str
    where: str
    """Where the other side of it stands, if that is another section."""


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A section of either version, or of both."""

    anchor: str
    number: str
    heading: str
    fate: str
    """`came`, `went`, or empty where both versions have it."""
    depth: int
    tags: tuple[ShownTag, ...]
    whereabouts: tuple[str, ...]
    lines: tuple[ReadLine, ...]
    changes: int

    @property
    def same(self) -> bool:
        """Whether nothing at all happened to it."""
        return not self.tags


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A change that matters most, with the section where it is read."""

    row: TopRow
    place: str
    why: str
    anchor: str
    """Empty where no section of the comparison has that place."""


@dataclass(frozen=True, slots=True)
class ShownDuty:
    """A duty that changed, or is in other words."""

    duty: ComparedDuty
    place: str
    tag: ShownTag
    anchor: str


@dataclass(frozen=True, slots=True)
class ShownParty:
    """Who must do what, and how much of it is as it was."""

    name: str
    duties: tuple[ShownDuty, ...]
    totals: str


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """All that the page shows, in its order."""

    comparison: Comparison
    totals: Totals
    said: tuple[str, str]
    top: tuple[ShownRow, ...]
    top_said: str
    """What the rows that matter most are."""
    parties: tuple[ShownParty, ...]
    sections: tuple[ReadSection, ...]
    others: tuple[str, ...]
    ranks: Mapping[str, int]
    """How many changed lines there are of each class."""


def shown(comparison: Comparison) -> ShownComparison:
    """Return `comparison` as its page reads it; every section of it is there once."""
    sections = tuple(
        read_section(pair, f"a{number}") for number, pair in enumerate(comparison.sections, start=1)
    )
    anchors = _anchors(comparison, sections)
    counted = totals(comparison)
    parties = (_party(name, duties, anchors) for name, duties in by_party(comparison.duties))
    ranks = [line.rank for section in sections for line in section.lines if line.rank]
    return ShownComparison(
        comparison,
        counted,
        counted.said(),
        tuple(_row(row, anchors) for row in comparison.top),
        BY_SECTION if comparison.top_by_section else _BY_SENTENCE,
        tuple(party for party in parties if party.duties),
        sections,
        tuple(vocabulary.others(comparison)),
        {name: ranks.count(name) for name in (*_RANKS.values(), _MOVED)},
    )


def read_section(pair: SectionPair, anchor: str) -> ReadSection:
    """Return a section with what happened to it and its lines."""
    face = pair.new or pair.old
    lines = tuple(_line(pair, line) for line in pair.lines if not _is_plain_heading(line))
    return ReadSection(
        anchor,
        vocabulary.numbers(pair),
        vocabulary.heading(pair),
        "came" if pair.old is None else "went" if pair.new is None else "",
        min(len(face.path), 2) if face else 0,
        tuple(_tag(word) for word in vocabulary.tidings(pair)) if pair.differs else (),
        tuple(vocabulary.whereabouts(pair)),
        lines,
        sum(bool(line.rank) for line in lines),
    )


def _is_plain_heading(line: ComparedLine) -> bool:
    """Return whether `line` says no more than the head of its section does."""
    return line.kind == "heading" and (line.old is None or line.new is None or not is_marked(line))


def _line(pair: SectionPair, line: ComparedLine) -> ReadLine:
    changes = changes_of(pair, line)
    ranks = {change.rank for change in changes}
    highest = next((rank for rank in _RANKS if rank in ranks), None)
    reasons = dict.fromkeys(reason for change in changes for reason in change.reasons)
    where = vocabulary.elsewhere(line)
    moved = where or line.move is not None
    return ReadLine(
        line.kind,
        one_line(line),
        line.old if line.old is not None else _BLANK,
        line.new if line.new is not None else _BLANK,
        _RANKS[highest] if highest else _MOVED if moved else "",
        highest or ("flyttad" if moved else ""),
        " ".join(vocabulary.WHY[reason] for reason in reasons),
        where,
    )


def _tag(word: str) -> ShownTag:
    return ShownTag(word, *_TIDING_KINDS.get(word, ("plain", "")))


def _row(row: TopRow, anchors: Mapping[str, str]) -> ShownRow:
    return ShownRow(row, place_of(row), why(row), _anchor(row, anchors))


def _party(name: str, duties: Sequence[ComparedDuty], anchors: Mapping[str, str]) -> ShownParty:
    shown_duties = tuple(
        ShownDuty(
            duty,
            place_of(duty),
            ShownTag(standing(duty), *_STATUS_KINDS[duty.status]),
            _anchor(duty, anchors),
        )
        for duty in in_table(duties)
    )
    return ShownParty(party_name(name), shown_duties, duty_totals(duties))


def _anchors(comparison: Comparison, sections: Sequence[ReadSection]) -> Mapping[str, str]:
    """Return the section that a place of either version names, by the number or the heading."""
    anchors: dict[str, str] = {}
    for pair, section in zip(comparison.sections, sections, strict=True):
        for side, face in (("new", pair.new), ("old", pair.old)):
            for name in _names(face):
                anchors.setdefault(f"{side} {name}", section.anchor)
    return anchors


def _names(face: Face | None) -> tuple[str, ...]:
    return tuple(name for name in (face.number, face.heading) if name) if face else ()


def _anchor(place: TopRow | ComparedDuty, anchors: Mapping[str, str]) -> str:
    return anchors.get(f"new {place.new_place}") or anchors.get(f"old {place.old_place}", "")
