"""Swedish words by what they do to an agreement: `clauses/register/ord/`.

Closed lists that lawyers own. What is not in them says nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.tree import Scalar
from avtalsgen.source import Files

FOLDER: Final = "clauses/register/ord"

Phrase = tuple[str, ...]
"""Words in small letters, without the points of abbreviations."""


@dataclass(frozen=True, slots=True)
class Words:
    """The lists, each as the comment above it in its file says."""

    same: Mapping[Phrase, Phrase]
    """Another way to write a phrase, and how we write it."""
    modality: Mapping[str, str]
    """A word, and the duty or right that it gives."""
    negation: frozenset[str]
    no_negation: frozenset[Phrase]
    scope: frozenset[str]
    condition: frozenset[str]
    deadline: frozenset[str]
    events: frozenset[str]
    each: frozenset[str]
    turns: frozenset[str]
    pointing: frozenset[str]
    exceptions: frozenset[str]
    order: frozenset[str]
    sections: frozenset[str]
    parts_of_sections: frozenset[str]
    other_places: frozenset[str]
    kronor: Mapping[str, int]
    """What an amount is written in, and how many kronor that is."""
    times: Mapping[str, int]
    """A word between a number and its unit, and what it multiplies by."""
    currencies: frozenset[str]

    @property
    def references(self) -> frozenset[str]:
        """What has a number that is no amount."""
        return self.sections | self.parts_of_sections | self.other_places

    @property
    def money(self) -> frozenset[str]:
        """What an amount of money is in."""
        return frozenset(self.kronor) | self.currencies


def read_words(files: Files) -> Words:
    """Return the lists.

    Raises:
        AvtalsgenError: RE05 for each entry that is not one.
        FileNotFoundError: there are no lists.
    """
    problems: list[Problem] = []
    same = _phrases(_file(files, "lika", problems))
    meaning = _file(files, "innebord", problems)
    sums = _file(files, "belopp", problems)

    def listed(key: str) -> frozenset[str]:
        return frozenset(text.casefold() for text in meaning.texts(key))

    found = Words(
        same,
        _turned(meaning, "modalitet"),
        listed("nekande"),
        frozenset(tuple(text.split()) for text in listed("inte_nekande")),
        listed("omfattning"),
        listed("villkor"),
        listed("frist"),
        listed("händelser"),
        listed("varje"),
        listed("vänder_meningen"),
        listed("syftar_på_annat"),
        listed("undantag"),
        listed("ordning"),
        listed("avsnitt"),
        listed("del_av_avsnitt"),
        listed("annat_ställe"),
        _numbers(sums, "kronor"),
        _numbers(sums, "gånger"),
        frozenset(sums.texts("andra_mynt")),
    )
    meaning.done()
    sums.done()
    if problems:
        raise AvtalsgenError(problems)
    return found


def _file(files: Files, name: str, problems: list[Problem]) -> Keys:
    path = f"{FOLDER}/{name}.yaml"
    tree, _ = read_yaml(read_text(files, path), path)
    return Keys(tree, problems, "RE05")


def _phrases(top: Keys) -> dict[Phrase, Phrase]:
    below = top.below("uttryck", required=True)
    top.done()
    found: dict[Phrase, Phrase] = {}
    for ours in below.branch.entries if below else ():
        assert below is not None
        for theirs in below.texts(ours):
            found[tuple(theirs.casefold().split())] = tuple(ours.casefold().split())
    return found


def _turned(top: Keys, key: str) -> dict[str, str]:
    """Return each word of the lists under `key` with the name of its list."""
    below = top.below(key, required=True)
    kinds = below.branch.entries if below else ()
    return {
        word.casefold(): kind for kind in kinds for word in (below.texts(kind) if below else ())
    }


def _numbers(top: Keys, key: str) -> dict[str, int]:
    below = top.below(key, required=True)
    found = {}
    for word, tree in below.branch.entries.items() if below else ():
        if isinstance(tree, Scalar) and tree.text.isdecimal():
            found[word.casefold()] = int(tree.text)
        elif below:
            below.problem(f"”{word}” är inget helt tal", below.origin(word), "skriv bara siffror")
    return found
