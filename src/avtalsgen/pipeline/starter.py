"""A new workspace: the clause library that comes with the program, and no uppdrag yet."""

from pathlib import Path

from avtalsgen.pipeline import atomic
from avtalsgen.pipeline.json_schema import PATH as SCHEMA_PATH
from avtalsgen.pipeline.json_schema import schema_text
from avtalsgen.pipeline.project import open_project
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
    source = _library()
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


def word_shell() -> bytes:
    """Return the Word shell that comes with the program, for who stands in no workspace."""
    return (_library() / "profil" / "mall.docx").read_bytes()


def _library() -> Path:
    """Return the clauses inside the installed package, or of the checkout that it runs from."""
    package = Path(__file__).parent.parent
    installed = package / "starter" / "clauses"
    return installed if installed.is_dir() else package.parent.parent / "clauses"
