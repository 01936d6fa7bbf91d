"""Lists counted in capitals or in Roman numerals: known by what comes next.

    A) konkurs          i) ändringar         I. Personalen ska …      I. Bergman, ordförande
    B) avtalsbrott      ii) avtalet          II. Köket ska …
    a list              a list, not the      a list of sentences      nobody comes second:
                        letter after h)                               a name

One sign alone says too little, so two in order are the least. A document counts them from 1, in
letters or in figures.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalsgen.model.nodes import Paragraph
from avtalsgen.readers.recognise.cutting import stripped, without
from avtalsgen.readers.recognise.line import Item, Line, content
from avtalsgen.records import dataclass

_SIGN = re.compile(
    r"""
    (?P<open>\(?)
    (?: (?P<roman>[ivxl]{1,7}|[IVXL]{1,7}) | (?P<capital>[A-ZÅÄÖ]) )
    (?P<close>[.)]) (?P<gap>[ \t\u00a0]+) (?=\S)
    """,
    re.VERBOSE,
)
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS = ("", "x", "xx", "xxx", "xl")
_ROMANS = {
    tens + units: 10 * ten + unit
    for ten, tens in enumerate(_TENS)
    for unit, units in enumerate(_UNITS)
    if ten or unit
}
_FEWEST = 2
_ENDS = (".", ",", ";", ":")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign before a line: how it is written, what it counts, where the words begin."""

    form: tuple[str, ...]
    value: int
    printed: str
    end: int


def counted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines`, those of such a list with their signs made items; others as they are."""
    signs: dict[int, _Sign] = {}
    for place in range(len(lines)):
        if place not in signs:
            signs |= next((run for run in _runs(lines, place) if len(run) >= _FEWEST), {})
    return tuple(
        _as_item(line, signs[place]) if place in signs else line for place, line in enumerate(lines)
    )


def _runs(lines: Sequence[Line], start: int) -> Iterator[dict[int, _Sign]]:
    """Yield, for each way to read the sign of a line, the lines that count on from it as 1."""
    for first in _signs(lines[start]):
        if first.value != 1:
            continue
        run = {start: first}
        for place in range(start + 1, len(lines)):
            line = lines[place]
            if not line.text.strip():
                continue
            again = (sign for sign in _signs(line) if sign.form == first.form)
            sign = next((sign for sign in again if sign.value == len(run) + 1), None)
            if sign is not None:
                run[place] = sign
            elif not (line.item or line.indent > lines[start].indent):
                break
        yield run


def _signs(line: Line) -> Iterator[_Sign]:
    """Yield the ways to read the sign before a line, if it may be one of a list."""
    if line.item or line.level or line.number or not isinstance(line.block, Paragraph):
        return
    lead = len(line.text) - len(line.text.lstrip())
    sign = _SIGN.match(line.text, lead)
    if sign is None:
        return
    opened, closed = sign["open"], sign["close"]
    said = line.text[sign.end() :].rstrip()
    if closed == "." and (opened or not (said.endswith(_ENDS) or said[:1].islower())):
        return
    letters = sign["roman"] or sign["capital"]
    printed, end = sign[0].strip(), sign.end()
    case = "I" if letters.isupper() else "i"
    if letters.casefold() in _ROMANS:
        yield _Sign((opened, closed, case), _ROMANS[letters.casefold()], printed, end)
    if len(letters) == 1 and letters.isupper() and closed == ")":
        yield _Sign((opened, closed, "A"), _CAPITALS.index(letters) + 1, printed, end)


def _as_item(line: Line, sign: _Sign) -> Line:
    lead = len(line.text) - len(line.text.lstrip())
    inner = line.indent + lead
    letters = sign.form[-1] == "A"
    return replace(
        line,
        block=_with_content(line, sign.end),
        text=line.text[sign.end :],
        number=sign.printed,
        item=Item(True, inner, sign.value, letters=letters, text_at=line.indent + sign.end),
    )


def _with_content(line: Line, end: int) -> Paragraph:
    assert isinstance(line.block, Paragraph)
    return replace(line.block, content=stripped(without(content(line), end)))
