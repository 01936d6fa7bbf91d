"""What the user names as a document on the command line, whatever it is, to the document.

a/b.docx  b.txt  uppdrag/slug/2026.yaml     a file
slug@utgåva  slug                           an edition of an uppdrag, the newest of it
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.project import open_project
from avtalsgen.pipeline.selection import select
from avtalsgen.pipeline.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.readers.docx.document import read_docx
from avtalsgen.readers.plain_text import read_plain_text
from avtalsgen.readers.reading import Reading, Tracked

_LIMIT = 50_000_000
_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, and what it came from."""

    document: Document
    source: str
    """What the user named."""
    problems: tuple[Problem, ...] = ()
    data: bytes | None = None
    """The bytes of the file, none where the document was assembled."""


def open_document(workspace: Workspace | None, name: str, tracked: Tracked = "accept") -> Opened:
    """Return the document that `name` means; an uppdrag needs a `workspace`.

    Raises:
        AvtalsgenError: ID02 there is no such file, VE01 it is too large, JF22 it is of a kind
            that is not read; as the readers; as `select` and the assembling of an uppdrag.
    """
    path = Path(name)
    suffix = path.suffix.lower()
    if suffix in _YAML or (suffix not in _READERS and not path.is_file()):
        return _assembled(workspace, name)
    data = _read(path)
    if suffix not in _READERS:
        kinds = ", ".join(_READERS)
        message = f"{name} är ingen sorts fil som kan läsas"
        raise AvtalsgenError([Problem("JF22", message, hint=f"ange en fil av sorten {kinds}")])
    reading = _READERS[suffix](data, name, tracked)
    return Opened(reading.document, name, reading.problems, data)


def _assembled(workspace: Workspace | None, name: str) -> Opened:
    if workspace is None:
        message = f"{name} är ingen fil, och här är ingen arbetsyta med uppdrag"
        hint = "rätta sökvägen, eller stå i arbetsytan"
        raise AvtalsgenError([Problem("AY01", message, hint=hint, exit=Exit.NOT_FOUND)])
    ((slug, edition),) = select(workspace, (name,))
    document, problems = open_project(workspace.root).document(slug, edition)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise AvtalsgenError(problems)
    return Opened(document, f"{slug}@{edition}")


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except OSError:
        message = f"filen {path} finns inte"
        raise AvtalsgenError(
            [Problem("ID02", message, hint="rätta sökvägen", exit=Exit.NOT_FOUND)]
        ) from None
    if len(data) > _LIMIT:
        message = f"filen {path} är större än {_LIMIT // 1_000_000} MB"
        raise AvtalsgenError([Problem("VE01", message, hint="dela upp den")])
    return data


def _text(data: bytes, source: str, _: Tracked) -> Reading:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return read_plain_text(text, source)


_READERS: Mapping[str, Callable[[bytes, str, Tracked], Reading]] = {
    ".docx": read_docx,
    ".txt": _text,
}
