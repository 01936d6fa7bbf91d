"""Measures Word redlines of long documents, beside other programs that make them.

    python -m benchmarks.diff [--repeat N] [--peers PYTHON]

PYTHON is that of an environment with `python-redlines[docxodus]` and `docx-trackdiff`. Prints
the report of README.md as Markdown.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import redline_peers, word_pairs
from benchmarks.marked import Marked, marked
from benchmarks.measure import Cost, FailedError, child, in_one_process, median

PAGES = (12, 100, 400, 1000)
SMALL = [(pages, variant) for pages in (1, 2, 3, 5) for variant in range(1, 6)]
"""Pages and variant of twenty small pairs, which cost little but to start a program."""
OURS, WARM = "avtalsgen diff", "avtalsgen, once started"

Row = tuple[Cost, Marked]


def main() -> None:
    """Measure every length and print the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.diff")
    parser.add_argument("--repeat", type=int, default=5, help="times, of which the median counts")
    parser.add_argument("--peers", type=Path, metavar="PYTHON")
    options = parser.parse_args()
    load = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load before: {load}.")
    with tempfile.TemporaryDirectory() as place:
        small = list(_small(Path(place), options.peers))
        measured = {
            pages: _measured(Path(place), pages, options.peers, options.repeat) for pages in PAGES
        }
    print("", f"### {len(SMALL)} small pairs", "", *small, sep="\n")
    for pages, rows in measured.items():
        print("", f"### {pages} pages", "", *_table(rows), sep="\n")
    print("", "### Growth", "", *_growth(measured), sep="\n")


def _measured(place: Path, pages: int, peers: Path | None, repeat: int) -> dict[str, Row]:
    old, new = place / f"{pages}-old.docx", place / f"{pages}-new.docx"
    word_pairs.make(old, new, pages)
    out = place / f"{pages}-redline.docx"
    rows: dict[str, Row] = {}
    for name, command in _commands(peers, old, new, out).items():
        print(f"  {pages} pages, {name}", file=sys.stderr)
        work = partial(child, command, fine=(0, 1))
        work()
        rows[name] = median(work() for _ in range(repeat)), marked(out)
        out.unlink()
    warm = in_one_process("benchmarks.redline_alone", old, new, out, str(repeat + 1))[1:]
    rows[WARM] = median(warm), marked(out)
    return rows


def _commands(peers: Path | None, old: Path, new: Path, out: Path) -> dict[str, list[str | Path]]:
    """Return how each program is called to make a redline, ours first."""
    ours: list[str | Path] = [sys.executable, "-m", "avtalsgen", "diff", old, new]
    commands = {OURS: [*ours, "--format", "docx", "--force", "--out", out]}
    return commands | (redline_peers.commands(peers, old, new, out) if peers else {})


def _small(place: Path, peers: Path | None) -> Iterator[str]:
    """Yield a table of what a small pair costs from the command line, by the programs in turns."""
    old, new, out = (place / f"small-{name}.docx" for name in ("old", "new", "redline"))
    costs: dict[str, list[Cost]] = {}
    for pages, variant in SMALL:
        word_pairs.make(old, new, pages, variant)
        for name, command in _commands(peers, old, new, out).items():
            costs.setdefault(name, []).append(child(command, fine=(0, 1)))
    yield "| | CPU s a pair, median | most | peak MB |"
    yield "|---|---:|---:|---:|"
    for name, costs_of_one in costs.items():
        middle, most = median(costs_of_one), max(cost.cpu for cost in costs_of_one)
        yield f"| {name} | {middle.cpu:.2f} | {most:.2f} | {middle.peak / 1e6:.0f} |"


def _table(rows: dict[str, Row]) -> Iterator[str]:
    yield "| | wall s | CPU s | peak MB | marked characters | moved characters | moves |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, (cost, marks) in rows.items():
        costs = f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak / 1e6:.0f}"
        yield f"| {name} | {costs} | {marks.changed} | {marks.moved} | {marks.moves} |"


def _growth(measured: dict[int, dict[str, Row]]) -> Iterator[str]:
    short, *_, long = PAGES
    yield f"CPU of {long} pages ÷ CPU of {short}; {long / short:.0f} would be linear."
    yield ""
    yield "| | times |"
    yield "|---|---:|"
    for name in measured[long]:
        yield f"| {name} | {measured[long][name][0].cpu / measured[short][name][0].cpu:.1f} |"


if __name__ == "__main__":
    try:
        main()
    except FailedError as error:
        sys.exit(str(error))
