"""Where the lines of a read document stand among the blocks of the Word file that it was read from.

    lines    Pris │ Priset är 10 kr. │ År  Pris │ 1  10
    blocks   Innehåll │ 4.1 Pris │ Priset är 10 kr. │ ▦ År Pris 1 10
                        └ Pris     └ the same         └ both rows of the table

A reader leaves out what is no text of the document, takes a typed number off its heading and cuts
a paragraph where a heading ends in the middle of it; it never changes the order. So each line is
found by its letters and digits, in order; a heading among headings first, as a cover often says
the same.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from avtalsgen.compare.align.outline import Unit
from avtalsgen.compare.words.subsequence import common
from avtalsgen.redline.align.block import Block

_IN_ITS_PLACE = re.compile(r"\[(?:bild|objekt): [^\]]*\]")
"""What a reader says in the place of a picture or an object: no block has it as text."""
_NO_LETTER = re.compile(r"[\W_]+")
_NUMBER = 10
"""Letters and digits at most that stand before a line in its block: `bilaga4`, `§ 12.3.1`."""
_MOST_OF_IT = 0.8
"""How much of a line is in its block, or the other way about, where a reader added or left out."""
_MOST_LOST = 0.02
"""The part of the letters of a document that may be found nowhere, until its lines are not used."""


def found_lines(units: Sequence[Unit], blocks: Sequence[Block]) -> dict[int, int] | None:
    """Return the block of each line, by places; None where too much is found nowhere.

    Law: a line after another is in the same block or in a later one.
    """
    lines = [unit for unit in units if unit.text.strip()]
    block_of_line: dict[int, int] = {}
    lost = line_from = block_from = 0
    numbers: dict[tuple[str, bool], int] = {}
    heads = ((unit.text.strip(), unit.kind == "heading") for unit in lines)
    first = [numbers.setdefault(said, len(numbers)) for said in heads]
    second = [
        numbers.setdefault((block.said.text.strip(), block.said.is_heading), len(numbers))
        for block in blocks
    ]
    for line, place in [*common(first, second), (len(lines), len(blocks))]:
        if line_from < line:
            between = range(block_from, place)
            lost += _by_letters(lines[line_from:line], blocks, between, block_of_line)
        if line < len(lines):
            block_of_line[lines[line].place] = place
        line_from, block_from = line + 1, place + 1
    whole = sum(len(unit.text) for unit in lines)
    return block_of_line if lost <= _MOST_LOST * whole else None


def _by_letters(
    units: Sequence[Unit], blocks: Sequence[Block], places: range, block_of_line: dict[int, int]
) -> int:
    """Find lines among blocks by their letters; return how many letters are found nowhere."""
    lines = [(unit.place, _letters(_IN_ITS_PLACE.sub("", unit.text))) for unit in units]
    lines = [(place, letters) for place, letters in lines if letters]
    said = {place: _letters(blocks[place].said.text) for place in places}
    numbers: dict[str, int] = {}
    first = [numbers.setdefault(letters, len(numbers)) for _, letters in lines]
    second = [numbers.setdefault(letters, len(numbers)) for letters in said.values()]
    line_from, block_from = 0, places.start
    for line, said_at in [*common(first, second), (len(lines), len(said))]:
        block = places.start + said_at
        _between(lines[line_from:line], range(block_from, block), said, block_of_line)
        if line < len(lines):
            block_of_line[lines[line][0]] = block
        line_from, block_from = line + 1, block + 1
    return sum(len(letters) for place, letters in lines if place not in block_of_line)


def _letters(text: str) -> str:
    """Return the letters and digits of a text; a reader may have composed them."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFC", text).casefold())


def _between(
    lines: Sequence[tuple[int, str]],
    places: range,
    said: Mapping[int, str],
    block_of_line: dict[int, int],
) -> None:
    """Find lines that are a part of a block: after a number, or several of them in one.

    What is left are lines with a mark in them that the reader made, such as that of a note, and
    blocks with what it left out, such as a text box.
    """
    character = 0
    for block in places:
        for start in range(character, len(lines)):
            stop = _end(said[block], lines, start)
            if stop == start and _alike(said[block], lines[start][1]):
                stop = start + 1
            if stop > start:
                block_of_line |= {place: block for place, _ in lines[start:stop]}
                character = stop
                break


def _alike(said: str, letters: str) -> bool:
    """Return whether most of the shorter is the beginning and the end of the longer."""
    shorter = min(len(said), len(letters))
    first = 0
    while first < shorter and said[first] == letters[first]:
        first += 1
    last = 0
    while last < shorter - first and said[-1 - last] == letters[-1 - last]:
        last += 1
    return first + last >= _MOST_OF_IT * shorter > 0


def _end(said: str, lines: Sequence[tuple[int, str]], start: int) -> int:
    """Return after which line a block ends that begins with that at `start`; `start` if none."""
    lead = said.find(lines[start][1][:_NUMBER]) if said else -1
    if not 0 <= lead <= _NUMBER:
        return start
    joined, stop = said[:lead], start
    while len(joined) < len(said) and stop < len(lines):
        joined += lines[stop][1]
        stop += 1
    return stop if joined == said else start
