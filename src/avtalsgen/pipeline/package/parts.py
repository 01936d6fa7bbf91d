"""The documents of a package: a memo, and what it asks the nämnd to decide on."""

from collections.abc import Iterator
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.build.inside import NOTHING, Inside, inside
from avtalsgen.pipeline.build.letters import lacking
from avtalsgen.pipeline.build.order import BuildOrder
from avtalsgen.pipeline.build.reviewed import reviewed
from avtalsgen.pipeline.lock.lock import Locked, locked
from avtalsgen.pipeline.workspace.changes import Changes
from avtalsgen.pipeline.workspace.documents import changes_shown, document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.uppdrag import Uppdrag

MEMO: Final = "tjansteskrivelse"
"""The type of the document that a package begins with."""
CHANGED: Final = "andringar"
ARCHIVED_PDF: Final = "PDF/A-2a"
PLAIN_PDF: Final = "PDF"
_OF_MEMO: Final = (known.name_of(known.BUYERS_OFFICE), known.name_of(known.BUYER))
_OF_UPPDRAG: Final = (known.name_of(known.BUYER), known.name_of(known.PROVIDER))


@dataclass(frozen=True, slots=True)
class PackageDocument:
    """A document of a package.

    `held` is what its PDF holds besides its own pages, `parties` the facts that name who sends
    it and who gets it, `relations` what it is to others.
    """

    id: str
    stem: str
    """Of its files."""
    document: Document
    lookup: Lookup
    held: Inside
    parties: tuple[str, str]
    relations: tuple[tuple[str, str], ...]
    lock: Locked | None = None
    """The document beside the words that it was signed with."""
    changes: Changes | None = None
    """Those that the document shows; then Word has them tracked."""

    @property
    def kind(self) -> str:
        """What the document is called on its cover."""
        return self.document.cover.kicker

    @property
    def pdf(self) -> str:
        """What an archive calls the PDF; files inside it need PDF/A-3, a plain annex none."""
        if not all(annex.appendix.archival for annex in self.held.annexes):
            return PLAIN_PDF
        return "PDF/A-3a" if self.held.facts else ARCHIVED_PDF


def memo_of(project: Project, slug: str, edition: str) -> Uppdrag:
    """Return the memo that an edition is, or the only one of the same slug that is about it.

    Raises:
        AvtalsgenError: PK01 there is none, PK02 there are several, exit code 66; or a file
            cannot be read.
    """
    asked = project.uppdrag(slug, edition)
    if is_memo(asked):
        return asked
    about = [memo for memo in memos_of(project, slug) if _names(memo, known.ABOUT) == asked.name]
    if len(about) == 1:
        return about[0]
    if about:
        names = ", ".join(memo.name for memo in about)
        code, message = "PK02", f"flera tjänsteskrivelser avser {asked.name}: {names}"
        hint = f"skriv vilken: avtalsgen build --package {about[0].name}"
    else:
        code, message = "PK01", f"ingen tjänsteskrivelse avser {asked.name}"
        hint = f"gör en: avtalsgen new {MEMO} {slug} --edition {edition}-{MEMO}"
    raise AvtalsgenError([Problem(code, message, hint=hint, exit=Exit.NOT_FOUND)])


def parts_of(
    project: Project, memo: Uppdrag, order: BuildOrder
) -> tuple[tuple[PackageDocument, ...], tuple[Problem, ...]]:
    """Return the documents of the package of `memo`, itself first, and the problems met in each.

    Raises:
        AvtalsgenError: a file that one of them stands on cannot be read.
    """
    lookup = project.lookup(memo)
    about, problems, parts = (
        lookup.pointed.get(known.ABOUT),
        list[Problem](),
        list[PackageDocument](),
    )
    relations = tuple(_relations(lookup, about)) if about else ()
    shown = changes_shown(project, lookup)
    for owner, parties, related in ((lookup, _OF_MEMO, ()), (about, _OF_UPPDRAG, relations)):
        if owner:
            part, met = _part(project, owner, order, parties, related, shown)
            parts.append(part)
            problems += met
    if shown:
        parts.append(_redline(lookup, shown))
    return tuple(parts), tuple(problems)


def _part(
    project: Project,
    lookup: Lookup,
    order: BuildOrder,
    parties: tuple[str, str],
    relations: tuple[tuple[str, str], ...],
    shown: Changes | None,
) -> tuple[PackageDocument, tuple[Problem, ...]]:
    uppdrag = lookup.uppdrag
    document, met = document_of(
        project, uppdrag.slug, uppdrag.edition, draft=order.draft, shown=shown
    )
    held, more = inside(project, document, draft=order.draft, attach_facts=order.attach_facts)
    stem = f"{uppdrag.slug}-{uppdrag.edition}"
    lock = locked(project, uppdrag.slug, uppdrag.edition, None if order.draft else document)
    wrong = () if order.draft else reviewed(project, document, met)
    told = (*met, *more, *lock.problems, *lacking(document, lookup.house.profile), *wrong)
    return PackageDocument(
        uppdrag.name, stem, document, lookup, held, parties, relations, lock
    ), told


def _redline(memo: Lookup, changes: Changes) -> PackageDocument:
    uppdrag, edition = memo.uppdrag, changes.new.identity
    return PackageDocument(
        f"{uppdrag.name}/{CHANGED}",
        f"{edition.uppdrag}-{edition.edition}-{CHANGED}",
        changes.printed(),
        memo,
        NOTHING,
        _OF_MEMO,
        (("bilaga till", uppdrag.name),),
        changes=changes,
    )


def _relations(memo: Lookup, about: Lookup) -> Iterator[tuple[str, str]]:
    """Yield what the uppdrag is to others: an annex of the memo, and what it takes the place of."""
    yield "bilaga till", memo.uppdrag.name
    if replaced := _names(memo.uppdrag, known.REPLACED):
        yield "ersätter", replaced
    if base := _names(about.uppdrag, known.BASE):
        yield "tillägg till", base


def memos_of(project: Project, slug: str) -> Iterator[Uppdrag]:
    """Yield the memos of a slug; a file that cannot be read is no business of another's package."""
    for edition in directory.editions(project.files, slug):
        try:
            uppdrag = project.uppdrag(slug, edition)
        except AvtalsgenError:
            continue
        if is_memo(uppdrag):
            yield uppdrag


def is_memo(uppdrag: Uppdrag) -> bool:
    """Return whether a document is one that asks a nämnd to decide."""
    return uppdrag.type.startswith(f"{MEMO}@")


def _names(uppdrag: Uppdrag, path: str) -> str:
    fact = uppdrag.facts.get(path)
    return str(fact.value) if isinstance(fact, Known) else ""
