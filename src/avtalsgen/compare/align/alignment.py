"""What of two documents answers to what, before a word is compared."""

import operator
from collections import Counter
from collections.abc import Sequence
from dataclasses import field, replace
from typing import Final

from avtalsgen.compare.align.likeness import words
from avtalsgen.compare.align.lines import Said, as_written, matched_lines
from avtalsgen.compare.align.moves import Moves, moves
from avtalsgen.compare.align.outline import Outline, Unit, outline
from avtalsgen.compare.align.sections import paired_sections, without_wordless_moves
from avtalsgen.compare.align.splits import Match
from avtalsgen.compare.words.subsequence import increasing
from avtalsgen.model.nodes import Document
from avtalsgen.records import dataclass

_MOST_WORDS: Final = 0.4
"""The share of their words that a line and what it became elsewhere have in common, at the least.
Of the moves between the two real agreements of 2019 and 2021 the true ones have 0.46 to 1."""
_FEW_WORDS: Final = 5
"""A line with fewer that tell it from others, such as the name of a party, has not moved to a line
that also has them."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Both outlines, and which sections and lines answer to each other."""

    old: Outline
    new: Outline
    sections: dict[int, int]
    """The place of the new section for that of the old."""
    moves: Moves
    """Which sections stand elsewhere, or under something else."""
    matches: tuple[Match, ...]
    """Lines but headings, in the order of the new version."""
    staying: frozenset[Match]
    """The matches inside sections that answer to each other, as many as keep their order."""
    said: Said = field(default=as_written, compare=False)
    """What a text says, however it is written: by what the lines are aligned."""

    @property
    def has_other_words(self) -> bool:
        """Whether the lines do not say the same in the same order: some change, whatever it weighs.

        It is known before any line is compared. Where only rows are told it says too much.
        """
        sides = (self.old, self.new)
        old, new = ([unit.text for unit in side.units if unit.text] for side in sides)
        return old != new

    def units(self, match: Match) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
        """Return the lines of `match` on both sides."""
        return (
            tuple(self.old.units[place] for place in match.olds),
            tuple(self.new.units[place] for place in match.news),
        )

    def of(self, old: Document, new: Document) -> "Alignment":
        """Return the same of two documents that differ from those aligned only inside lines."""
        if _is_of(self.old, old) and _is_of(self.new, new):
            return self
        sides = outline(old), outline(new)
        if [len(side.units) for side in sides] != [len(self.old.units), len(self.new.units)]:
            return align(*sides, self.said)
        return replace(self, old=sides[0], new=sides[1])


def _is_of(side: Outline, document: Document) -> bool:
    """Return whether an outline is of the very sections of a document."""
    chapters = [entry.section for entry in side.sections if entry.parent < 0]
    return len(chapters) == len(document.sections) and all(
        map(operator.is_, chapters, document.sections)
    )


def aligned(old: Document, new: Document, said: Said = as_written) -> Alignment:
    """Return what answers to what in the text of two documents: the one alignment of all views."""
    return align(outline(old), outline(new), said)


def align(old: Outline, new: Outline, said: Said = as_written) -> Alignment:
    """Return what answers to what; with the sides swapped, the same the other way round."""
    if _key(old) > _key(new):
        return _swapped(align(new, old, said))
    pairs = without_wordless_moves(old, new, paired_sections(old, new))
    return align_pairs(old, new, pairs, said)


def align_pairs(
    old: Outline, new: Outline, sections: dict[int, int], said: Said = as_written
) -> Alignment:
    """Return what answers to what inside `sections`, which are known to answer to each other.

    With the sides swapped, the same the other way round.
    """
    if _key(old) > _key(new):
        return _swapped(align_pairs(new, old, _turned(sections), said))
    matches = matched_lines(old, new, sections, said)
    staying = _staying(old, new, sections, matches)
    lines = tuple(m for m in matches if m in staying or not _is_another(old, new, m, said))
    return Alignment(old, new, sections, moves(old, new, sections), lines, staying, said)


def _is_another(old: Outline, new: Outline, match: Match, said: Said) -> bool:
    """Return whether a line says something else than what answers to it elsewhere.

    Where it stood it would be the same line in other words; elsewhere a reader sees one that went
    and another that came. Numbers do not count: a heading may have got another.
    """
    olds, news = _telling(old, match.olds, said), _telling(new, match.news, said)
    if olds == news:
        return False
    same = (Counter(olds) & Counter(news)).total()
    few = min(len(olds), len(news)) < _FEW_WORDS
    return few or 2 * same < _MOST_WORDS * (len(olds) + len(news))


def _telling(side: Outline, places: Sequence[int], said: Said) -> list[str]:
    text = " ".join(said(side.units[place].text) for place in places)
    return [word for word in words(text) if not word.isdecimal()]


def _turned(sections: dict[int, int]) -> dict[int, int]:
    return dict(sorted((new, old) for old, new in sections.items()))


def _key(side: Outline) -> list[tuple[int, str, str]]:
    return [(entry.section.level, entry.face.heading, entry.text) for entry in side.sections]


def _swapped(there: Alignment) -> Alignment:
    def turned(match: Match) -> Match:
        return Match(match.news, match.olds)

    return Alignment(
        there.new,
        there.old,
        _turned(there.sections),
        there.moves.turned(there.sections),
        tuple(sorted(map(turned, there.matches), key=lambda match: match.news)),
        frozenset(map(turned, there.staying)),
        there.said,
    )


def _staying(
    old: Outline, new: Outline, sections: dict[int, int], matches: Sequence[Match]
) -> frozenset[Match]:
    """Return the matches that need not be called moves, those with the most words of each."""
    inside: dict[int, list[Match]] = {}
    for match in matches:
        section = old.units[match.olds[0]].section
        if sections.get(section) == new.units[match.news[0]].section:
            inside.setdefault(section, []).append(match)
    staying = set()
    for family in inside.values():
        family.sort(key=lambda match: match.olds)
        answers = [match.news[0] for match in family]
        weights = [1.0 + sum(len(old.units[i].text) for i in match.olds) for match in family]
        kept = increasing(answers, weights)
        staying |= {match for place, match in enumerate(family) if place in kept}
    return frozenset(staying)
