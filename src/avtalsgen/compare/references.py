"""References that stand as they stood, to a number that another section has now.

old   2 Vite          Se avsnitt 2.       new   2 Försäkring     Se avsnitt 2.
                                                3 Vite
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.meaning.judge import Judge

_INSIDE = "i"
"""What stands between a section and the other document that it is in: `avsnitt 2 i bilaga 1`."""


def renumbered_sections(body: Alignment) -> Mapping[str, tuple[str, str]]:
    """Return the numbers that another section has in the new version, with what each is called.

    Only a number that one section of each side has; one with the same heading is the same section,
    whatever else was done to it.
    """
    olds, news = _numbered(body.old), _numbered(body.new)
    called: dict[str, tuple[str, str]] = {}
    for number in olds.keys() & news.keys():
        old, new = body.old.sections[olds[number]].face, body.new.sections[news[number]].face
        is_another = body.sections.get(old.place) != new.place
        if is_another and old.heading.casefold() != new.heading.casefold():
            called[number] = old.heading, new.heading
    return called


def led_elsewhere(
    old: Sequence[str], new: Sequence[str], judge: Judge
) -> Iterator[tuple[str, str]]:
    """Yield what each reference of a line led to and leads to, where only its number is the same.

    `old` and `new` are the words of the line on both sides.
    """
    sides = [list(_references(side, judge)) for side in (old, new)]
    pairs = zip(*sides, strict=True) if len(sides[0]) == len(sides[1]) else ()
    kept = [one for one, other in pairs if one == other]
    if len(sides[0]) != len(sides[1]):
        kept = [number for number in sides[0] if number in sides[1]]
    for number in dict.fromkeys(kept):
        if number in judge.elsewhere:
            was, now = judge.elsewhere[number]
            yield f"{number} {was}".rstrip(), f"{number} {now}".rstrip()


def _references(words: Sequence[str], judge: Judge) -> Iterator[str]:
    """Yield the numbers of sections that `words` refer to and that another section has now."""
    spoken = [word for word in words if not word.isspace()]
    marked = judge.folding.renumbered(spoken, dict.fromkeys(spoken, ""))
    for place, (word, mark) in enumerate(zip(spoken, marked, strict=True)):
        within = spoken[place + 1 : place + 3]
        is_other = within[:1] == [_INSIDE] and within[-1] in judge.facts.words.other_places
        if word and not mark and not is_other:
            yield word


def _numbered(side: Outline) -> dict[str, int]:
    """Return the place of each section whose number no other has."""
    counts = Counter(entry.face.number for entry in side.sections)
    return {
        entry.face.number: entry.place
        for entry in side.sections
        if entry.face.number and counts[entry.face.number] == 1
    }
