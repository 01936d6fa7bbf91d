"""A document by which one uppdrag takes the place of another, held against both of them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from avtalsgen.assemble.facts.computed import final_at_earliest
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.rules.clause_choice import pinned
from avtalsgen.clauses.library import Library
from avtalsgen.clauses.outline import pins
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import day_in
from avtalsgen.swedish.deadlines import after
from avtalsgen.swedish.durations import Duration
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Facts, Known

AGREED_END: Final = "ersatter-uppdrag"
"""The clause by which the parties agree that the old uppdrag ends when the new one begins."""


def replacement(lookup: Lookup, library: Library) -> Iterator[Problem]:
    """Yield what is odd between the uppdrag that is decided on and the one that it replaces.

    UP18 the new one says that it takes the place of another than the document names, UP14 they
    cannot be told apart, DA03 the old one would end within its own notice or on two
    days, DA04 the new one begins before the decision can be final. All are warnings or notes:
    the parties may agree, and a decision may be carried out before it is final.
    """
    new, old = lookup.pointed.get(known.ABOUT), lookup.pointed.get(known.REPLACED)
    here = lookup.uppdrag.facts
    if new is None:
        return
    start = _begins(new.uppdrag.facts) or here.day(known.PROPOSED_START)
    decided = here.day(known.MET_ON)
    about = here.get(known.ABOUT)
    if start and decided and about:
        immediate = here.get(known.IMMEDIATE)
        asked = isinstance(immediate, Known) and immediate.value is True
        what = "tillägget" if _is_tillagg(new.uppdrag.facts) else "uppdraget"
        yield from _not_final(what, start, decided, about.origin, asked=asked)
    replaced = here.get(known.REPLACED)
    if decided and about:
        yield from _another_than_its_own(new, lookup, about.origin)
    if old is None or replaced is None or old.uppdrag.name == new.uppdrag.name:
        return
    yield from _alike(new, old, replaced.origin)
    if start and not _is_tillagg(new.uppdrag.facts):  # which ends nothing
        last = start - timedelta(1)
        yield from _two_ends(old, new, last, replaced.origin)
        day = decided or here.day(known.DATED)
        if day and not _agreed(new):
            agreed = pinned(AGREED_END, new, library)
            yield from _within_notice(old, new.uppdrag.file, agreed, last, day, replaced.origin)


def _is_tillagg(facts: Facts) -> bool:
    return known.BASE in facts.by_path


def _begins(facts: Facts) -> date | None:
    """Return the first day of an uppdrag, or of a tillägg, which says the day of its own."""
    return facts.day(known.TILLAGG_START if _is_tillagg(facts) else known.START)


def _another_than_its_own(new: Lookup, lookup: Lookup, origin: Origin) -> Iterator[Problem]:
    """Yield UP18 where the uppdrag takes the place of one that the document does not name."""
    its, here = new.fact(known.REPLACED), lookup.fact(known.REPLACED)
    named = str(here.value) if isinstance(here, Known) else ""
    if not isinstance(its, Known) or _is_tillagg(new.uppdrag.facts) or named == its.value:
        return
    said = f"handlingen säger {named}" if named else f"handlingen säger inte {known.REPLACED}"
    hint = f"{lookup.uppdrag.facts.act(known.REPLACED)} {known.REPLACED}: {its.value}"
    message = f"{new.uppdrag.name} ersätter {its.value}, men {said}"
    place = here.origin if here else lookup.uppdrag.facts.empty.get(known.REPLACED, origin)
    yield Problem("UP18", message, Severity.WARNING, place, hint)


def _not_final(
    what: str, start: date, decided: date, origin: Origin, *, asked: bool
) -> Iterator[Problem]:
    """13 kap. 5 and 14 §§ kommunallagen: three weeks to appeal, and carried out before that."""
    final = final_at_earliest(decided)
    if decided <= start < final:
        message = (
            f"{what} börjar {start}, men beslutet får laga kraft tidigast {final}; det får "
            "verkställas innan dess om inte särskilda skäl talar emot det (13 kap. 14 § "
            "kommunallagen)"
        )
        message += "" if asked else ", och omedelbar justering låter tiden börja löpa samma dag"
        hint = f"skriv {known.MET_ON}: {_in_time(start)}, eller låt beslutet verkställas innan dess"
        yield Problem("DA04", message, Severity.STYLE, origin, hint)


def _in_time(start: date) -> date:
    """Return the last day to decide, for the decision to be final on `start`."""
    day = start - timedelta(1)
    while final_at_earliest(day) > start:
        day -= timedelta(1)
    return day


def _alike(new: Lookup, old: Lookup, origin: Origin) -> Iterator[Problem]:
    names = [
        (each.uppdrag.facts.text(known.DNR), each.uppdrag.facts.day(known.DATED))
        for each in (new, old)
    ]
    dnr, day = names[0]
    if names[0] == names[1] and dnr and day:
        message = (
            f"{new.uppdrag.name} och {old.uppdrag.name} har båda {dnr} och är daterade {day}, "
            "så läsaren kan inte skilja dem åt"
        )
        hint = f"skriv ett annat dnr eller datum i {new.uppdrag.file}"
        yield Problem("UP14", message, Severity.WARNING, origin, hint)


def _two_ends(old: Lookup, new: Lookup, last: date, origin: Origin) -> Iterator[Problem]:
    said = _end(old)
    if said and said != last:
        when = "före" if said < last else "efter"
        message = (
            f"{old.uppdrag.name} gäller till {said}, {when} den dag {last} som skrivelsen säger"
        )
        hint = f"i {new.uppdrag.file}: skriv {known.START}: {said + timedelta(1)}"
        yield Problem("DA03", message, Severity.WARNING, origin, hint)


def _within_notice(
    old: Lookup, new_file: str, agreed: str, last: date, decided: date, origin: Origin
) -> Iterator[Problem]:
    fact = old.uppdrag.facts.get(known.NOTICE)
    said = _end(old)
    if not isinstance(fact, Known) or not isinstance(fact.value, Duration) or said:
        return
    try:
        earliest = after(decided, fact.value)
    except ValueError:  # a notice in working days
        return
    if last < earliest:
        message = (
            f"{old.uppdrag.name} ska upphöra {last}, men har {fact.value} uppsägningstid och kan "
            f"sägas upp till tidigast {earliest}"
        )
        later = f"{known.START}: {earliest + timedelta(1)}"
        hint = f"i {new_file}: lägg till - {agreed} i dispositionen, eller skriv {later}"
        yield Problem("DA03", message, Severity.WARNING, origin, hint)


def _end(old: Lookup) -> date | None:
    return day_in(old.uppdrag.facts.text(known.END))


def _agreed(new: Lookup) -> bool:
    """Return whether the new uppdrag has the clause; one with the outline of its type may."""
    outline = new.uppdrag.outline
    return not outline or any(clause == AGREED_END for clause, _ in pins(outline))
