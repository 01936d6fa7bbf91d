"""Words that are one letter from another word of the same document.

The document is the measure. Two long words that begin and end alike and differ by one letter inside
are one word, once misspelled; the one that is written more often, or is made of parts that the rest
of the text has, is right. Where there is a dictionary, what it has is right, and any word that it
does not have is misspelled if the document has one that is an edit away.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.unknown import Knows, is_one_edit, is_spelled
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold

_WORD: Final = re.compile(r"(?<![\w.@/-])[^\W\d_]{8,}(?![\w@-]|\.\w)")
_ENDING: Final = 4
"""Letters at the end of a word that say its form, and must be alike."""
_FORM: Final = 2
"""Letters at the end that may be no more than another form of a word that is spelled right."""
_MOST: Final = 2
"""Times that a misspelled word may stand in a document."""


@dataclass(frozen=True, slots=True, eq=False)
class Misspelling:
    """A word, where it stands, and the word that is meant."""

    places: tuple[Stretch, ...]
    meant: str


def misspellings(facts: CheckFacts) -> Iterator[Misspelling]:
    """Yield the words that are one letter from another, in the order of the document."""
    places: dict[str, list[Stretch]] = defaultdict(list)
    for passage in (*facts.of("contents"), *facts.body):
        for match in _WORD.finditer(facts.own_words[id(passage)]):
            places[match.group().casefold()].append(Stretch(passage, match.start(), match.end()))
    buckets: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word in places:
        buckets[word[0], word[-_ENDING:]].append(word)
    told: set[str] = set()
    for word, meant in _by_dictionary(facts.knows, places) if facts.knows else ():
        told.add(word)
        yield Misspelling(tuple(places[word]), meant)
    parts: Counter[str] = Counter()
    for word, stretches in places.items():
        if len(stretches) > _MOST or word in told or (facts.knows and facts.knows(word)):
            continue
        bucket = buckets[word[0], word[-_ENDING:]]
        near = [other for other in bucket if other != word and is_one_edit(word, other, _ENDING)]
        if near and not parts:  # few documents have any, and the parts of all words are many
            parts.update(part for each in places for part in set(_parts(each)))
        right = next((other for other in near if _is_worse(word, other, places, parts)), "")
        if right:
            yield Misspelling(tuple(stretches), right)


def _by_dictionary(knows: Knows, places: Mapping[str, list[Stretch]]) -> Iterator[tuple[str, str]]:
    """Yield the words that are not spelled so and are an edit from one that is, and that one."""
    strange = [word for word in places if not is_spelled(word, knows)]
    known: dict[str, list[str]] = defaultdict(list)
    for word in places.keys() - set(strange) if strange else ():
        known[word[-_FORM:]].append(word)
    for word in strange:
        near = (other for other in known[word[-_FORM:]] if is_one_edit(word, other, _FORM))
        meant = min(near, default=None)
        if meant and fold(word) != fold(meant):
            yield word, meant


def _is_worse(word: str, other: str, places: dict[str, list[Stretch]], parts: Counter[str]) -> bool:
    """Return whether it is `word` that is misspelled: it has a part that no other word has."""
    strange = [part for part in _parts(word) if parts[part] == 1]
    known = all(parts[part] > 1 for part in _parts(other) if part not in _parts(word))
    written = _times(places[other]) - _times(places[word])
    return bool(strange) and written >= 0 and (known or written > 0) and fold(word) != fold(other)


def _times(stretches: list[Stretch]) -> int:
    """Return how often a word is written; the contents only repeat a heading."""
    return sum(stretch.passage.kind != "contents" for stretch in stretches)


def _parts(word: str) -> list[str]:
    return [word[place : place + 3] for place in range(len(word) - 2)]
