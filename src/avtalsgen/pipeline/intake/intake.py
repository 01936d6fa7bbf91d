"""`import FILE… --into DIR`: old documents to editions whose builds give their words again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from avtalsgen.importing.matching import KnownClause, known_clauses
from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.outline import OldSection
from avtalsgen.importing.stated.memo import is_memo
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.walk import runs
from avtalsgen.ooxml.package import Package
from avtalsgen.pipeline.intake.counting import counted
from avtalsgen.pipeline.intake.earlier import EarlierTexts
from avtalsgen.pipeline.intake.in_common import InCommon, OldDocument, in_common
from avtalsgen.pipeline.intake.preparing import NONE_CORRECTED, Corrections, prepared
from avtalsgen.pipeline.intake.questions import questions_of, unstated
from avtalsgen.pipeline.new.init import init
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.takeback.uppdrag_of import edition_like
from avtalsgen.pipeline.workspace.document_argument import Opened, open_document
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity, placed_in
from avtalsgen.readers.docx.document import read_docx
from avtalsgen.readers.docx.faults import MACROS, UNSETTLED
from avtalsgen.readers.docx.refusals import refusals
from avtalsgen.readers.docx.returned.reading import read_sheet
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import directory

_SAVE_AS: Final = {
    ".doc": "öppna den i Word och spara som .docx",
    ".docm": "öppna den i Word och spara som .docx, utan makron",
    ".dotm": "öppna den i Word och spara som .docx, utan makron",
    ".odt": "öppna den i LibreOffice och spara som .docx",
    ".rtf": "öppna den i Word och spara som .docx",
    ".pages": "exportera den som .docx",
}
_SHOWN: Final = 12
_COMMENTS: Final = 3
_LONGEST_COMMENT: Final = 60
"""Comments that are shown, and letters of each."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file."""

    source: str
    path: str
    """Of the YAML, from the workspace; empty where the file could not be taken in."""
    sections: tuple[OldSection, ...]
    facts: tuple[OldFact, ...]
    questions: tuple[str, ...]
    words: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    unstated: tuple[str, ...] = ()
    """The paths of facts that are asked for, and that the document does not state."""


Readings = Callable[[Path], Iterator[Opened | tuple[Problem, ...]]]
"""Gives what each file says beside the workspace in a folder, or why it cannot be read."""


def import_files(
    paths: Sequence[Path], into: Path, readings: Readings, corrected: Corrections = NONE_CORRECTED
) -> tuple[Imported, ...]:
    """Take old documents into a workspace, or into a new one; a bad file does not stop others.

    `readings` gives what each of `paths` says, in their order. `corrected` is what
    somebody has decided of them.

    Raises:
        AvtalsgenError: AY02 the folder is neither a workspace nor empty; what is wrong in it.
    """
    if (into / "clauses").is_dir():
        return _taken_in(paths, into, readings, corrected)
    with TemporaryDirectory() as name:  # nothing is made of `into` if no file can be taken in
        stage = Path(name)
        init(stage)
        imported = _taken_in(paths, stage, readings, corrected)
        made = {
            into / path.relative_to(stage): path.read_bytes()
            for path in sorted((stage / directory.FOLDER).rglob("*"))
            if path.is_file()
        }
    if any(each.path for each in imported):
        init(into)
        atomic.write_all(made)
    return imported


def shared_by(into: Path, imported: Sequence[Imported]) -> InCommon:
    """Return what the documents that were taken in have in common."""
    documents = [OldDocument(d.source, d.sections, d.facts) for d in imported if d.path]
    return in_common(open_project(into), documents) if len(documents) > 1 else InCommon()


def _taken_in(
    paths: Sequence[Path], into: Path, readings: Readings, corrected: Corrections
) -> tuple[Imported, ...]:
    result: dict[int, Imported] = {}
    letters: list[tuple[int, Opened]] = []
    known = known_clauses(open_project(into).library)
    earlier = EarlierTexts(Workspace(into))
    for place, (path, opened) in enumerate(zip(paths, readings(into), strict=True)):
        if not isinstance(opened, Opened):
            result[place] = Imported(path.as_posix(), "", (), (), (), {}, opened)
        elif is_memo(opened.document):
            letters.append((place, opened))  # when what it is about is there
        else:
            result[place] = _tried(into, opened, known, corrected)
    for place, opened in letters:
        result[place] = _tried(into, opened, known, corrected)
    for section in (section for each in result.values() for section in each.sections):
        section.like = earlier.like(section)
    return tuple(result[place] for place in sorted(result))


def _tried(
    into: Path, opened: Opened, known: Sequence[KnownClause], corrected: Corrections
) -> Imported:
    try:
        with placed_in(opened.source):
            return _written(open_project(into), into, opened, known, corrected)
    except AvtalsgenError as error:
        return Imported(opened.source, "", (), (), (), {}, error.problems)


def read_old(here: Path, name: str, words: PageWords) -> Opened:
    """Return the file that the user in the folder `here` calls `name`, as it is read.

    Raises:
        AvtalsgenError: IM01 it is of a kind that is not read, IM02 it has no text; as
            `open_document`.
    """
    with placed_in(name):
        if hint := _SAVE_AS.get(Path(name).suffix.lower()):
            message = f"filer av slaget {Path(name).suffix.lower()} läses inte"
            raise AvtalsgenError([Problem("IM01", message, hint=hint)])
        opened = open_document(here, name, words)
        if (opened.data or b"").startswith(b"PK"):
            with refusals():
                package = Package(opened.data or b"")
                package.check_types()
                package.check_parts()
        if any(problem.code == MACROS.code for problem in opened.problems):
            hint = "spara den utan makron som .docx, eller be om en sådan"
            raise AvtalsgenError(
                [Problem("IM01", "filer med program (makron, ActiveX) tas inte in", hint=hint)]
            )
        if not plain.words(opened.document):
            hint = "läs in texten först (OCR), eller be om filen som den skrevs i"
            message = "filen har ingen text; den är kanske inläst som bilder"
            raise AvtalsgenError([Problem("IM02", message, hint=hint)])
    return opened


def _written(
    project: Project,
    root: Path,
    opened: Opened,
    known: Sequence[KnownClause],
    corrected: Corrections,
) -> Imported:
    """Write the edition of a file and return what became of it.

    Raises:
        AvtalsgenError: IM03 its words would not be the same.
    """
    name = Path(opened.source).name
    undone = _undone(opened, knowledge_of(project).page)
    made = prepared(project, opened.document, opened.data or b"", name, known, corrected, undone)
    if made.expected != made.printed:
        raise AvtalsgenError([_other_words(made.expected, made.printed)])
    files = Workspace(root)
    atomic.write_all({files.locate(name): each for name, each in made.contents.items()})
    count = counted(opened, made.printed)
    words = {
        "source": count.source,
        "kept": count.kept,
        "furniture": count.furniture,
        "invisible": made.invisible,
    }
    lost = [_lost(count.lost)] if count.lost else []
    problems = (*opened.problems, *lost, *_comments(opened.document))
    flat = tuple(each for section in made.outline for each in section.every())
    memo = is_memo(opened.document)
    questions = tuple(questions_of(made.facts, memo=memo))
    if ours := _built_here(project, opened):
        told_of = f"filen är byggd av {ours}: ta hem den med avtalsgen takeback {opened.source}"
        questions = (told_of, *questions)
    return Imported(
        opened.source,
        directory.path_of(made.slug, made.edition),
        flat,
        made.facts,
        questions,
        words,
        problems,
        tuple(unstated(made.facts, memo=memo)),
    )


def _built_here(project: Project, opened: Opened) -> str:
    """Return what a file of ours was built of, by what it says of itself or by its words."""
    identity = opened.document.identity
    if identity.uppdrag:
        return identity.name
    data = opened.data or b""
    return edition_like(project, read_sheet(data)) if data.startswith(b"PK") else ""


def _undone(opened: Opened, words: PageWords) -> Document | None:
    """Return a Word file without the changes that nobody has settled; nothing if it has none."""
    if not any(problem.code == UNSETTLED.code for problem in opened.problems):
        return None
    return read_docx(opened.data or b"", opened.source, words, "reject").document


def _comments(document: Document) -> Iterator[Problem]:
    """Yield what is told of the comments of a file: they are no words of the document."""
    comments = (aside for aside in document.asides if aside.part == "comment")
    said = [" ".join(map(plain.text, chain(*map(runs, each.blocks)))) for each in comments]
    if said:
        shown = ", ".join(f"”{each[:_LONGEST_COMMENT]}”" for each in said[:_COMMENTS])
        many = f"{len(said)} kommentarer" if len(said) > 1 else "en kommentar"
        message = f"{many} i filen blir ingen text i uppdraget: {shown}"
        hint = "läs dem i filen, och skriv in det som ska stå i uppdraget"
        yield Problem("IM06", message, Severity.STYLE, hint=hint)


def _lost(words: Sequence[str]) -> Problem:
    """Return what is told of words that no reader made anything of."""
    message = f"{len(words)} ord i filen har inte följt med: {' '.join(words[:_SHOWN])}"
    hint = "jämför med filen, och skriv in det som fattas"
    return Problem("IM04", message, Severity.WARNING, hint=hint, exit=Exit.LOOK)


def _other_words(expected: Sequence[str], got: Sequence[str]) -> Problem:
    pairs = enumerate(zip_longest(expected, got, fillvalue=""))
    place, (old, new) = next((n, pair) for n, pair in pairs if pair[0] != pair[1])
    around = " ".join(expected[max(0, place - 4) : place + 4])
    message = f"orden blir andra än i filen: ”{old}” blev ”{new}” vid ”{around}”"
    hint = "skicka filen till oss; spara den annars som text och ta in den"
    return Problem("IM03", message, hint=hint)
