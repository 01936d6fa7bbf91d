r"""Which words of a Word file look otherwise than in the file that is built, and where.

Words are paired, and each pair is compared, whatever else our file has in other places: words that
were made white are told also where our own file has white words.

    ours       A  B  C  D          a paragraph that says the same is paired wherever it stands,
               |   \/   |          as often as it stands in both; the words of those that are
    the file   A  C  B  D'         left, D and D' here, are paired in the order of the text
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from avtalsgen.compare.words.subsequence import common
from avtalsgen.ooxml.package import Package
from avtalsgen.readers.docx.seen.properties import Look, alike
from avtalsgen.readers.docx.seen.seen_words import PAGES, SeenStory, SeenWord, seen
from avtalsgen.records import dataclass

_SHOWN = 40
_MOST = 5
"""Places with the same difference that are told one by one."""


@dataclass(frozen=True, slots=True)
class OtherLook:
    """Words of a paragraph that look otherwise, and in what."""

    story: str
    heading: str
    words: str
    what: tuple[str, ...]
    paragraph: str
    """The words of the whole paragraph."""

    @property
    def place(self) -> str:
        """Where it is, as people call it."""
        if self.story != "brödtexten":
            return self.story
        return f"avsnittet ”{self.heading}”" if self.heading else "omslaget"


def other_looks(file: Package, known: Package) -> tuple[OtherLook, ...]:
    """Return which words of `file` look otherwise than those of `known`.

    Raises:
        UnfitError: one of the files cannot be read.
    """
    expected = {story.name: story.words for story in seen(known)}
    return tuple(
        look for story in seen(file) for look in _of_story(story, expected.get(story.name, ()))
    )


def told(differing: Iterable[OtherLook]) -> Iterator[str]:
    """Yield a line for each place, one for many with the same difference."""
    alike_places = defaultdict[tuple[str, tuple[str, ...]], list[OtherLook]](list)
    for look in differing:
        alike_places[look.story, look.what].append(look)
    for (story, what), places in alike_places.items():
        looks = ", ".join(dict.fromkeys(name.partition(" (")[0] for name in what))
        if len(places) > _MOST:
            first = f"först i {places[0].place}: ”{places[0].words[:_SHOWN]}”"
            yield f"{story} ser annorlunda ut på {len(places)} ställen ({looks}), {first}"
            continue
        for look in places:
            if look.words == PAGES:
                yield f"{PAGES} är andra ({looks})"
            else:
                yield f"{look.place}: ”{look.words[:_SHOWN]}” ser annorlunda ut ({looks})"


def _of_story(story: SeenStory, expected: Sequence[SeenWord]) -> Iterator[OtherLook]:
    words = story.words
    pairs = dict(_pairs(expected, words))
    usual = {pair for word in expected for look in word.looks for pair in look.items()}
    differing = [
        (word, _differing(word, pairs[place]) if place in pairs else _strange(word, usual))
        for place, word in enumerate(words)
    ]
    whole = _paragraphs(words)
    for (paragraph, what), named in groupby(
        differing, lambda found: (found[0].paragraph, found[1])
    ):
        if what:
            looked = [word for word, _ in named]
            said = " ".join(word.text for word in looked)
            yield OtherLook(story.name, looked[0].heading, said, what, whole[paragraph])


def _pairs(
    expected: Sequence[SeenWord], words: Sequence[SeenWord]
) -> Iterator[tuple[int, SeenWord]]:
    """Yield the place of each word that is in our file too, and that word there."""
    ours, theirs = _by_words(expected), _by_words(words)
    taken: set[int] = set()
    left = set(range(len(expected)))
    for said, places in theirs.items():
        known = ours.get(said, [])
        if len(known) != len(places):
            continue
        for mine, here in zip(known, places, strict=True):
            taken.update(here)
            left.difference_update(mine)
            yield from zip(here, (expected[place] for place in mine), strict=True)
    numbers: dict[str, int] = {}
    rest = sorted(left), [place for place in range(len(words)) if place not in taken]
    old, new = (
        [numbers.setdefault(side[place].text, len(numbers)) for place in places]
        for side, places in zip((expected, words), rest, strict=True)
    )
    for was, place in common(old, new):
        yield rest[1][place], expected[rest[0][was]]


def _by_words(words: Sequence[SeenWord]) -> dict[tuple[str, ...], list[range]]:
    """Return where the paragraphs stand that say the same."""
    places = defaultdict[tuple[str, ...], list[range]](list)
    start = 0
    for _, said in groupby(words, lambda word: word.paragraph):
        texts = tuple(word.text for word in said)
        places[texts].append(range(start, start + len(texts)))
        start += len(texts)
    return places


def _paragraphs(words: Iterable[SeenWord]) -> dict[int, str]:
    by_paragraph = groupby(words, lambda word: word.paragraph)
    return {number: " ".join(word.text for word in said) for number, said in by_paragraph}


def _differing(word: SeenWord, other: SeenWord) -> tuple[str, ...]:
    """Return in what two of the same word look unlike, each stretch beside that of the other."""
    if word.looks == other.looks:
        return ()
    count = max(len(word.looks), len(other.looks))
    stretches = zip(_stretched(word.looks, count), _stretched(other.looks, count), strict=True)
    names = Counter(
        name
        for look, was in stretches
        for name in (*look, *was)
        if not alike(name, look.get(name, ""), was.get(name, ""))
    )
    return tuple(sorted(names))


def _stretched(looks: Sequence[Look], count: int) -> Iterator[Look]:
    last = looks[-1]
    return (looks[place] if place < len(looks) else last for place in range(count))


def _strange(word: SeenWord, usual: set[tuple[str, str]]) -> tuple[str, ...]:
    """Return in what a word that our file has not looks as none of ours."""
    return tuple(sorted({k for look in word.looks for k, v in look.items() if (k, v) not in usual}))
