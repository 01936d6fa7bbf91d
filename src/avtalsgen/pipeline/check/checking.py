"""Documents of the command line to what the rules find in them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Final

from avtalsgen.check.engine import check, check_among
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.making import Desk
from avtalsgen.pipeline.build.letters import lacking
from avtalsgen.pipeline.build.reviewed import told_once
from avtalsgen.pipeline.check.siblings import siblings_of
from avtalsgen.pipeline.check.views import CheckedFile
from avtalsgen.pipeline.lock.lock import locked
from avtalsgen.pipeline.lore.dictionary import swedish_dictionary
from avtalsgen.pipeline.lore.house_rules import (
    HouseRules,
    LetBe,
    in_lines,
    needed,
    read_house_rules,
    spared,
    without_let_be,
)
from avtalsgen.pipeline.lore.lore import lore_of
from avtalsgen.pipeline.workspace.document_argument import Opened, Projects, open_document
from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError, Problem, Remark, Severity, Spot, of_problem
from avtalsgen.readers.encoded import text_of
from avtalsgen.readers.inside import FileInside
from avtalsgen.records import dataclass
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.source import Origin

_TEXTS: Final = (".md", ".markdown", ".txt", ".text")
_WORD: Final = (".docx", ".docm", ".dotx")
_REVISION: Final = re.compile(r"@.*@|\.ya?ml@")
"""An uppdrag as it was: nothing is held against what there is now."""
_MANY: Final = 2


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """What is to be checked, and the day on which it is done; `together` if they belong so."""

    names: tuple[str, ...]
    today: date
    together: bool = True
    everything: bool = False
    """Whether they are all of the workspace: what its house lets be needlessly is told."""


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What was found, in the order of the files, and what could not be opened."""

    remarks: tuple[Remark, ...]
    failures: tuple[Problem, ...]
    files: tuple[CheckedFile, ...]
    needed: frozenset[Spot] = frozenset()
    """Where the exceptions stand that something of it needs."""

    def count(self, severity: Severity) -> int:
        """Return how many remarks are of a severity."""
        return sum(remark.severity is severity for remark in self.remarks)

    @property
    def summary(self) -> Mapping[str, int]:
        """How many there are of each severity, and in how many documents."""
        counts = {str(severity): self.count(severity) for severity in Severity}
        return {**counts, "handlingar": len(self.files)}


@dataclass(frozen=True, slots=True)
class CheckGround:
    """What documents are checked with where the user stands: read once, also for many."""

    here: Path
    desk: Desk
    knowledge: Knowledge
    house: HouseRules
    projects: Projects | None = None

    def project(self) -> Project:
        """Return the workspace that the user stands in."""
        root = find(self.here)
        return self.projects(Workspace(root)) if self.projects else open_project(root)


def check_ground(here: Path, today: date, projects: Projects | None = None) -> CheckGround:
    """Return what documents are checked with in the folder `here`, on the day `today`.

    Raises:
        AvtalsgenError: the register of the workspace is wrong, or what its house has decided.
    """
    desk = Desk(lore_of(here), today, swedish_dictionary())
    return CheckGround(here, desk, house_of(here).knowledge, _house_rules(here), projects)


@dataclass(slots=True)
class _Checking:
    ground: CheckGround
    told: list[tuple[CheckFacts | None, list[Remark]]] = field(default_factory=list)
    """What others than the rules say of each document, in the order of the names."""
    remarks: list[Remark] = field(default_factory=list)
    failures: list[Problem] = field(default_factory=list)
    documents: list[CheckFacts] = field(default_factory=list)
    used: set[Spot] = field(default_factory=set)
    """Where the exceptions stand that spare one of the documents, by its name."""
    files: list[CheckedFile] = field(default_factory=list)

    def open(self, name: str) -> None:
        """Open a document, and note what others than the rules say of it."""
        try:
            page, projects = self.ground.knowledge.page, self.ground.projects
            opened = open_document(self.ground.here, name, page, "accept", projects)
        except AvtalsgenError as error:
            self.failures.extend(error.problems)
            self.told.append((None, [of_problem(problem, name) for problem in error.problems]))
            return
        facts = self.facts(opened, name)
        if _is_of_now(opened):
            identity = opened.document.identity
            facts.siblings = siblings_of(self.ground.project(), identity.uppdrag, identity.edition)
        told = [of_problem(problem, name) for problem in _found_elsewhere(opened, self.ground)]
        if not any(passage.text.strip() for passage in facts.passages):
            told.append(of_problem(_without_words(name), name))
        self.told.append((facts, told))
        self.documents.append(facts)
        word = opened.data if opened.suffix in _WORD else None
        self.files.append(CheckedFile(name, opened.document, word))

    def check(self, *, together: bool) -> None:
        """Ask the rules about each document that could be opened."""
        for facts, told in self.told:
            self.remarks.extend(told)
            if facts is not None:
                others = (other for other in self.documents if together and other is not facts)
                facts.named_with = tuple(f"{o.title}\n{Path(o.file).stem}" for o in others)
                remarks = check(facts, self.ground.house.severities)
                house, identity = self.ground.house.exceptions, facts.document.identity
                left, others_let_be = spared(remarks, house, identity)
                self.used.update(e.spot for e in house if e not in others_let_be)
                self.remarks.extend(told_once(left, told))

    def facts(self, opened: Opened, name: str) -> CheckFacts:
        written = None
        if opened.suffix in _TEXTS and opened.data is not None:
            written = text_of(opened.data, name)[0]
        read = _texts(self.ground.here, opened)
        return self.ground.desk.facts(opened.document, name, written, read, _inside(opened))

    def exceptions(self) -> Iterator[LetBe]:
        yield from (e for e in self.ground.house.exceptions if e.spot not in self.used)
        for facts in self.documents:
            if facts.written:
                yield from in_lines(facts.file, "\n".join(facts.written.lines))
                continue
            read = _read_in(self.ground.here)
            spots = (passage.spot() for passage in facts.passages)
            for file in dict.fromkeys(spot.file for spot in spots if spot.line is not None):
                yield from in_lines(file, read(file))


def check_documents(
    order: CheckOrder, here: Path, ground: CheckGround | None = None
) -> CheckOutcome:
    """Return what the rules find in each document of `order`, and between them.

    A document that cannot be opened is told of and stops no other. `ground` is that of `here`,
    where it has been read.

    Raises:
        AvtalsgenError: as `check_ground`.
    """
    checking = _Checking(ground or check_ground(here, order.today))
    for name in order.names:
        checking.open(name)
    checking.check(together=order.together)
    alone = [[facts] for facts in checking.documents]
    for documents in [checking.documents] if order.together else alone:
        if len(documents) >= _MANY or any(facts.siblings for facts in documents):
            among = check_among(documents, checking.ground.house.severities)
            checking.remarks.extend(among)
    exceptions = tuple(checking.exceptions())
    remarks = without_let_be(checking.remarks, exceptions, order.names)
    used = needed(checking.remarks, exceptions) | checking.used
    return CheckOutcome(remarks, tuple(checking.failures), tuple(checking.files), used)


def _house_rules(here: Path) -> HouseRules:
    try:
        root = find(here)
    except AvtalsgenError:
        return HouseRules()
    return read_house_rules(Workspace(root))


def _found_elsewhere(opened: Opened, ground: CheckGround) -> Iterator[Problem]:
    """Yield what a build, a lock or a verification says of a document, each once."""
    problems, here = list(opened.problems), ground.here
    identity = opened.document.identity
    if _is_of_now(opened):
        project = ground.project()
        slug, edition = identity.uppdrag, identity.edition
        problems.extend(locked(project, slug, edition, opened.document).problems)
        profile = project.house_of((f"{slug}@{edition}",)).profile
        problems.extend(lacking(opened.document, profile))
    elif (
        opened.suffix in (".docx", ".pdf") and identity.uppdrag and (here / opened.source).is_file()
    ):
        from avtalsgen.pipeline.verify.verify import verify  # only for a file of ours

        problems.extend(verify(here / opened.source, (), here).problems)
    yield from dict.fromkeys(problems)


def _is_of_now(opened: Opened) -> bool:
    """Return whether it is an edition of the workspace, as it is and not as it was."""
    return opened.data is None and _REVISION.search(opened.source) is None


def _without_words(name: str) -> Problem:
    """Return KX05: nothing is remarked on in a document that nobody can read a word of."""
    hint = "läs in texten först, om den är inskannad; be annars om handlingen på nytt"
    message = "handlingen har inga ord att granska"
    return Problem("KX05", message, Severity.WARNING, Origin(name, 1), hint)


def _inside(opened: Opened) -> FileInside | None:
    """Return what a file has beside its words, where its format has anything there."""
    if opened.data is None:
        return None
    if opened.suffix in _WORD:
        from avtalsgen.readers.docx.inside import inside  # only for a Word file

        return inside(opened.data, opened.source)
    if opened.suffix == ".pdf":
        from avtalsgen.readers.pdf.inside import inside as inside_pdf  # only for a PDF

        return inside_pdf(opened.data)
    return None


def _texts(here: Path, opened: Opened) -> Callable[[str], str]:
    """Return how the text of a file is found that an assembled document is made of."""
    return _read_in(here if opened.data is not None else find(here))


def _read_in(root: Path) -> Callable[[str], str]:
    def read(path: str) -> str:
        try:
            return (root / path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""

    return read
