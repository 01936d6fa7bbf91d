"""Names of one body, as the register has them."""

from collections.abc import Mapping

from avtalsgen.compare.meaning.judge import SameBody
from avtalsgen.register.organisations import Organisation


def same_body(organisations: Mapping[str, Organisation]) -> SameBody:
    """Return whether two names are those of one body, at any time, as an owner or not.

    A body that took over from another is another: a nämnd is not its förvaltning, nor the
    nämnd before it.
    """
    bodies: dict[str, set[str]] = {}
    for id_, organisation in organisations.items():
        for name in (*(name.name for name in organisation.names), organisation.short):
            if name:
                bodies.setdefault(_folded(name), set()).add(id_)

    def known(name: str) -> set[str]:
        return bodies.get(_folded(name), set())

    def same(first: str, second: str) -> bool:
        if known(first) & known(second):
            return True
        both_own = first.endswith("s") and second.endswith("s")
        return both_own and bool(known(first[:-1]) & known(second[:-1]))

    return same


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
