"""A new workspace: the clause library that comes with the program, and no uppdrag yet."""

from pathlib import Path

from avtalsgen.pipeline.new.json_schema import PATH as SCHEMA_PATH
from avtalsgen.pipeline.new.json_schema import schema_text
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.problems import AvtalsgenError, Exit, Problem


def init(folder: Path) -> tuple[str, ...]:
    """Make a workspace of `folder` and return the paths in it, sorted.

    Raises:
        AvtalsgenError: AY02 the folder has files in it; the disk does not take them.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} är inte en tom mapp"
        hint = "välj en ny mapp: avtalsgen init MAPP"
        raise AvtalsgenError([Problem("AY02", message, hint=hint, exit=Exit.CONFLICT)])
    source = starter_clauses()
    files = {
        folder / "clauses" / path.relative_to(source): path.read_bytes()
        for path in sorted(source.rglob("*"))
        if path.is_file() and not path.name.startswith((".", "~$"))
    }
    empty = {folder / "uppdrag" / ".gitkeep": b"", folder / "output" / ".gitkeep": b""}
    atomic.write_all({**files, **empty})
    schema = folder / SCHEMA_PATH
    atomic.write(schema, schema_text(open_project(folder)).encode())
    written = (*files, *empty, schema)
    return tuple(sorted(path.relative_to(folder).as_posix() for path in written))
