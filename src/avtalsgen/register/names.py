"""What bodies and sources of law are called, by whatever name a document uses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from avtalsgen.register.legal_sources import Legal
from avtalsgen.register.organisations import Organisation

Ids = frozenset[str]

_NONE: Final[Ids] = frozenset()
_OWNERS: Final = (":s", "s")
"""How the name of an owner ends: `IVO:s beslut`, `omsorgsnämndens plan`."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names in the register: of bodies, and of statutes with their numbers.

    A name is in small letters with one space between its words; it may be that of several, as
    SoL is of two socialtjänstlagar. `numbers` has the source of law that a number is of.
    """

    bodies: Mapping[str, Ids] = field(default_factory=dict)
    laws: Mapping[str, Ids] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)

    def same_body(self, one: str, other: str) -> bool:
        """Return whether two names are those of one body, at any time, as an owner or not.

        A body that took over from another is another: a nämnd is not its förvaltning, nor the
        nämnd before it.
        """
        olds, news = _read(one), _read(other)
        plain = self.bodies.get(olds, _NONE) & self.bodies.get(news, _NONE)
        return bool(plain or self._owners(olds) & self._owners(news))

    def _owners(self, name: str) -> Ids:
        stems = (name.removesuffix(ending) for ending in _OWNERS if name.endswith(ending))
        return next((ids for stem in stems if (ids := self.bodies.get(stem))), _NONE)


def names(organisations: Iterable[Organisation], legal_sources: Iterable[Legal]) -> Names:
    """Return the names that the register has, the short ones too."""
    bodies: dict[str, Ids] = {}
    for body in organisations:
        for name in (*(name.name for name in body.names), body.short):
            _add(bodies, name, body.id)
    laws: dict[str, Ids] = {}
    numbers: dict[str, str] = {}
    for law in legal_sources:
        for name in (law.name, law.short):
            _add(laws, name, law.id)
        if law.number:
            numbers[_read(law.number)] = law.id
    return Names(bodies, laws, numbers)


def _add(known: dict[str, Ids], name: str, id_: str) -> None:
    if name:
        known[_read(name)] = known.get(_read(name), _NONE) | {id_}


def _read(name: str) -> str:
    return " ".join(name.casefold().split())
