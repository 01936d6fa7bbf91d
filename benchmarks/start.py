"""Measures what a command costs before it does anything, and how that grows.

    python -m benchmarks.start [--repeat N] [--most N] [--before FOLDER]

Prints its part of README.md as Markdown. `--before` is an earlier checkout, which is measured in
the same run on its own clauses and uppdrag. Processor time of the process and its children;
each number is the median of `--repeat` runs. The memory of commands is in a folder of its own:
**cold** begins without one, **after** has what the run before left.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import libreoffice, ours, workspaces
from benchmarks.bare_typst import bare_typst
from benchmarks.measure import ENVIRONMENT, REPOSITORY, Cost, FailedError, child

SLUG, EDITION = "vald-i-nara-relation", "2019"
GROWTH = (10, 30, 100, 300, 1000)
_FINE = (0, 1, 65, 66)
"""Exit codes of a list or a calendar that has something to look at, or a copy without its whole."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where the measuring is done, and how often."""

    place: Path
    repeat: int

    @property
    def memory(self) -> Path:
        """The folder that commands remember in."""
        return self.place / "minne"

    def command(
        self, root: Path, *words: str | Path, cold: bool, source: Path = REPOSITORY
    ) -> float:
        """Return the processor time of `avtalsgen WORDS` in `root`, of the program in `source`."""
        environment = {"AVTALSGEN_CACHE": str(self.memory), "PYTHONPATH": str(source / "src")}
        program = [sys.executable, "-m", "avtalsgen", *words]
        return self.cpu(program, root, cold=cold, environment=environment)

    def cpu(
        self,
        command: Sequence[str | Path],
        root: Path,
        *,
        cold: bool,
        environment: dict[str, str] | None = None,
    ) -> float:
        """Return the processor time of a command, after one run that is not counted."""
        costs: list[Cost] = []
        for _ in range(self.repeat + 1):
            if cold:
                shutil.rmtree(self.memory, ignore_errors=True)
            costs.append(child(command, cwd=root, fine=_FINE, environment=environment))
        return median(cost.cpu for cost in costs[1:])


def main() -> None:
    """Measure everything and print the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start")
    parser.add_argument("--repeat", type=int, default=3, help="times, of which the median counts")
    parser.add_argument("--most", type=int, default=max(GROWTH), help="uppdrag to grow to")
    parser.add_argument("--before", type=Path, metavar="FOLDER", help="an earlier checkout")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        start = Start(Path(place), options.repeat)
        for line in _report(start, options.most, options.before):
            print(line, flush=True)


def _report(start: Start, most: int, before: Path | None) -> Iterator[str]:
    load = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, load before: {load}."
    yield from _one(start, before)
    yield from _warm(start)
    yield from _growth(start, [count for count in GROWTH if count <= most])
    yield from _stages(start)


def _one(start: Start, before: Path | None) -> Iterator[str]:
    yield from ("", "| cold, one process | CPU s | ratio |", "|---|---:|---:|")
    click = start.cpu([sys.executable, "-c", "import click"], REPOSITORY, cold=True)
    yield f"| `python -c 'import click'` | {click:.3f} | 1.0 × click |"
    help_ = start.command(REPOSITORY, "--help", cold=True)
    yield f"| `avtalsgen --help` | {help_:.3f} | {help_ / click:.1f} × click |"
    out = start.place / "ut"
    made = {formats: _build(start, formats, out) for formats in ("docx,pdf", "docx", "pdf")}
    for formats, cost in made.items():
        yield f"| build of one to {formats} | {cost:.3f} | {cost / help_:.1f} × help |"
    if before:
        old = _build(start, "docx,pdf", start.place / "forr", before)
        yield f"| build of one to docx,pdf, before | {old:.3f} | {made['docx,pdf'] / old:.2f} now |"
    word = out / SLUG / EDITION / f"{SLUG}-{EDITION}.docx"
    yield from _libreoffice(start, word, made["pdf"])


def _build(start: Start, formats: str, out: Path, source: Path = REPOSITORY) -> float:
    words = ("build", f"{SLUG}@{EDITION}", "--format", formats, "--out", out, "--force")
    return start.command(source, *words, cold=True, source=source)


def _libreoffice(start: Start, word: Path, pdf: float) -> Iterator[str]:
    if not shutil.which("soffice"):
        return
    profile = start.place / "profil"
    costs = [libreoffice.cold(word, start.place, profile) for _ in range(start.repeat + 1)]
    cpu = median(cost.cpu for cost in costs[1:])
    yield f"| LibreOffice, that DOCX to PDF | {cpu:.3f} | {pdf / cpu:.2f} ours to PDF |"


def _warm(start: Start) -> Iterator[str]:
    root = start.place / "varm"
    slugs = workspaces.make(root, SLUG, copies=start.repeat + 3)
    names = [f"{slug}@{EDITION}" for slug in slugs]
    yield from ("", "| warm, the next uppdrag | CPU s |", "|---|---:|")
    for formats in ("docx", "pdf", "docx,pdf"):
        costs = ours.warm(root, names, formats, start.place / "ut")
        yield f"| YAML to {formats} on disk | {median(cost.cpu for cost in costs):.3f} |"
    bare = median(cost.cpu for cost in bare_typst(root, names))
    writer = median(cost.cpu for cost in ours.writer(root, names, "pdf"))
    yield f"| Typst alone on the same source | {bare:.3f} |"
    yield f"| the PDF writer, {writer / bare:.2f} × that | {writer:.3f} |"


def _growth(start: Start, counts: Sequence[int]) -> Iterator[str]:
    columns = ("list", "list after", "list --matrix", "calendar", "build after")
    yield from ("", f"| editions | {' | '.join(columns)} |", "|---:|" + "---:|" * len(columns))
    for count in counts:
        root = start.place / f"vaxer-{count}"
        workspaces.of_real_ones(root, count)
        day = "2026-11-29"
        cells = [
            start.command(root, "list", cold=True),
            start.command(root, "list", cold=False),
            start.command(root, "list", "--matrix", cold=True),
            start.command(root, "calendar", "--as-of", day, cold=True),
        ]
        built = f"{start.command(root, 'build', cold=False):.2f}" if count <= 30 else "–"
        yield f"| {count} | {' | '.join(f'{cell:.2f}' for cell in cells)} | {built} |"
        shutil.rmtree(root)


def _stages(start: Start) -> Iterator[str]:
    found: dict[str, list[float]] = {}
    for _ in range(start.repeat):
        command = [sys.executable, "-m", "benchmarks.stages", str(REPOSITORY), f"{SLUG}@{EDITION}"]
        done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
        if done.returncode:
            raise FailedError(done.stderr)
        for stage, cost in json.loads(done.stdout).items():
            found.setdefault(stage, []).append(cost)
    yield from ("", "| stage of a cold build | CPU ms |", "|---|---:|")
    for stage, costs in found.items():
        yield f"| {stage} | {median(costs) * 1000:.0f} |"


if __name__ == "__main__":
    main()
