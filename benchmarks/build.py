"""Measures the building of documents, beside programs that make the same kinds of file.

    python -m benchmarks.build [--repeat N] [--weasyprint PROGRAM]

Prints the report of README.md as Markdown. A program that is not installed is left out, and
the report says so.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks import docxtpl_alone, libreoffice, ours, workspaces
from benchmarks.measure import Cost, child, in_one_process, median
from benchmarks.tables import aims, table, table_of_counts

SLUG, EDITION = "vald-i-nara-relation", "2019"
TIMES = (1, 2, 4, 8)
COUNTS = (1, 5, 10, 20, 40)
JOBS = 2


@dataclass(slots=True)
class Bench:
    """Where the measuring is done, how often, and what has been found."""

    place: Path
    repeat: int
    weasyprint: str | None
    costs: dict[str, Cost] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)

    def add(self, what: str, work: Callable[[], Cost]) -> None:
        """Measure `work` as often as asked, after one time that is not counted."""
        work()
        self.add_all(what, [work() for _ in range(self.repeat)])

    def add_all(self, what: str, costs: list[Cost]) -> None:
        """Keep the median of `costs`."""
        self.costs[what] = median(costs)
        print(f"  {what}", file=sys.stderr)

    @property
    def out(self) -> Path:
        """Where files go."""
        return self.place / "ut"


def main() -> None:
    """Measure everything and print the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build")
    parser.add_argument("--repeat", type=int, default=5, help="times, of which the median counts")
    parser.add_argument("--weasyprint", default=shutil.which("weasyprint"), metavar="PROGRAM")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place), options.repeat, options.weasyprint)
        for line in _report(bench):
            print(line, flush=True)


def _report(bench: Bench) -> Iterator[str]:
    yield from _machine(bench)
    yield from _one(bench)
    yield from _growth(bench)
    yield from _many(bench)
    yield from ("", "### Aims", "")
    largest = max(COUNTS)
    yield from aims(bench.costs, largest / bench.costs[f"{largest} uppdrag"].wall)


def _machine(bench: Bench) -> Iterator[str]:
    load = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, load before: {load}."
    yield from filter(None, map(_version, ("soffice", "pandoc", bench.weasyprint)))


def _version(program: str | None) -> str:
    if not program or not shutil.which(program):
        return ""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return said.stdout.partition("\n")[0].rstrip() + "."


def _one(bench: Bench) -> Iterator[str]:
    root = bench.place / "en"
    slugs = workspaces.make(root, SLUG, copies=bench.repeat + 1)
    names = [f"{slug}@{EDITION}" for slug in slugs]
    for formats in ("docx,pdf", "docx", "pdf"):
        bench.add(f"cold {formats}", partial(ours.cold, root, names[:1], formats, bench.out))
        bench.add_all(f"warm {formats}", ours.warm(root, names, formats, bench.out))
    for format_ in ("docx", "pdf"):
        bench.add_all(f"warm {format_}, the writer alone", ours.writer(root, names, format_))
    ours.cold(root, names[:1], "docx,html,md", bench.out)
    made = bench.out / slugs[0] / EDITION / f"{slugs[0]}-{EDITION}"
    _docxtpl(bench, made.with_suffix(".md"))
    _pandoc(bench, made.with_suffix(".md"))
    _weasyprint(bench, made.with_suffix(".html"))
    _libreoffice(bench, made.with_suffix(".docx"))
    yield from ("", "### One uppdrag", "", f"`{SLUG}@{EDITION}`", "")
    yield from table(bench.costs, "cold docx,pdf")
    yield from ("", *bench.absent) if bench.absent else ()


def _docxtpl(bench: Bench, markdown: Path) -> None:
    template, out = bench.place / "mall.docx", bench.out / "docxtpl.docx"
    docxtpl_alone.make_template(template)
    arguments = ("benchmarks.docxtpl_alone", template, markdown, out)
    bench.add("cold docxtpl alone", partial(child, [sys.executable, "-m", *arguments, "1"]))
    warm = in_one_process(*arguments, str(bench.repeat + 1))[1:]
    bench.add_all("warm docxtpl alone", warm)


def _pandoc(bench: Bench, markdown: Path) -> None:
    if not shutil.which("pandoc"):
        bench.absent.append("pandoc is not installed.")
        return
    command: list[str | Path] = ["pandoc", markdown, "--toc", "-o", bench.out / "pandoc.docx"]
    bench.add("cold pandoc, Markdown to DOCX", partial(child, command))


def _weasyprint(bench: Bench, html: Path) -> None:
    if not bench.weasyprint:
        bench.absent.append("WeasyPrint is not installed.")
        return
    command: list[str | Path] = [
        bench.weasyprint,
        "--pdf-variant",
        "pdf/ua-1",
        html,
        bench.out / "weasyprint.pdf",
    ]
    bench.add("cold WeasyPrint, HTML to PDF", partial(child, command))


def _libreoffice(bench: Bench, word: Path) -> None:
    if not shutil.which("soffice"):
        bench.absent.append("LibreOffice is not installed.")
        return
    profile = bench.place / "profil"
    out = bench.out / "libreoffice"
    bench.add("cold LibreOffice, DOCX to PDF", partial(libreoffice.cold, word, out, profile))
    python = libreoffice.python_with_uno()
    if not python:
        bench.absent.append("No Python with UNO is installed: LibreOffice is measured cold only.")
        return
    with libreoffice.running(profile, python) as office:
        pdf = out / "warm.pdf"
        bench.add("warm LibreOffice, DOCX to PDF", partial(office.convert, word, pdf))


def _growth(bench: Bench) -> Iterator[str]:
    costs = {}
    for times in TIMES:
        root, what = bench.place / f"lang-{times}", f"text × {times}"
        names = [f"{slug}@{EDITION}" for slug in workspaces.make(root, SLUG, times=times)]
        bench.add(what, partial(ours.cold, root, names, "docx,pdf", bench.out))
        costs[what] = bench.costs[what]
    yield from ("", "### Longer text", "", "Cold, DOCX and PDF.", "")
    yield from table(costs, f"text × {TIMES[0]}")


def _many(bench: Bench) -> Iterator[str]:
    root = bench.place / "manga"
    names = [f"{slug}@{EDITION}" for slug in workspaces.make(root, SLUG, copies=max(COUNTS))]
    counted = {}
    for count in COUNTS:
        what = f"{count} uppdrag"
        work = partial(ours.cold, root, names[:count], "docx,pdf", bench.out, jobs=JOBS)
        bench.add(what, work)
        counted[count] = bench.costs[what]
    yield from ("", "### Many uppdrag", "", f"Cold, DOCX and PDF, `--jobs {JOBS}`.", "")
    yield from table_of_counts(counted)


if __name__ == "__main__":
    main()
