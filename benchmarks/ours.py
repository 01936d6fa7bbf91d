"""The program itself: in a fresh process as a person runs it, and inside one that is warm.

Run as a module it builds uppdrag after uppdrag in one process.
"""

import sys
from pathlib import Path

from avtalsgen.pipeline.build import Order, build
from avtalsgen.pipeline.project import open_project
from benchmarks.measure import Cost, child, in_one_process, inside, report


def cold(root: Path, names: list[str], formats: str, out: Path, *, jobs: int = 1) -> Cost:
    """Return what `avtalsgen build` costs, from nothing to files on disk."""
    command = [sys.executable, "-m", "avtalsgen", "build", *names]
    options = ["--out", out, "--format", formats, "--jobs", str(jobs), "--force"]
    return child([*command, *options], cwd=root)


def warm(root: Path, names: list[str], formats: str, out: Path) -> list[Cost]:
    """Return what each of `names` costs in one process that has built one before."""
    return in_one_process("benchmarks.ours", root, formats, out, *names)[1:]


def _build_all(root: Path, formats: tuple[str, ...], out: Path, names: list[str]) -> list[Cost]:
    project = open_project(root)

    def one(slug: str, edition: str) -> None:
        result = build(project, Order(slug, edition, formats, out, force=True))
        assert result.status == "built", result.problems

    return [inside(lambda name=name: one(*name.split("@"))) for name in names]


if __name__ == "__main__":
    root, formats, out, *names = sys.argv[1:]
    report(_build_all(Path(root), tuple(formats.split(",")), Path(out), names))
