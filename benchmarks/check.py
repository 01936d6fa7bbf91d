"""Measures a check: twelve pages once the program is warm, and how it grows to four hundred.

    python -m benchmarks.check [--repeat N]

Prints a part of README.md as Markdown. The text is an uppdrag of this repository as plain text, its
chapters repeated; a copy says other numbers than the one before, so that not all is said twice.
"""

import argparse
import os
import re
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from avtalsgen.model.profile import DEFAULT
from avtalsgen.pipeline.check.checking import CheckOrder, check_documents
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.writers.render import Render
from avtalsgen.writers.text import write_text

ROOT = Path(__file__).parents[1]
UPPDRAG = ("vald-i-nara-relation", "2026")
TODAY = date(2026, 11, 29)
TIMES = (1, 2, 4, 8, 16, 33)
PAGES = 12


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check")
    parser.add_argument("--repeat", type=int, default=5, help="times, of which the median counts")
    repeat = parser.parse_args().repeat
    document, _ = document_of(open_project(ROOT), *UPPDRAG)
    text = write_text(document, Render(DEFAULT)).decode()
    load = ", ".join(f"{part:.2f}" for part in os.getloadavg())
    print(f"Load before: {load}.\n")
    print("| pages | CPU s | CPU s a page × 1 000 | problems |")
    print("|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for times in TIMES:
            (place / "avtal.txt").write_text(_repeated(text, times), encoding="utf-8")
            seconds, count = _measured(place, repeat)
            pages = PAGES * times
            print(f"| {pages} | {seconds:.2f} | {seconds / pages * 1000:.1f} | {count} |")


def _repeated(text: str, times: int) -> str:
    copies = (re.sub(r"\b(\d)(?= kronor)", str(copy % 9 + 1), text) for copy in range(times))
    return "\n\n".join(copies)


def _measured(place: Path, repeat: int) -> tuple[float, int]:
    """Return the median of the CPU seconds after a run that is not counted, and the problems."""
    order = CheckOrder(("avtal.txt",), TODAY)
    count = len(check_documents(order, place).remarks)
    seconds = []
    for _ in range(repeat):
        start = time.process_time()
        check_documents(order, place)
        seconds.append(time.process_time() - start)
    return statistics.median(seconds), count


if __name__ == "__main__":
    main()
