"""Whole sections that one hand put in or took out; what others did inside them stays their own."""

from collections.abc import Iterator, Sequence

from avtalsgen.readers.docx.returned.sheet import Hand, SheetLine, same_author
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.folding import joined
from avtalsgen.takeback.paper.sections import PaperSection
from avtalsgen.takeback.undo import Undo, places_of


@dataclass(frozen=True, slots=True)
class WholeSection:
    """A section that somebody put in or took out, with those below it of the same hand.

    `lines` are those that the hand has a part in, and empty ones; whole lines of another hand
    are none of them.
    """

    lines: tuple[int, ...]
    hand: Hand


def inserted_sections(lines: Sequence[SheetLine]) -> Iterator[WholeSection]:
    """Yield each section that was put in, by the hand that put its heading in."""
    place = 0
    while place < len(lines):
        hand = _puts_in(lines[place]) if lines[place].part == "body" else None
        if hand is None or not lines[place].level:
            place += 1
            continue
        group = [place]
        place += 1
        while place < len(lines) and _goes_on(lines[place], lines[group[0]], hand):
            if _has_part(lines[place], hand, came=True):
                group.append(place)
            place += 1
        yield WholeSection(tuple(group), hand)


def deleted_sections(
    lines: Sequence[SheetLine], sections: Sequence[PaperSection]
) -> Iterator[WholeSection]:
    """Yield each section that was taken out, by the hand that took its heading out."""
    place = 0
    while place < len(sections):
        first, hand = sections[place], _takes_out(lines, sections[place])
        place += 1
        if hand is None:
            continue
        group = list(places_of(first.every_line))
        while place < len(sections) and sections[place].level > first.level:
            below = _takes_out(lines, sections[place])
            if below is None or below.author != hand.author:
                break
            group += places_of(sections[place].every_line)
            place += 1
        of_hand = (each for each in group if _has_part(lines[each], hand, came=False))
        yield WholeSection(tuple(of_hand), hand)


def words_put_in(lines: Sequence[SheetLine], whole: WholeSection) -> str:
    """Return what the hand put in, also what another took out of it again."""
    return joined(
        [
            "".join(
                stretch.text
                for stretch in lines[place].stretches
                if same_author(stretch.inserted, whole.hand)
                and not same_author(stretch.deleted, whole.hand)
            ).strip()
            for place in whole.lines
        ]
    )


def words_taken_out(lines: Sequence[SheetLine], whole: WholeSection) -> str:
    """Return the lines that the hand took out, as they were sent."""
    return joined(
        [
            "".join(each.text for each in lines[place].stretches if not each.inserted).strip()
            for place in whole.lines
        ]
    )


def whole_back(lines: Sequence[SheetLine], whole: WholeSection, *, came: bool) -> Undo:
    """Return what takes back all that the hand did to the lines of a section."""
    letters: set[tuple[int, int]] = set()
    left_in: set[tuple[int, int]] = set()
    for place in whole.lines:
        spot = 0
        for stretch in lines[place].stretches:
            spots = {(place, spot + letter) for letter in range(len(stretch.text))}
            spot += len(stretch.text)
            if same_author(stretch.inserted if came else stretch.deleted, whole.hand):
                (letters if came else left_in).update(spots)
    ends = frozenset(
        place
        for place in whole.lines
        if same_author(lines[place].inserted if came else lines[place].deleted, whole.hand)
    )
    return Undo(letters=frozenset(letters), ends=ends, left_in=frozenset(left_in))


def has_others(line: SheetLine, author: str) -> bool:
    """Return whether somebody else put words in a line, or took some out."""
    hands = (hand for each in line.stretches for hand in (each.inserted, each.deleted))
    return any(hand is not None and hand.author != author for hand in hands)


def _puts_in(line: SheetLine) -> Hand | None:
    """Return who put a whole line in, of which something is left."""
    said = line.said
    if not said or not all(stretch.inserted for stretch in said):
        return None
    left = (each for each in said if each.inserted and not same_author(each.deleted, each.inserted))
    return next((each.inserted for each in left), None)


def _goes_on(line: SheetLine, first: SheetLine, hand: Hand) -> bool:
    """Return whether a line belongs to the section that `first` begins."""
    if line.part != "body" or not all(stretch.inserted for stretch in line.said):
        return False
    return not line.level or (line.level > first.level and same_author(_puts_in(line), hand))


def _takes_out(lines: Sequence[SheetLine], section: PaperSection) -> Hand | None:
    """Return who took a section out, of which nothing stays but what others put in."""
    said = [each for place in places_of(section.every_line) for each in lines[place].said]
    sent = [stretch for stretch in said if not stretch.inserted]
    if not sent or not all(stretch.deleted for stretch in sent):
        return None
    hand = sent[0].deleted
    left = (each for each in said if each.inserted and not each.deleted)
    return hand if hand and not any(same_author(each.inserted, hand) for each in left) else None


def _has_part(line: SheetLine, hand: Hand, *, came: bool) -> bool:
    """Return whether a hand put in or took out something of a line, or it says nothing."""
    said = line.said
    return not said or any(
        same_author(each.inserted if came else each.deleted, hand) for each in said
    )
