"""The engine alone on the very source that our PDF writer gives it: uppdrag after uppdrag."""

import sys
from functools import partial
from pathlib import Path

from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.writers.pdf import data, day_of, engine
from benchmarks.measure import Cost, in_one_process, inside, report


def bare_typst(root: Path, names: list[str]) -> list[Cost]:
    """Return what setting the pages of each of `names` costs, the first left out."""
    return in_one_process("benchmarks.bare_typst", root, *names)[1:]


def _compile_all(root: Path, names: list[str]) -> list[Cost]:
    project = open_project(root)
    documents = [document_of(project, *name.split("@"))[0] for name in names]
    sources = [(data.to_json(own, project.house.profile), day_of(own)) for own in documents]
    compiler = engine._engine(project.house.profile.font_files).compiler

    def compile_(source: str, day: object) -> None:
        compiler.compile(
            sys_inputs={"data": source},
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=day,
        )

    return [inside(partial(compile_, *own)) for own in sources]


if __name__ == "__main__":
    root, *names = sys.argv[1:]
    report(_compile_all(Path(root), names))
