"""What bodies and sources of law are called, by whatever name a document uses."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.register.legal_sources import Legal
from avtalsgen.register.organisations import Organisation

Ids = frozenset[str]

_NONE: Final[Ids] = frozenset()


@dataclass(frozen=True, slots=True)
class RegisterNames:
    """The names in the register, each with what it is a name of.

    A name may be that of several, as SoL is of two socialtjänstlagar. A body that took over from
    another is another: a nämnd is not its förvaltning, nor the nämnd before it. `numbers` has
    the source of law that a number is of.
    """

    bodies: Mapping[str, Ids] = field(default_factory=dict)
    laws: Mapping[str, Ids] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    replaced_by: Mapping[str, str] = field(default_factory=dict)
    """The source of law that took over from another."""


def names(organisations: Iterable[Organisation], legal_sources: Collection[Legal]) -> RegisterNames:
    """Return the names that the register has, at any time, the short ones too."""
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
            numbers[law.number] = law.id
    replaced = {law.id: law.replaced_by for law in legal_sources if law.replaced_by}
    return RegisterNames(bodies, laws, numbers, replaced)


def _add(known: dict[str, Ids], name: str, id_: str) -> None:
    if name:
        known[name] = known.get(name, _NONE) | {id_}
