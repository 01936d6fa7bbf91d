"""How much two texts say the same, whatever the order of their words."""

import math
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from avtalsgen.compare.align.compounds import Compounds
from avtalsgen.compare.words.token_weights import SMALL_WORDS
from avtalsgen.records import dataclass

_WORD: Final = re.compile(r"[\w\u0300-\u036f\u00ad]+")
_STEM: Final = 5
"""As many letters of a word in a heading as its inflections and compounds share."""
_RARE: Final = 40
"""In how many texts a word may stand and still tell which texts to look at."""
_TELLING: Final = 60
"""How many of the rarest words of a text are looked up."""
_STEPS: Final = 600
"""How many places they may lead to in all; of a text of many words that others have, the rarest."""

_ENOUGH: Final = 100
"""How many, once they have met a text with half of what the asker weighs."""


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a text with what each weighs, and what they weigh together."""

    words: Mapping[str, float]
    total: float


def words(text: str) -> list[str]:
    """Return the words of `text` that tell it from others, in small letters."""
    return [word for word in _WORD.findall(text.casefold()) if word not in SMALL_WORDS]


def stems(heading: str, known: Compounds) -> Counter[str]:
    """Return the words of a heading and their beginnings, for a compound those of its parts.

    So `Klagomål` is somewhat like `Klagomålshantering`, and most like itself, and
    `Verksamhetsbeskrivning` says what `Beskrivning av verksamheten` says.
    """
    parts = [part for word in words(heading) for part in known.parts(word)]
    return Counter((*parts, *(f"{part[:_STEM]}…" for part in parts)))


def beginnings(text: str) -> frozenset[str]:
    """Return how the words of `text` begin that tell it from others."""
    return frozenset(word[:_STEM] for word in words(text))


def phrases(text: str) -> Counter[str]:
    """Return the words of `text` and each two that follow each other.

    Two together tell a copied sentence from one on the same matter.
    """
    heard = words(text)
    count = Counter(heard)
    count.update(f"{first} {second}" for first, second in pairwise(heard))
    return count


def bags(texts: Iterable[Counter[str]]) -> list[Bag]:
    """Return the bag of each text; a word weighs more the fewer of all texts have it.

    A word that one text alone has weighs in its total and is not kept: nobody shares it. Each
    count is let go as soon as it is weighed, for of ten thousand lines they are the most of all
    that a comparison holds.
    """
    counted = deque(texts)
    having: Counter[str] = Counter()
    for count in counted:
        having.update(count.keys())
    rarity = [math.log(1 + len(counted) / texts) for texts in range(1, len(counted) + 1)]
    result = []
    while counted:
        count = counted.popleft()
        alone = math.fsum(n * rarity[0] for word, n in count.items() if having[word] == 1)
        weighed = {
            word: rarity[having[word] - 1] * n if n > 1 else rarity[having[word] - 1]
            for word, n in count.items()
            if having[word] > 1
        }
        result.append(Bag(weighed, math.fsum((alone, *weighed.values()))))
    return result


def shared(first: Bag, second: Bag) -> float:
    """Return what the words weigh that both have; alike whichever is the first."""
    both = first.words.keys() & second.words.keys()
    return math.fsum(
        map(min, map(first.words.__getitem__, both), map(second.words.__getitem__, both))
    )


def likeness(first: Bag, second: Bag) -> float:
    """Return the share of their weight that both have: 0 for nothing, 1 for the same words."""
    whole = first.total + second.total
    return 2 * shared(first, second) / whole if whole else 0.0


def containment(first: Bag, second: Bag) -> float:
    """Return how much of the lighter of two texts stands in the other."""
    lighter = min(first.total, second.total)
    return shared(first, second) / lighter if lighter else 0.0


def candidates(
    olds: Sequence[Bag], news: Sequence[Bag], most: int = 8
) -> Iterator[tuple[int, int]]:
    """Yield the places of texts that may answer to each other: they share rare words.

    At most `most` for each old text and each new one, whatever their number, so that the work
    grows as the texts do.
    """
    there = _looked_up(olds, news, most)
    back = ((i, j) for j, i in _looked_up(news, olds, most))
    yield from sorted({*there, *back})


def _looked_up(askers: Sequence[Bag], asked: Sequence[Bag], most: int) -> Iterator[tuple[int, int]]:
    where: dict[str, list[int]] = {}
    for place, bag in enumerate(asked):
        for word in bag.words:
            where.setdefault(word, []).append(place)
    for place, bag in enumerate(askers):
        known = [word for word in bag.words if 0 < len(where.get(word, ())) <= _RARE]
        known.sort(key=lambda word: (len(where[word]), word))
        met: dict[int, float] = {}
        steps, most_met = 0, 0.0
        for word in known[:_TELLING]:
            steps += len(where[word])
            if steps > (_STEPS if 2 * most_met < bag.total else _ENOUGH):
                break
            weight = bag.words[word]
            for other in where[word]:
                common = met.get(other, 0.0) + min(weight, asked[other].words[word])
                met[other] = common
                if common > most_met:
                    most_met = common
        best = sorted(met, key=lambda other: (-met[other], other))
        yield from ((place, other) for other in best[:most])
