"""The obligations of one text: of a document, or of what is in force on a day."""

from dataclasses import replace
from datetime import date

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.obligations import begins, obligations
from avtalsgen.assemble.tillagg.belonging import NOT_SIGNED, counted, tillagg_of
from avtalsgen.assemble.tillagg.days import edition_on
from avtalsgen.assemble.tillagg.effect import as_it_leaves, begun, facts_after
from avtalsgen.model.calendar import Obligation
from avtalsgen.pipeline.workspace.documents import document_of, duties_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import iso
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.uppdrag import Uppdrag

_HINT = "skriv slug@utgåva för skyldigheterna i en viss handling"


@dataclass(frozen=True, slots=True)
class DutiesText:
    """What a text makes people do; `day` is when it was last changed, if anybody has dated it."""

    names: tuple[str, ...]
    title: str
    day: date | None
    obligations: tuple[Obligation, ...]
    problems: tuple[Problem, ...] = ()


def document(project: Project, slug: str, edition: str) -> DutiesText:
    """Return the obligations of an edition as it stands.

    Raises:
        AvtalsgenError: it cannot be read.
    """
    lookup = _lookup(project, project.uppdrag(slug, edition))
    made, _ = document_of(project, slug, edition, draft=True)
    owed = duties_of(project, slug, edition, made)
    return DutiesText((f"{slug}@{edition}",), _title(lookup), _day(lookup), owed)


def in_force(project: Project, slug: str, newest: str, day: date) -> DutiesText:
    """Return the obligations of the text of `slug` that is in force on `day`.

    That is the edition that has begun, with the signed tillägg worked in. A tillägg that is
    signed and has not begun is there too: what it brings has its days from its own first. TI08
    warns of what is not signed.

    Raises:
        AvtalsgenError: something cannot be read, or nothing has begun.
    """
    edition = edition_on(project.editions, slug, newest, day)
    base = project.uppdrag(slug, edition)
    signed, problems = counted(base, tillagg_of(project.editions, base), draft=False)
    done = begun(project.editions, base, day)
    lookup = project.lookup(replace(base, facts=facts_after(base, done)))
    others = {tillagg.file: _lookup(project, tillagg) for tillagg in signed}
    made, _ = document_of(project, slug, f"{edition}:{iso(day)}")
    owed = obligations(made, project.library, lookup, others)
    worked_in = {step.tillagg.name for step in done}
    told = {tillagg.clause for tillagg in owed}
    for tillagg in signed:
        more = document(project, tillagg.slug, tillagg.edition).obligations
        owed += tuple(o for o in more if tillagg.name not in worked_in or o.clause not in told)
    dated = [when for tillagg in (lookup, *others.values()) if (when := _day(tillagg))]
    return DutiesText(
        (base.name, *(tillagg.name for tillagg in signed)),
        _title(lookup),
        max(dated, default=None),
        owed,
        tuple(replace(tillagg, hint=_HINT) for tillagg in problems if tillagg.code == NOT_SIGNED),
    )


def _lookup(project: Project, uppdrag: Uppdrag) -> Lookup:
    lookup = project.lookup(uppdrag)
    return replace(lookup, uppdrag=as_it_leaves(uppdrag, lookup.base))


def _title(lookup: Lookup) -> str:
    return lookup.text(known.TITLE) or lookup.uppdrag.slug


def _day(lookup: Lookup) -> date | None:
    return lookup.day or begins(lookup)
