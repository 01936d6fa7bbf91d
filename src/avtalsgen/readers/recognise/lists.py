"""Items of lists: the signs that people type before them, and the lists that they make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalsgen.model.nodes import Block, Paragraph, Text
from avtalsgen.readers.recognise.cutting import stripped, without
from avtalsgen.readers.recognise.line import Item, Line, content
from avtalsgen.readers.recognise.marking import of_item, of_list
from avtalsgen.records import dataclass

_BULLET = re.compile(
    r"""
    (?P<sign>
        [-–—•·▪■◦○●‣⁃►➢✓*\uf0b7\uf0a7\uf0d8\uf0fc]   # the last four: of symbol fonts
        | o(?=\t)
    )
    (?P<gap>[ \t\u00a0]+)(?=\S)
    """,
    re.VERBOSE,
)
_COUNTED = re.compile(
    r"""
    (?P<sign> \(? (?: (?P<digits>\d{1,3}) | (?P<letter>[a-zåäö]) ) )
    (?P<gap> [.)][ \t\u00a0]+ | \)(?=[a-zåäö]{2}) )(?=\S)   # a) text, (1) text, a)text
    """,
    re.VERBOSE,
)
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_DEEPEST = 9
"""Word has no more levels of lists; items further in stand at the last one."""


def typed(line: Line) -> Line:
    """Return a paragraph with the sign typed before it made an `Item`; others as they are."""
    if line.item or line.level or line.number or not isinstance(line.block, Paragraph):
        return line
    lead = len(line.text) - len(line.text.lstrip())
    text = line.text[lead:]
    sign = _BULLET.match(text) or _COUNTED.match(text)
    if not sign:
        return line
    ordered = sign.re is _COUNTED
    words = stripped(without(content(line), lead + sign.end()))
    inner = line.indent + lead
    return replace(
        line,
        block=replace(line.block, content=words),
        text=text[sign.end() :],
        number=sign[0].strip() if ordered else "",
        item=Item(
            ordered,
            inner,
            _value(sign) if ordered else 1,
            letters=ordered and bool(sign["letter"]),
            text_at=inner + sign.end(),
        ),
    )


def _value(sign: re.Match[str]) -> int:
    return int(sign["digits"]) if sign["digits"] else _LETTERS.index(sign["letter"]) + 1


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the blocks that `lines` are, headings apart; items that belong together as lists.

    A list that does not begin at its first number is left as paragraphs with their numbers: the
    model would count it from 1.
    """
    place = 0
    while place < len(lines):
        if lines[place].item is None:
            yield from _alone(lines[place])
            place += 1
            continue
        end = _end_of_run(lines, place)
        yield from _gathered(_uncounted(lines[place:end]))
        place = end


def _alone(line: Line) -> Iterator[Block]:
    if not isinstance(line.block, Paragraph):
        yield line.block
    elif line.number:
        yield _numbered(line, line.block)
    elif line.text.strip():
        yield line.block


def _numbered(line: Line, block: Paragraph) -> Paragraph:
    sign = Text(f"{line.number} ")
    return replace(block, content=(sign, *block.content))


def _end_of_run(lines: Sequence[Line], start: int) -> int:
    """Return where the items from `start` on end, with the paragraphs that continue them."""
    place, inmost = start, 0
    while place < len(lines):
        item = lines[place].item
        if item is not None:
            inmost = item.text_at if place == start else min(inmost, item.text_at)
        elif not (0 < inmost <= lines[place].indent):
            break
        place += 1
    return place


@dataclass(slots=True)
class _OpenList:
    """A list that is still being read."""

    rank: int
    ordered: bool
    series: str
    letters: bool
    text_at: int
    items: list[list[Block]]


def _uncounted(run: Sequence[Line]) -> Sequence[Line]:
    """Return `run`, where an ordered list that begins elsewhere than at 1 is no list."""
    result, broken = [], set[tuple[str, int]]()
    begun: dict[tuple[str, int], int] = {}
    for line in run:
        item = line.item
        if item is None or not item.ordered:
            result.append(line)
            continue
        key = (item.series, item.rank)
        deeper = [deeper_line for deeper_line in begun if deeper_line[1] > item.rank]
        for deeper_line in deeper:
            del begun[deeper_line]
            broken.discard(deeper_line)
        expected = begun.get(key, 0) + 1
        if item.value not in (expected, 1):
            broken.add(key)
        begun[key] = item.value
        result.append(replace(line, item=None) if key in broken else line)
    return result


def _gathered(run: Sequence[Line]) -> Iterator[Block]:
    open_lists: list[_OpenList] = []
    done: list[Block] = []
    for line in run:
        item = line.item
        if item is None:
            _continue(open_lists, done, line)
            continue
        while open_lists and (open_lists[-1].rank > item.rank or _is_other(open_lists[-1], item)):
            _close(open_lists, done)
        if not open_lists or (open_lists[-1].rank < item.rank and len(open_lists) < _DEEPEST):
            open_lists.append(
                _OpenList(item.rank, item.ordered, item.series, item.letters, item.text_at, [])
            )
        open_lists[-1].items.append([line.block] if line.text.strip() else [])
    while open_lists:
        _close(open_lists, done)
    yield from done


def _is_other(opened: _OpenList, item: Item) -> bool:
    """Return whether an item as far in as a list belongs to another one."""
    if opened.rank != item.rank:
        return False
    again = item.ordered and item.value == 1 and bool(opened.items)
    counted_so = (opened.ordered, opened.letters) == (item.ordered, item.letters)
    return not counted_so or (item.ordered and opened.series != item.series) or again


def _continue(open_lists: list[_OpenList], done: list[Block], line: Line) -> None:
    """Put a paragraph without a sign in the innermost item whose words begin as far in."""
    while open_lists and not (0 < open_lists[-1].text_at <= line.indent):
        _close(open_lists, done)
    target = open_lists[-1].items[-1] if open_lists else done
    target.extend(_alone(line))


def _close(open_lists: list[_OpenList], done: list[Block]) -> None:
    closed = open_lists.pop()
    items = tuple(of_item(blocks) for blocks in closed.items if blocks)
    if items:
        target = open_lists[-1].items[-1] if open_lists else done
        target.append(of_list(items, closed.ordered, letters=closed.letters))
