"""Names of bodies and laws in running text, found by the register."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from avtalsgen.register.names import Ids, Names

BODY: Final = "\N{SYMBOL FOR UNIT SEPARATOR}organ:"
"""What the token begins with that stands for a body, whatever name it goes by."""
LAW: Final = "\N{SYMBOL FOR UNIT SEPARATOR}lag:"
"""What the token begins with that stands for a source of law."""

_OWNED: Final = "\N{SYMBOL FOR UNIT SEPARATOR}s"
_OWNERS: Final = (":s", "s")

Phrase = tuple[str, ...]
Split = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Named:
    """The names as the tokens of a folded text, by their first word."""

    phrases: Mapping[str, tuple[tuple[Phrase, str, Ids], ...]] = field(default_factory=dict)
    """Each name with what its token begins with, the longest first."""
    numbers: Mapping[str, str] = field(default_factory=dict)

    def folded(self, tokens: Sequence[str]) -> list[str]:
        """Return `tokens` with every name as one token that is the same for all its names.

        A law that has its number beside its name is the one of that number; a name of several
        laws without a number is none of them in particular. An owner stays one.
        """
        found: list[str] = []
        at = 0
        while at < len(tokens):
            match = self._name(tokens, at)
            if match:
                length, said = match
                found += said
                at += length
            else:
                found.append(tokens[at])
                at += 1
        return found

    def _name(self, tokens: Sequence[str], at: int) -> tuple[int, list[str]] | None:
        for stem, owned in ((tokens[at], False), *((stem, True) for stem in _stems(tokens[at]))):
            for phrase, kind, ids in self.phrases.get(stem, ()):
                if owned and len(phrase) > 1:
                    continue
                length, number = self._spans(tokens, at, phrase)
                if length:
                    owner = owned or tokens[at + length - 1] != phrase[-1] and len(phrase) > 1
                    return self._said(tokens, at, length, kind, ids, number, owner=owner)
        return None

    def _spans(self, tokens: Sequence[str], at: int, phrase: Phrase) -> tuple[int, str]:
        """Return how many tokens from `at` are `phrase`, and the number after its first word.

        The last word of several may be that of an owner; a number may stand inside the name, as
        in `lagen (1993:387) om stöd …`.
        """
        rest = phrase[1:]
        if not rest:
            return 1, ""
        inside = tokens[at + 1] if at + 1 < len(tokens) else ""
        number = inside if inside in self.numbers else ""
        start = at + 1 + bool(number)
        there = tuple(tokens[start : start + len(rest)])
        if there[:-1] == rest[:-1] and there[-1:] and rest[-1] in (there[-1], *_stems(there[-1])):
            return start - at + len(rest), number
        return 0, ""

    def _said(
        self,
        tokens: Sequence[str],
        at: int,
        length: int,
        kind: str,
        ids: Ids,
        number: str,
        *,
        owner: bool,
    ) -> tuple[int, list[str]]:
        after = tokens[at + length] if at + length < len(tokens) else ""
        if kind == LAW and not number and self.numbers.get(after) in ids:
            number, length = after, length + 1
        if number:
            ids = frozenset({self.numbers[number]})
        token = kind + "|".join(sorted(ids))
        return length, [token, _OWNED] if owner else [token]


def named(names: Names, split: Split) -> Named:
    """Return the names of the register as `split` folds a text."""
    found: dict[str, list[tuple[Phrase, str, Ids]]] = {}
    for kind, known in ((BODY, names.bodies), (LAW, names.laws)):
        _add(found, known, kind, split)
    return Named(
        {
            first: tuple(sorted(phrases, key=lambda each: (-len(each[0]), each[0])))
            for first, phrases in found.items()
        },
        names.numbers,
    )


def _add(
    found: dict[str, list[tuple[Phrase, str, Ids]]],
    known: Mapping[str, Ids],
    kind: str,
    split: Split,
) -> None:
    for name, ids in known.items():
        phrase = tuple(split(name))
        if phrase:
            found.setdefault(phrase[0], []).append((phrase, kind, ids))


def _stems(token: str) -> Iterable[str]:
    return (token.removesuffix(ending) for ending in _OWNERS if token.endswith(ending))
