"""Every uppdrag beside the library's own wording, clause by clause.

    as the uppdrag is         ─┐ own texts
    without its own texts     ─┤
    in the newest editions    ─┘ older editions

Each is assembled whole with the facts of the uppdrag, so only the wording differs.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from avtalsgen.assemble.filling.holes import DOTTED_LINE
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.compare.one_section import compare_sections
from avtalsgen.model.nodes import Gap, Inline, Section, Text
from avtalsgen.model.portfolio import ClauseDeviation, DeviationKind, Deviations
from avtalsgen.model.walk import Mark, rewrite, sections
from avtalsgen.pipeline.survey.portfolio import is_no_row, newer_edition
from avtalsgen.pipeline.workspace.documents import text_of
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Origin
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.changes import Addition, Replacement, TillaggChange, brought
from avtalsgen.uppdrag.uppdrag import Uppdrag

_Change = Callable[[Entry], Entry]
_Sections = Mapping[tuple[Origin, str], Section]


def deviations(project: Project) -> tuple[Deviations, tuple[Problem, ...]]:
    """Return what deviates in every edition of every uppdrag, and what could not be read.

    Documents about an uppdrag, as a tjänsteskrivelse, are left out as in the matrix.
    """
    rows: list[ClauseDeviation] = []
    following: list[str] = []
    problems: list[Problem] = []
    for slug in directory.slugs(project.files):
        for edition in directory.editions(project.files, slug):
            try:
                uppdrag = project.uppdrag(slug, edition)
                if is_no_row(project, uppdrag):
                    continue
                deviating = tuple(_of_one(project, uppdrag, problems))
            except AvtalsgenError as error:
                problems.extend(error.problems)
                continue
            rows.extend(deviating)
            if not deviating:
                following.append(uppdrag.name)
    return Deviations(tuple(rows), tuple(following)), tuple(dict.fromkeys(problems))


def _of_one(
    project: Project, uppdrag: Uppdrag, problems: list[Problem]
) -> Iterator[ClauseDeviation]:
    """Yield the deviations of one edition in the order of its outline.

    Raises:
        AvtalsgenError: one of its own texts cannot be read, or a file that it stands on.
    """
    whole = replace(uppdrag, outline=uppdrag.outline or project.document_type(uppdrag).outline)
    entries = [
        entry
        for entry in every((*whole.outline, *brought(whole.changes)))
        if entry.clause and entry.edition
    ]
    newer = {
        (entry.clause, entry.edition): newer_edition(project.library, entry.clause, entry.edition)
        for entry in entries
    }
    if not any(entry.deviation or newer[entry.clause, entry.edition] for entry in entries):
        return

    def newest(entry: Entry) -> Entry:
        return replace(entry, edition=newer.get((entry.clause, entry.edition)) or entry.edition)

    pinned = _changed(whole, _as_pinned)
    as_is = _sections(project, whole, problems, strict=True)
    as_pinned = _sections(project, pinned, problems)
    as_newest = _sections(project, _changed(pinned, newest), problems)
    knowledge = knowledge_of(project)
    title = project.lookup(uppdrag).text(known.TITLE)
    for entry in entries:
        place = (entry.origin, entry.clause)
        beside: list[tuple[DeviationKind, str, _Sections, _Sections]] = []
        if entry.deviation:
            beside.append(("egen avvikelse", entry.edition, as_pinned, as_is))
        if later := newer[entry.clause, entry.edition]:
            beside.append(("äldre utgåva", later, as_newest, as_pinned))
        for kind, against, library, has in beside:
            pair = compare_sections(library.get(place), has.get(place), knowledge)
            if pair is None or not pair.changes:
                continue
            yield ClauseDeviation(
                uppdrag.name,
                title,
                uppdrag.status,
                entry.clause,
                entry.edition,
                kind,
                against,
                entry.deviation.reason if entry.deviation and kind == "egen avvikelse" else "",
                entry.origin.file,
                entry.origin.line,
                pair,
            )


def _as_pinned(entry: Entry) -> Entry:
    return replace(entry, deviation=None)


def _changed(uppdrag: Uppdrag, change: _Change) -> Uppdrag:
    """Return the uppdrag with every entry changed, those that a tillägg brings too."""

    def entry(old: Entry) -> Entry:
        return change(replace(old, below=tuple(map(entry, old.below))))

    def act(old: TillaggChange) -> TillaggChange:
        if isinstance(old.act, Addition | Replacement):
            return replace(old, act=replace(old.act, entry=entry(old.act.entry)))
        return old

    outline, changes = tuple(map(entry, uppdrag.outline)), tuple(map(act, uppdrag.changes))
    return replace(uppdrag, outline=outline, changes=changes)


def _sections(
    project: Project, uppdrag: Uppdrag, problems: list[Problem], *, strict: bool = False
) -> _Sections:
    """Return the sections that clauses or own texts gave, by where the outline names them.

    What is wrong in the own texts is told if it is `strict`; an uppdrag that is not ready is
    no fault here.

    Raises:
        AvtalsgenError: an own text cannot be read.
    """
    document, met = text_of(project, uppdrag, draft=True)
    given = {
        (section.origin, section.provenance.clause): _without_gaps(section)
        for section in sections(document)
        if section.origin and section.provenance and section.provenance.clause
    }
    if strict:
        deviants = [
            entry
            for entry in every((*uppdrag.outline, *brought(uppdrag.changes)))
            if entry.deviation
        ]
        told = _told(uppdrag, deviants, met)
        if any((entry.origin, entry.clause) not in given for entry in deviants) and told:
            raise AvtalsgenError(told)
        problems.extend(told)
    return given


def _without_gaps(section: Section) -> Section:
    """Return a section with a dotted line where a fact is not known: that is no wording."""

    def dotted(inline: Inline, _mark: Mark) -> tuple[Inline, ...]:
        return (Text(DOTTED_LINE),) if isinstance(inline, Gap) else (inline,)

    made = rewrite(section, inline=dotted)
    assert made is not None, "no step takes a section out"
    return made


def _told(uppdrag: Uppdrag, deviants: list[Entry], met: tuple[Problem, ...]) -> list[Problem]:
    """Return those of `met` that are of the own texts and of where they are named."""
    asked = {entry.deviation.origin for entry in deviants if entry.deviation}
    folder = f"{directory.FOLDER}/{uppdrag.slug}"
    texts = {f"{folder}/{entry.deviation.file}" for entry in deviants if entry.deviation}
    return [
        each for each in met if each.origin and (each.origin in asked or each.origin.file in texts)
    ]
