"""A new wording of a clause: seen with the facts of an uppdrag, saved, reviewed, commented on.

wording ──► file in memory ──► section with facts + problems     nothing is written
                 └───────────► file, if it is still the one that was opened
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from avtalsgen.check.engine import check
from avtalsgen.clauses.library import DRAFT, FOLDER, ClauseEdition
from avtalsgen.clauses.review import KEY as REVIEW
from avtalsgen.clauses.review import in_words
from avtalsgen.model.nodes import Cover, Document, Section
from avtalsgen.pipeline.lore.house_rules import read_house_rules
from avtalsgen.pipeline.lore.lore import desk_in
from avtalsgen.pipeline.new.new import refuse_names
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.pipeline.survey.listed import listed
from avtalsgen.pipeline.wording.clause_file import ClauseFile, path_of
from avtalsgen.pipeline.wording.overview import locking
from avtalsgen.pipeline.wording.printed import printed, sample
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, open_project, read_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Remark
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import iso


@dataclass(frozen=True, slots=True)
class OpenClause:
    """An edition of a clause on somebody's desk."""

    file: ClauseFile
    etag: str
    """What tells this content of the file from every other."""
    read: ClauseEdition
    locked_by: tuple[str, ...]
    """Uppdrag with locked words that have it; its own words may not change."""

    @property
    def review(self) -> str:
        """Whether its words are reviewed, and when, in words."""
        return in_words(self.read.review, self.read.sha256)

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody has reviewed the words as they are."""
        return self.read.is_reviewed


@dataclass(frozen=True, slots=True)
class SeenWording:
    """A wording as it would be printed, and what is to be told of it."""

    document: Document | None
    """The section alone; nothing where the wording cannot be read."""
    shown_with: str
    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    uses: tuple[str, ...]
    """The facts that it names."""


def open_clause(root: Path, clause: str, edition: str) -> OpenClause:
    """Return an edition to work on.

    Raises:
        AvtalsgenError: KL02, KL03 there is none; everything that is wrong in its file.
    """
    return _opened(root, open_project(root), clause, edition)


def _opened(root: Path, project: Project, clause: str, edition: str) -> OpenClause:
    read = project.library.edition(clause, edition, Origin(path_of(clause, edition), 1))
    text = read_text(project.files, read.file)
    etag = sha256(text.encode()).hexdigest()
    file = ClauseFile(clause, edition, text)
    return OpenClause(file, etag, read, locking(root, clause, edition))


def see_wording(root: Path, opened: OpenClause, heading: str, body: str, day: date) -> SeenWording:
    """Return a wording as it would be printed; nothing is written.

    Raises:
        AvtalsgenError: what all documents share is wrong.
    """
    project, file = open_project(root), opened.file
    try:
        changed = file.saying(heading, body, project.parameters)
        read = changed.read(project.parameters)
    except AvtalsgenError as error:
        return SeenWording(None, "", error.problems, (), ())
    over = read_project(Overlay(project.files, {file.path: changed.text.encode()}))
    names = _users(root, file.clause)
    if not names:
        return SeenWording(None, "", read.warnings, (), tuple(sorted(read.uses)))
    uppdrag = sample(over, names)
    try:
        document, section, problems = printed(over, uppdrag, file.clause, file.edition)
    except AvtalsgenError as error:
        return SeenWording(None, uppdrag.name, error.problems, (), tuple(sorted(read.uses)))
    here = [each for each in problems if each.origin and each.origin.file == file.path]
    remarks = _remarks(over, document, uppdrag.name, file.path, day)
    alone = _alone(document, section) if section else None
    return SeenWording(
        alone,
        uppdrag.name,
        (*read.warnings, *here),
        remarks,
        tuple(sorted(read.uses)),
    )


def _users(root: Path, clause: str) -> list[str]:
    """Return the uppdrag that have a clause in any edition, all that there are where none has."""
    listing = listed(root)
    users = [name for row in listing.clauses if row.clause == clause for name in row.used_by]
    return users or [f"{row.slug}@{row.edition}" for row in listing.uppdrag]


def _alone(document: Document, section: Section) -> Document:
    bare = replace(section, level=1, sections=())
    return replace(document, cover=Cover("", ()), sections=(bare,), signatures=None)


def _remarks(
    project: Project, document: Document, name: str, path: str, day: date
) -> tuple[Remark, ...]:
    """Return what a careful jurist would say of the words that stand in the file of the clause."""
    facts = desk_in(project.files, day).facts(document, name, text_of=lambda _: "")
    remarks = check(facts, read_house_rules(project.files).severities)
    return tuple(each for each in remarks if each.place.spot.file == path)


def save_wording(
    root: Path, clause: str, edition: str, etag: str, heading: str, body: str
) -> OpenClause:
    """Save a wording in the file of an edition, which is the one with `etag`.

    Raises:
        AvtalsgenError: KW01 it is in a signed uppdrag, KW02 somebody has saved another meanwhile;
            everything that is wrong in it, and then nothing is written.
    """

    def change(project: Project, file: ClauseFile) -> ClauseFile:
        return file.saying(heading, body, project.parameters)

    return _changed(root, clause, edition, etag, change, words=True)


def sign_off(root: Path, clause: str, edition: str, etag: str, who: str, day: date) -> OpenClause:
    """Note that somebody has reviewed the words that the file with `etag` has.

    Raises:
        AvtalsgenError: KW02 somebody has saved others meanwhile, KW04 nobody says who it is.
    """
    if not who:
        hint = "skriv ditt namn och din roll"
        raise AvtalsgenError([Problem("KW04", "granskningen säger inte av vem", hint=hint)])

    def change(project: Project, file: ClauseFile) -> ClauseFile:
        words = file.read(project.parameters).sha256
        return file.with_head({REVIEW: {"namn": who, "den": iso(day), "text": words}})

    return _changed(root, clause, edition, etag, change)


def comment(root: Path, clause: str, edition: str, etag: str, said: str, who: str) -> OpenClause:
    """Put a comment among what a jurist is to check in an edition.

    Raises:
        AvtalsgenError: KW02 somebody has saved another meanwhile, KW05 the comment is empty.
    """
    if not said:
        hint = "skriv vad som behöver kontrolleras"
        raise AvtalsgenError([Problem("KW05", "kommentaren är tom", hint=hint)])
    told = f"{' '.join(said.split())} ({who})" if who else " ".join(said.split())

    def change(project: Project, file: ClauseFile) -> ClauseFile:
        notes: list[Put] = [note.put() for note in file.read(project.parameters).to_check]
        return file.with_head({"kontrollera": [*notes, told]})

    return _changed(root, clause, edition, etag, change)


def new_edition(root: Path, clause: str, old: str, edition: str, start: date | None) -> OpenClause:
    """Make a new edition of a clause in the words of an old one, a draft that nobody has reviewed.

    Raises:
        AvtalsgenError: UP06 the name is none, KW03 it is taken; KL02, KL03 there is no old one.
    """
    refuse_names(clause, edition)
    with turn(root / FOLDER / clause):
        project = open_project(root)
        file = open_clause(root, clause, old).file
        if edition in project.library.editions(clause):
            message = f"{clause} har redan en utgåva ”{edition}”"
            hint = "välj ett annat namn på den nya utgåvan"
            raise AvtalsgenError([Problem("KW03", message, hint=hint, exit=Exit.CONFLICT)])
        made = ClauseFile(clause, edition, file.text).with_head(
            {
                "gäller": {"från": iso(start)} if start else None,
                "status": DRAFT,
                REVIEW: None,
            }
        )
        made.read(project.parameters)
        atomic.write(Workspace(root).locate(made.path), made.text.encode())
    return open_clause(root, clause, edition)


def _changed(
    root: Path,
    clause: str,
    edition: str,
    etag: str,
    change: Callable[[Project, ClauseFile], ClauseFile],
    *,
    words: bool = False,
) -> OpenClause:
    """Change the file of an edition, whole, if it is the one that was opened."""
    with turn(root / FOLDER / clause):
        project = open_project(root)
        opened = _opened(root, project, clause, edition)
        if words and opened.locked_by:
            raise _locked(opened)
        if opened.etag != etag:
            message = f"{clause}@{edition} har sparats av någon annan under tiden"
            problem = Problem("KW02", message, hint="läs den nya och gör om", exit=Exit.CONFLICT)
            raise AvtalsgenError([problem])
        made = change(project, opened.file)
        made.read(project.parameters)
        atomic.write(Workspace(root).locate(made.path), made.text.encode())
    return _opened(root, open_project(root), clause, edition)


def _locked(opened: OpenClause) -> AvtalsgenError:
    file = opened.file
    message = f"{file.clause}@{file.edition} står i {opened.locked_by[0]}, som är undertecknad"
    hint = "gör en ny utgåva av klausulen och skriv i den"
    origin = Origin(file.path, 1)
    return AvtalsgenError([Problem("KW01", message, origin=origin, hint=hint, exit=Exit.CONFLICT)])
