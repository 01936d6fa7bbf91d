"""`takeback FILE`: a file that came back, read beside what the workspace builds."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.parameters import ORGAN_FACTS
from avtalsgen.compare.compare import signing_parties
from avtalsgen.compare.meaning.judge import judge_by
from avtalsgen.model.nodes import Document
from avtalsgen.model.returned.changes import ReturnedChange, TakenBack
from avtalsgen.model.walk import sections
from avtalsgen.ooxml.bookmarks import hidden_name
from avtalsgen.ooxml.intake.part_roles import called
from avtalsgen.ooxml.package import Package
from avtalsgen.pipeline.takeback.decided import Decided, DecidedFile, decided, made_of_file
from avtalsgen.pipeline.takeback.uppdrag_of import uppdrag_of
from avtalsgen.pipeline.workspace.documents import changes_shown, document_of
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem, placed_in
from avtalsgen.readers.docx.document import has_macros
from avtalsgen.readers.docx.refusals import refusals
from avtalsgen.readers.docx.returned.reading import read_sheet
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.facts.conditions import facts_behind
from avtalsgen.takeback.facts.sorting import EditSorter
from avtalsgen.takeback.hands import joined
from avtalsgen.takeback.paper.folding import folded
from avtalsgen.takeback.paper.lines import accepted
from avtalsgen.takeback.paper.sections import FILLED_IN, MARK
from avtalsgen.takeback.paper.sent import Sent, sent
from avtalsgen.takeback.taking import (
    TakenFile,
    not_decided,
    numbered,
    still_to_come,
    take_back,
    without_accepted,
)
from avtalsgen.takeback.telling import Telling
from avtalsgen.takeback.undo import Undo
from avtalsgen.takeback.weighing import Weighing
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers import WRITERS
from avtalsgen.writers.docx.properties import printed_digest
from avtalsgen.writers.render import Render

_LIMIT = 50_000_000
_SEEN_ONCE = ("kommentar", "format")


@dataclass(frozen=True, slots=True)
class Return:
    """A file that came back, with what was sent and what was done to it."""

    file: bytes
    taken: TakenFile
    sent: Sent
    lookup: Lookup
    sorter: EditSorter
    undos: tuple[Undo, ...]
    """What takes changes back; each change has its places in it."""
    always: tuple[Undo, ...]
    """What puts back what the workspace has changed since the file was built."""
    draft: bool


@dataclass(frozen=True, slots=True)
class TakebackOf:
    """What was sent of one edition, read once for every file of it that comes back."""

    file: bytes
    sent: Sent
    lookup: Lookup

    @classmethod
    def of(cls, project: Project, slug: str, edition: str, *, draft: bool = False) -> "TakebackOf":
        """Return what a build sends of an edition now.

        Raises:
            AvtalsgenError: why it cannot be assembled or written.
        """
        document, _ = document_of(project, slug, edition, draft=draft)
        return cls.as_printed(project, slug, edition, document)

    @classmethod
    def as_printed(
        cls, project: Project, slug: str, edition: str, document: Document
    ) -> "TakebackOf":
        """Return what a build sends of an edition whose document is made already."""
        house = project.house_of((f"{slug}@{edition}",))
        render = Render(house.profile, project.shell(house))
        file = WRITERS["docx"].write(document, render)  # without page numbers in its contents
        lookup = project.lookup(project.uppdrag(slug, edition))
        return cls(file, sent(document, read_sheet(file)), lookup)


def returned(project: Project, path: Path) -> Return:
    """Return what was done to the file at `path`.

    Raises:
        AvtalsgenError: TB05 it is not there, TB01 it is a PDF, TB04, DX01–DX03 it cannot be
            read, TB14 a part is missing, TB06 it carries programs, TB02, TB03 of no uppdrag here;
            why the uppdrag cannot be assembled.
    """
    data = read_file(path)
    with placed_in(path.as_posix()):
        return taken_back(project, data, path.name, path=path.as_posix())


def joined_copies(backs: Sequence[Return]) -> TakenBack:
    """Return the changes of several copies of one file, each under its own name.

    Raises:
        AvtalsgenError: TB12 they are copies of different editions.
    """
    results = [back.taken.result for back in named_apart(backs)]
    names = dict.fromkeys(f"{each.uppdrag}@{each.edition}" for each in results)
    if len(names) > 1:
        message = f"filerna är kopior av olika utgåvor: {', '.join(names)}"
        hint = "ta hem kopior av en utgåva åt gången"
        raise AvtalsgenError([Problem("TB12", message, hint=hint)])
    return joined(results)


def named_apart(backs: Sequence[Return]) -> list[Return]:
    """Return copies, those of one name in different folders told apart: `svar.docx (2)`."""
    seen: Counter[str] = Counter()
    named = []
    for back in backs:
        source = back.taken.result.source
        seen[source] += 1
        name = f"{source} ({seen[source]})" if seen[source] > 1 else source
        result = replace(back.taken.result, source=name)
        named.append(replace(back, taken=replace(back.taken, result=result)))
    return named


def taken_back(
    project: Project,
    data: bytes,
    source: str,
    base: TakebackOf | None = None,
    path: str = "",
    *,
    edition: str = "",
) -> Return:
    """Return what was done to a file, beside `base` or what is built of its edition now.

    `path` is how the user named the file, where that is known. `edition` is another one to read it
    beside, which was made of a copy of it.
    """
    with refusals():
        package = Package(data)
        package.check_types()
        if gone := package.missing_part():
            message = f"{called(gone)} fattas i filen"
            hint = "öppna den i Word och spara om den, eller be om filen igen"
            raise AvtalsgenError([Problem("TB14", message, hint=hint)])
        if has_macros(package):
            hint = "spara om filen som .docx utan makron, eller be om en sådan"
            raise AvtalsgenError(
                [Problem("TB06", "filen bär ett program (makro, ActiveX)", hint=hint)]
            )
    sheet = read_sheet(data)
    file = _ReturnedFile(data, sheet, source)
    slug, its, notes = uppdrag_of(project, sheet, source, path or source)
    if edition:
        return _beside(project, file, slug, edition)
    digest = sha256(data).hexdigest()
    newer = made_of_file(project, slug, its, digest, frozenset())
    back = None if newer else _beside(project, file, slug, its, base)
    if back is not None:
        keys = frozenset(change.key for change in back.taken.result.changes)
        newer = made_of_file(project, slug, its, digest, keys)
    if newer:
        back = _beside(project, file, slug, newer)
        told = f"ändringar ur filen finns redan i utgåva {newer}, så den läses bredvid den"
        notes = (*notes, told)
    assert back is not None
    result = replace(back.taken.result, notes=(*notes, *back.taken.result.notes))
    return replace(back, taken=replace(back.taken, result=result))


@dataclass(frozen=True, slots=True)
class _ReturnedFile:
    data: bytes
    sheet: Sheet
    source: str


def _beside(
    project: Project, file: _ReturnedFile, slug: str, edition: str, base: TakebackOf | None = None
) -> Return:
    """Return what was done to a file, beside an edition."""
    data, sheet, source = file.data, file.sheet, file.source
    base = base or _base(project, sheet, slug, edition)
    ours = base.sent
    if ours.signed and not any(sheet.of("signature")):
        sheet = read_sheet(data, ours.signed)  # its styles are gone: the words tell
    other = tuple(_mismatch(ours.document, sheet))
    before = decided(project, slug, edition)
    digest = sha256(data).hexdigest()
    seen = before.files.get(digest, DecidedFile())
    settled = frozenset(
        anchor
        for anchor in other
        if seen.sections.get(anchor) == printed_digest(ours.nodes[anchor])
    )
    moved_on = frozenset(ours.nodes if before.accepted and not sheet.printed else other)
    telling = telling_of(project, base, moved_on, settled)
    taken = take_back(ours, sheet, telling, source)
    if moved_on or _other_sections(ours, sheet):
        home = replace(telling, changes=[], undos=[], always=[])
        left = take_back(ours, accepted(sheet), home, source).result.changes
        taken = still_to_come(taken, left)
        if settled:
            taken = not_decided(taken, left, settled, before.accepted, seen.told)
    elif any(change.key in before.accepted for change in taken.result.changes):
        home = replace(telling, changes=[], undos=[], always=[])
        left = take_back(ours, accepted(sheet), home, source).result.changes
        taken = without_accepted(taken, left, before.accepted)
    taken, told = _undecided(taken, before)
    if other:
        titles = ", ".join(ours.title(anchor) or anchor for anchor in other[:5])
        told = (*told, f"filen är byggd av en annan text än arbetsytan har nu: {titles}")
    result = replace(taken.result, notes=(*told, *taken.result.notes))
    return Return(
        data,
        replace(taken, result=result),
        ours,
        base.lookup,
        telling.sorter,
        tuple(telling.undos),
        tuple(telling.always),
        ours.document.draft,
    )


def telling_of(
    project: Project,
    base: TakebackOf,
    moved_on: frozenset[str] = frozenset(),
    settled: frozenset[str] = frozenset(),
) -> Telling:
    """Return what tells the changes of a file beside what was sent."""
    knowledge = knowledge_of(project)
    book = FactBook(base.lookup, project.parameters, knowledge.words)
    return Telling(
        base.sent,
        book,
        EditSorter(book, _names(base.lookup)),
        Weighing(judge_by(knowledge, {}, signing_parties(base.sent.document))),
        _conditions(project, base.sent),
        moved_on,
        settled,
    )


def read_file(path: Path) -> bytes:
    """Return the bytes of a file that is to be taken back.

    Raises:
        AvtalsgenError: TB05 it is not there, TB01 it is a PDF, TB06 it is made for programs,
            TB04 it is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except OSError:
        problem = Problem(
            "TB05", f"filen {path} finns inte", hint="rätta sökvägen", exit=Exit.NOT_FOUND
        )
        raise AvtalsgenError([problem]) from None
    if data.startswith(b"%PDF"):
        message = f"{path.name} är en PDF, och ändringar i en sådan går inte att ta hem"
        hint = "be om Wordfilen som ändringarna är gjorda i; jämför annars: avtalsgen diff --help"
        raise AvtalsgenError([Problem("TB01", message, hint=hint)])
    if path.suffix.lower() in (".docm", ".dotm"):
        hint = "spara om filen som .docx utan makron, eller be om en sådan"
        raise AvtalsgenError([Problem("TB06", f"{path.name} är en fil för makron", hint=hint)])
    if len(data) > _LIMIT:
        message = f"filen {path.name} är större än {_LIMIT // 1_000_000} MB"
        raise AvtalsgenError([Problem("TB04", message, hint="ange en fil som är byggd här")])
    return data


def _base(project: Project, sheet: Sheet, slug: str, edition: str) -> TakebackOf:
    """Return what a file was made of: the whole document, or a draft of it."""
    shown = changes_shown(project, project.lookup(project.uppdrag(slug, edition)))
    document, _ = document_of(project, slug, edition, shown=shown)
    if wrong := _mismatch(document, sheet):
        draft, _ = document_of(project, slug, edition, draft=True, shown=shown)
        if len(_mismatch(draft, sheet)) < len(wrong):
            document = draft
    return TakebackOf.as_printed(project, slug, edition, document)


def _mismatch(document: Document, sheet: Sheet) -> list[str]:
    """Return the anchors of sections that the file says were printed otherwise."""
    wrong = []
    for section in sections(document):
        name = hidden_name("ag", section.anchor).removeprefix(MARK)
        told = sheet.printed.get(name)
        if told and told != printed_digest(section):
            wrong.append(section.anchor)
    return wrong


def _undecided(taken: TakenFile, before: Decided) -> tuple[TakenFile, tuple[str, ...]]:
    """Return a file without the changes that were rejected before, and how many there were."""
    changes = taken.result.changes
    shown = tuple(
        change
        for change in changes
        if change.key not in before.accepted or not _is_seen_once(change)
    )
    left = tuple(change for change in shown if change.key not in before.rejected)
    if len(shown) < len(changes):
        taken = replace(taken, result=replace(taken.result, changes=numbered(shown)))
    gone = len(shown) - len(left)
    if not gone:
        return taken, ()
    many = "ändringar är avslagna" if gone > 1 else "ändring är avslagen"
    told = f"{gone} {many} förut och visas inte"
    return replace(taken, result=replace(taken.result, changes=numbered(left))), (told,)


def _is_seen_once(change: ReturnedChange) -> bool:
    """Return whether nothing is written when a change is accepted, so that the file still has it.

    That is also what was filled in by hand where the parties sign.
    """
    return change.kind in _SEEN_ONCE or change.path in FILLED_IN


def _other_sections(ours: Sent, sheet: Sheet) -> bool:
    """Return whether the file was built of other sections than there are now."""
    every, texts = set(), set()
    for anchor, node in ours.nodes.items():
        name = hidden_name("ag", anchor).removeprefix(MARK)
        every.add(name)
        if node.provenance and node.provenance.sha256:
            texts.add(name)
    return bool(sheet.printed) and not texts <= sheet.printed.keys() <= every


def _names(lookup: Lookup) -> frozenset[str]:
    """Return what the parties are called, by which one is told from another."""
    names = set()
    for path, fact in lookup.uppdrag.facts.by_path.items():
        if path.endswith(".benämning") and isinstance(fact, Known):
            names.add(folded(str(fact.value)).text.casefold())
        elif isinstance(fact, Known) and fact.type == "organ":
            for key in ORGAN_FACTS:
                known = lookup.fact(f"{path}.{key}")
                if isinstance(known, Known):
                    names.add(folded(str(known.value)).text.casefold())
    return frozenset(names)


def _conditions(project: Project, ours: Sent) -> Callable[[str, str], str]:
    def condition_of(anchor: str, words: str) -> str:
        node = ours.nodes.get(anchor)
        made_of = node.provenance if node else None
        if made_of is None or made_of.kind != "klausul":
            return ""
        try:
            clause = project.library.edition(
                made_of.clause, made_of.edition, Origin(made_of.file, 1)
            )
        except AvtalsgenError:
            return ""
        facts = facts_behind(clause.body, words)
        told = ", ".join(facts)
        return f"texten står där för att {told} är sagt; ändra faktumet i stället" if facts else ""

    return condition_of
