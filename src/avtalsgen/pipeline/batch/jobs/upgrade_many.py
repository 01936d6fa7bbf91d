"""A clause changes: a proposal for every uppdrag that has it, what it changes, and how it fares.

What shows a change is written as it gets ready. New editions are written last, all or none, so
that a run that was stopped is done again from its beginning and its memo covers all.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from avtalsgen.check.engine import check
from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.job import Finished, Ground
from avtalsgen.pipeline.batch.jobs.opened import ground_at, opened
from avtalsgen.pipeline.build.order import CHANGED
from avtalsgen.pipeline.compare.upgrade import (
    Proposal,
    UpgradeAsked,
    must_be_known,
    redline_files,
    upgrade_of,
)
from avtalsgen.pipeline.lore.house_rules import read_house_rules, spared, without_let_be
from avtalsgen.pipeline.lore.lore import desk_in
from avtalsgen.pipeline.new.new import located_new
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.delivery import Delivery
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.house import House
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem, Remark
from avtalsgen.readers.written import read_text
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import directory


@dataclass(frozen=True, slots=True)
class Upgraded:
    """An uppdrag, the proposal for it if there is one, and what became of it."""

    slug: str
    proposal: Proposal | None = None
    problems: tuple[Problem, ...] = ()
    failed: bool = False
    before: tuple[Remark, ...] = ()
    """What a check finds in the edition that there is."""
    after: tuple[Remark, ...] = ()
    """What it finds in the new one, as a draft."""
    redlines: Mapping[Path, bytes] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    """What shows the change, when it is written."""

    @property
    def ranks(self) -> Mapping[str, int]:
        """How many changes there are of each rank."""
        sections = self.proposal.comparison.sections if self.proposal else ()
        return Counter(change.rank for pair in sections for change in pair.changes)


@dataclass(frozen=True, slots=True)
class UpgradeJob:
    """Proposes for an uppdrag.

    With `out` what shows the change is made, with `today` both editions are checked. For a memo
    it is enough that the comparison has what is `changed_only`.
    """

    asked: UpgradeAsked
    moment: str = ""
    out: Path | None = None
    today: date | None = None
    changed_only: bool = False

    def run(self, slug: str, ground: Ground) -> Upgraded:
        """Return the proposal for an uppdrag, and how it fares.

        Raises:
            AvtalsgenError: as `upgrade_of` and `redline_files`.
        """
        project, _ = opened(ground)
        proposal, problems = upgrade_of(project, slug, self.asked)
        if proposal is None:
            return Upgraded(slug, None, problems)
        pair = proposal.documents
        assert pair is not None
        redlines = {}
        if self.out:
            redlines = redline_files(proposal, House(ground.root), self.out, self.moment)
        before = _remarks(project, pair.old, {}, self.today)
        after = _remarks(project, pair.new, proposal.files, self.today)
        told = (*problems, *proposal.problems)
        comparison = proposal.comparison
        if self.changed_only:
            changed = tuple(pair for pair in comparison.sections if pair.changes)
            comparison = replace(comparison, sections=changed, duties=())
        # the documents themselves have been shown
        kept = replace(proposal, documents=None, comparison=comparison)
        return Upgraded(slug, kept, told, before=before, after=after, redlines=redlines)

    def bring_home(self, slug: str, made: Upgraded, ground: Ground) -> Upgraded:
        """Return what was made: it is written at home, whoever made it."""
        return made


def upgrade_many(
    root: Path,
    job: UpgradeJob,
    slugs: Sequence[str],
    crew: Crew,
    done: Callable[[Upgraded], None] = lambda _: None,
) -> tuple[Upgraded, ...]:
    """Return what is proposed for each of `slugs`, or for every uppdrag, in their order.

    Raises:
        AvtalsgenError: UG01, UG02 there is no such clause or edition; UP01 no such uppdrag; as
            `Crew.outcomes`.
    """
    ground = ground_at(root)
    project, files = opened(ground)
    every = tuple(slugs) or directory.slugs(files)
    must_be_known(project, job.asked, slugs)  # what is wrong for all is told once
    upgraded: dict[int, Upgraded] = {}
    for number, outcome in crew.outcomes(job, every, ground):
        slug = every[number]
        if isinstance(outcome, Finished):
            upgraded[number] = _shown(outcome.made)
        else:
            upgraded[number] = Upgraded(slug, None, outcome.problems, failed=True)
        done(upgraded[number])
    return tuple(upgraded[number] for number in range(len(every)))


def write_editions(root: Path, upgraded: Sequence[Upgraded]) -> None:
    """Write the new editions into the workspace, all or none.

    Raises:
        AvtalsgenError: UP07 one is there already; the disk does not take them (SK01–SK05).
    """
    new = {
        path: data
        for each in upgraded
        if each.proposal
        for path, data in each.proposal.files.items()
    }
    atomic.write_all(located_new(Workspace(root), new))


def _shown(upgraded: Upgraded) -> Upgraded:
    """Return the same when what shows the change is written, or why it is not."""
    redlines = upgraded.redlines
    try:
        Delivery(tuple(redlines), CHANGED).put(redlines)
    except AvtalsgenError as error:
        told = (*upgraded.problems, *error.problems)
        return Upgraded(upgraded.slug, None, told, failed=True)
    return replace(upgraded, redlines={}, files=tuple(redlines))


def _remarks(
    project: Project, document: Opened, written: Mapping[str, bytes], today: date | None
) -> tuple[Remark, ...]:
    if today is None:
        return ()

    def text_of(path: str) -> str:
        try:
            return written[path].decode() if path in written else read_text(project.files, path)
        except AvtalsgenError:
            return ""

    house = read_house_rules(project.files)
    facts = desk_in(project.files, today).facts(document.document, document.source, text_of=text_of)
    told = check(facts, house.severities)
    remarks, exceptions = spared(told, house.exceptions, document.document.identity)
    return without_let_be(remarks, exceptions, (document.source,))
