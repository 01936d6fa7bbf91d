"""`import FILE… --into DIR`: old documents to editions whose builds give their words again."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unicodedata import category

from avtalsgen.importing.facts import old_facts
from avtalsgen.importing.lines import COVER, KnownBody, by_name
from avtalsgen.importing.matching import KnownClause, known_clauses, likeliest
from avtalsgen.importing.memo import about, is_memo
from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.outline import OldSection, old_sections, said
from avtalsgen.importing.texts import TextWriter
from avtalsgen.importing.written import Texts, facts_file, signature_section, told
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Document, Paragraph, Section, Text, Value
from avtalsgen.model.walk import leaves, runs, sections
from avtalsgen.pipeline.intake.counting import counted
from avtalsgen.pipeline.intake.in_common import InCommon, OldDocument, in_common
from avtalsgen.pipeline.intake.questions import questions_of
from avtalsgen.pipeline.new.init import init
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.takeback.uppdrag_of import edition_like
from avtalsgen.pipeline.workspace.document_argument import Opened, open_document
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, open_project, read_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity, placed_in
from avtalsgen.readers.docx.returned.reading import read_sheet
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import directory, known

_SAVE_AS: Final = {
    ".doc": "öppna den i Word och spara som .docx",
    ".odt": "öppna den i LibreOffice och spara som .docx",
    ".rtf": "öppna den i Word och spara som .docx",
    ".pages": "exportera den som .docx",
}
_SOFT: Final = "\u00ad"
_LONGEST: Final = 60
_SHOWN: Final = 12
SectionPlace = tuple[str, int]
"""The name of a file, and how many of its sections stand before one, in reading order."""


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


Readings = Callable[[Path], Iterator[Opened | tuple[Problem, ...]]]
"""Gives what each file says beside the workspace in a folder, or why it cannot be read."""


def import_files(
    paths: Sequence[Path], into: Path, readings: Readings, own: Collection[SectionPlace] = ()
) -> tuple[Imported, ...]:
    """Take old documents into a workspace, or into a new one; a bad file does not stop others.

    `readings` gives what each of `paths` says, in their order. `own` are sections that are kept
    as texts of their own, whatever clause they are like.

    Raises:
        AvtalsgenError: AY02 the folder is neither a workspace nor empty; what is wrong in it.
    """
    if (into / "clauses").is_dir():
        return _taken_in(paths, into, readings, own)
    with TemporaryDirectory() as name:  # nothing is made of `into` if no file can be taken in
        stage = Path(name)
        init(stage)
        imported = _taken_in(paths, stage, readings, own)
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
    paths: Sequence[Path], into: Path, readings: Readings, own: Collection[SectionPlace]
) -> tuple[Imported, ...]:
    result: dict[int, Imported] = {}
    letters: list[tuple[int, Opened]] = []
    known = known_clauses(open_project(into).library)
    for place, (path, opened) in enumerate(zip(paths, readings(into), strict=True)):
        if not isinstance(opened, Opened):
            result[place] = Imported(path.as_posix(), "", (), (), (), {}, opened)
        elif is_memo(opened.document):
            letters.append((place, opened))  # when what it is about is there
        else:
            result[place] = _tried(into, opened, known, own)
    for place, opened in letters:
        result[place] = _tried(into, opened, known, own)
    return tuple(result[place] for place in sorted(result))


def _tried(
    into: Path, opened: Opened, known: Sequence[KnownClause], own: Collection[SectionPlace]
) -> Imported:
    try:
        with placed_in(opened.source):
            return _written(open_project(into), into, opened, known, own)
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
        if not plain.words(opened.document):
            hint = "läs in texten först (OCR), eller be om filen som den skrevs i"
            message = "filen har ingen text; den är kanske inläst som bilder"
            raise AvtalsgenError([Problem("IM02", message, hint=hint)])
    return opened


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition that is not written yet, with what it prints beside what the file says."""

    slug: str
    edition: str
    contents: Mapping[str, bytes]
    outline: tuple[OldSection, ...]
    facts: tuple[OldFact, ...]
    expected: tuple[str, ...]
    printed: tuple[str, ...]
    invisible: int


def _written(
    project: Project,
    root: Path,
    opened: Opened,
    known: Sequence[KnownClause],
    own: Collection[SectionPlace],
) -> Imported:
    """Write the edition of a file and return what became of it.

    Raises:
        AvtalsgenError: IM03 its words would not be the same.
    """
    name = Path(opened.source).name
    made = prepared(project, opened.document, opened.data or b"", name, known, own)
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
    problems = (*opened.problems, *([_lost(count.lost)] if count.lost else []))
    flat = tuple(each for section in made.outline for each in section.every())
    questions = tuple(questions_of(made.facts, memo=is_memo(opened.document)))
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
    )


def _built_here(project: Project, opened: Opened) -> str:
    """Return what a file of ours was built of, by what it says of itself or by its words."""
    identity = opened.document.identity
    if identity.uppdrag:
        return f"{identity.uppdrag}@{identity.edition}"
    data = opened.data or b""
    return edition_like(project, read_sheet(data)) if data.startswith(b"PK") else ""


def prepared(
    project: Project,
    document: Document,
    data: bytes,
    source: str,
    known: Sequence[KnownClause] = (),
    own: Collection[SectionPlace] = (),
) -> Prepared:
    """Return the edition that a document becomes; law: it prints the words of the document.

    Raises:
        AvtalsgenError: what was made of it cannot be read.
    """
    return _Import(project, source, known, own).prepared(document, data)


class _Import:
    def __init__(
        self,
        project: Project,
        source: str,
        known: Sequence[KnownClause],
        own: Collection[SectionPlace],
    ) -> None:
        self.project, self.source, self.known = project, source, known
        self.kept = {place for name, place in own if name == source}
        self.writer = TextWriter()

    def prepared(self, document: Document, data: bytes) -> Prepared:
        """Return what a document becomes."""
        document = _with_asides(document)
        outline = old_sections(document.sections, self.writer)
        if (signed := signature_section(document)) is not None:
            outline += old_sections([signed], self.writer)
            outline[-1].anchor = _free_anchor(outline)
        facts = old_facts(document, self._bodies(document))
        if is_memo(document):
            facts += self._link(document)
        slug, edition = self._name(facts)
        self._match(outline)
        contents, built = self._settled(document, data, outline, facts, slug, edition)
        return Prepared(
            slug,
            edition,
            contents,
            tuple(outline),
            tuple(facts),
            tuple(_visible(document)),
            tuple(plain.words(built)),
            self.writer.invisible,
        )

    def _link(self, document: Document) -> list[OldFact]:
        """Return the uppdrag that a letter is about: of the diarienummer in its head."""
        number = about(document)
        for slug in directory.slugs(self.project.files) if number else ():
            for edition in reversed(directory.editions(self.project.files, slug)):
                try:
                    facts = self.project.uppdrag(slug, edition).facts
                except AvtalsgenError:
                    continue
                if facts.text(known.DNR).endswith(number) and facts.get(known.ABOUT) is None:
                    return [OldFact(known.ABOUT, f"{slug}@{edition}", COVER, sure=True)]
        return []

    def _bodies(self, document: Document) -> dict[str, KnownBody]:
        names = (
            (name.name, KnownBody(body.id, body.type, body.municipality))
            for body in self.project.organisations.values()
            for name in body.names
        )
        return by_name(document, names)

    def _name(self, facts: Sequence[OldFact]) -> tuple[str, str]:
        said_here = {fact.path: told(fact) for fact in facts}
        slug = fold(said_here.get(known.TITLE, "") or Path(self.source).stem)[:_LONGEST]
        slug = slug.strip("-")
        year = re.search(r"\d{4}", said_here.get(known.DATED, "") or said_here.get(known.START, ""))
        edition = year[0] if year else "1"
        taken = directory.editions(self.project.files, slug)
        number, name = 1, edition
        while name in taken:
            number += 1
            name = f"{edition}-{number}"
        return slug, name

    def _match(self, outline: Sequence[OldSection]) -> None:
        taken: set[str] = set()
        every = (each for top in outline for each in top.every())
        for place, section in enumerate(every):
            heading = plain.text(section.section.heading)
            clause, likeness = likeliest(heading, said(section.section), self.known)
            section.similarity = likeness
            if clause is None or clause.clause.id in taken or not section.text:
                continue
            if place in self.kept:
                continue
            taken.add(clause.clause.id)
            section.clause, section.edition = clause.clause.id, clause.clause.edition
            section.base = clause.clause.sha256
            section.became = "clause"

    def _settled(
        self,
        document: Document,
        data: bytes,
        outline: Sequence[OldSection],
        facts: Sequence[OldFact],
        slug: str,
        edition: str,
    ) -> tuple[dict[str, bytes], Document]:
        """Return the files and what they print; a clause that prints other words deviates."""
        digest = sha256(data).hexdigest()
        texts = Texts(self.source, digest, self.writer)
        flat = [each for top in outline for each in top.every()]
        for _ in range(3):
            contents = facts_file(texts, document, outline, facts, slug, edition)
            after = read_project(Overlay(self.project.files, contents))
            built, _problems = document_of(after, slug, edition)
            printed = {section.anchor: section for section in sections(built)}
            wrong = [
                each
                for each in flat
                if each.became == "clause" and not _same(each, printed.get(each.anchor))
            ]
            for deviating in wrong:
                deviating.became = "deviation"
            if not wrong:
                break
        for section in flat:
            if section.became == "clause":
                section.values = _values(printed[section.anchor])
                section.similarity = 1.0
        return contents, built


def _same(old: OldSection, new: Section | None) -> bool:
    if new is None:
        return False
    return _letters(said(old.section)).split() == said(new).split()


def _values(section: Section) -> dict[str, str]:
    return {
        leaf.path: leaf.text
        for block in section.blocks
        for content in runs(block)
        for leaf in leaves(content)
        if isinstance(leaf, Value)
    }


def _free_anchor(outline: Sequence[OldSection]) -> str:
    taken = {each.anchor for top in outline[:-1] for each in top.every()}
    number, name = 1, "underskrifter"
    while name in taken:
        number += 1
        name = f"underskrifter-{number}"
    return name


def _with_asides(document: Document) -> Document:
    """Return a document with its notes and boxes as sections last, so that nothing is dropped."""
    kinds = {"footnote": "Fotnot", "endnote": "Slutnot", "textbox": "Textruta"}
    notes = [aside for aside in document.asides if aside.part in kinds]
    if not notes:
        return document
    blocks: list[Block] = []
    for aside in notes:
        if aside.part != "textbox":
            blocks.append(Paragraph((Text(f"[{aside.name}]"),)))
        blocks += aside.blocks
    extra = Section("noter-och-textrutor", (), 1, blocks=tuple(blocks))
    return replace(document, sections=(*document.sections, extra))


def _visible(document: Document) -> list[str]:
    return _letters("\n".join(plain.lines(document))).split()


def _letters(text: str) -> str:
    return "".join(each for each in text if category(each) != "Cf" or each == _SOFT)


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
