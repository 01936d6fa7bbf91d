"""Measures everything, and writes a report with its curves.

    python -m benchmarks [--out FOLDER] [--quick] [--before FOLDER] [--peers PYTHON]

Each part is a module of its own that prints its tables; one that fails says so in the report, and
the others go on. `--quick` is a turn of each on small numbers. Peers are the programs of Debian
that are on the machine (pandoc, LibreOffice), and those of PyPI in the environment of `--peers`.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import ENVIRONMENT, REPOSITORY
from benchmarks.plots import curves, svg

ENGINES = ("typst", "pikepdf", "python-docx", "docxtpl", "lxml", "distributed")


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--out", type=Path, default=Path("benchmarks-report"), metavar="FOLDER")
    parser.add_argument("--quick", action="store_true", help="once, on small numbers")
    parser.add_argument("--before", type=Path, metavar="FOLDER", help="an earlier checkout")
    parser.add_argument("--peers", type=Path, metavar="PYTHON")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    report = "\n".join(_machine())
    for title, words in _parts(asked):
        print(title, file=sys.stderr, flush=True)
        report += f"\n## {title}\n\n    python -m {' '.join(words)}\n\n{_said(words)}\n"
        (asked.out / "report.md").write_text(report, encoding="utf-8")
    for number, drawn in enumerate(curves(report), start=1):
        name = f"growth-{number}.svg"
        (asked.out / name).write_text(svg(drawn), encoding="utf-8")
        report += f"\n![{drawn.title}]({name})\n"
    (asked.out / "report.md").write_text(report, encoding="utf-8")


def _machine() -> Iterator[str]:
    load = ", ".join(f"{part:.2f}" for part in os.getloadavg())
    yield "# Benchmarks\n"
    yield f"{platform.platform()}, {os.cpu_count()} cores, load before: {load}."
    engines = ", ".join(f"{name} {version(name)}" for name in ENGINES)
    yield f"Python {platform.python_version()}, {engines}.\n"


def _parts(asked: argparse.Namespace) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each part: what it is called, and the words that run it."""
    repeat = ["--repeat", "1" if asked.quick else "3"]
    before = ["--before", str(asked.before)] if asked.before else []
    peers = ["--peers", str(asked.peers)] if asked.peers else []
    most = ["--most", "30"] if asked.quick else []
    yield "A start", ["benchmarks.start", *repeat, *most, *before]
    yield "A build, beside other programs", ["benchmarks.build", *repeat]
    yield "Many documents", ["benchmarks.batch", *repeat, *most, *before]
    yield "A comparison, beside other programs", ["benchmarks.diff", *repeat, *peers]
    yield "A check", ["benchmarks.check", *repeat]
    yield "The pages", ["benchmarks.pages", "--seconds", "20" if asked.quick else "60"]


def _said(words: Sequence[str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=REPOSITORY,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return f"Failed ({done.returncode}): {done.stderr.strip().splitlines()[-1:]}"
    return done.stdout


if __name__ == "__main__":
    main()
