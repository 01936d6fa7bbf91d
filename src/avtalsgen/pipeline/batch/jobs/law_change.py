"""A law changes: everything that a nämnd needs to take a new edition of a clause, in one folder.

skrivelse.docx .pdf .html                what is proposed for every uppdrag, and how it fares
SLUG/UTGÅVA/jamforelse-….docx .html      what it changes in each
uppdrag/SLUG/UTGÅVA.yaml                 the new edition, as it is proposed
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.batch.jobs.upgrade_many import Upgraded
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.build.order import CHANGED
from avtalsgen.pipeline.output.delivery import Delivery
from avtalsgen.pipeline.workspace.house import House
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.writers import WRITERS
from avtalsgen.writers.portfolio.law_change import (
    ChangedUppdrag,
    LawChange,
    UnchangedUppdrag,
    law_change_memo,
)
from avtalsgen.writers.render import Render

FORMATS: Final = ("docx", "pdf", "html")
_STEM: Final = "skrivelse"


def write_law_change(
    root: Path, folder: Path, pin: str, upgraded: Sequence[Upgraded], day: date
) -> tuple[Path, ...]:
    """Write the memo and the proposed editions into `folder`, and return where they are.

    Raises:
        AvtalsgenError: BY01 somebody has changed one of them; as `Delivery.put` and the writers.
    """
    house = House(root)
    memo = law_change_memo(_change(root, pin, upgraded, day))
    made = write(memo, Render(house.profile, house.shell()), FORMATS)
    files = {folder / f"{_STEM}{WRITERS[name].suffix}": data for name, data in made.items()}
    for uppdrag in upgraded:
        proposed = uppdrag.proposal.files if uppdrag.proposal else {}
        files |= {folder / path: data for path, data in proposed.items()}
    Delivery(tuple(files), CHANGED).put(files)
    return tuple(files)


def _change(root: Path, pin: str, upgraded: Sequence[Upgraded], day: date) -> LawChange:
    questions = {
        path: parameter.question or path
        for path, parameter in open_project(root).parameters.by_path.items()
    }
    changed = tuple(
        ChangedUppdrag(
            each.slug,
            each.proposal.old,
            each.proposal.edition,
            each.proposal.before,
            each.ranks,
            tuple(questions.get(path, path) for path in each.proposal.asked),
            tuple(remark.code for remark in each.before),
            tuple(remark.code for remark in each.after),
        )
        for each in upgraded
        if each.proposal
    )
    left = tuple(
        UnchangedUppdrag(each.slug, tuple(str(problem.message) for problem in each.problems))
        for each in upgraded
        if each.problems and not each.proposal
    )
    clause = pin.partition("@")[0]
    heading = next(_headings(clause, upgraded), clause)
    return LawChange(pin, heading, day.isoformat(), changed, left)


def _headings(clause: str, upgraded: Sequence[Upgraded]) -> Iterator[str]:
    """Yield what the section with the clause is called in each new edition."""
    for uppdrag in upgraded:
        sections = uppdrag.proposal.comparison.sections if uppdrag.proposal else ()
        for pair in sections:
            if pair.new and pair.new.anchor == clause and pair.new.heading:
                yield pair.new.heading
