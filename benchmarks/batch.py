"""Measures many documents: what one costs among few and many, and what two processes gain.

    python -m benchmarks.batch [--most N] [--before FOLDER]

Prints a part of a report as Markdown. Every document is a copy of a real uppdrag of twelve pages
with its own title, diarienummer and prose, to DOCX and PDF. With `--before` an earlier checkout
builds the same number in turns with this one.
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Cost, child
from benchmarks.workspaces import make

SLUG, EDITION = "vald-i-nara-relation", "2019"
GROWTH = (10, 30, 100, 300, 1000)
TURNS = 3
COMPARED = 60
"""Documents that two processes and an earlier checkout build in turns."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch")
    parser.add_argument("--most", type=int, default=max(GROWTH), help="documents to grow to")
    parser.add_argument("--before", type=Path, metavar="FOLDER", help="an earlier checkout")
    asked = parser.parse_args()
    print(f"Load before: {', '.join(f'{part:.2f}' for part in os.getloadavg())}.\n")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        counts = [count for count in GROWTH if count <= asked.most]
        make(place / "ws", SLUG, copies=max(*counts, COMPARED))
        print("| uppdrag | wall s | uppdrag/s | CPU s each | peak MB | second time, wall s |")
        print("|---:|---:|---:|---:|---:|---:|")
        for count in counts:
            out = place / f"ut-{count}"
            cost, again = (_built(place, count, out, 2) for _ in ("first", "second"))
            rate, each = count / cost.wall, cost.cpu / count
            numbers = f"{cost.wall:.1f} | {rate:.1f} | {each:.3f} | {cost.peak / 1e6:.0f}"
            print(f"| {count} | {numbers} | {again.wall:.2f} |", flush=True)
        print()
        _compared(place, asked.before)


def _compared(place: Path, before: Path | None) -> None:
    """Print what one process, two, and an earlier checkout take for the same, in turns."""
    costs: dict[str, list[Cost]] = {}
    for turn in range(TURNS):
        out = place / f"tur-{turn}"
        costs.setdefault("two processes", []).append(_built(place, COMPARED, out / "2", 2))
        costs.setdefault("one process", []).append(_built(place, COMPARED, out / "1", 1))
        if before:
            source = before / "src"
            cost = _built(place, COMPARED, out / "before", 2, source)
            costs.setdefault("two processes, before", []).append(cost)
    print(f"| {COMPARED} uppdrag, median of {TURNS} | wall s | CPU s each | wall ÷ two |")
    print("|---|---:|---:|---:|")
    for what, runs in costs.items():
        wall = statistics.median(run.wall for run in runs)
        each = statistics.median(run.cpu for run in runs) / COMPARED
        pairs = zip(runs, costs["two processes"], strict=True)
        ratio = statistics.median(run.wall / two.wall for run, two in pairs)
        print(f"| {what} | {wall:.1f} | {each:.3f} | {ratio:.2f} |")


def _built(place: Path, count: int, out: Path, jobs: int, source: Path | None = None) -> Cost:
    names = [f"matning-{number}@{EDITION}" for number in range(1, count + 1)]
    environment = {"AVTALSGEN_CACHE": str(out / "minne")}
    if source:
        environment["PYTHONPATH"] = str(source)
    command = [sys.executable, "-m", "avtalsgen", "build", *names, "--jobs", str(jobs)]
    return child([*command, "--out", out], cwd=place / "ws", fine=(0, 1), environment=environment)


if __name__ == "__main__":
    main()
