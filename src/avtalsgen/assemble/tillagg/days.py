"""Which days a base holds, and which edition holds on a day."""

import re
from datetime import date, timedelta

from avtalsgen.assemble.tillagg.timeline import Period
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import MONTHS, iso
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.editions import Editions
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag

_FROM, _TO = known.START, known.END
_DAY = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})")


def period(editions: Editions, base: Uppdrag) -> Period:
    """Return the days that a base holds: from its own first, till its last or the next edition.

    The last day is what its text says, unless a tillägg has it say another, or the day before
    the next edition of the same uppdrag begins.
    """
    first = _start(base)
    ends = [end for end in (_end(base), _next(editions, base, first)) if end]
    return Period(first, min(ends, key=lambda end: end[0], default=None))


def edition_on(editions: Editions, slug: str, newest: str, day: date) -> str:
    """Return the edition of `slug` whose text holds on `day`, as far as is known.

    The last one that has begun by then, `newest` when no beginning is known; of two that begin
    alike, as one and what `index` makes of it, the signed one.

    Raises:
        AvtalsgenError: TI14 none has begun.
    """
    mains = editions.mains(slug)
    starts = {edition: _start(editions.uppdrag(slug, edition)) for edition in mains}
    signed = {each for each in mains if editions.uppdrag(slug, each).status == SIGNED}
    begun = [(s[0], each in signed, each) for each, s in starts.items() if s and s[0] <= day]
    if begun:
        return max(begun)[-1]
    unknown = [edition for edition, start in starts.items() if start is None]
    if agreed := [edition for edition in unknown if edition in signed]:
        return agreed[-1]
    if newest in unknown or not mains:
        return newest
    if unknown:
        return unknown[-1]
    first = min(s[0] for s in starts.values() if s)
    hint = f"välj en dag från och med {iso(first)}"
    message = f"uppdraget {slug} gäller först från {iso(first)}"
    raise AvtalsgenError([Problem("TI14", message, hint=hint, exit=Exit.NOT_FOUND)])


def _next(
    editions: Editions, base: Uppdrag, first: tuple[date, Origin] | None
) -> tuple[date, Origin] | None:
    """Return the day before the next signed edition begins, and where that stands."""
    later = []
    for edition in editions.mains(base.slug):
        other = editions.uppdrag(base.slug, edition)
        start = _start(other)
        is_later = first is not None and start is not None and start[0] > first[0]
        if is_later and start and (other.status == SIGNED or base.status != SIGNED):
            later.append((start[0] - timedelta(days=1), start[1]))
    return min(later, key=lambda start: start[0], default=None)


def _start(uppdrag: Uppdrag) -> tuple[date, Origin] | None:
    fact = uppdrag.facts.get(_FROM)
    if isinstance(fact, Known) and isinstance(fact.value, date):
        return fact.value, fact.origin
    return None


def _end(uppdrag: Uppdrag) -> tuple[date, Origin] | None:
    """Return the last day that `tid.till` names, as `till och med den 31 december 2027`."""
    fact = uppdrag.facts.get(_TO)
    match = _DAY.search(str(fact.value)) if isinstance(fact, Known) else None
    if not (match and fact and match[2] in MONTHS):
        return None
    try:
        return date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])), fact.origin
    except ValueError:
        return None
