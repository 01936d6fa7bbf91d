"""Which tillägg belong to which base, and which of them have changed something."""

from dataclasses import replace
from typing import Final

from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.readers.yaml.keys import instead
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.editions import Editions
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag

NOT_SIGNED: Final = "TI08"
"""The code of a warning: what nobody has signed does not hold."""


def base_of(editions: Editions, uppdrag: Uppdrag) -> Uppdrag:
    """Return the uppdrag that a tillägg changes, with the outline that it is printed by.

    Raises:
        AvtalsgenError: UP04 the tillägg does not say which, UP01 or UP02 it is not there.
    """
    fact = uppdrag.facts.get(known.BASE)
    if not isinstance(fact, Known):
        message = "tillägget säger inte vilket uppdrag det ändrar"
        there = (f"{uppdrag.slug}@{each}" for each in editions.mains(uppdrag.slug))
        hint = f"{uppdrag.facts.act(known.BASE)} {known.BASE}: {('stodboende@2026', *there)[-1]}"
        raise AvtalsgenError([Problem("UP04", message, origin=uppdrag.origin, hint=hint)])
    slug, _, edition = str(fact.value).partition("@")
    if (slug, edition) == (uppdrag.slug, uppdrag.edition):
        message = "tillägget kan inte ändra sig självt"
        others = [each for each in editions.mains(slug) if each != edition]
        hint = "peka på det uppdrag som ändras"
        if others:
            hint = f"skriv {known.BASE}: {slug}@{others[-1]}"
        raise AvtalsgenError([Problem("UP04", message, origin=fact.origin, hint=hint)])
    base = editions.uppdrag(slug, edition, fact.origin)
    refuse_tillagg(editions, base, fact.origin)
    return replace(base, outline=base.outline or editions.document_type(base).outline)


def refuse_tillagg(editions: Editions, base: Uppdrag, asked_at: Origin) -> None:
    """Do nothing if `base` is no tillägg.

    Raises:
        AvtalsgenError: TI07 it is one: only the whole of base and tillägg can be changed.
    """
    fact = base.facts.get(known.BASE)
    if fact is None and not editions.document_type(base).has_base:
        return
    message = f"{base.name} är ett tillägg ({fact.origin if fact else base.origin})"
    hint = "ange uppdraget som tillägget ändrar"
    if isinstance(fact, Known):
        hint = f"ange uppdraget som tillägget ändrar: {fact.value}"
        if asked_at != base.origin:  # it is a file that asks
            hint = f"skriv {known.BASE}: {fact.value}"
    raise AvtalsgenError([Problem("TI07", message, origin=asked_at, hint=hint)])


def tillagg_of(editions: Editions, base: Uppdrag) -> tuple[Uppdrag, ...]:
    """Return every tillägg in the workspace that changes `base`, by name.

    Only files with the name of the base in them are read.

    Raises:
        AvtalsgenError: one of them is wrong, so that nobody can tell what it changes.
    """
    belonging = []
    for slug, edition in editions.naming(base.name):
        if (slug, edition) != (base.slug, base.edition):
            uppdrag = editions.uppdrag(slug, edition)
            if _named_base(uppdrag) == base.name:
                belonging.append(uppdrag)
    return tuple(belonging)


def counted(
    base: Uppdrag, belonging: tuple[Uppdrag, ...], *, draft: bool
) -> tuple[tuple[Uppdrag, ...], tuple[Problem, ...]]:
    """Return the tillägg that have changed something, and a problem for each other.

    Only a signed one has. A draft takes in the others too, to show what they would do. One
    that does not say what it changes (TI12) cannot be worked in; TI08, a warning, for one
    that is not signed, base or tillägg.
    """
    taken, problems = [], []
    if base.status != SIGNED and not draft:
        message = f"{base.name} är inte undertecknat ({base.status}), så texten gäller inte"
        hint = "med --draft märks texten UTKAST"
        problems.append(Problem(NOT_SIGNED, message, Severity.WARNING, base.origin, hint))
    for tillagg in belonging:
        if tillagg.status != SIGNED and not draft:
            message = f"{tillagg.name} är inte undertecknat ({tillagg.status}) och räknas inte"
            hint = "med --draft visas hur texten skulle bli"
            problems.append(Problem(NOT_SIGNED, message, Severity.WARNING, tillagg.origin, hint))
        elif not tillagg.changes:
            message = f"{tillagg.name} säger inte vad det ändrar, så det kan inte arbetas in"
            hint = "skriv ändringar: [{fakta: {tid: {uppsägning: 6 månader}}}]"
            problems.append(Problem("TI12", message, origin=tillagg.origin, hint=hint))
        else:
            taken.append(tillagg)
    return tuple(taken), tuple(problems)


def unknown_instead(base: Uppdrag, belonging: tuple[Uppdrag, ...]) -> tuple[Problem, ...]:
    """Return TI13 for each tillägg that comes instead of one that `base` does not have."""
    names = {each.name for each in belonging}
    return tuple(
        Problem(
            "TI13",
            f"”{fact.value}” är inget annat tillägg till {base.name}",
            origin=fact.origin,
            hint=instead(str(fact.value), sorted(names - {each.name}), "tilläggen är")
            or "ta bort raden; det finns inga andra tillägg",
        )
        for each in belonging
        if isinstance(fact := each.facts.get(known.TILLAGG_INSTEAD), Known)
        and fact.value not in names - {each.name}
    )


def _named_base(uppdrag: Uppdrag) -> str:
    fact = uppdrag.facts.get(known.BASE)
    return str(fact.value) if isinstance(fact, Known) else ""
