"""New editions of the uppdrag that use an older edition of a clause, proposed."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path

from avtalsgen.assemble.filling.holes import NOT_SAID
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.compare.align.alignment import aligned
from avtalsgen.compare.compare import compare
from avtalsgen.compare.duties.parties import folding_between
from avtalsgen.model.comparison import Comparison
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.compare.views import ComparisonShown, Pair, contents
from avtalsgen.pipeline.new.new import edition_files
from avtalsgen.pipeline.survey.portfolio import from_day
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.house import House
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.pipeline.workspace.selection import newest
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.readers.yaml.edit import quoted
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.records import dataclass
from avtalsgen.source import Files
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.uppdrag import Uppdrag, renewal


@dataclass(frozen=True, slots=True)
class Proposal:
    """A new edition of an uppdrag with a newer clause in it, not written."""

    slug: str
    old: str
    edition: str
    before: str
    """The edition of the clause that the old one has."""
    files: Mapping[str, bytes]
    """By path from the workspace, the facts first."""
    asked: tuple[str, ...]
    """The facts that the new text needs and nobody has said."""
    comparison: Comparison
    documents: Pair | None
    """The old edition and the new as drafts, which is what the comparison is of, where kept."""
    problems: tuple[Problem, ...]
    """Those of the new edition that the old one has not."""


@dataclass(frozen=True, slots=True)
class UpgradeAsked:
    """What was asked: a clause in the edition `pin`, and what the new editions are called.

    Without `edition` each is named after the clause. Of one that was `named` it is told that
    there is nothing to change.
    """

    pin: str
    edition: str = ""
    named: bool = False


def upgrade_of(
    project: Project, slug: str, asked: UpgradeAsked
) -> tuple[Proposal | None, tuple[Problem, ...]]:
    """Return a proposal for an uppdrag if its newest edition has an older edition of the clause.

    No edition that there is is changed, signed or not.

    Raises:
        AvtalsgenError: UG01, UG02 there is no such clause or edition.
    """
    clause, new = _known(project, asked.pin)
    try:
        uppdrag = project.uppdrag(slug, newest(project.files, slug))
        old = _older(project, uppdrag, clause, new)
        if old:
            name = asked.edition or _free(project.files, slug, f"{uppdrag.edition}-{clause}")
            return _proposal(project, uppdrag, old, new, name), ()
        return None, (_nothing(uppdrag, clause, new),) if asked.named else ()
    except AvtalsgenError as error:
        only_memos = not asked.named and all(each.code == "UP05" for each in error.problems)
        return None, () if only_memos else error.problems


def must_be_known(project: Project, asked: UpgradeAsked, slugs: Iterable[str]) -> None:
    """Do nothing if there are such a clause and such uppdrag.

    Raises:
        AvtalsgenError: UG01, UG02 there is no such clause or edition; UP01, UP05 no such uppdrag.
    """
    _known(project, asked.pin)
    for slug in slugs:
        newest(project.files, slug)


def redline_files(proposal: Proposal, house: House, folder: Path, moment: str) -> dict[Path, bytes]:
    """Return what shows the change, for Word and as a page, by where it goes below `folder`.

    Raises:
        AvtalsgenError: there is no Word shell, or no Word redline of the two is proven.
    """
    assert proposal.documents is not None
    shown = ComparisonShown(
        lambda: proposal.comparison, proposal.documents, house, "avtalsgen", moment
    )
    made = contents(shown, ("html", "docx"))
    stem = f"jamforelse-{proposal.slug}-{proposal.old}-{proposal.edition}"
    place = folder / proposal.slug / proposal.edition
    return {place / f"{stem}.{format_}": content.data for format_, content in made.items()}


def _known(project: Project, pin: str) -> tuple[str, str]:
    """Return clause and edition of `pin`, both there."""
    clause, _, edition = pin.partition("@")
    library = project.library
    if clause not in library.ids():
        near = nearest(clause, library.ids())
        hint = f"menade du {near}?" if near else "avtalsgen list visar klausulerna"
        message = f"klausulen ”{clause}” finns inte"
        raise AvtalsgenError([Problem("UG01", message, hint=hint, exit=Exit.NOT_FOUND)])
    if edition not in library.editions(clause):
        message = f"klausulen {clause} har ingen utgåva ”{edition}”"
        known = library.editions(clause)
        hint = f"byt {clause}@{edition} mot {clause}@{known[-1]}; utgåvorna är {', '.join(known)}"
        raise AvtalsgenError([Problem("UG02", message, hint=hint, exit=Exit.NOT_FOUND)])
    return clause, edition


def _older(project: Project, uppdrag: Uppdrag, clause: str, new: str) -> tuple[Entry, ...]:
    """Return the entries of the outline that have an older edition of the clause.

    Raises:
        AvtalsgenError: UG03 one of them cannot be changed in the file of the uppdrag.
    """
    outline = uppdrag.outline or project.document_type(uppdrag).outline
    day = from_day(project.library, clause, new)
    older = tuple(
        entry
        for entry in every(outline)
        if entry.clause == clause and from_day(project.library, clause, entry.edition) < day
    )
    for entry in older:
        if entry.deviation or not uppdrag.outline:
            renewed = f"gör en ny utgåva: {renewal(uppdrag.name)}"
            if entry.deviation:
                told = "har en egen avvikelse"
                hint = f"{renewed}, och byt {clause}@{entry.edition} mot {clause}@{new} i den"
            else:
                told = "följer dokumenttypens disposition"
                hint = f"{renewed}, och skriv en disposition med {clause}@{new} i den"
            message = f"{uppdrag.name} {told}, så {clause} byts inte av programmet"
            problem = Problem("UG03", message, Severity.WARNING, entry.origin, hint)
            raise AvtalsgenError([problem])
    return older


def _proposal(
    project: Project, uppdrag: Uppdrag, old: tuple[Entry, ...], new: str, edition: str
) -> Proposal:
    values = {entry.origin: f"{entry.clause}@{new}" for entry in old}
    files = edition_files(project, uppdrag.slug, uppdrag.edition, edition, values)
    path = next(iter(files))
    asked = tuple(_asked(_over(project, files), uppdrag.slug, edition))
    if asked:
        pin = f"{old[0].clause}@{new}"
        files = {**files, path: files[path] + _questions(project, asked, pin).encode()}
    before, had = document_of(project, uppdrag.slug, uppdrag.edition, draft=True)
    after, has = document_of(_over(project, files), uppdrag.slug, edition, draft=True)
    known = {(each.code, each.message) for each in had}
    name = f"{uppdrag.slug}@{edition}"
    body = aligned(before, after, folding_between(before, after, knowledge_of(project)).said)
    return Proposal(
        uppdrag.slug,
        uppdrag.edition,
        edition,
        old[0].edition,
        files,
        asked,
        compare(
            before,
            after,
            knowledge_of(project),
            body=body,
            old_source=uppdrag.name,
            new_source=name,
        ),
        Pair(_opened(before, uppdrag.name), _opened(after, name), body),
        tuple(each for each in has if (each.code, each.message) not in known),
    )


def _opened(document: Document, name: str) -> Opened:
    return Opened(document, name, ".yaml", None)


def _asked(project: Project, slug: str, edition: str) -> Iterator[str]:
    """Yield the facts that an edition lacks and that can be said in its file."""
    _, problems = document_of(project, slug, edition)
    for problem in problems:
        if problem.code == NOT_SAID and problem.about in project.parameters.by_path:
            yield problem.about


def _questions(project: Project, asked: Iterable[str], pin: str) -> str:
    lines = [f"\n# Det här frågar {pin} efter. Svara, eller skriv varför det inte är känt."]
    for path in asked:
        question = project.parameters.by_path[path].question
        lines += [f"# {question}"] if question else []
        lines.append(f"{path}: {{okänt: {quoted(f'inte besvarat när {pin} togs in')}}}")
    return "\n".join(lines) + "\n"


def _nothing(uppdrag: Uppdrag, clause: str, new: str) -> Problem:
    message = f"{uppdrag.name} har ingen äldre utgåva av {clause} än {new}"
    hint = "avtalsgen list --matrix visar vad varje uppdrag har"
    return Problem("UG04", message, Severity.WARNING, uppdrag.origin, hint)


def _free(files: Files, slug: str, name: str) -> str:
    """Return `name`, with a number where an edition is called so already."""
    taken = directory.editions(files, slug)
    return next(
        candidate
        for number in count(1)
        if (candidate := name if number == 1 else f"{name}-{number}") not in taken
    )


def _over(project: Project, files: Mapping[str, bytes]) -> Project:
    """Return the project as it would be with `files` in it."""
    return project.reading(Overlay(project.files, files))
