"""Ways to write the same thing: what may differ without any meaning having changed.

Each fold makes one kind of difference disappear. A change is editorial if nothing is left when
all are done, and then for the folds that it needed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from avtalsgen.compare.meaning.words import REFERENCE, SAME, SAME_PAIRS
from avtalsgen.model.comparison import Reason
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.durations import Unit
from avtalsgen.swedish.marks import SPACE
from avtalsgen.swedish.numbers import parse_words

PARAGRAPH: Final = "\N{PARAGRAPH SEPARATOR}"
"""A token that stands for the end of a paragraph, or of a cell."""

Tokens = Sequence[str]

_SPACES: Final = re.compile(r"\s+")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "´": "'"})
_MARKS: Final = frozenset(".,;:!?()[]{}\"'”“„«»’‘´`…•·|_-–—‐‑‒―−\u00ad")
_ONLY_NUMBER: Final = re.compile(r"[0-9][0-9\s.,:%]*")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LONG_DATE: Final = re.compile(rf"([0-9]{{1,2}}){SPACE}({'|'.join(MONTHS)}){SPACE}([0-9]{{4}})")
_PERCENT: Final = re.compile(rf"([0-9][0-9.,]*){SPACE}?%")
_UNITS: Final = frozenset(name for unit in Unit for name in (unit.singular, unit.plural))
_ONES: Final = frozenset(("en", "ett"))
_ADDRESS: Final = re.compile(r"(?:https?://)?(.+?)/?")


def _paragraphs(tokens: Tokens) -> list[str]:
    return [token for token in tokens if token != PARAGRAPH]


def _spaces(tokens: Tokens) -> list[str]:
    """Leave out spaces between words, and those between the thousands of a number."""
    return [
        _SPACES.sub("" if _ONLY_NUMBER.fullmatch(token) else " ", token)
        for token in tokens
        if not token.isspace() or token == PARAGRAPH
    ]


def _marks(tokens: Tokens) -> list[str]:
    """Leave out marks; a dash between two numbers is a part of what they say."""
    found = []
    for at, token in enumerate(tokens):
        plain = _DASHES.sub("-", token.translate(_QUOTES)).replace("\u00ad", "")
        if token not in _MARKS or (plain == "-" and _between_numbers(tokens, at)):
            found.append(plain)
    return found


def _between_numbers(tokens: Tokens, at: int) -> bool:
    around = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return len(around) == 2 and around[0][-1].isdigit() and around[1][0].isdigit()


def _capitals(tokens: Tokens) -> list[str]:
    return [token.casefold() for token in tokens]


def _spellings(tokens: Tokens) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(tokens):
        length, same = _same(tokens, at)
        found += same
        at += length
    return _numbers(found)


def _same(tokens: Tokens, at: int) -> tuple[int, Tokens]:
    """Return how many tokens from `at` have another spelling, and that one."""
    for words in (3, 2):
        length = 2 * words - 1 if tokens[at + 1 : at + 2] == [" "] else words
        parts = [token.casefold() for token in tokens[at : at + length] if not token.isspace()]
        same = SAME_PAIRS.get(tuple(parts))
        if same:
            return length, same if length == words else " \0".join(same).split("\0")
    token = tokens[at]
    if token.casefold().startswith(("http://", "https://")):
        found = _ADDRESS.fullmatch(token)
        return 1, (found[1] if found else token,)
    return 1, SAME.get(token.casefold(), (token,))


def _numbers(tokens: list[str]) -> list[str]:
    found: list[str] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        number = _number(token, after)
        if len(number) == 1 and found and found[-1] == number[0] and number[0].isdigit():
            continue  # ”två (2)” says the same once
        found += number
    return found


def _number(token: str, after: str) -> list[str]:
    word = token.casefold()
    counted = parse_words(word)
    if counted is not None and (word not in _ONES or after.casefold() in _UNITS):
        return [str(counted)]
    if percent := _PERCENT.fullmatch(token):
        return [percent[1], "procent"]
    if day := _LONG_DATE.fullmatch(token):
        return [f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}"]
    return [token]


Fold = Callable[[Tokens], list[str]]
FOLDS: Final[tuple[tuple[Reason, Fold], ...]] = (
    ("format", _paragraphs),
    ("mellanrum", _spaces),
    ("skiljetecken", _marks),
    ("versaler", _capitals),
    ("stavning", _spellings),
)


def folded(tokens: Tokens, without: Reason | None = None) -> tuple[str, ...]:
    """Return `tokens` as everybody would write them, `without` one of the folds."""
    for reason, fold in FOLDS:
        if reason != without:
            tokens = fold(tokens)
    return tuple(tokens)


def renumbered(tokens: Tokens, numbers: Mapping[str, str]) -> tuple[str, ...]:
    """Return `tokens` with references to sections as `numbers` has them: `avsnitt 4.3`."""
    found: list[str] = []
    for token in tokens:
        before = next((word for word in reversed(found) if not word.isspace()), "")
        is_reference = before.casefold() in REFERENCE
        found.append(numbers.get(token, token) if is_reference else token)
    return tuple(found)
