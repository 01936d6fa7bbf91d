"""Measures the pages: the text after a field is changed, and saves of many at once.

    python -m benchmarks.web [--repeat N]

Prints a part of README.md as Markdown. The text is an uppdrag of this repository, twelve pages;
each round types another answer. Savers are processes that open the form, save one answer and open
it again; a save is lost if it was acknowledged and written over by one that had not seen it.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from avtalsgen.pipeline.drafting.desk import on_desk
from avtalsgen.pipeline.drafting.draft import open_draft
from avtalsgen.pipeline.drafting.form.posted import Sent
from avtalsgen.pipeline.drafting.saving.contents import SEEN
from avtalsgen.pipeline.drafting.saving.save import save
from avtalsgen.pipeline.drafting.seen.problems import build_problems
from avtalsgen.pipeline.drafting.seen.why import outline_of
from avtalsgen.pipeline.workspace.project import Project, open_project
from benchmarks.measure import REPOSITORY

UPPDRAG = ("vald-i-nara-relation", "2026")
FIELD, FIELDS = "tid.från", ("titel", "verksamhet", "version", "kontakt.beställare")
SAVERS = 8
LEVEL = 3
"""Of the first headings of the text in its page."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A save that was told to be done: of which field, what it had seen, what it wrote."""

    field: str
    seen: str
    written: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web")
    parser.add_argument("--saves", type=int, default=100, help="by each of eight savers")
    parser.add_argument("--repeat", type=int, default=20, help="times, of which the median counts")
    asked = parser.parse_args()
    repeat = asked.repeat
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("clauses", "uppdrag"):
            shutil.copytree(REPOSITORY / name, root / name)
        print(f"Load before: {', '.join(f'{part:.2f}' for part in os.getloadavg())}.\n")
        print("| | wall ms | CPU ms |")
        print("|---|---:|---:|")
        project = open_project(root)
        for name, work in (
            ("the text after a field is changed", _text),
            ("and the outline and what is wrong", _everything),
        ):
            wall, cpu = _measured(project, work, repeat)
            print(f"| {name} | {wall:.0f} | {cpu:.0f} |")
        _saves(root, asked.saves)


def _measured(
    project: Project, work: Callable[[Project, str], None], repeat: int
) -> tuple[float, float]:
    work(project, "2027-01-01")
    walls, cpus = [], []
    for number in range(repeat):
        wall, cpu = time.perf_counter(), time.process_time()
        work(project, f"2027-{number % 12 + 1:02}-{number % 28 + 1:02}")
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return statistics.median(walls), statistics.median(cpus)


def _sent(day: str) -> Sent:
    fields = {"falt": (FIELD,), FIELD: (day,)}
    return lambda name: fields.get(name, ())


def _text(project: Project, day: str) -> None:
    assert on_desk(project, *UPPDRAG, _sent(day)).preview(LEVEL)


def _everything(project: Project, day: str) -> None:
    desk = on_desk(project, *UPPDRAG, _sent(day))
    desk.preview(LEVEL)
    outline_of(desk.seen)
    build_problems(desk.seen)


def _saves(root: Path, saves: int) -> None:
    first = open_draft(open_project(root), *UPPDRAG).answers
    start = time.perf_counter()
    with ProcessPoolExecutor(SAVERS, get_context("spawn")) as pool:
        work = [pool.submit(_saver, root, f"s{number}-", saves) for number in range(SAVERS)]
        done = [each for future in work for each in future.result()]
    seconds = time.perf_counter() - start
    last = open_draft(open_project(root), *UPPDRAG).answers
    lost = sum(_lost(done, field, str(first[field]), str(last[field])) for field in FIELDS)
    print(
        f"\n{SAVERS * saves} saves by {SAVERS} processes of {len(FIELDS)} fields: "
        f"{len(done)} acknowledged, {SAVERS * saves - len(done)} told to choose, {lost} lost, "
        f"{seconds:.1f} s."
    )


def _saver(root: Path, name: str, saves: int) -> list[Acknowledged]:
    acknowledged = []
    for number in range(saves):
        field, value = FIELDS[number % len(FIELDS)], f"{name}{number}"
        draft = open_draft(open_project(root), *UPPDRAG)
        SEEN.remember(draft.text.encode())
        if not save(root, *UPPDRAG, draft.etag, {field: value}).clashes:
            acknowledged.append(Acknowledged(field, str(draft.answers[field]), value))
    return acknowledged


def _lost(done: list[Acknowledged], field: str, first: str, last: str) -> int:
    """Return how many saves of a field are not among those that lead from its first to its last."""
    after = {each.seen: each.written for each in done if each.field == field}
    value, passed = first, 0
    while value in after:
        value, passed = after[value], passed + 1
    return sum(each.field == field for each in done) - passed + (value != last)


if __name__ == "__main__":
    main()
