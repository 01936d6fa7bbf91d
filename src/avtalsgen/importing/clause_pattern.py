"""The text of a clause as a pattern: what a section says in the place of each of its facts.

Lines are held against lines, any room between words being a space. A condition may have gone to
any of its branches, and the one that is there says what must be true; the body of a loop stands
once for each item of its list.

    Uppsägningstiden är {{ tid.uppsägning }}.    Uppsägningstiden är sex månader.
    literal              a hole             .    ──────────────────► tid.uppsägning: sex månader
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, assert_never

from avtalsgen.clauses.expression import (
    HOLE,
    Choice,
    Chunk,
    Condition,
    Expression,
    For,
    Hole,
    If,
    PlaceMark,
    Template,
)
from avtalsgen.compare.align.outline import lines
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block
from avtalsgen.records import dataclass

_SPACES: Final = re.compile(r"\s+")
_BEFORE_A_MARK: Final = re.compile(r" +(?=[.,;:)](?:\s|$))")
_CELLS: Final = "\t|\t"
"""What is held to stand between the cells of a row."""
_PARTS: Final = re.compile(f"([{chr(HOLE)}-{chr(HOLE + 5000)}])")
_FEWEST_LETTERS: Final = 24
"""Letters of a clause itself that a section must have: fewer say nothing of where they are from."""
_MOST_STEPS: Final = 5_000
"""Lines and holes that are tried for a clause and a section, whichever way they may go."""
_MOST_WAYS: Final = 32
"""Ways to say a line that chooses between words."""


@dataclass(frozen=True, slots=True)
class SaidInHole:
    """What stands in the place of an expression, inside the loops around it."""

    expression: Expression
    text: str
    turns: Mapping[str, str]
    """Of each loop by its name the item that it is at, as `resultat.2`."""
    alone: bool = False
    """It is a whole line, so it may be more than a sentence."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A condition that must hold, since its words are there."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Repeated:
    """How many times the body of a loop over a list is there."""

    path: str
    turns: int


Finding = SaidInHole | Chosen | Repeated


def printed_lines(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the lines of blocks, as a section and a clause are held against each other."""
    return tuple(
        _SPACES.sub(" ", _CELLS.join(map(plain.text, cells))).strip()
        for _, cells, _ in lines(tuple(blocks))
    )


@dataclass(frozen=True, slots=True)
class ClauseFindings:
    """What a section says in the holes of a clause, and how many letters of it are the clause's."""

    findings: tuple[Finding, ...]
    letters: int


@dataclass(frozen=True, slots=True)
class _LineWay:
    """A way to say a line: its words, each run with the hole behind it, if there is one."""

    runs: tuple[tuple[str, Expression | None], ...]
    held: tuple[Finding, ...]
    """What must hold for it."""


@dataclass(frozen=True, slots=True)
class _Lines:
    every: tuple[tuple[_LineWay, ...], ...]


@dataclass(frozen=True, slots=True)
class _Branches:
    branches: tuple[tuple[Condition | None, "_Parts"], ...]


@dataclass(frozen=True, slots=True)
class _Loop:
    name: str
    path: str
    body: "_Parts"


_Parts = tuple[_Lines | _Branches | _Loop, ...]


@dataclass(frozen=True, slots=True)
class ClausePattern:
    """The text of a clause as it is looked for."""

    parts: _Parts
    ways: tuple[tuple[str, ...], ...]
    """The words of each line, between its holes."""
    openings: tuple[str, ...]
    """What its lines begin with."""

    def may_be(self, section: Sequence[str]) -> bool:
        """Return whether lines may be those of the clause: false of nearly all others, and fast."""
        if not all(line.startswith(self.openings) for line in section):
            return False
        most = [max(map(_letters_of(line), self.ways), default=-1) for line in section]
        return min(most, default=-1) >= 0 and sum(most) >= _FEWEST_LETTERS


def _letters_of(line: str) -> Callable[[tuple[str, ...]], int]:
    """Return how many letters of a line are those of a way to say it; −1 if it is another line."""

    def letters(way: tuple[str, ...]) -> int:
        can = line.startswith(way[0]) and all(words in line for words in way)
        return sum(map(len, way)) if can else -1

    return letters


def pattern(template: Template) -> ClausePattern:
    """Return the text of a clause as it is looked for."""
    parts = _parts(template)
    ways = tuple({tuple(words for words, _ in way.runs): None for way in _every_way(parts)})
    return ClausePattern(parts, ways, tuple({way[0]: None for way in ways}))


def _every_way(parts: _Parts) -> Iterator[_LineWay]:
    for part in parts:
        match part:
            case _Lines(every):
                yield from (way for ways in every for way in ways)
            case _Branches(branches):
                for _, body in branches:
                    yield from _every_way(body)
            case _Loop():
                yield from _every_way(part.body)
            case _ as unreachable:
                assert_never(unreachable)


def _parts(template: Template) -> _Parts:
    return tuple(map(_part, template))


def _part(part: Chunk | If | For) -> _Lines | _Branches | _Loop:
    match part:
        case Chunk():
            return _Lines(tuple(_ways(line, part.holes) for line in _printed(part)))
        case If():
            return _Branches(tuple((when, _parts(body)) for when, body in part.branches))
        case For():
            return _Loop(part.name, part.over.path, _parts(part.body))
        case _ as unreachable:
            assert_never(unreachable)


def _printed(chunk: Chunk) -> list[str]:
    """Return the lines of a chunk; rows that go on have no head of their own."""
    every = [
        [_CELLS.join(map(plain.text, cells)) for _, cells, _ in lines((block,))]
        for block in chunk.blocks
    ]
    return [each for block in every for each in block[chunk.rows_only :]]


_Loose = tuple[tuple[str | Expression, ...], tuple[Finding, ...]]


def _ways(text: str, holes: Sequence[Hole]) -> tuple[_LineWay, ...]:
    return tuple(_LineWay(_sewn(parts), held) for parts, held in _loose(text, holes))


def _loose(text: str, holes: Sequence[Hole]) -> list[_Loose]:
    """Return each way to say a line as its words and holes, with what must hold for it."""
    ways: list[_Loose] = [((), ())]
    for part in _PARTS.split(text):
        if not _PARTS.fullmatch(part):
            more: list[_Loose] = [((part,), ())]
        else:
            expression = holes[ord(part) - HOLE].expression
            more = _choice(expression) if isinstance(expression, Choice) else [_hole(expression)]
        ways = [
            ((*parts, *here), (*held, *chosen)) for parts, held in ways for here, chosen in more
        ][:_MOST_WAYS]
    return ways


def _hole(expression: Expression) -> _Loose:
    return ((), ()) if isinstance(expression, PlaceMark) else ((expression,), ())


def _choice(choice: Choice) -> list[_Loose]:
    ways: list[_Loose] = []
    for condition, words in choice.branches:
        when = (Chosen(condition),) if condition is not None else ()
        for parts, held in _loose(plain.text(words.content), words.holes):
            ways.append((parts, (*when, *held)))
    if choice.branches[-1][0] is not None:
        ways.append(((), ()))
    return ways


def _sewn(parts: Sequence[str | Expression]) -> tuple[tuple[str, Expression | None], ...]:
    """Return the runs of a line, the room around words that are not there as a clause prints it."""
    runs: list[tuple[str, Expression | None]] = []
    literal = ""
    for part in parts:
        if isinstance(part, str):
            literal += part
        else:
            runs.append((literal, part))
            literal = ""
    runs.append((literal, None))
    sewn = [(_BEFORE_A_MARK.sub("", _SPACES.sub(" ", text)), hole) for text, hole in runs]
    sewn[0] = sewn[0][0].lstrip(), sewn[0][1]
    sewn[-1] = sewn[-1][0].rstrip(), None
    return tuple(sewn)


def findings(clause: ClausePattern, section: Sequence[str]) -> Iterator[ClauseFindings]:
    """Yield what the lines of a section may say in the holes of a clause, the likeliest first."""
    if not clause.may_be(section):
        return
    matching = _Matching(section)
    for place, told in matching.through(clause.parts, 0, {}):
        if place == len(section) and matching.own >= _FEWEST_LETTERS:
            yield ClauseFindings(told, matching.own)


_Step = tuple[int, tuple[Finding, ...]]
_Turns = Mapping[str, str]
_Written = tuple[tuple[Expression, str], ...]


class _Matching:
    def __init__(self, section: Sequence[str]) -> None:
        self.section = section
        self.steps = 0
        self.own = 0
        """Letters of the clause itself in what is matched right now."""

    def through(self, clause: _Parts, place: int, turns: _Turns) -> Iterator[_Step]:
        """Yield each way that the lines from `place` may be what a pattern says."""
        if not clause:
            yield place, ()
            return
        for after, told in self._part(clause[0], place, turns):
            for end, more in self.through(clause[1:], after, turns):
                yield end, (*told, *more)

    def _part(self, part: _Lines | _Branches | _Loop, place: int, turns: _Turns) -> Iterator[_Step]:
        match part:
            case _Lines(every):
                yield from self._lines(every, place, turns)
            case _Branches(branches):
                for condition, body in branches:
                    held = (Chosen(condition),) if condition is not None else ()
                    for after, told in self.through(body, place, turns):
                        yield after, (*held, *told)
                if branches[-1][0] is not None:
                    yield place, ()
            case _Loop():
                yield from self._turns(part, place, turns, 0)
            case _ as unreachable:
                assert_never(unreachable)

    def _turns(self, loop: _Loop, place: int, turns: _Turns, count: int) -> Iterator[_Step]:
        """Yield the most turns of a loop first."""
        inside = {**turns, loop.name: f"{loop.path}.{count + 1}"}
        for after, told in self.through(loop.body, place, inside):
            if after > place:
                for end, more in self._turns(loop, after, turns, count + 1):
                    yield end, (*told, *more)
        yield place, (Repeated(loop.path, count),)

    def _lines(
        self, every: Sequence[tuple[_LineWay, ...]], place: int, turns: _Turns
    ) -> Iterator[_Step]:
        if not every:
            yield place, ()
            return
        if place >= len(self.section):
            return
        for way in every[0]:
            for written in self._written(way.runs, self.section[place]):
                alone = len(written) == 1 and written[0][1] == self.section[place]
                said = tuple(SaidInHole(hole, text, turns, alone) for hole, text in written)
                letters = len(self.section[place]) - sum(len(text) for _, text in written)
                self.own += letters
                for end, more in self._lines(every[1:], place + 1, turns):
                    yield end, (*way.held, *said, *more)
                self.own -= letters

    def _written(
        self, runs: Sequence[tuple[str, Expression | None]], line: str
    ) -> Iterator[_Written]:
        """Yield what may stand in the holes of a line, each as short as it may be."""
        self.steps += 1
        (literal, hole), rest = runs[0], runs[1:]
        if self.steps > _MOST_STEPS or not line.startswith(literal):
            return
        behind = line[len(literal) :]
        if hole is None:
            if not behind:
                yield ()
            return
        following, following_hole = rest[0]
        if following_hole is None:
            if behind.endswith(following) and len(behind) > len(following):
                yield ((hole, behind.removesuffix(following)),)
            return
        end = behind.find(following, 1) if following else -1  # nothing tells two holes apart
        while end > 0 and self.steps <= _MOST_STEPS:
            for more in self._written(rest, behind[end:]):
                yield ((hole, behind[:end]), *more)
            end = behind.find(following, end + 1)
