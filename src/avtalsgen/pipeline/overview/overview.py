"""The overview: a row for each uppdrag, made anew only where something of it has changed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from avtalsgen.assemble.tillagg.belonging import tillagg_of
from avtalsgen.assemble.tillagg.days import edition_on, period
from avtalsgen.assemble.tillagg.effect import begun, facts_after
from avtalsgen.model.calendar import Calendar, occurrences
from avtalsgen.pipeline.memory.memory import Memory
from avtalsgen.pipeline.memory.store import Json
from avtalsgen.pipeline.overview.belonging import groups, made_of
from avtalsgen.pipeline.overview.rows import (
    AxisSpan,
    Coming,
    Overview,
    OverviewRow,
    SpanKind,
    row_of,
)
from avtalsgen.pipeline.survey.duties import in_force
from avtalsgen.pipeline.survey.remaining import standing
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.pipeline.workspace.selection import is_about_another
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.swedish.dates import iso
from avtalsgen.swedish.deadlines import after
from avtalsgen.swedish.durations import Duration
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.facts import Facts, Known
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag

_AHEAD: Final = timedelta(days=730)
"""How far ahead days are told of."""
_MOST: Final = 12
"""Days that are told of one uppdrag."""
_LATE: Final = "9999"
"""After every day, for what has none."""


def overview(root: Path, day: date) -> Overview:
    """Return every uppdrag of the workspace at `root` as it is on `day`.

    Raises:
        AvtalsgenError: what is wrong in the files that all documents share.
    """
    files = Snapshot(Workspace(root))
    slugs = directory.slugs(files)
    memory = Memory(root, files)
    hanging = groups(files, slugs)
    project: Project | None = None
    rows: list[OverviewRow] = []
    loose: list[str] = []
    problems: list[Problem] = []
    for slug in slugs:
        contents = made_of(files, hanging[slug])
        question = f"overview {slug} {iso(day)}"
        row = row_of(memory.recall(question))
        if row is None:
            project = project or read_project(files, root=root)
            try:
                row = _row(project, slug, day)
            except AvtalsgenError as error:
                problems += error.problems
                row = _unread(files, slug)
            if row is not None:
                answer: Json = asdict(row)
                memory.note(question, contents, answer)
        if row is None:
            loose += (f"{slug}@{edition}" for edition in directory.editions(files, slug))
        else:
            rows.append(row)
    memory.save()
    rows.sort(key=lambda row: (row.next.day if row.next else _LATE, row.title))
    return Overview(day, tuple(rows), tuple(loose), tuple(dict.fromkeys(problems)))


def _row(project: Project, slug: str, day: date) -> OverviewRow | None:
    """Return the row of an uppdrag; none of a folder that has only documents about others.

    Raises:
        AvtalsgenError: one of its files cannot be read.
    """
    mains = tuple(
        edition
        for edition in project.editions.mains(slug)
        if not is_about_another(project.files, project.uppdrag(slug, edition).type)
    )
    if not mains:
        return None
    newest = project.uppdrag(slug, mains[-1])
    lookup = project.lookup(newest)
    held = _held(project, slug, newest, day)
    done = begun(project.editions, held, day) if held else ()
    facts = facts_after(held, done) if held else newest.facts
    ends = period(project.editions, replace(held, facts=facts)).last if held else None
    successor = _successor(project, held, mains) if held else ""
    told = standing(project, slug, newest.edition)
    _, problems = document_of(project, slug, newest.edition)
    start = _start(newest)
    goes_on = "tills vidare" in facts.text(known.END)
    notice = _notice(facts) if held else None
    until = iso(ends[0]) if ends and not goes_on else ""
    return OverviewRow(
        slug,
        lookup.text(known.TITLE) or slug,
        lookup.text(f"{known.PROVIDER}.namn"),
        lookup.text(known.DNR),
        newest.edition,
        newest.status,
        held.edition if held else "",
        iso(begins) if held and (begins := _start(held)) else "",
        until,
        goes_on,
        str(notice) if notice else "",
        tuple(dict.fromkeys(step.tillagg.edition for step in done)),
        iso(start) if start else "",
        successor,
        tuple(_coming(project, slug, newest, held, until, successor, day))[:_MOST],
        dict(Counter(thing.kind for thing in told.remaining)),
        told.step,
        sum(problem.severity is Severity.ERROR for problem in problems),
        sum(problem.severity is Severity.WARNING for problem in problems),
        (*_spans(project, slug, mains), *_ending(notice if goes_on else None, day)),
        tuple(e for e in directory.editions(project.files, slug) if e not in mains),
    )


def _unread(files: Snapshot, slug: str) -> OverviewRow:
    """Return the row of an uppdrag that cannot be read: that it is there, and has an error."""
    editions = directory.editions(files, slug)
    return OverviewRow(
        slug,
        slug,
        "",
        "",
        editions[-1],
        "",
        "",
        "",
        "",
        False,
        "",
        (),
        "",
        "",
        (),
        {},
        "",
        1,
        0,
        (),
        editions[:-1],
    )


def _held(project: Project, slug: str, newest: Uppdrag, day: date) -> Uppdrag | None:
    """Return the edition that holds on `day`: one that is signed, or that nobody has dated."""
    try:
        edition = edition_on(project.editions, slug, newest.edition, day)
    except AvtalsgenError:  # TI14: none has begun
        return None
    held = project.uppdrag(slug, edition)
    return held if held.status == SIGNED else None


def _successor(project: Project, held: Uppdrag, mains: tuple[str, ...]) -> str:
    first = _start(held)
    later = [
        other.edition
        for other in (project.uppdrag(held.slug, edition) for edition in mains)
        if other.status == SIGNED and first and (start := _start(other)) and start > first
    ]
    return later[0] if later else ""


def _notice(facts: Facts) -> Duration | None:
    fact = facts.get(known.NOTICE)
    value = fact.value if isinstance(fact, Known) else None
    return value if isinstance(value, Duration) else None


def _ending(notice: Duration | None, day: date) -> Iterator[AxisSpan]:
    """Yield how long what goes on would still hold if somebody gave notice on `day`."""
    if notice:
        label = f"sägs det upp i dag gäller det {notice} till"
        yield AxisSpan("uppsägning", label, iso(day), iso(after(day, notice)))


def _start(uppdrag: Uppdrag) -> date | None:
    return uppdrag.facts.day(known.START)


def _coming(
    project: Project,
    slug: str,
    newest: Uppdrag,
    held: Uppdrag | None,
    until: str,
    successor: str,
    day: date,
) -> Iterator[Coming]:
    """Yield what is to come, in the order of time."""
    days: list[Coming] = []
    start = _start(newest)
    if newest.status != SIGNED and start and start >= day:
        days.append(Coming(iso(start), f"utgåva {newest.edition} ska börja gälla", "nämnden"))
    if held and until >= iso(day):
        what = f"utgåva {held.edition} ersätts av {successor}" if successor else "löper ut"
        days.append(Coming(until, what, "förvaltningen"))
    with suppress(AvtalsgenError):  # nothing has begun, or what is wrong is told of elsewhere
        text = in_force(project, slug, newest.edition, day)
        calendar = Calendar(text.obligations, day, day + _AHEAD, day)
        days += [
            Coming(
                iso(each.day), each.obligation.what, each.obligation.party or each.obligation.who
            )
            for each in occurrences(calendar, day + _AHEAD)
        ]
    yield from sorted(dict.fromkeys(days), key=lambda coming: coming.day)


def _spans(project: Project, slug: str, mains: tuple[str, ...]) -> Iterator[AxisSpan]:
    """Yield what is drawn of an uppdrag: its editions, and the days of its tillägg."""
    for edition in mains:
        uppdrag = project.uppdrag(slug, edition)
        start = _start(uppdrag)
        if start is None:
            continue
        last = period(project.editions, uppdrag).last
        signed = uppdrag.status == SIGNED
        followed = signed and bool(_successor(project, uppdrag, mains))
        kind: SpanKind = "ersatt" if followed else "undertecknad" if signed else "utkast"
        label = edition if signed else f"{edition} {uppdrag.status}"
        yield AxisSpan(kind, label, iso(start), iso(last[0]) if last else "")
        for tillagg in tillagg_of(project.editions, uppdrag):
            begins = tillagg.facts.day(known.TILLAGG_START)
            days = [begins, *(change.start for change in tillagg.changes)]
            for first in sorted({each for each in days if each}):
                yield AxisSpan("tillägg", f"tillägg {tillagg.edition}", iso(first))
