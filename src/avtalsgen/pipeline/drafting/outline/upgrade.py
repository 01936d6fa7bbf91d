"""A newer edition of a clause in an edition that is worked on: what it changes, and taking it."""

from dataclasses import replace
from pathlib import Path

from avtalsgen.clauses.outline import every
from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.model import walk
from avtalsgen.model.marks import is_redline
from avtalsgen.model.nodes import Cover, Document, Section
from avtalsgen.pipeline.drafting.draft import Draft, open_draft
from avtalsgen.pipeline.drafting.outline.entries import owning
from avtalsgen.pipeline.drafting.outline.rewriting import Files, new_problems, rewrite, seen_with
from avtalsgen.pipeline.drafting.seen.seen import SeenDraft, see
from avtalsgen.pipeline.survey.portfolio import newer_edition
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.yaml.edit import replaced
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.writers.html.fragment import write_fragment
from avtalsgen.writers.markup import Markup


@dataclass(frozen=True, slots=True)
class ClauseUpgrade:
    """What a newer edition of a clause changes in one edition of an uppdrag."""

    clause: str
    old: str
    new: str
    etag: str
    """Of the file that it would be taken into."""
    changed: Markup
    """The sections that become others, with their marks."""
    asked: tuple[str, ...]
    """The questions that the new text needs answered and the old did not."""
    problems: tuple[Problem, ...]
    """Those that the edition has then and not now."""


def upgrade_of(root: Path, slug: str, edition: str, clause: str, level: int) -> ClauseUpgrade:
    """Return what the newest edition of a clause changes; headings of it begin at `level`.

    Raises:
        AvtalsgenError: UP16 there is nothing to change, or not here.
    """
    draft = open_draft(open_project(root), slug, edition)
    old, new, data = _with_newer(draft, clause)
    before, after = see(draft, {}), seen_with(draft, {draft.file: data})
    problems = new_problems(draft, after)
    questions = (draft.project.parameters.by_path.get(problem.about) for problem in problems)
    return ClauseUpgrade(
        clause,
        old,
        new,
        draft.etag,
        _changed(before, after, level),
        tuple(dict.fromkeys(asked.question for asked in questions if asked)),
        problems,
    )


def take_newer(root: Path, slug: str, edition: str, clause: str, etag: str) -> None:
    """Put the newest edition of a clause into an edition of an uppdrag.

    Raises:
        AvtalsgenError: UP15 it is signed, UP16 there is nothing to change, or not here, UP17 its
            file is another than the one with `etag`.
    """

    def taken(draft: Draft) -> Files:
        return {draft.file: _with_newer(draft, clause)[2]}

    rewrite(root, slug, edition, etag, taken)


def _with_newer(draft: Draft, clause: str) -> tuple[str, str, bytes]:
    """Return the edition of a clause that a file has, the newest, and the file with that."""
    draft = owning(draft)
    uppdrag = draft.uppdrag()
    entry = next((each for each in every(uppdrag.outline) if each.clause == clause), None)
    new = newer_edition(draft.project.library, clause, entry.edition) if entry else ""
    if entry is None or not new:
        raise _nothing(f"{clause} har ingen nyare utgåva att ta in i {draft.name}", draft)
    if entry.deviation:
        why_not = f"{draft.name} har en egen lydelse av {clause}, som inte byts av sig själv"
        raise _nothing(why_not, draft)
    values = {entry.origin: f"{clause}@{new}"}
    return entry.edition, new, replaced(draft.text, draft.file, values).encode()


def _nothing(message: str, draft: Draft) -> AvtalsgenError:
    hint = "ändra dispositionen i filen, eller gör en ny utgåva av en nyare dokumenttyp"
    origin = Origin(draft.file, 1)
    return AvtalsgenError([Problem("UP16", message, origin=origin, hint=hint, exit=Exit.CONFLICT)])


def _changed(before: SeenDraft, after: SeenDraft, level: int) -> Markup:
    if before.text is None or after.text is None:
        return Markup("")
    marked = redline(before.text.document, after.text.document).document
    sections = tuple(
        replace(alone, level=1)
        for section in walk.sections(marked)
        if (alone := replace(section, sections=())) and is_redline(_only(marked, (alone,)))
    )
    return write_fragment(_only(marked, sections), lambda _: "", level)


def _only(document: Document, sections: tuple[Section, ...]) -> Document:
    cover = Cover("", ())
    return replace(document, cover=cover, sections=sections, signatures=None, contents=None)
