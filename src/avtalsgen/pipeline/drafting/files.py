"""The files of an edition, built where every build puts them, and read to be handed out."""

from collections.abc import Mapping
from pathlib import Path

from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.jobs.build_many import build_many
from avtalsgen.pipeline.build.order import BuildOrder
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class BuiltFiles:
    """What a build came to: files by name, none where it failed, and what is to be told."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def built_files(
    root: Path, slug: str, edition: str, *, draft: bool = False, package: bool = False
) -> BuiltFiles:
    """Build an edition in output/ of the workspace, in Word and PDF, and return its files.

    A `package` is everything that a nämnd is given to decide on. A `draft` has gaps and says
    UTKAST on every page.
    """
    order = BuildOrder(
        slug, edition, ("docx", "pdf"), root / "output", draft=draft, package=package
    )
    (result,) = build_many(root, (order,), Crew(jobs=1))
    files = {path.name: path.read_bytes() for path in result.files}
    return BuiltFiles(files, result.problems)
