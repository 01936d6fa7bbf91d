"""Texts and outline of an uppdrag as a file that came home has them: what is written where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from avtalsgen.assemble.document import APPENDICES
from avtalsgen.assemble.tillagg.showing import printed_changes
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.pipeline.takeback.outline.brought import by_anchor, with_brought
from avtalsgen.pipeline.takeback.outline.nesting import nested
from avtalsgen.pipeline.takeback.outline.outline_changes import OutlineChange, with_outline
from avtalsgen.pipeline.takeback.proposed import ProposedEdition, Reworded, proposed_edition
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.readers.written import read_text
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.holes import HoleWriter
from avtalsgen.takeback.home import HomeSection
from avtalsgen.takeback.paper.sent import Sent
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.changes import brought
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.known import TILLAGG_START
from avtalsgen.uppdrag.uppdrag import Uppdrag


@dataclass(frozen=True, slots=True)
class TextOrder:
    """Of which edition the texts are, and what is said of why they are as they are."""

    slug: str
    edition: str
    source: str
    """What a proposed edition of a clause says that it comes from."""
    reason: str
    as_clause: bool


@dataclass(frozen=True, slots=True)
class WrittenTexts:
    """Files by path from the workspace, what to tell of them, and those that are proposed."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...]
    proposed: tuple[str, ...]


def home_files(
    project: Project,
    sent: Sent,
    book: FactBook,
    home: Sequence[HomeSection],
    order: TextOrder,
) -> WrittenTexts:
    """Return the files of the sections of `home`; what is as it was in `sent` is not written."""
    writing = _HomeFiles(project, sent, book, order)
    files = writing.files(home)
    notes = (*_told_of(home, sent), *writing.notes)
    return WrittenTexts(files, notes, tuple(writing.proposed))


class _HomeFiles:
    def __init__(self, project: Project, sent: Sent, book: FactBook, order: TextOrder) -> None:
        self.project, self.sent, self.book, self.order = project, sent, book, order
        self.uppdrag = project.uppdrag(order.slug, order.edition)
        self.outline = self.uppdrag.outline or project.document_type(self.uppdrag).outline
        self.acts = printed_changes(self.uppdrag.changes, _first_day(self.uppdrag))
        self.entries = {entry.name: entry for entry in every(self.outline)}
        self.given = {entry.name: entry for entry in every(brought(self.acts))}
        self.printed = [
            name
            for name in sent.nodes
            if self.acts and name not in self.entries and name != APPENDICES
        ]
        """The sections that the changes of a tillägg print."""
        self.names = set(self.entries) | set(sent.nodes)
        self.texts: dict[str, bytes] = {}
        self.notes: list[str] = []
        self.proposed: list[str] = []

    def files(self, home: Iterable[HomeSection]) -> dict[str, bytes]:
        asked: list[OutlineChange] = []
        brought_here = False  # by a change of the tillägg; a new one behind one of them is one too
        for section in home:
            if section.anchor:
                brought_here = section.anchor in self.printed
            change = self.change(section)
            if brought_here or not section.anchor or section.anchor in self.entries:
                asked.append(replace(change, brought=brought_here))
        acts = by_anchor(self.acts, self.printed)
        made = nested(asked, acts, _first_day(self.uppdrag) or date.min)
        self.notes += (self.other_level(change, level) for change, level in made.other_level)
        path = directory.path_of(self.order.slug, self.order.edition)
        text = read_text(self.project.files, path)
        brought_text = with_brought(text, self.acts, made.inside, self.printed)
        names = brought_text.names
        changes = [replace(c, anchor=names.get(c.anchor, c.anchor)) for c in made.outline]
        tops = [name for name in self.printed if name not in self.given or name in acts]
        known = [each for each in self.sent.nodes if each in self.entries or each in tops]
        text = with_outline(brought_text.text, self.outline, changes, known, brought_text.order)
        return {path: text.encode(), **self.texts}

    def other_level(self, change: OutlineChange, level: int) -> str:
        """Return what is told of a section that cannot stand on the level that it has."""
        title = self.sent.title(change.anchor) or change.heading
        return f"rubriken {title} har nivå {change.level} i filen och {level} i bygget"

    def change(self, section: HomeSection) -> OutlineChange:
        """Return what becomes of a section; its text is one of the files."""
        entry = self.entries.get(section.anchor) or self.given.get(section.anchor)
        if entry is None and section.anchor:
            self.made_by_the_program(section)
            return OutlineChange(section.anchor, section.level)
        change = OutlineChange(section.anchor, section.level, heading=section.heading)
        if entry is not None and entry.clause and section.text and self.order.as_clause:
            made = self.proposed_of(entry, section)
            self.texts[made.path] = made.text.encode()
            return replace(change, heading=None, clause=f"{entry.clause}@{made.edition}")
        if section.text is not None or not section.anchor:
            prose = entry is not None and entry.file and not entry.clause
            name = self.own_file(entry) or self.free(section)
            if section.text:
                self.texts[f"{directory.FOLDER}/{self.order.slug}/{name}"] = section.text.encode()
            change = replace(change, file="" if prose else name if section.text else "")
            if entry is not None and entry.clause:
                clause = self.project.library.edition(entry.clause, entry.edition, entry.origin)
                change = replace(change, base=clause.sha256, reason=self.order.reason)
        if not section.anchor:
            change = replace(change, name=_own_name(section.heading or "", self.names))
        return change

    def proposed_of(self, entry: Entry, section: HomeSection) -> ProposedEdition:
        """Return the proposed edition that a section gets its words from."""
        clause = self.project.library.edition(entry.clause, entry.edition, entry.origin)
        ours = next(each for each in self.sent.sections if each.anchor == section.anchor)
        old = HoleWriter(self.book).text(ours.lines, {line.words: line for line in ours.lines})
        title = self.sent.title(section.anchor)
        heading, text = section.heading or "", section.text or ""
        wanted = Reworded(clause, heading, old, text, self.order.source, title)
        made = proposed_edition(self.project, wanted)
        self.proposed.append(made.path)
        if made.whole:
            told = "villkoren i klausulen är borta, för de ändrade styckena står inte så i den"
            self.notes.append(f"{made.path}: {told}")
        return made

    def made_by_the_program(self, section: HomeSection) -> None:
        if section.text is not None or section.heading is not None:
            title = self.sent.title(section.anchor) or section.anchor
            self.notes.append(f"avsnittet {title} skriver programmet självt, så det ändras inte")

    def own_file(self, entry: Entry | None) -> str:
        """Return the file of a text of the edition's own, which is written anew; none else."""
        if entry is not None and entry.file and not entry.clause:
            return entry.file
        deviation = entry.deviation if entry is not None else None
        file = deviation.file if deviation is not None else ""
        return file if file.startswith(f"{self.order.edition}/") else ""

    def free(self, section: HomeSection) -> str:
        """Return a file that is not there yet."""
        stem = section.anchor or fold(section.heading or "text")
        folder = f"{directory.FOLDER}/{self.order.slug}/{self.order.edition}"
        taken = set(self.project.files.names(folder))
        number = 1
        while True:
            name = f"{stem}{'' if number == 1 else f'-{number}'}.md"
            if name not in taken and f"{folder}/{name}" not in self.texts:
                return f"{self.order.edition}/{name}"
            number += 1


def over(project: Project, contents: Mapping[str, bytes]) -> Project:
    """Return the workspace as it is with other contents of some files."""
    return read_project(Overlay(project.files, contents), root=project.root)


def _told_of(home: Iterable[HomeSection], sent: Sent) -> Iterator[str]:
    """Yield what became something else when the texts came home."""
    for section in home:
        title = sent.title(section.anchor)
        if section.notes:
            yield f"{section.notes} not eller textruta blev stycken i {title}"
        if section.broken:
            told = "hänvisning leder till det som är struket och blev vanliga ord"
            yield f"{section.broken} {told} i {title}"


def _own_name(heading: str, taken: set[str]) -> str:
    """Return an anchor for a new section where that of its heading is taken; now it is."""
    stem, number = fold(heading), 1
    while (name := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    taken.add(name)
    return "" if name == stem else name


def _first_day(tillagg: Uppdrag) -> date | None:
    fact = tillagg.facts.get(TILLAGG_START)
    return fact.value if isinstance(fact, Known) and isinstance(fact.value, date) else None
