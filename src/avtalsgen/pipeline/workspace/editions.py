"""Which editions of uppdrag belong together: a base, its tillägg, and the days they hold."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from avtalsgen.assemble.tillagg.timeline import INSTEAD, Period, Step, on, steps
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.readers.written import read_text
from avtalsgen.source import Files, Origin
from avtalsgen.swedish.dates import MONTHS, iso
from avtalsgen.uppdrag import reader
from avtalsgen.uppdrag.changes import NewFacts
from avtalsgen.uppdrag.facts import Fact, Facts, Known
from avtalsgen.uppdrag.uppdrag import SIGNED, Uppdrag

BASE_FACT = "tillägg.till"
_FROM, _TO = "tid.från", "tid.till"
_DAY = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})")
_ON_DAY = re.compile(r"(.+):(\d{4}-\d\d-\d\d)")


class Editions(Protocol):
    """What editions are read from."""

    @property
    def files(self) -> Files:
        """The files of the workspace."""
        ...

    def uppdrag(self, slug: str, edition: str, asked_at: Origin | None = None) -> Uppdrag:
        """Return an edition of an uppdrag."""
        ...

    def document_type(self, uppdrag: Uppdrag) -> DocumentType:
        """Return the document type of an uppdrag."""
        ...


def split_day(edition: str) -> tuple[str, date | None]:
    """Return the edition and the day of `2021:2022-01-01`, the text in force on a day.

    Raises:
        AvtalsgenError: UP13 there is no such day.
    """
    match = _ON_DAY.fullmatch(edition)
    if not match:
        return edition, None
    try:
        return match[1], date.fromisoformat(match[2])
    except ValueError:
        hint = f"skriv dagen som {match[1]}:2026-02-28"
        message = f"dagen {match[2]} finns inte"
        raise AvtalsgenError([Problem("UP13", message, hint=hint, exit=Exit.NOT_FOUND)]) from None


def tillagg_of(editions: Editions, base: Uppdrag) -> tuple[Uppdrag, ...]:
    """Return every tillägg in the workspace that changes `base`, by name.

    Only files with the name of the base in them are read.

    Raises:
        AvtalsgenError: one of them is wrong, so that nobody can tell what it changes.
    """
    found = []
    for slug in reader.slugs(editions.files):
        for edition in reader.editions(editions.files, slug):
            if (slug, edition) == (base.slug, base.edition):
                continue
            if base.name not in read_text(editions.files, reader.path_of(slug, edition)):
                continue
            uppdrag = editions.uppdrag(slug, edition)
            if _known(uppdrag.facts.get(BASE_FACT)) == base.name:
                found.append(uppdrag)
    return tuple(found)


def counted(
    base: Uppdrag, found: tuple[Uppdrag, ...], *, draft: bool
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
        problems.append(Problem("TI08", message, Severity.WARNING, base.origin, hint))
    for each in found:
        if each.status != SIGNED and not draft:
            message = f"{each.name} är inte undertecknat ({each.status}) och räknas inte"
            hint = "med --draft visas hur texten skulle bli"
            problems.append(Problem("TI08", message, Severity.WARNING, each.origin, hint))
        elif not each.changes:
            message = f"{each.name} säger inte vad det ändrar, så det kan inte arbetas in"
            hint = "skriv ändringar: [{lägger_till: …}, {ersätter: …, med: …}, {upphäver: …}]"
            problems.append(Problem("TI12", message, origin=each.origin, hint=hint))
        else:
            taken.append(each)
    return tuple(taken), tuple(problems)


def unknown_instead(base: Uppdrag, found: tuple[Uppdrag, ...]) -> tuple[Problem, ...]:
    """Return TI13 for each tillägg that comes instead of one that `base` does not have."""
    names = {each.name for each in found}
    return tuple(
        Problem(
            "TI13",
            f"{fact.value} är inget annat tillägg till {base.name}",
            origin=fact.origin,
            hint=f"tilläggen är {', '.join(sorted(names - {each.name})) or 'inga andra'}",
        )
        for each in found
        if isinstance(fact := each.facts.get(INSTEAD), Known)
        and fact.value not in names - {each.name}
    )


def period(editions: Editions, base: Uppdrag) -> Period:
    """Return the days that a base holds: from its own first, till its last or the next edition.

    The last day is what its text says, unless a tillägg has it say another, or the day before
    the next edition of the same uppdrag begins.
    """
    first = _start(base)
    ends = [end for end in (_end(base), _next(editions, base, first)) if end]
    return Period(first, min(ends, key=lambda end: end[0], default=None))


def as_it_leaves(uppdrag: Uppdrag, base: Uppdrag | None) -> Uppdrag:
    """Return a tillägg with the facts that hold when all of its changes have begun.

    Its own first, then those that it gives its base, then those of the base; any other uppdrag
    as it is.
    """
    if base is None or not uppdrag.changes:
        return uppdrag
    facts = base.facts
    for change in sorted(uppdrag.changes, key=lambda each: each.start or date.min):
        if isinstance(change.act, NewFacts):
            facts = change.act.facts.over(facts)
    return replace(uppdrag, facts=uppdrag.facts.over(facts))


def begun(editions: Editions, base: Uppdrag, day: date) -> tuple[Step, ...]:
    """Return what signed tillägg have done to `base` by `day`, in order."""
    signed, _ = counted(base, tillagg_of(editions, base), draft=False)
    return on(steps(signed, period(editions, base), []), day)


def facts_after(base: Uppdrag, every: Iterable[Step]) -> Facts:
    """Return the facts of `base` after some steps."""
    facts = base.facts
    for step in every:
        if isinstance(step.change.act, NewFacts):
            facts = step.change.act.facts.over(facts)
    return facts


def edition_on(editions: Editions, slug: str, newest: str, day: date) -> str:
    """Return the edition of `slug` whose text holds on `day`, as far as is known.

    The last one that has begun by then, `newest` when no beginning is known.

    Raises:
        AvtalsgenError: UP05 none has begun.
    """
    mains = [edition for edition in _mains(editions, slug)]
    starts = {edition: _start(editions.uppdrag(slug, edition)) for edition in mains}
    begun = [(s[0], edition) for edition, s in starts.items() if s and s[0] <= day]
    if begun:
        return max(begun)[1]
    unknown = [edition for edition, start in starts.items() if start is None]
    if newest in unknown or not mains:
        return newest
    if unknown:
        return unknown[-1]
    first = min(s[0] for s in starts.values() if s)
    hint = f"välj en dag från och med {iso(first)}"
    message = f"uppdraget {slug} gäller först från {iso(first)}"
    raise AvtalsgenError([Problem("UP05", message, hint=hint, exit=Exit.NOT_FOUND)])


def _mains(editions: Editions, slug: str) -> tuple[str, ...]:
    return tuple(
        edition
        for edition in reader.editions(editions.files, slug)
        if _is_main(editions, editions.uppdrag(slug, edition))
    )


def _is_main(editions: Editions, uppdrag: Uppdrag) -> bool:
    """Return whether an edition is an uppdrag of its own, and not about another one."""
    type_ = editions.document_type(uppdrag)
    return not (uppdrag.facts.get(BASE_FACT) or type_.has_base or type_.heritage)


def _next(
    editions: Editions, base: Uppdrag, first: tuple[date, Origin] | None
) -> tuple[date, Origin] | None:
    """Return the day before the next signed edition begins, and where that stands."""
    later = []
    for edition in _mains(editions, base.slug):
        other = editions.uppdrag(base.slug, edition)
        start = _start(other)
        is_later = first is not None and start is not None and start[0] > first[0]
        if is_later and start and (other.status == SIGNED or base.status != SIGNED):
            later.append((start[0] - timedelta(days=1), start[1]))
    return min(later, key=lambda each: each[0], default=None)


def _start(uppdrag: Uppdrag) -> tuple[date, Origin] | None:
    fact = uppdrag.facts.get(_FROM)
    if isinstance(fact, Known) and isinstance(fact.value, date):
        return fact.value, fact.origin
    return None


def _end(uppdrag: Uppdrag) -> tuple[date, Origin] | None:
    """Return the last day that `tid.till` names, as `till och med den 31 december 2027`."""
    fact = uppdrag.facts.get(_TO)
    match = _DAY.search(_known(fact))
    if not (match and fact and match[2] in MONTHS):
        return None
    try:
        return date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])), fact.origin
    except ValueError:
        return None


def _known(fact: Fact | None) -> str:
    return str(fact.value) if isinstance(fact, Known) else ""
