"""Which section and which line of the file that came back answers to which of ours."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.compare.align.alignment import align_pairs
from avtalsgen.compare.align.likeness import words
from avtalsgen.compare.align.outline import Outline, Unit, outline
from avtalsgen.compare.align.sections import paired_sections, without_wordless_moves
from avtalsgen.compare.align.splits import Match
from avtalsgen.model.nodes import Cover, Document, Identity, Paragraph, Provenance, Section, Text
from avtalsgen.model.walk import nested
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.folding import CELL
from avtalsgen.takeback.paper.lines import PaperLine
from avtalsgen.takeback.paper.one_move import moved_alone, section_moved_alone
from avtalsgen.takeback.paper.sections import PaperSection

_UNLIKE: Final = 0.15
_FEWEST_LETTERS: Final = 12
_ALIKE: Final = 0.6
"""How much two texts have in common that are one where nothing else tells, at the least."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The sections of ours and of theirs by their places, and what answers to what."""

    olds: Sequence[PaperSection]
    news: Sequence[PaperSection]
    pairs: Mapping[int, int]
    moved: frozenset[int]
    matches: tuple[Match, ...]
    staying: frozenset[Match]
    old_outline: Outline
    new_outline: Outline

    def old_line(self, unit: int) -> PaperLine:
        """Return the line of ours that a unit of the outline is."""
        return _line(self.olds, self.old_outline, unit)

    def new_line(self, unit: int) -> PaperLine:
        """Return the line of theirs that a unit of the outline is."""
        return _line(self.news, self.new_outline, unit)

    def parent(self, place: int, *, new: bool = False) -> int:
        """Return the section that one stands in, -1 for a chapter."""
        outline_of = self.new_outline if new else self.old_outline
        return outline_of.sections[place].parent


def answers(olds: Sequence[PaperSection], news: Sequence[PaperSection]) -> Answers:
    """Return what answers to what: by bookmarks that can be believed, else by what is said."""
    _disbelieve(olds, news)
    pairs = _by_names(olds, news)
    claimed = {old: f"avsnitt-{old}" for old in pairs}
    back = {pairs[old]: name for old, name in claimed.items()}
    sides = _outline(olds, claimed), _outline(news, back)
    likely = without_wordless_moves(*sides, paired_sections(*sides))
    taken = set(pairs.values())
    for old, new in likely.items():
        if old not in pairs and new not in taken and not (olds[old].part or news[new].part):
            pairs[old] = new
            taken.add(new)
    pairs = dict(sorted(pairs.items()))
    aligned = align_pairs(*sides, pairs)
    more = _same_elsewhere(*sides, aligned.matches, pairs)
    moved = frozenset(place for place in aligned.moves.moved if not olds[place].part)
    if len(moved) > 1:
        text = {old: new for old, new in pairs.items() if not olds[old].part}
        alone = section_moved_alone(*sides, text)
        moved = frozenset([alone]) if alone >= 0 else moved
    staying = _staying(sides, pairs, aligned.matches, aligned.staying)
    return Answers(olds, news, pairs, moved, (*aligned.matches, *more), staying, *sides)


def _staying(
    sides: tuple[Outline, Outline],
    pairs: Mapping[int, int],
    matches: Sequence[Match],
    staying: frozenset[Match],
) -> frozenset[Match]:
    """Return the lines that stay in their sections: all but one where a move of it explains all."""
    families: dict[int, list[Match]] = {}
    for match in sorted(matches, key=lambda match: match.olds):
        section, answer = sides[0].units[match.olds[0]].section, sides[1].units[match.news[0]]
        if pairs.get(section) == answer.section:
            families.setdefault(section, []).append(match)
    for family in families.values():
        if len(staying.intersection(family)) < len(family) - 1:
            words = [sum(len(sides[0].units[i].text) for i in match.olds) for match in family]
            blocks = [range(place, place + 1) for place in range(len(family))]
            alone = moved_alone([match.news[0] for match in family], blocks, words)
            if alone >= 0:
                staying = (staying | set(family)) - {family[alone]}
    return staying


def _same_elsewhere(
    old: Outline, new: Outline, matches: Sequence[Match], pairs: Mapping[int, int]
) -> Iterator[Match]:
    """Yield lines that stand word for word somewhere else, once on either side."""
    known = {unit for match in matches for unit in match.olds}
    answered = {unit for match in matches for unit in match.news}
    kept = set(pairs.values())
    olds = _alone(unit for unit in old.units if unit.place not in known and unit.section in pairs)
    news = _alone(unit for unit in new.units if unit.place not in answered and unit.section in kept)
    for text, place in olds.items():
        if text in news and len(text) > _FEWEST_LETTERS:
            yield Match((place,), (news[text],))


def _alone(units: Iterable[Unit]) -> dict[str, int]:
    every: dict[str, list[int]] = {}
    for unit in units:
        if unit.kind != "heading":
            every.setdefault(unit.text, []).append(unit.place)
    return {text: places[0] for text, places in every.items() if len(places) == 1}


def _line(sections: Sequence[PaperSection], side: Outline, unit: int) -> PaperLine:
    place = side.units[unit].section
    section = sections[place]
    offset = unit - side.sections[place].heading.place
    if offset == 0:
        assert section.heading is not None
        return section.heading
    return section.lines[offset - 1]


def _outline(sections: Sequence[PaperSection], claimed: Mapping[int, str]) -> Outline:
    flat = []
    level = 0
    for place, section in enumerate(sections):
        level = min(section.level, level + 1) if not section.part else 1
        name = claimed.get(place, "")
        title = section.title
        flat.append(
            Section(
                f"s{place}",
                (Text(title),) if title else (),
                level,
                blocks=tuple(
                    Paragraph((Text(line.words.replace(CELL, " ")),)) for line in section.lines
                ),
                provenance=Provenance("klausul", "", name) if name else None,
            )
        )
    return outline(Document(Identity("", "", "", "", ""), Cover("", ()), nested(flat)))


def _by_names(olds: Sequence[PaperSection], news: Sequence[PaperSection]) -> dict[int, int]:
    """Pair parts outside the text, and sections with one anchor."""
    answers_to = {
        (section.part, section.anchor): place
        for place, section in reversed([*enumerate(news)])
        if section.part or section.anchor
    }
    pairs: dict[int, int] = {}
    for place, section in enumerate(olds):
        answer = answers_to.pop((section.part, section.anchor), None)
        if answer is not None:
            pairs[place] = answer
    return pairs


def _disbelieve(olds: Sequence[PaperSection], news: Sequence[PaperSection]) -> None:
    """Take away anchors of sections that are something else, when what they name is elsewhere.

    Bookmarks get lost, doubled and pasted; the words then tell more.
    """
    ours = {section.anchor: section for section in olds if section.anchor}
    free = [section for section in news if not section.anchor and not section.part]
    for section in news:
        known = ours.get(section.anchor) if section.anchor else None
        if known is None or likeness(known, section) >= _UNLIKE:
            continue
        better = max(free, key=lambda other: likeness(known, other), default=None)
        if better is not None and likeness(known, better) >= _ALIKE:
            better.anchor, section.anchor = section.anchor, ""
            free = [other for other in free if other is not better]
            free.append(section)


def likeness(first: PaperSection, second: PaperSection) -> float:
    """Return how much of the words of two sections are the same, from 0 to 1."""
    sides = [Counter(_said(section.every_line)) for section in (first, second)]
    whole = sides[0].total() + sides[1].total()
    return 2 * (sides[0] & sides[1]).total() / whole if whole else 1.0


def _said(lines: Iterable[PaperLine]) -> list[str]:
    return [word for line in lines for word in words(line.words)]
