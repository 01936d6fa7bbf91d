"""Many documents checked, each on its own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.job import Ground, NotDone
from avtalsgen.pipeline.batch.jobs.opened import ground_round, opened
from avtalsgen.pipeline.check.checking import (
    CheckGround,
    CheckOrder,
    CheckOutcome,
    check_documents,
    check_ground,
)
from avtalsgen.pipeline.lore.house_rules import without_needless
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import of_problem
from avtalsgen.records import dataclass
from avtalsgen.source import Files
from avtalsgen.uppdrag import directory

_OURS = ("uppdrag/", "clauses/")

if TYPE_CHECKING:
    from avtalsgen.pipeline.workspace.project import Project


def every_name(root: Path) -> tuple[str, ...]:
    """Return every edition of every uppdrag, as it is named on the command line."""
    files = Workspace(root)
    return tuple(
        f"{slug}@{edition}"
        for slug in directory.slugs(files)
        for edition in directory.editions(files, slug)
    )


def check_many(
    order: CheckOrder,
    here: Path,
    crew: Crew,
    done: Callable[[str, CheckOutcome], None] = lambda _name, _outcome: None,
) -> CheckOutcome:
    """Return what is found in each document of `order`, in their order.

    Those that belong together are one thing to do, as they are held against each other too.

    Raises:
        AvtalsgenError: as `check_ground`, and as `Crew.outcomes`.
    """
    ground = ground_round(here)
    house = _ground(ground, order.today).house  # what is wrong for all is told once
    names = tuple(dict.fromkeys(order.names))
    groups = (order.names,) if order.together else tuple((name,) for name in names)
    outcomes: dict[int, CheckOutcome] = {}
    beside = [name for name in names if (here / name).is_file()]
    job = CheckJob(order.today, together=order.together)
    for number, outcome in crew.outcomes(job, groups, ground, beside):
        called = ", ".join(groups[number])
        if isinstance(outcome, NotDone):
            told = tuple(of_problem(problem, called) for problem in outcome.problems)
            outcomes[number] = CheckOutcome(told, outcome.problems, ())
        else:
            outcomes[number] = outcome.made
        done(called, outcomes[number])
    ordered = [outcomes[number] for number in range(len(groups))]
    needed = frozenset(spot for outcome in ordered for spot in outcome.needed)
    asked = [e for e in house.exceptions if order.everything and _is_of_workspace(e.file, here)]
    remarks = (remark for outcome in ordered for remark in outcome.remarks)
    return CheckOutcome(
        without_needless(remarks, asked, needed),
        tuple(problem for outcome in ordered for problem in outcome.failures),
        tuple(file for outcome in ordered for file in outcome.files),
        needed,
    )


def _is_of_workspace(file: str, root: Path) -> bool:
    """Return whether a file that is let be is none of somebody else's that lies there."""
    ours = file.startswith(_OURS) or not file
    return ours or next(root.rglob(Path(file).name), None) is None


@dataclass(frozen=True, slots=True)
class CheckJob:
    """Checks a document, or some that belong `together`.

    What many say is not kept, only what is said of it.
    """

    today: date
    together: bool = False

    def run(self, names: tuple[str, ...], ground: Ground) -> CheckOutcome:
        """Return what is found in the documents that are called `names`.

        Raises:
            AvtalsgenError: as `check_ground`.
        """
        order = CheckOrder(names, self.today, self.together)
        outcome = check_documents(order, ground.here, _ground(ground, self.today))
        if self.together:
            return outcome
        files = tuple(replace(file, document=None, word=None) for file in outcome.files)
        return replace(outcome, files=files)

    def bring_home(
        self, names: tuple[str, ...], made: CheckOutcome, ground: Ground
    ) -> CheckOutcome:
        """Return what was found: it is nothing but words."""
        return made


@lru_cache(maxsize=1)
def _ground(ground: Ground, today: date) -> CheckGround:
    def project(files: Files) -> "Project":
        from avtalsgen.pipeline.workspace.project import read_project  # only for an uppdrag

        return opened(ground)[0] if files == Workspace(ground.root) else read_project(files)

    return check_ground(ground.here, today, project)
