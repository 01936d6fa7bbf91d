"""Names of bodies and laws in running text, found by the register."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import chain
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.register.register_names import Ids, RegisterNames

BODY: Final = "\N{SYMBOL FOR UNIT SEPARATOR}organ:"
"""What the token begins with that stands for a body, whatever name it goes by."""
LAW: Final = "\N{SYMBOL FOR UNIT SEPARATOR}lag:"
"""What the token begins with that stands for a source of law."""

_PAUSE: Final = ","
OWNED: Final = "\N{SYMBOL FOR UNIT SEPARATOR}s"
_OWNERS: Final = (":s", "s")
"""How the name of an owner ends: `IVO:s beslut`, `omsorgsnämndens plan`."""

_MOST: Final = 100_000
"""Words that are kept: more than there are in a language that anybody writes."""

Split = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class TokenName:
    """A name as the tokens of a text, and what its own token is."""

    words: tuple[str, ...]
    kind: str
    ids: Ids

    @property
    def is_short(self) -> bool:
        """Whether it is in capitals: `KL` is a law, `kl` a time."""
        return len(self.words) == 1 and any(map(str.isupper, self.words[0][1:]))

    def said(self, word: str, place: int) -> str | None:
        """Return how `word` ends where it is the word at `place`: nothing, or as an owner.

        None if it is another word. Only the last word of a name may be that of an owner.
        """
        name_word = self.words[place]
        if self.is_short:
            ending = word.removeprefix(name_word) if word.startswith(name_word) else None
        else:
            there, here = word.casefold(), name_word.casefold()
            ending = there.removeprefix(here) if there.startswith(here) else None
        if ending is None or ending == "":
            return ending
        return ending if place == len(self.words) - 1 and ending in _OWNERS else None


@dataclass(frozen=True, slots=True)
class Named:
    """The names of the register, found in a text whose marks are folded away."""

    names: Mapping[str, tuple[tuple[str, TokenName], ...]] = field(default_factory=dict)
    """By the first letters of their first word, with that in small letters, the longest first."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    begun: dict[str, tuple[TokenName, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Words that were met before, with the names that each may begin: of most words none."""

    def folded(self, tokens: Sequence[str]) -> list[str]:
        """Return `tokens` with every name as one token that is the same for all its names.

        A law that has its number beside its name is the one of that number; a name of several
        laws without a number is none of them in particular. An owner stays one.
        """
        result: list[str] = []
        place = 0
        while place < len(tokens):
            match = self._name(tokens, place) if self._begun(tokens[place]) else None
            if match:
                length, said = match
                result += said
                place += length
            else:
                result.append(tokens[place])
                place += 1
        return result

    def _begun(self, word: str) -> tuple[TokenName, ...]:
        """Return the names that `word` may be the first of, the longest first."""
        names = self.begun.get(word)
        if names is None:
            if len(self.begun) >= _MOST:
                self.begun.clear()
            begins = word.casefold()
            alike = self.names.get(_key(begins), ())
            names = self.begun[word] = tuple(
                name for first, name in alike if begins.startswith(first)
            )
        return names

    def are_of_one_name(self, law: str, other: str) -> bool:
        """Return whether two laws, as their tokens, go by one name: the old and the new one."""
        if not (law.startswith(LAW) and other.startswith(LAW)):
            return False
        ids = {*law.removeprefix(LAW).split("|"), *other.removeprefix(LAW).split("|")}
        names = chain.from_iterable(self.names.values())
        return any(name.kind == LAW and ids <= name.ids for _, name in names)

    def _name(self, tokens: Sequence[str], name_place: int) -> tuple[int, list[str]] | None:
        for name in self._begun(tokens[name_place]):
            place, number, ending = name_place, "", name.said(tokens[name_place], 0)
            for word in range(1, len(name.words)):
                if ending is None:
                    break
                place += 1
                if word == 1 and place < len(tokens) and tokens[place] in self.numbers:
                    number = tokens[place]  # lagen (1993:387) om stöd …
                    place += 1 + (tokens[place + 1 : place + 2] in ([_PAUSE], (_PAUSE,)))
                ending = name.said(tokens[place], word) if place < len(tokens) else None
            if ending is not None:
                return self._said(tokens, name_place, place + 1, name, number, owner=bool(ending))
        return None

    def _said(
        self,
        tokens: Sequence[str],
        place: int,
        end: int,
        name: TokenName,
        number: str,
        *,
        owner: bool,
    ) -> tuple[int, list[str]]:
        after = tokens[end] if end < len(tokens) else ""
        if name.kind == LAW and not number and self.numbers.get(after) in name.ids:
            number, end = after, end + 1
        ids = frozenset({self.numbers[number]}) if number else name.ids
        token = name.kind + "|".join(sorted(ids))
        return end - place, [token, OWNED] if owner else [token]


def named(names: RegisterNames, split: Split) -> Named:
    """Return the names of the register; `split` parts a name as a text is parted."""
    by_first_word: dict[str, list[TokenName]] = {}
    for kind, known in ((BODY, names.bodies), (LAW, names.laws)):
        for text, ids in known.items():
            name = TokenName(tuple(split(text)), kind, ids)
            if name.words:
                by_first_word.setdefault(_key(name.words[0]), []).append(name)
    ordered = {
        first: tuple(
            (name.words[0].casefold(), name)
            for name in sorted(own, key=lambda name: (-len(name.words), name.words, name.kind))
        )
        for first, own in by_first_word.items()
    }
    return Named(ordered, names.numbers)


def _key(word: str) -> str:
    return word[:2].casefold()
