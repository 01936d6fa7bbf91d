"""One file of word lists: `clauses/register/ord/NAME.yaml`."""

import re
from collections.abc import Iterable
from typing import Final

from avtalsgen.problems import Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.tree import Scalar
from avtalsgen.source import Files

FOLDER: Final = "clauses/register/ord"

Phrase = tuple[str, ...]
"""Words in small letters, without the points of abbreviations."""


def opened(files: Files, name: str, problems: list[Problem]) -> Keys:
    """Return the keys of a file; what is wrong goes to `problems` as RE05."""
    path = f"{FOLDER}/{name}.yaml"
    tree, _ = read_yaml(read_text(files, path), path)
    return Keys(tree, problems, "RE05")


def listed(top: Keys, key: str) -> frozenset[str]:
    """Return the words under `key`."""
    return frozenset(text.casefold() for text in top.texts(key))


def phrases(top: Keys, key: str) -> tuple[Phrase, ...]:
    """Return the phrases under `key` in their order."""
    return tuple(tuple(text.casefold().split()) for text in top.texts(key))


def grouped(top: Keys, key: str) -> dict[str, tuple[str, ...]]:
    """Return the lists under `key`, each by its name."""
    below = top.below(key, required=True)
    return {name: below.texts(name) for name in below.branch.entries} if below else {}


def numbered(top: Keys, key: str, *, required: bool = True) -> dict[str, int]:
    """Return the words under `key`, each with its whole number."""
    below = top.below(key, required=required)
    numbers = {}
    for word, tree in below.branch.entries.items() if below else ():
        if isinstance(tree, Scalar) and tree.text.isdecimal():
            numbers[word.casefold()] = int(tree.text)
        elif below:
            below.problem(f"”{word}” är inget helt tal", below.origin(word), "skriv bara siffror")
    if below:
        for word in numbers:
            below.asked[word] = None
    return numbers


def worded(top: Keys, key: str) -> dict[str, str]:
    """Return the words under `key`, each with the words that stand for it."""
    below = top.below(key, required=True)
    return {words.casefold(): below.text(words) for words in below.branch.entries} if below else {}


def any_of(words: Iterable[str]) -> str:
    """Return a group of a pattern that is any of `words`, the longest that fits.

    Spaces are kept in verbose patterns too. Nothing is any of no words.
    """
    longest = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest)) or '(?!)'})"
