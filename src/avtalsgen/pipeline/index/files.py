"""The files that a new compensation makes: an edition or a tillägg, and the letter about it."""

from collections.abc import Mapping
from typing import Literal

from avtalsgen.assemble.document import GAPS
from avtalsgen.pipeline.index import letter as index_letter
from avtalsgen.pipeline.index.facts import Dated, new_facts
from avtalsgen.pipeline.index.indexation import Indexation
from avtalsgen.pipeline.index.letter import letter
from avtalsgen.pipeline.index.tillagg import tillagg
from avtalsgen.pipeline.new.new import edition_files, refuse_names
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.uppdrag import Uppdrag

As = Literal["edition", "tillagg"]


def default_edition(indexation: Indexation, as_: As) -> str:
    """Return the name of the new edition or tillägg: its year."""
    return f"{indexation.to}{'-tillagg' if as_ == 'tillagg' else ''}"


def default_as(indexation: Indexation) -> As:
    """Return in what a new compensation is written if nobody says.

    A new edition of a tillägg would hold from when the old one began, and what a tillägg has
    changed would be lost in a copy of its base.
    """
    return (
        "tillagg"
        if indexation.uppdrag.changes or indexation.old != indexation.uppdrag.name
        else "edition"
    )


def files(project: Project, indexation: Indexation, as_: As, dated: Dated) -> dict[str, bytes]:
    """Return what is written, by path from the workspace; the last one is the letter.

    Raises:
        AvtalsgenError: IX09 a new edition of a tillägg; UP06, UP08 as for a new edition; what
            `build` would refuse in them.
    """
    uppdrag = indexation.uppdrag
    refuse_names(uppdrag.slug, dated.edition)
    if as_ == "tillagg":
        path = directory.path_of(uppdrag.slug, dated.edition)
        main = {path: tillagg(project, indexation, dated).encode()}
    else:
        main = _edition(project, indexation, dated)
    about_it = directory.path_of(uppdrag.slug, f"{dated.edition}-{index_letter.TYPE}")
    written = {**main, about_it: letter(project, indexation, dated).encode()}
    _must_be_built(project, uppdrag, written)
    return written


def _must_be_built(project: Project, uppdrag: Uppdrag, written: Mapping[str, bytes]) -> None:
    """Do nothing if `written` can be built once it is on disk, as far as the uppdrag itself can.

    Raises:
        AvtalsgenError: every fault that `build` would find in it and not in the uppdrag, but
            gaps that people are to fill.
    """
    after = project.reading(Overlay(project.files, written))
    before = {fault.code for fault in _faults(project, uppdrag.slug, uppdrag.edition)}
    for path in written:
        edition = path.rpartition("/")[2].removesuffix(".yaml")
        if path == directory.path_of(uppdrag.slug, edition):
            faults = _faults(after, uppdrag.slug, edition)
            new = [fault for fault in faults if fault.code not in before | GAPS]
            if new:
                raise AvtalsgenError(new)


def _faults(project: Project, slug: str, edition: str) -> tuple[Problem, ...]:
    try:
        _, problems = document_of(project, slug, edition)
    except AvtalsgenError as error:
        return error.problems
    return tuple(each for each in problems if each.severity is Severity.ERROR)


def _edition(project: Project, indexation: Indexation, dated: Dated) -> dict[str, bytes]:
    uppdrag = indexation.uppdrag
    if uppdrag.changes:
        message = f"{uppdrag.name} är ett tillägg, och ett sådant räknas upp med ett nytt tillägg"
        hint = "skriv --as tillagg, så blir det ett nytt tillägg"
        raise AvtalsgenError([Problem("IX09", message, origin=uppdrag.type_origin, hint=hint)])
    if indexation.amended:
        message = f"{uppdrag.name} är ändrat av tillägg, som en kopia av det inte har"
        hint = "skriv --as tillagg, så blir det ett nytt tillägg"
        raise AvtalsgenError([Problem("IX09", message, origin=uppdrag.origin, hint=hint)])
    facts, new = uppdrag.facts, {**new_facts(indexation), known.DATED: dated.datum()}
    values = {fact.origin: new[path] for path in new if isinstance(fact := facts.get(path), Known)}
    return edition_files(project, uppdrag.slug, uppdrag.edition, dated.edition, values)
