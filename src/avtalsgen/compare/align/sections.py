"""Which section answers to which.

certain   the same clause of the library, the same words, the same heading and most of the words
likely    the rest, by words, heading, place and what they belong to; globally best
left      what is the same but stands several times, in order; what stands before any heading;
          what is called the same and stands where it stood, though it says something else
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from avtalsgen.compare.align.assignment import best
from avtalsgen.compare.align.likeness import beginnings, words
from avtalsgen.compare.align.moves import moves
from avtalsgen.compare.align.outline import Outline, OutlineSection
from avtalsgen.compare.align.section_score import Scores
from avtalsgen.compare.words.subsequence import common

_MOSTLY = 0.6
"""The part of the words that two sections with one heading share, to be one without question."""
_LONG = 80
"""As many characters of its own as make a text known whatever it is called."""


def paired_sections(old: Outline, new: Outline) -> dict[int, int]:
    """Return the section of `new` that answers to each of `old`, by their places.

    Each section answers to one at most. The same whatever is looked at first: sorted by place.
    """
    pairs: dict[int, int] = {}
    _in_order(pairs, old, new, lambda entry: (entry.face.path, entry.face.heading, entry.text))
    _once(pairs, old, new, _clause)
    _once(pairs, old, new, lambda entry: (entry.face.heading, entry.text) if entry.text else None)
    _once(pairs, old, new, lambda entry: entry.text if len(entry.text) > _LONG else None)
    pairs |= _little_changed(*_unpaired(pairs, old, new))
    scores = Scores(old, new, pairs)
    likely: dict[int, int] = {}
    for _ in range(2):
        likely = best(scores.worth({**pairs, **likely}))
    pairs |= likely
    _in_order(pairs, old, new, lambda entry: (entry.face.heading, entry.text))
    _once(pairs, old, new, _before_the_first_heading)
    pairs |= _of_one_name(pairs, old, new)
    return dict(sorted(pairs.items()))


def without_wordless_moves(old: Outline, new: Outline, pairs: dict[int, int]) -> dict[int, int]:
    """Return `pairs` without those that moved and have no word in common.

    What stands where it stood may have got another heading and other words, and be known by what
    is around it; what stands somewhere else is then something else.
    """
    moved = moves(old, new, pairs).moved
    return {
        place: answer
        for place, answer in pairs.items()
        if place not in moved or _share_a_word(old.sections[place], new.sections[answer])
    }


def _share_a_word(old: OutlineSection, new: OutlineSection) -> bool:
    clause = _clause(old)
    if clause is not None and clause == _clause(new):
        return True
    olds, news = (beginnings(f"{side.face.heading} {side.text}") for side in (old, new))
    return not olds.isdisjoint(news) or old.text == new.text != ""


def _of_one_name(pairs: dict[int, int], old: Outline, new: Outline) -> dict[int, int]:
    """Return what has a heading of its own on both sides, where it stands as it stood.

    A reader who finds ”Dokumentation” between the same sections takes it for the same one, written
    anew, and so does whoever lays one text beside the other.
    """
    likely: dict[int, int] = {}
    sides = _unpaired(pairs, old, new)
    named = dict(_single(sides[1], lambda entry: entry.face.heading.casefold() or None))
    for heading, place in _single(sides[0], lambda entry: entry.face.heading.casefold() or None):
        if heading in named:
            likely[place] = named[heading]
    if not likely:
        return {}
    all_moves = moves(old, new, {**pairs, **likely})
    elsewhere = all_moves.elsewhere | all_moves.reparented
    return {place: answer for place, answer in likely.items() if place not in elsewhere}


def _before_the_first_heading(entry: OutlineSection) -> Hashable | None:
    return True if entry.place == 0 and not entry.face.heading else None


def _little_changed(
    olds: Sequence[OutlineSection], news: Sequence[OutlineSection]
) -> dict[int, int]:
    """Return the sections with a heading that stands once on either side and most of their words.

    Most sections of most versions are such, and need not be looked for among all others.
    """
    named = dict(_single(news, lambda entry: entry.face.heading or None))
    texts = {entry.place: entry.text for entry in news}
    likely: dict[int, int] = {}
    places = {entry.place: entry for entry in olds}
    for heading, place in _single(olds, lambda entry: entry.face.heading or None):
        answer = named.get(heading)
        if answer is not None and _mostly_same(places[place].text, texts[answer]):
            likely[place] = answer
    return likely


def _mostly_same(old: str, new: str) -> bool:
    olds, news = Counter(words(old)), Counter(words(new))
    both = (olds & news).total()
    return both > 0 and 2 * both >= _MOSTLY * (olds.total() + news.total())


def _clause(entry: OutlineSection) -> Hashable | None:
    made_of = entry.section.provenance
    return made_of.clause if made_of and made_of.clause else None


def _unpaired(
    pairs: dict[int, int], old: Outline, new: Outline
) -> tuple[list[OutlineSection], list[OutlineSection]]:
    taken = set(pairs.values())
    return (
        [entry for entry in old.sections if entry.place not in pairs],
        [entry for entry in new.sections if entry.place not in taken],
    )


def _in_order(
    pairs: dict[int, int], old: Outline, new: Outline, key: Callable[[OutlineSection], Hashable]
) -> None:
    """Pair what has the same key, as much as keeps its order."""
    olds, news = _unpaired(pairs, old, new)
    names: dict[Hashable, int] = {}
    named = [[names.setdefault(key(entry), len(names)) for entry in side] for side in (olds, news)]
    pairs |= {olds[i].place: news[j].place for i, j in common(*named)}


def _once(
    pairs: dict[int, int],
    old: Outline,
    new: Outline,
    key: Callable[[OutlineSection], Hashable | None],
) -> None:
    """Pair what has the same key and stands once on either side."""
    olds, news = (dict(_single(side, key)) for side in _unpaired(pairs, old, new))
    pairs |= {place: news[known] for known, place in olds.items() if known in news}


def _single(
    entries: Sequence[OutlineSection], key: Callable[[OutlineSection], Hashable | None]
) -> Iterator[tuple[Hashable, int]]:
    keys = [(key(entry), entry.place) for entry in entries]
    times = Counter(known for known, _ in keys)
    yield from ((known, place) for known, place in keys if known is not None and times[known] == 1)
