"""The program itself: in a fresh process as a person runs it, and inside one that is warm.

Run as a module it builds uppdrag after uppdrag in one process.
"""

import sys
from functools import partial
from pathlib import Path

from avtalsgen.pipeline.build.build import build, write
from avtalsgen.pipeline.build.order import BuildOrder
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.writers.render import Render
from benchmarks.measure import Cost, child, in_one_process, inside, report


def cold(root: Path, names: list[str], formats: str, out: Path, *, jobs: int = 1) -> Cost:
    """Return what `avtalsgen build` costs, from nothing to files on disk."""
    command = [sys.executable, "-m", "avtalsgen", "build", *names]
    options: list[str | Path] = ["--out", out, "--format", formats, "--jobs", str(jobs), "--force"]
    return child([*command, *options], cwd=root, fine=(0, 1))  # 1: something to look at


def warm(root: Path, names: list[str], formats: str, out: Path) -> list[Cost]:
    """Return what each of `names` costs in one process that has built one before."""
    return in_one_process("benchmarks.ours", root, formats, out, *names)[1:]


def writer(root: Path, names: list[str], format_: str) -> list[Cost]:
    """Return what the writer of `format_` costs for each of `names`: a model in, bytes out.

    That is what LibreOffice does with a file that is already there. For DOCX the setting of
    pages, which the contents are numbered from, is counted as well.
    """
    return in_one_process("benchmarks.ours", root, f"writer:{format_}", root, *names)[1:]


def _write_all(root: Path, format_: str, names: list[str]) -> list[Cost]:
    project = open_project(root)
    render = Render(project.house.profile, project.shell(project.house))
    documents = [document_of(project, *name.split("@"))[0] for name in names]
    return [inside(partial(write, each, render, (format_,))) for each in documents]


def _build_all(root: Path, formats: tuple[str, ...], out: Path, names: list[str]) -> list[Cost]:
    project = open_project(root)

    def build_one(slug: str, edition: str) -> None:
        result = build(project, BuildOrder(slug, edition, formats, out, force=True))
        assert result.status == "built", result.problems

    return [inside(partial(build_one, *name.split("@"))) for name in names]


if __name__ == "__main__":
    root, formats, out, *names = sys.argv[1:]
    if formats.startswith("writer:"):
        report(_write_all(Path(root), formats.removeprefix("writer:"), names))
    else:
        report(_build_all(Path(root), tuple(formats.split(",")), Path(out), names))
