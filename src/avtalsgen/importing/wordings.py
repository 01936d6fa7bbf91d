"""Clauses that several old documents share, and who deviates from whom in which words.

A section is compared without the names of the parties and without values: what is left is its
wording. Sections of a likeness are one clause, each wording an edition of it, and a value that
is not the same in all documents of an edition a parameter.

    A  3 Tid   Uppdraget gäller i två år.   ─┐  wording 1: Uppdraget gäller i ⟨tid⟩.
    B  4 Tid   Uppdraget gäller i tre år.   ─┘             ⟨tid⟩ varies: två år, tre år
    C  2 Tid   Avtalet gäller i tre år.      ── wording 2: Avtalet gäller i ⟨tid⟩.
                                                C deviates: Uppdraget → Avtalet
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.importing.stated.lines import DAY
from avtalsgen.records import dataclass
from avtalsgen.swedish.durations import TimeUnit
from avtalsgen.swedish.numbers import read_letters
from avtalsgen.swedish.typography import SPACE

_ALIKE: Final = 0.6
_ALIKE_BY_NAME: Final = 0.5
"""How much of the words two sections have in common that are one clause; less under one heading."""
_FEWEST: Final = 5
"""Words of a section that says something of its own."""
_ARTICLES: Final = ("en", "ett")
_UNITS: Final = "|".join(
    sorted({n for u in TimeUnit for n in (u.singular, u.plural)}, reverse=True)
)
_VALUE: Final = re.compile(
    rf"""
      (?P<datum>{DAY})
    | (?P<tid>\b\w+{SPACE}(?:{_UNITS})\b)
    | (?P<tal>\d(?:[\d\ \u00a0]*\d)?(?:,\d+)?)
    | (?P<ord>\w+|[^\w\s])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class WordingPiece:
    """A word of a section, or a value in it."""

    raw: str
    kind: str
    """`ord`, a kind of value, or a party."""
    apart: bool = True
    """There is room between it and the one before it."""

    @property
    def spaced(self) -> str:
        """Return it as it is written behind another."""
        return f" {self.raw}" if self.apart else self.raw

    @property
    def key(self) -> str:
        """Return what it is compared by."""
        return self.raw.casefold() if self.kind == "ord" else f"⟨{self.kind}⟩"


@dataclass(frozen=True, slots=True)
class SharedSection:
    """A section of one document."""

    document: str
    number: str
    heading: str
    text: str
    """As Markdown."""
    pieces: tuple[WordingPiece, ...]
    clause: str = ""
    """Of the library that it is like."""

    @property
    def wording(self) -> tuple[str, ...]:
        """Return what it says whatever its values are."""
        return tuple(piece.key for piece in self.pieces)


@dataclass(slots=True)
class SharedClause:
    """Sections of several documents that are one clause."""

    sections: list[SharedSection] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """Return what most documents call it."""
        return Counter(section.heading for section in self.sections).most_common(1)[0][0]

    @property
    def editions(self) -> list[list[SharedSection]]:
        """Return the sections of each wording, that of the most documents first."""
        groups: dict[tuple[str, ...], list[SharedSection]] = {}
        for section in self.sections:
            groups.setdefault(section.wording, []).append(section)
        return sorted(groups.values(), key=len, reverse=True)

    def drift(self) -> Iterator[tuple[SharedSection, SharedSection, list[tuple[str, str]]]]:
        """Yield who deviates from whom, and in which words."""
        first, *others = self.editions
        for group in others:
            for section in group:
                yield section, first[0], list(_changed(first[0], section))


def pieces(text: str, parties: Mapping[str, str]) -> tuple[WordingPiece, ...]:
    """Return the words and values of a text; `parties` are names and the party that each is."""
    names = sorted(parties, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, names)) or r"(?!)", re.IGNORECASE)
    made: list[WordingPiece] = []
    here = 0
    for match in (*pattern.finditer(text), None):
        made += _plain(text, here, match.start() if match else len(text))
        if match:
            apart = text[match.start() - 1 : match.start()].isspace()
            made.append(WordingPiece(match[0], parties[match[0].casefold()], apart))
            here = match.end()
    return tuple(made)


def _plain(text: str, start: int, end: int) -> Iterator[WordingPiece]:
    for match in _VALUE.finditer(text, start, end):
        first, *rest = match[0].split()
        counted = first.isdecimal() or read_letters(first.casefold()) is not None
        if match.lastgroup == "tid" and not counted:  # every year, the same month
            yield from (WordingPiece(word, "ord") for word in (first, *rest))
        else:
            apart = text[match.start() - 1 : match.start()].isspace()
            kind = "tal" if _is_number(match[0]) else match.lastgroup or "ord"
            yield WordingPiece(match[0], kind, apart)


def _is_number(word: str) -> bool:
    """Return whether a word is a number in letters, and cannot be an article."""
    return word.casefold() not in _ARTICLES and read_letters(word.casefold()) is not None


def shared_clauses(sections: Sequence[SharedSection]) -> list[SharedClause]:
    """Return the clauses that at least two documents have, in the order of the first of them."""
    clauses: list[SharedClause] = []
    for section in sections:
        if len(section.pieces) < _FEWEST:
            continue
        best = max(
            (clause for clause in clauses if _may_join(clause, section)),
            key=lambda clause: _likeness(clause, section),
            default=None,
        )
        if best is None:
            clauses.append(SharedClause([section]))
        else:
            best.sections.append(section)
    return [clause for clause in clauses if len(clause.sections) > 1]


def _may_join(clause: SharedClause, section: SharedSection) -> bool:
    if any(each.document == section.document for each in clause.sections):
        return False
    same = any(each.heading.casefold() == section.heading.casefold() for each in clause.sections)
    return _likeness(clause, section) >= (_ALIKE_BY_NAME if same else _ALIKE)


def _likeness(clause: SharedClause, section: SharedSection) -> float:
    return max(_shared(each.wording, section.wording) for each in clause.sections)


def _shared(first: Sequence[str], second: Sequence[str]) -> float:
    both = (Counter(first) & Counter(second)).total()
    return 2 * both / (len(first) + len(second))


def _changed(old: SharedSection, new: SharedSection) -> Iterator[tuple[str, str]]:
    for edit in word_diff(old.wording, new.wording):
        if edit.kind != "same":
            sides = old.pieces[edit.old_from : edit.old_to], new.pieces[edit.new_from : edit.new_to]
            gone, came = ("".join(piece.spaced for piece in side).strip() for side in sides)
            yield gone, came


def varying(group: Sequence[SharedSection]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield where the documents of one wording have other values: place, kind, each value."""
    for place, piece in enumerate(group[0].pieces):
        raws = tuple(section.pieces[place].raw for section in group)
        if piece.kind != "ord" and len(set(raws)) > 1:
            yield place, piece.kind, raws
