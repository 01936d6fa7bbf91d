"""Where the facts of an edition are found: here, in its base, in those that it points at."""

from dataclasses import replace
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.facts.price_level import price_level
from avtalsgen.assemble.materials import Materials
from avtalsgen.assemble.tillagg.belonging import base_of
from avtalsgen.assemble.tillagg.effect import as_it_leaves
from avtalsgen.assemble.tillagg.inherited import inherited
from avtalsgen.clauses.house.houses import Houses
from avtalsgen.clauses.house.profile import HouseStyle
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.register.indices import read_indices
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.uppdrag import Uppdrag

_DEEPEST: Final = 5
"""How far a document may be from those that it points at; an anslag is three from its uppdrag."""


def lookup_of(materials: Materials, uppdrag: Uppdrag, above: tuple[str, ...] = ()) -> Lookup:
    """Return where the facts of an edition are found, here and in those it points at.

    `above` are the editions that have led here.

    Raises:
        AvtalsgenError: an edition that is pointed at is not there, cannot be read, or leads
            back here (UP12).
    """
    type_ = materials.editions.document_type(uppdrag)
    asked = any(path == known.BASE for path, _ in type_.requires)
    unanswered = asked and uppdrag.facts.get(known.BASE) is None
    base = base_of(materials.editions, uppdrag) if type_.has_base and not unanswered else None
    pointers = materials.editions.parameters.pointers
    pointed = {
        pointer: _pointed(materials, fact, (*above, uppdrag.name))
        for pointer in pointers
        if isinstance(fact := uppdrag.facts.get(pointer), Known)
    }
    lookup = Lookup(
        uppdrag,
        base,
        materials.editions.organisations,
        materials.legal_sources,
        materials.houses.general,
        pointed,
        pointers,
        type_.heritage,
        type_.kicker,
    )
    if base:
        from_base = inherited(materials.editions, type_, uppdrag, base)
        lookup = replace(lookup, inherited=from_base)
    lookup = replace(lookup, house=house_of(materials.houses, lookup) or lookup.house)
    if {known.REPLACED, known.ABOUT} <= pointed.keys():
        prices = price_level(lookup.fact, read_indices(materials.editions.files))
        lookup = replace(lookup, prices=prices)
    return lookup


def house_of(houses: Houses, lookup: Lookup) -> HouseStyle | None:
    """Return the house style of what is looked up; nothing where its municipality has none.

    Raises:
        AvtalsgenError: it is wrong.
    """
    municipality = lookup.municipality()
    return houses.of(str(municipality.value) if municipality else "")


def _pointed(materials: Materials, fact: Known, above: tuple[str, ...]) -> Lookup:
    name = str(fact.value)
    if name in above or len(above) > _DEEPEST:
        message = f"{fact.path} leder tillbaka eller för långt: {' → '.join((*above, name))}"
        hint = "peka på den handling som den här handlar om"
        raise AvtalsgenError([Problem("UP12", message, origin=fact.origin, hint=hint)])
    slug, _, edition = name.partition("@")
    lookup = lookup_of(materials, materials.editions.uppdrag(slug, edition, fact.origin), above)
    return replace(lookup, uppdrag=as_it_leaves(lookup.uppdrag, lookup.base))
