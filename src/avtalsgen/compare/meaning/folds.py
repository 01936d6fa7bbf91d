"""Ways to write the same thing: what may differ without any meaning having changed.

Each fold makes one kind of difference disappear. A change is editorial if nothing is left when
all are done, and then for the folds that it needed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property, lru_cache
from typing import Final

from avtalsgen.compare.meaning import sums
from avtalsgen.compare.meaning.named import Named, named
from avtalsgen.compare.words.tokens import tokens as parted
from avtalsgen.model.comparison import Reason
from avtalsgen.records import dataclass
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.register.meaning_words import WordLists
from avtalsgen.register.word_files import Phrase
from avtalsgen.swedish.connectives import CONJUNCTIONS
from avtalsgen.swedish.durations import COUNTED
from avtalsgen.swedish.numbers import read_letters
from avtalsgen.swedish.typography import SPACE

PARAGRAPH: Final = "\N{PARAGRAPH SEPARATOR}"
"""A token that stands for the end of a paragraph."""
CELL: Final = "\N{INFORMATION SEPARATOR ONE}"
"""A token that stands for the end of a cell: an amount says what its column says."""

Tokens = Sequence[str]
Fold = Callable[[Tokens], list[str]]

_SPACES: Final = re.compile(r"\s+")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_HYPHENS: Final = frozenset("-\u2010\u2011")
_PAUSES: Final = frozenset(",;:()-–—.")
_PAUSE: Final = ","
_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "´": "'"})
_MARKS: Final = frozenset(".,;:!?()[]{}\"'”“„«»’‘´`…•·|_-–—‐‑‒―−\u00ad")
_ONLY_NUMBER: Final = re.compile(r"[0-9][0-9\s.,:%]*")
_PERCENT: Final = re.compile(rf"([0-9][0-9.,]*){SPACE}?%")
_ONES: Final = frozenset(("en", "ett"))
_WEB: Final = ("http://", "https://")
_ADDRESS: Final = re.compile(r"(?:https?://)?(.+?)/?")
_MOST: Final = 100_000
"""Texts that are kept as they were read; more than the largest agreements have."""


def _paragraphs(tokens: Tokens) -> list[str]:
    return [token for token in tokens if token != PARAGRAPH]


def _spaces(tokens: Tokens) -> list[str]:
    """Leave out spaces between words, and those between the thousands of a number."""
    return [
        token
        if token.isalpha() or token == CELL
        else _SPACES.sub("" if _is_number(token) else " ", token)
        for token in tokens
        if not token.isspace() or token in (PARAGRAPH, CELL)
    ]


def _is_number(token: str) -> bool:
    return bool(_ONLY_NUMBER.fullmatch(token))


@dataclass(frozen=True)
class Folding:
    """The folds, with the words and names that they need."""

    words: WordLists
    named: Named
    roles: Mapping[str, str] = field(default_factory=dict)
    """What a party is called in the new text, with what the old text calls it."""
    known: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Texts that were read before."""

    @cached_property
    def folds(self) -> tuple[tuple[Reason, Fold], ...]:
        """Each fold with what it makes of no matter, in the order in which they are done."""
        return (
            ("format", _paragraphs),
            ("mellanrum", _spaces),
            ("skiljetecken", self.marks),
            ("namnbyte", self._names),
            ("versaler", _capitals),
            ("stavning", self._spellings),
            ("format", self._sums),
        )

    def with_roles(self, roles: Mapping[str, str]) -> "Folding":
        """Return the folds for two texts that call a party by other `roles`."""
        return Folding(self.words, self.named, roles) if roles else self

    def _names(self, tokens: Tokens) -> list[str]:
        named = self.named.folded(tokens)
        return [self.roles.get(token.casefold(), token) for token in named] if self.roles else named

    def folded(self, tokens: Tokens, without: Reason | None = None) -> tuple[str, ...]:
        """Return `tokens` as everybody would write them, `without` some of the folds."""
        for reason, fold in self.folds:
            if reason != without:
                tokens = fold(tokens)
        return tuple(tokens)

    def read(self, text: str) -> tuple[str, ...]:
        """Return the words of `text` as everybody would write them; the same text is read once."""
        tokens_read = self.known.get(text)
        if tokens_read is None:
            if len(self.known) >= _MOST:
                self.known.clear()
            tokens_read = self.known[text] = self.folded(parted(text))
        return tokens_read

    def said(self, text: str) -> str:
        """Return `text` as everybody would write it."""
        return " ".join(self.read(text))

    def renumbered(self, tokens: Tokens, numbers: Mapping[str, str]) -> tuple[str, ...]:
        """Return `tokens` with references to sections as `numbers` has them: `avsnitt 4.3`.

        `punkt` and `kapitel` may be those of a list, or of a statute, unless what they number
        has a point in it.
        """
        result: list[str] = []
        for token in tokens:
            before = next((word for word in reversed(result) if not word.isspace()), "").casefold()
            to_section = before in self.words.sections or (
                before in self.words.parts_of_sections and "." in token
            )
            result.append(numbers.get(token, token) if to_section else token)
        return tuple(result)

    def marks(self, tokens: Tokens) -> list[str]:
        """Leave out marks, but for those that say something.

        A dash between two numbers, one before a number, which may be a minus, one that stands
        for the end of a word (`vård- och omsorgspersonal`), and a pause beside a word that turns
        the sentence: `ska, inte senare` is not `ska inte, senare`.
        """
        result: list[str] = []
        tokens = _in_kronor(tokens)
        for place, token in enumerate(tokens):
            if token.isalnum():
                if not (token.isdecimal() and _is_said_before(tokens, place)):
                    result.append(token)
                continue
            plain = _DASHES.sub("-", token.translate(_QUOTES)).replace("\u00ad", "")
            if token not in _MARKS:
                result.append(plain)
                continue
            before, after = _beside(reversed(tokens[:place])), _beside(tokens[place + 1 :])
            if plain == "-" and (after[:1].isdigit() or _hangs(before, token, after)):
                result.append(plain)
            elif token in _PAUSES and self._turns(before, token, after):
                result.append(_PAUSE)
        return result

    def _turns(self, before: str, pause: str, after: str) -> bool:
        """Return whether a pause between two words stands at one that turns the sentence."""
        if not (before[-1:].isalnum() and after[:1].isalnum()):
            return False
        if pause == "." and not after[0].isupper():
            return False  # an abbreviation
        return before.casefold() in self.words.turns or after.casefold() in self.words.turns

    def _spellings(self, tokens: Tokens) -> list[str]:
        result: list[str] = []
        place = 0
        while place < len(tokens):
            word = tokens[place].casefold()
            if word not in self.longest and not word.startswith(_WEB):
                result.append(tokens[place])  # as most words are
                place += 1
                continue
            length, same = self._same(tokens, place)
            result += same
            place += length
        return _numbers(result)

    def _same(self, tokens: Tokens, place: int) -> tuple[int, Tokens]:
        """Return how many tokens from `place` are written in another way, and that way.

        What binds somebody is left as it is behind a negation: `inte är skyldig att` is a
        freedom, `inte ska` a ban.
        """
        for words in range(self.longest.get(tokens[place].casefold(), 0), 0, -1):
            spaced = words > 1 and tokens[place + 1 : place + 2] == [" "]
            length = 2 * words - 1 if spaced else words
            parts = [
                token.casefold() for token in tokens[place : place + length] if not token.isspace()
            ]
            same = self.words.same.get(tuple(parts)) if len(parts) == words else None
            if same and not (words > 1 and self._is_negated(tokens, place, same)):
                return length, _spaced(same) if spaced else same
        token = tokens[place]
        if token.casefold().startswith(_WEB):
            address = _ADDRESS.fullmatch(token)
            return 1, (address[1] if address else token,)
        return 1, (token,)

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """How many words the longest phrase has that begins with a word and is written so."""
        lengths: dict[str, int] = {}
        for phrase in self.words.same:
            lengths[phrase[0]] = max(lengths.get(phrase[0], 0), len(phrase))
        return lengths

    def _is_negated(self, tokens: Tokens, place: int, same: Phrase) -> bool:
        """Return whether a negation stands before what binds, however far: `ingen av parterna`."""
        if not set(same) & self.words.modality.keys():
            return False
        before = {token.casefold() for token in tokens[:place]}
        written = {self.words.same.get((word,), (word,))[0] for word in before}
        return not written.isdisjoint(self.words.negation)

    def _sums(self, tokens: Tokens) -> list[str]:
        if not sums.may_say(tokens):
            return list(tokens)
        hours = sums.spoken_hours(sums.clock_times(sums.ends(sums.days(tokens))))
        dated = sums.lengths(sums.spans(hours))
        return sums.amounts(dated, self.words.kronor, self.words.times)


def _in_kronor(tokens: Tokens) -> Tokens:
    """Return `tokens` with the sign of kronor in letters: `1250:-`."""
    if "-" not in tokens:
        return tokens
    written: list[str] = []
    for sign in tokens:
        *_, number, before = ("", "", *written)
        if sign == "-" and before in (":", ",") and _is_number(number):
            written[-1] = "kronor"
        else:
            written.append(sign)
    return written


def _beside(tokens: Iterable[str]) -> str:
    """Return the word that comes first."""
    return next((token for token in tokens if token not in _MARKS and not token.isspace()), "")


def _hangs(before: str, sign: str, after: str) -> bool:
    """Return whether a hyphen stands for the end that a word has in common with a later one."""
    return before.isalpha() and sign in _HYPHENS and after in CONJUNCTIONS


def _spaced(words: Sequence[str]) -> list[str]:
    """Return `words` with a space between them."""
    spaced = [" "] * (2 * len(words) - 1)
    spaced[::2] = words
    return spaced


def _capitals(tokens: Tokens) -> list[str]:
    return [token.casefold() for token in tokens]


def _is_said_before(tokens: Tokens, place: int) -> bool:
    """Return whether a number in parentheses stands in letters before them: `två (2)`."""
    if [*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]] != ["(", ")"]:
        return False
    return _in_letters(_beside(reversed(tokens[: place - 1])).casefold()) == int(tokens[place])


def _numbers(tokens: list[str]) -> list[str]:
    result: list[str] = []
    for place, token in enumerate(tokens):
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        result += _number(token, counts=after.casefold() in COUNTED)
    return result


@lru_cache(maxsize=4096)
def _number(token: str, *, counts: bool) -> tuple[str, ...]:
    """Return `token` in digits; `ett` is a number only where it `counts` what comes after."""
    word = token.casefold()
    counted = _in_letters(word)
    if counted is not None and (word not in _ONES or counts):
        return (str(counted),)
    if percent := _PERCENT.fullmatch(token):
        return percent[1], "procent"
    return (token,)


@lru_cache(maxsize=4096)
def _in_letters(word: str) -> int | None:
    return read_letters(word)


@lru_cache(maxsize=2)
def folding(knowledge: Knowledge) -> Folding:
    """Return the folds with what the register knows, one for all that asks for the same.

    So a text that is aligned and weighed is read once, and the names of the register are parted
    once and not for each comparison.
    """
    plain = Folding(knowledge.words, Named())

    def split(name: str) -> list[str]:
        return plain.marks(_spaces(parted(name)))

    return Folding(knowledge.words, named(knowledge.names, split))


def said_by(knowledge: Knowledge) -> Callable[[str], str]:
    """Return what says of a text what it says, however it is written."""
    return folding(knowledge).said
