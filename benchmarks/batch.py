"""Measures many documents: what one costs among few and many, and what two processes gain.

    python -m benchmarks.batch [--most N] [--repeat N] [--before FOLDER]

Prints a part of a report as Markdown. Every document is a copy of a real uppdrag of twelve pages
with its own title, diarienummer and prose, to DOCX and PDF. With `--before` an earlier checkout
builds as many of its own in turns with this one.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bare_typst import bare_typst
from benchmarks.measure import ENVIRONMENT, REPOSITORY, Cost, FailedError, child
from benchmarks.workspaces import make

SLUG, EDITION = "vald-i-nara-relation", "2019"
GROWTH = (10, 30, 100, 300, 1000)
COMPARED = 60
"""Documents that two processes and an earlier checkout build in turns."""
WARM = 25
"""Documents that the stages are measured of, in one process."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch")
    parser.add_argument("--most", type=int, default=max(GROWTH), help="documents to grow to")
    parser.add_argument("--repeat", type=int, default=3, help="turns, of which the median counts")
    parser.add_argument("--before", type=Path, metavar="FOLDER", help="an earlier checkout")
    asked = parser.parse_args()
    print(f"Load before: {', '.join(f'{part:.2f}' for part in os.getloadavg())}.")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        counts = [count for count in GROWTH if count <= asked.most]
        make(place / "ws", SLUG, copies=max(*counts, COMPARED))
        if asked.before:
            make(place / "forr", SLUG, copies=COMPARED, source=asked.before)
        parts = (_growth(place, counts), _turns(place, asked.repeat, asked.before), _warm(place))
        for part in parts:
            print()
            for line in part:
                print(line, flush=True)


def _growth(place: Path, counts: list[int]) -> Iterator[str]:
    """Yield what a document costs among so many, and all of them a second time."""
    columns = ("wall s", "uppdrag/s", "CPU s each", "first MB", "worker MB")
    again = ("second time, wall s", "CPU s")
    yield f"| uppdrag | {' | '.join((*columns, *again))} |"
    yield "|---:|" + "---:|" * len((*columns, *again))
    for count in counts:
        out = place / f"ut-{count}"
        cost, second = (_built(place / "ws", count, out, 2) for _ in ("first", "second"))
        memory = f"{cost.first / 1e6:.0f} | {cost.peak / 1e6:.0f}"
        rate = f"{cost.wall:.1f} | {count / cost.wall:.1f} | {cost.cpu / count:.3f}"
        yield f"| {count} | {rate} | {memory} | {second.wall:.2f} | {second.cpu:.2f} |"


def _turns(place: Path, turns: int, before: Path | None) -> Iterator[str]:
    """Yield what one process, two, and an earlier checkout take for as many, in turns."""
    costs: dict[str, list[Cost]] = {}
    for turn in range(turns):
        out = place / f"tur-{turn}"
        for what, jobs in (("two processes", 2), ("one process", 1)):
            cost = _built(place / "ws", COMPARED, out / f"{jobs}", jobs)
            costs.setdefault(what, []).append(cost)
        if before:
            cost = _built(place / "forr", COMPARED, out / "before", 2, before)
            costs.setdefault("two processes, before", []).append(cost)
    columns = "wall s | CPU s each | wall ÷ two | CPU ÷ two"
    yield f"| {COMPARED} uppdrag, median of {turns} | {columns} |"
    yield "|---|---:|---:|---:|---:|"
    for what, runs in costs.items():
        wall = statistics.median(run.wall for run in runs)
        each = statistics.median(run.cpu for run in runs) / COMPARED
        pairs = [*zip(runs, costs["two processes"], strict=True)]
        walls = statistics.median(run.wall / two.wall for run, two in pairs)
        cpus = statistics.median(run.cpu / two.cpu for run, two in pairs)
        yield f"| {what} | {wall:.1f} | {each:.3f} | {walls:.2f} | {cpus:.2f} |"


def _warm(place: Path) -> Iterator[str]:
    """Yield the stages of a document in a warm process, beside the limit: pages and bytes alone."""
    names = [f"matning-{number}@{EDITION}" for number in range(1, WARM + 1)]
    command = [sys.executable, "-m", "benchmarks.warm_stages", str(place / "ws"), *names]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    if done.returncode:
        raise FailedError(done.stderr)
    stages: dict[str, float] = json.loads(done.stdout)
    typst = statistics.median(cost.cpu for cost in bare_typst(place / "ws", names))
    whole, limit = sum(stages.values()), typst + stages["bytes are written and synced"]
    yield "| stage of a warm document | CPU ms | of the whole |"
    yield "|---|---:|---:|"
    for stage, cost in stages.items():
        yield f"| {stage} | {cost * 1000:.0f} | {cost / whole:.0%} |"
    yield f"| the whole | {whole * 1000:.0f} | {whole / limit:.2f} × the limit |"
    yield f"| the limit: Typst alone on the same source, and the bytes | {limit * 1000:.0f} | |"


def _built(root: Path, count: int, out: Path, jobs: int, source: Path = REPOSITORY) -> Cost:
    names = [f"matning-{number}@{EDITION}" for number in range(1, count + 1)]
    environment = {"AVTALSGEN_CACHE": str(out / "minne"), "PYTHONPATH": str(source / "src")}
    command = [sys.executable, "-m", "avtalsgen", "build", *names, "--jobs", str(jobs)]
    return child([*command, "--out", out], cwd=root, fine=(0, 1), environment=environment)


if __name__ == "__main__":
    main()
