"""A file that somebody hands us, and what the workspace knows of it."""

import re
from collections.abc import Iterator
from dataclasses import field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.build.annexes import enclosed, titles
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.build.inside import inside
from avtalsgen.pipeline.output import record
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.identity import identity_of
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.directory import split_day
from avtalsgen.writers.render import Render

if TYPE_CHECKING:
    from avtalsgen.signing.validation import Signed

_LIMIT = 50_000_000
_SIGNED = re.compile(r"-undertecknad(?:-(\d{1,3}))?$")
_END_OF_FILE = b"%%EOF"
_LINE_ENDS = (b"", b"\n", b"\r\n")


@dataclass(frozen=True, slots=True)
class BuiltFrom:
    """What a file says it was made of: an uppdrag, whole and as a draft."""

    name: str
    folder: Path
    """Where it is built, unless somebody says otherwise."""
    documents: tuple[Document, ...]
    project: Project
    _made: dict[tuple[bool, str], bytes] = field(default_factory=dict, compare=False)
    """What has been built now, by whether it is a draft and its format."""

    @property
    def annexes(self) -> tuple[str, ...]:
        """What the annexes in its PDF are called."""
        return titles(enclosed(self.project, self.documents[0], draft=False)[0])

    def fresh(self, document: Document, format_: str) -> bytes:
        """Return the file that a build would make of one of the documents now.

        Raises:
            AvtalsgenError: it cannot be built.
        """
        made = (document.draft, format_)
        if made not in self._made:
            house = self.project.house_of((self.name,))
            shell = self.project.shell(house) if format_ == "docx" else b""
            held, _ = inside(self.project, document, draft=document.draft, attach_facts=False)
            self._made[made] = write(document, Render(house.profile, shell), (format_,), held)[
                format_
            ]
        return self._made[made]


def read(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        AvtalsgenError: ID02 it is not there, VE01 it is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except OSError:
        hint = "rätta sökvägen"
        problem = Problem("ID02", f"filen {path} finns inte", hint=hint, exit=Exit.NOT_FOUND)
        raise AvtalsgenError([problem]) from None
    if len(data) > _LIMIT:
        message = f"filen {path} är större än {_LIMIT // 1_000_000} MB"
        raise AvtalsgenError([Problem("VE01", message, hint="ange en fil som är byggd här")])
    return data


def source(data: bytes, here: Path) -> BuiltFrom:
    """Return what the file says it was made of, in the workspace that `here` is in.

    Raises:
        AvtalsgenError: ID01 it does not say, else why the uppdrag cannot be assembled.
    """
    workspace = find(here)
    name = identity_of(data)
    if not name:
        hint = "ange en fil som är byggd här"
        message = "filen säger inte vilket uppdrag den är byggd av"
        raise AvtalsgenError([Problem("ID01", message, hint=hint)])
    ((slug, edition),) = select(Workspace(workspace), [name])
    project = open_project(workspace)
    documents = tuple(
        document_of(project, slug, edition, draft=draft)[0] for draft in (False, True)
    )
    return BuiltFrom(name, workspace / "output" / slug / split_day(edition)[0], documents, project)


def edition_in_name(path: Path, source: BuiltFrom) -> str:
    """Return which other edition the file is called after, as builds call their files."""
    files, stem = source.project.files, _SIGNED.sub("", path.stem)
    editions = (
        (slug, edition)
        for slug in directory.slugs(files)
        for edition in directory.editions(files, slug)
    )
    named = (f"{slug}@{edition}" for slug, edition in editions if stem == f"{slug}-{edition}")
    return next((name for name in named if name != source.name.partition(":")[0]), "")


FileOrigin = Literal["built", "earlier", "other", "unknown"]
"""`built`: one that was built last or would be now. `earlier`: one that was built before it.
`other`: none of ours. `unknown`: nobody can tell."""


def origin_of(pdf: bytes, signatures: "Signed", path: Path, source: BuiltFrom | None) -> FileOrigin:
    """Return which file of ours a PDF was before anybody signed it.

    Its hash is looked for in the records of its own folder and of the folder that its uppdrag
    is built in, whatever its name; then it is held against a fresh build. Nothing in the file
    itself says so.
    """
    folders = {path.parent, *((source.folder,) if source else ())}
    known = frozenset[str]().union(*map(record.hashes, folders))
    originals = frozenset(_originals(pdf, signatures))
    if known & originals:
        return "built"
    if source and any(_fresh_hash(source, each) in originals for each in source.documents):
        return "built"
    if originals & frozenset[str]().union(*map(record.earlier_hashes, folders)):
        return "earlier"
    return "other" if source or known else "unknown"


def _fresh_hash(source: BuiltFrom, document: Document) -> str:
    try:
        return sha256(source.fresh(document, "pdf")).hexdigest()
    except AvtalsgenError:
        return ""


def signed_name(path: Path) -> str:
    """Return the name of `path` when one more party has signed it."""
    match = _SIGNED.search(path.stem)
    number = int(match[1] or 1) + 1 if match else 1
    stem = _SIGNED.sub("", path.stem)
    return f"{stem}-undertecknad{f'-{number}' if number > 1 else ''}{path.suffix}"


def before_signing(pdf: bytes, signatures: "Signed") -> bytes:
    """Return the file that the first who signed was given; `pdf` itself if nobody signed."""
    return pdf[: _end_of_original(pdf, signatures)] if signatures.signatures else pdf


def _end_of_original(pdf: bytes, signatures: "Signed") -> int:
    """Return where the file that was first signed ends; its line end may follow."""
    end_of_signed = pdf.rfind(_END_OF_FILE, 0, signatures.signatures[0].reach)
    return pdf.rfind(_END_OF_FILE, 0, max(0, end_of_signed)) + len(_END_OF_FILE)


def _originals(pdf: bytes, signatures: "Signed") -> Iterator[str]:
    """Yield the SHA-256 that `pdf` may have had before the first signature was added.

    A signature is added behind the end of the file, so the file that was signed stands first
    in it; whether a line end is part of it cannot be seen.
    """
    if not signatures.signatures:
        yield sha256(pdf).hexdigest()
        return
    end = _end_of_original(pdf, signatures)
    for line_end in _LINE_ENDS:
        if pdf.startswith(line_end, end):
            yield sha256(pdf[: end + len(line_end)]).hexdigest()
