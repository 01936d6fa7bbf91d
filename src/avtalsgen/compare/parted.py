"""Sections that were parted, and sections that were joined.

    old   2 Uppdraget och personalen        new   2 Uppdraget        split into 3
          ├ Golven ska våttorkas …                3 Personalen       split from 2
          └ Personalen ska bära namnskylt …

A section that came was taken out of another if most of its lines answer to lines there, or, where
a paragraph itself was cut, if most of its words went from there. One that went was joined to
another by the same rule, the sides swapped.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.likeness import phrases
from avtalsgen.compare.align.outline import Outline, OutlineSection
from avtalsgen.model.comparison import Face, SectionPair

_MOST: Final = 0.6
"""The part of its words, and of each two that follow each other, that went into one section."""
_FEW: Final = 8
"""Words that tell a text from others, with each two of them: fewer may be there by chance."""
_RARE: Final = 40
"""In how many sections a phrase may be and still tell which of them a text was taken out of."""


def with_partings(pairs: Sequence[SectionPair], body: Alignment) -> tuple[SectionPair, ...]:
    """Return `pairs` of the sections of `body`, each with what it was parted from or joined to.

    Law: with the sides swapped, what was parted was joined.
    """
    came = [pair.new for pair in pairs if pair.old is None and pair.new]
    went = [pair.old for pair in pairs if pair.new is None and pair.old]
    answers = body.sections
    back = {new: old for old, new in answers.items()}
    sources = _Sources(body.new, body.old, _ways(body, to_old=True), answers)
    targets = _Sources(body.old, body.new, _ways(body, to_old=False), back)
    split_from = {face.place: sources.of(face.place) for face in came}
    merged_into = {face.place: targets.of(face.place) for face in went}
    split_into, merged_from = _gathered(came, split_from), _gathered(went, merged_into)
    return tuple(
        replace(
            pair,
            split_from=None if pair.old or not pair.new else split_from[pair.new.place],
            merged_into=None if pair.new or not pair.old else merged_into[pair.old.place],
            split_into=split_into.get(pair.old.place, ()) if pair.old else (),
            merged_from=merged_from.get(pair.new.place, ()) if pair.new else (),
        )
        for pair in pairs
    )


def _ways(body: Alignment, *, to_old: bool) -> dict[int, int]:
    """Return for each line of one side the section of the other where it stands."""
    if to_old:
        return {j: body.old.units[m.olds[0]].section for m in body.matches for j in m.news}
    return {i: body.new.units[m.news[0]].section for m in body.matches for i in m.olds}


def _gathered(
    faces: Iterable[Face], homes: Mapping[int, Face | None]
) -> dict[int, tuple[Face, ...]]:
    """Return the faces of one side by the place of the section that they were a part of."""
    by_home: dict[int, tuple[Face, ...]] = {}
    for face in faces:
        home = homes[face.place]
        if home is not None:
            by_home[home.place] = (*by_home.get(home.place, ()), face)
    return by_home


class _Sources:
    """Where the text of sections of one side, that answer to none, stands on the other."""

    def __init__(
        self, side: Outline, other: Outline, ways: Mapping[int, int], answers: Mapping[int, int]
    ) -> None:
        """`ways` leads from lines of this side; `answers` from sections of the other to this."""
        self._side, self._other, self._ways, self._answers = side, other, ways, answers

    def of(self, place: int) -> Face | None:
        """Return the section of the other side that the text of one was a part of."""
        entry = self._side.sections[place]
        home = self._of_lines(entry)
        home = self._of_words(entry) if home is None else home
        return None if home is None else self._other.sections[home].face

    def _of_lines(self, entry: OutlineSection) -> int | None:
        """Return the section that at least half of the text answers to."""
        lengths = Counter[int | None]()
        for unit in entry.units:
            lengths[self._ways.get(unit.place)] += len(unit.text)
        whole = lengths.total()
        largest = [home for home, length in lengths.items() if 2 * length >= whole > 0]
        return next((home for home in largest if home is not None), None)

    def _of_words(self, entry: OutlineSection) -> int | None:
        """Return the section that most of the words are gone from."""
        said = phrases(entry.text)
        if said.total() < _FEW:
            return None
        met = Counter(home for phrase in said for home in self._where.get(phrase, ()))
        best = min(met, key=lambda home: (-met[home], home), default=None)
        if best is None or (said & self._gone[best]).total() < _MOST * said.total():
            return None
        return best

    @cached_property
    def _gone(self) -> dict[int, Counter[str]]:
        """Return what each section of the other side says that is not in what it became."""
        gone: dict[int, Counter[str]] = {}
        for entry in self._other.sections:
            answer = self._answers.get(entry.place)
            became = "" if answer is None else self._side.sections[answer].text
            if entry.text != became:
                gone[entry.place] = phrases(entry.text) - phrases(became)
        return gone

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        """Return which sections each phrase is gone from, without phrases of many sections."""
        where: dict[str, list[int]] = {}
        for place, gone in self._gone.items():
            for phrase in gone:
                where.setdefault(phrase, []).append(place)
        return {phrase: places for phrase, places in where.items() if len(places) <= _RARE}
