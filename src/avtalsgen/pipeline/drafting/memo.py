"""A tjänsteskrivelse while it is written: what it is about, the rows of its table, its package.

comparison ──► proposed rows ┐
                             ├──► rows with why ──► ändringstabell of the file
ändringstabell of the file ──┘
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from avtalsgen.model.comparison import TopRow
from avtalsgen.pipeline.build.order import BuildOrder
from avtalsgen.pipeline.check.checking import CheckOrder, check_documents
from avtalsgen.pipeline.drafting.draft import Draft, open_draft
from avtalsgen.pipeline.drafting.saving.save import Saved, save
from avtalsgen.pipeline.new.new import new
from avtalsgen.pipeline.package.package import prepare_package
from avtalsgen.pipeline.package.parts import MEMO, memos_of
from avtalsgen.pipeline.workspace.documents import changes_shown
from avtalsgen.pipeline.workspace.memo.change_rows import MOST_ROWS, proposed
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.problems import AvtalsgenError, Problem, Remark, Severity
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import directory, known
from avtalsgen.writers.comparison.first_page import place_of

_BETWEEN: Final = "HE"
"""What the codes of rules begin with that hold documents against each other."""
_KEYS: Final = (known.ROW_WHAT, known.ROW_TODAY, known.ROW_PROPOSAL, known.ROW_WHY)


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A row of the table, or one that could be."""

    what: str
    today: str
    proposal: str
    why: str
    place: str = ""
    """Where it stands in the uppdrag; empty for one that somebody wrote."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class MemoDesk:
    """A memo, what it is about, and the rows of its table."""

    draft: Draft
    title: str
    about: str
    """The edition that the nämnd is to decide on; empty where the memo does not say."""
    replaced: str
    """The edition that it is held against; empty where there is none."""
    rows: tuple[MemoRow, ...]


@dataclass(frozen=True, slots=True)
class MemoCheck:
    """What is to be told before a package is built."""

    problems: tuple[Problem, ...]
    """What hinders it, or is to be known of it."""
    remarks: tuple[Remark, ...]
    """What does not agree between the memo and what it is about."""

    @property
    def wrong(self) -> int:
        """How many errors hinder the package."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def memos(project: Project) -> Iterator[tuple[str, str, str]]:
    """Yield slug, edition and what it is about for each memo, in the order of the workspace."""
    for slug in directory.slugs(project.files):
        for memo in memos_of(project, slug):
            draft = open_draft(project, slug, memo.edition)
            yield slug, memo.edition, _named(draft, known.ABOUT)


def memo_about(root: Path, slug: str, edition: str) -> tuple[str, str]:
    """Return the memo about an edition, made if there is none.

    Raises:
        AvtalsgenError: there is no such edition; UP07 something else has the name of the memo.
    """
    project = open_project(root)
    directory.must_exist(project.files, slug, edition, None)
    name = f"{slug}@{edition}"
    for memo_slug, memo_edition, about in memos(project):
        if about == name:
            return memo_slug, memo_edition
    made = new(project, root, MEMO, slug, f"{edition}-{MEMO}", short=True)
    draft = open_draft(open_project(root), slug, made.stem)
    save(root, slug, made.stem, draft.etag, {known.ABOUT: name})
    return slug, made.stem


def memo_desk(root: Path, slug: str, edition: str) -> MemoDesk:
    """Return a memo with the rows it has and could have.

    Raises:
        AvtalsgenError: it is not there, or a file that it stands on cannot be read.
    """
    project = open_project(root)
    draft = open_draft(project, slug, edition)
    lookup = project.lookup(draft.uppdrag())
    shown = changes_shown(project, lookup)
    return MemoDesk(
        draft,
        lookup.text(known.TITLE) or slug,
        _named(draft, known.ABOUT),
        _named(draft, known.REPLACED),
        tuple(_rows(draft, shown.comparison.top if shown else ())),
    )


def memo_check(root: Path, slug: str, edition: str, day: date) -> MemoCheck:
    """Return what is to be told before the package of a memo is built.

    Raises:
        AvtalsgenError: it is not there, or a file that it stands on cannot be read.
    """
    project = open_project(root)
    draft = open_draft(project, slug, edition)
    names = tuple(name for name in (draft.name, _named(draft, known.ABOUT)) if name)
    remarks = check_documents(CheckOrder(names, day), root).remarks
    order = BuildOrder(slug, edition, ("docx", "pdf"), root / "output", package=True)
    between = tuple(each for each in remarks if each.code.startswith(_BETWEEN))
    return MemoCheck(prepare_package(project, order).problems, between)


def save_rows(root: Path, slug: str, edition: str, etag: str, rows: Sequence[MemoRow]) -> Saved:
    """Save the rows of the table.

    Raises:
        AvtalsgenError: TS02 there are more than a nämnd reads, TS03 a row says not what it is
            about; UP15 the memo is signed.
    """
    if len(rows) > MOST_ROWS:
        message = f"{len(rows)} rader är valda, och högst {MOST_ROWS} får plats"
        hint = "välj bort det minst viktiga; hela jämförelsen är bilaga"
        raise AvtalsgenError([Problem("TS02", message, hint=hint)])
    for row in rows:
        if not (row.what and row.today and row.proposal):
            message = f"raden ”{row.what}” säger inte vad, i dag och förslag"
            raise AvtalsgenError(
                [Problem("TS03", message, hint="fyll i alla tre, eller välj bort den")]
            )
    told: list[Put] = [_record(row) for row in rows]
    return save(root, slug, edition, etag, {known.CHANGE_ROWS: told or None})


def _record(row: MemoRow) -> dict[str, Put]:
    values = (row.what, row.today, row.proposal, row.why)
    return {key: value for key, value in zip(_KEYS, values, strict=True) if value}


def _rows(draft: Draft, top: Sequence[TopRow]) -> Iterator[MemoRow]:
    """Yield the rows that the memo has, then those that it could have; eight where it has none."""
    records = draft.answers.get(known.CHANGE_ROWS)
    written = (
        [each for each in records if isinstance(each, dict)] if isinstance(records, list) else []
    )
    suggested = {row.what.casefold(): _suggested(row) for row in top}
    for record in written:
        what, today, proposal, why = (_text(record.get(key)) for key in _KEYS)
        row = suggested.pop(what.casefold(), None)
        yield MemoRow(
            what,
            today or (row.today if row else ""),
            proposal or (row.proposal if row else ""),
            why,
            row.place if row else "",
            chosen=True,
        )
    for place, row in enumerate(suggested.values()):
        yield MemoRow(
            row.what,
            row.today,
            row.proposal,
            "",
            row.place,
            chosen=not written and place < MOST_ROWS,
        )


def _suggested(row: TopRow) -> MemoRow:
    return MemoRow(row.what, *proposed(row), "", place_of(row))


def _text(value: Put) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _named(draft: Draft, path: str) -> str:
    told = draft.answers.get(path)
    return told if isinstance(told, str) else ""


def unsaid(rows: Iterable[MemoRow]) -> int:
    """Return how many chosen rows do not say why."""
    return sum(row.chosen and not row.why for row in rows)
