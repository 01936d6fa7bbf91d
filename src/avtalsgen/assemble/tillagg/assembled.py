"""The two documents that tillägg are in: the text in force on a day, and the tillägg itself."""

from dataclasses import fields, replace
from datetime import date

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.materials import Materials
from avtalsgen.assemble.tillagg.belonging import (
    counted,
    refuse_tillagg,
    tillagg_of,
    unknown_instead,
)
from avtalsgen.assemble.tillagg.consolidated import consolidated
from avtalsgen.assemble.tillagg.days import period
from avtalsgen.assemble.tillagg.inherited import otherwise
from avtalsgen.assemble.tillagg.pointed import lookup_of
from avtalsgen.assemble.tillagg.states import Base
from avtalsgen.assemble.tillagg.tillagg_document import tillagg_document
from avtalsgen.assemble.tillagg.timeline import concerns, on, steps
from avtalsgen.model.nodes import Document
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag


def consolidated_text(
    materials: Materials, base: Uppdrag, day: date, *, draft: bool
) -> tuple[Document, tuple[Problem, ...]]:
    """Return the text of `base` in force on `day`, and the problems met.

    A draft takes in what is not signed yet.

    Raises:
        AvtalsgenError: TI06 it does not hold on that day, TI07 it is a tillägg.
    """
    refuse_tillagg(materials.editions, base, base.origin)
    days = period(materials.editions, base)
    days.must_hold(day, base.origin)
    there = tillagg_of(materials.editions, base)
    tillagg, problems = counted(base, there, draft=draft)
    unknown: list[Problem] = [*unknown_instead(base, there)]
    every = steps(tillagg, days, unknown)
    document, more = consolidated(printed(materials, base), on(every, day), day, draft=draft)
    return document, (*unknown, *problems, *more)


def tillagg_text(
    materials: Materials, lookup: Lookup, base: Uppdrag, *, draft: bool
) -> tuple[Document, tuple[Problem, ...]]:
    """Return the document of a tillägg made of its changes, and the problems met.

    It changes what its base was after the tillägg before it; those that are not signed are
    before none that is.
    """
    uppdrag = lookup.uppdrag
    signed = uppdrag.status == SIGNED
    there = tillagg_of(materials.editions, base)
    others = (each for each in there if each.name != uppdrag.name)
    known = (each for each in others if each.changes and (each.status == SIGNED or not signed))
    problems: list[Problem] = [*unknown_instead(base, there)]
    every = steps((uppdrag, *known), period(materials.editions, base), problems)
    concerning = tuple(problem for problem in problems if concerns(problem, uppdrag))
    if not any(step.tillagg is uppdrag for step in every):
        raise AvtalsgenError(concerning)
    first = next(step.order for step in every if step.tillagg is uppdrag)
    until = tuple(s for s in every if s.tillagg is uppdrag or s.order < first)
    type_ = materials.editions.document_type(uppdrag)
    document, more = tillagg_document(printed(materials, base), type_, lookup, until, draft=draft)
    told = otherwise(materials.editions, type_, uppdrag, base)
    return document, (*concerning, *told, *more)


def printed(materials: Materials, base: Uppdrag) -> Base:
    """Return what a base is printed with: the last one again when it is asked for again."""
    type_ = materials.editions.document_type(base)
    with_outline = replace(base, outline=base.outline or type_.outline)
    for last in materials.last_base:
        if isinstance(last, Base) and _same(last.lookup.uppdrag, with_outline):
            return last
    files, lookup = materials.editions.files, lookup_of(materials, with_outline)
    made = Base(files, materials.library, type_, lookup)
    materials.last_base[:] = [made]
    return made


def _same(uppdrag: Uppdrag, other: Uppdrag) -> bool:
    """Return whether all that two say is of one reading: nothing is compared word by word."""
    return all(getattr(uppdrag, f.name) is getattr(other, f.name) for f in fields(Uppdrag))
