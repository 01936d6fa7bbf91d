"""The sentences of a document and the duties among them, each with the place where it stands.

An item says something only with the sentence that it stands under: `Utföraren ska:` with
`ha en plan` is a sentence of its own; under `Rapporten ska innehålla:` it is a part of one. What
holds only after what the sentence before it denies is one with that.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from avtalsgen.compare.align.outline import BETWEEN_CELLS, Outline, OutlineSection, Unit
from avtalsgen.records import dataclass
from avtalsgen.register.grammar import Grammar
from avtalsgen.register.word_files import Phrase
from avtalsgen.swedish.typography import NO_BREAK_SPACE

_WORD: Final = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+|[^\W_]+(?:[-:][^\W_]+)*%?")
_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ–”(])")
MOST_WORDS: Final = 60
"""Words of a quotation; more are not read in a table."""
_MAY: Final = "får"
_NOT: Final = frozenset(("inte", "ej", "ingen"))
_GAP: Final = re.compile(r"[._…]{5,}")
_BLANK: Final = "(inte ifyllt)"
_BACK: Final = 5
"""Words at the beginning of a sentence, of which one may point back."""
_LONGEST_LEAD: Final = 7
"""Words of a lead that says nothing but who: `Utföraren ska dessutom:`."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as a reader takes it, with its items."""

    text: str
    section: int
    """The place of its section in the outline."""
    order: int
    """How many sentences stand before it."""
    first: bool = True
    """It begins its paragraph."""
    item: bool = False
    """It is one of several under one sentence."""
    words: tuple[str, ...] = ()
    """Its words and numbers in small letters."""
    line: int = -1
    """The place in the outline of the line that it stands in, or under."""
    ordered: bool = False
    """Its items have numbers."""
    row: bool = False
    """It is a row of a table, which says something and binds nobody by itself."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A duty as one side states it."""

    party: str
    named: bool
    """The party is named, not inferred."""
    binds: Phrase
    strength: int
    act: str
    when: str
    condition: str
    text: str
    main: str
    """Its text without what takes something out of it."""
    words: tuple[str, ...]
    """What it says in small letters, without who is bound and what binds."""
    section: int
    place: str
    order: int
    line: int
    excepts: tuple[str, ...] = ()
    """Sentences after it that take something out: `Detta gäller inte köket.`"""
    parts: tuple["Stated", ...] = ()
    """The sentences that it is told in, each as a duty, where it is told in several."""

    @property
    def bans(self) -> bool:
        """It forbids something without exception: `får inte`, `ska inte`."""
        return not _NOT.isdisjoint(self.binds)

    @property
    def limits(self) -> bool:
        """It says what may be done: nothing of a kind, or only that."""
        return self.bans or self.binds[:1] == (_MAY,)


_TOGETHER: Final = re.compile(
    r"(?<=[0-9]) (?=[0-9]{3}(?![0-9])|kronor|procent|§|kap[.])|(?<=§) (?=[0-9])"
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of `text` in small letters."""
    return tuple(word.casefold() for word in _WORD.findall(text))


def without(words: Sequence[str], phrases: Collection[Phrase]) -> Iterator[str]:
    """Yield `words` but for those that are a whole one of `phrases`."""
    longest = max(map(len, phrases), default=0)
    place = 0
    while place < len(words):
        lengths = range(min(longest, len(words) - place), 0, -1)
        said = (length for length in lengths if tuple(words[place : place + length]) in phrases)
        if length := next(said, 0):
            place += length
        else:
            yield words[place]
            place += 1


def statements(
    side: Outline, grammar: Grammar, notes: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Return the sentences of `side` in reading order, and rows of tables; headings are none.

    Without the signs of its `notes`: which number a note has says nothing.
    """
    signs = re.compile(rf"\[(?:{'|'.join(map(re.escape, notes)) or '(?!)'})\]")
    result: list[Statement] = []
    for section in side.sections:
        for signed, first, item, unit, ordered in _of(section, grammar):
            text = signs.sub("", signed)
            words = words_of(text)
            if not first and not item and _is_denied_until(result[-1].words, words, grammar):
                text, words = f"{result[-1].text} {text}", (*result[-1].words, *words)
                first = result.pop().first
            order = (section.place, len(result))
            row = unit.kind == "row"
            result.append(Statement(text, *order, first, item, words, unit.place, ordered, row))
    return tuple(result)


def _is_denied_until(before: Sequence[str], words: Sequence[str], grammar: Grammar) -> bool:
    """Return whether a sentence says what holds after what the one before it denies.

    `Priset räknas inte upp det första året. Därefter räknas det upp varje år.`
    """
    follows = bool(words) and words[0] in grammar.follows
    return (
        follows
        and not grammar.none.isdisjoint(before)
        and not grammar.points_back.isdisjoint(words[1:_BACK])
    )


def quoted(text: str) -> str:
    """Return `text` as a table quotes it: its first sixty words, and a blank told as one.

    Groups of digits are kept on one row, and with what they count.
    """
    words = text.split(" ")
    short = " ".join(words[:MOST_WORDS]) + " …" * (len(words) > MOST_WORDS)
    return _TOGETHER.sub(NO_BREAK_SPACE, _GAP.sub(_BLANK, short))


def place_of(side: Outline, section: int) -> str:
    """Return how a reader finds a section: its number, else that of one above and its heading."""
    entry = side.sections[section]
    if entry.face.number:
        return entry.face.number
    above = entry.parent
    while above >= 0 and not side.sections[above].face.number:
        above = side.sections[above].parent
    number = side.sections[above].face.number if above >= 0 else ""
    return " ".join(filter(None, (number, entry.face.heading)))


def sentences(text: str, grammar: Grammar) -> Iterator[str]:
    """Yield the sentences of a paragraph; an abbreviation ends none."""
    held = ""
    for part in _END.split(" ".join(text.split())):
        held = f"{held} {part}" if held else part
        if not grammar.shortened.search(held):
            yield held
            held = ""
    if held:
        yield held


def _of(section: OutlineSection, grammar: Grammar) -> Iterator[tuple[str, bool, bool, Unit, bool]]:
    units = [unit for unit in section.units if unit.text.strip()]
    unit_place = 0
    while unit_place < len(units):
        unit = units[unit_place]
        items = _items(units, unit_place + 1)
        unit_place += 1 + len(items)
        if unit.kind == "row":
            yield _row_text(unit.text), True, False, unit, False
            continue
        *most, last = sentences(unit.text, grammar) if unit.kind == "paragraph" else (unit.text,)
        yield from ((text, place == 0, False, unit, False) for place, text in enumerate(most))
        ordered = bool(items) and items[0].ordered
        for place, text in enumerate(_with_items(last, [item.text for item in items], grammar)):
            yield text, not most, place > 0, unit, ordered


def _row_text(text: str) -> str:
    """Return a row as it is read aloud: `Helg: 2 650 kronor; 12 platser`."""
    first, *rest = filter(None, (" ".join(cell.split()) for cell in text.split(BETWEEN_CELLS)))
    return ": ".join(filter(None, (first.rstrip(":"), "; ".join(rest))))


def _items(units: Sequence[Unit], start: int) -> list[Unit]:
    """Return the items that stand under the line before `start`, if that is a paragraph."""
    if units[start - 1].kind != "paragraph":
        return []
    items = []
    for unit in units[start:]:
        if unit.kind != "item":
            break
        items.append(unit)
    return items


def _with_items(lead: str, items: Sequence[str], grammar: Grammar) -> Iterator[str]:
    if not items:
        yield lead
    elif grammar.leads_in.search(lead) and len(lead.split()) <= _LONGEST_LEAD:
        yield from (f"{lead.rstrip(' :')} {item.rstrip(' ,;.')}." for item in items)
    elif all(
        len(list(sentences(item, grammar))) == 1 and item.rstrip().endswith(".") for item in items
    ):
        yield lead
        yield from items
    else:
        yield f"{lead.rstrip()} {'; '.join(item.rstrip(' ,;.') for item in items)}."
