"""Which uppdrag a name or a built file is of."""

from pathlib import Path

from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.identity import identity_of


def identify(files: Workspace, document: str) -> tuple[str, str]:
    """Return slug and edition of what `document` names; a built file says it itself.

    Raises:
        AvtalsgenError: UP01, UP02, UP05 no such uppdrag; ID01 a file that was not built here.
    """
    path = Path(document)
    if path.suffix.lower() not in {".docx", ".pdf"}:
        ((slug, edition),) = select(files, [document])
        return slug, edition
    try:
        data = path.read_bytes()
    except OSError:
        hint = "skriv slug@utgåva, eller sökvägen till en byggd fil"
        problem = Problem("ID02", f"filen {document} finns inte", hint=hint, exit=Exit.NOT_FOUND)
        raise AvtalsgenError([problem]) from None
    name = identity_of(data)
    if not name:
        hint = "skriv slug@utgåva i stället för filen"
        message = f"filen {document} säger inte vilket uppdrag den är byggd av"
        raise AvtalsgenError([Problem("ID01", message, hint=hint)])
    ((slug, edition),) = select(files, [name])
    return slug, edition
