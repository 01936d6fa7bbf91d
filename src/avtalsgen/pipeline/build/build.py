"""Uppdrag to files: assembled, written in every format asked for, put on disk whole."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from avtalsgen.assemble.document import GAPS
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.build.inside import NOTHING, Inside, inside
from avtalsgen.pipeline.build.letters import lacking
from avtalsgen.pipeline.build.order import BuildOrder, Result
from avtalsgen.pipeline.build.prepared import FilesMade, PreparedFiles, deliver
from avtalsgen.pipeline.build.reviewed import reviewed
from avtalsgen.pipeline.lock.lock import Locked, locked
from avtalsgen.pipeline.output.versions import printed_by
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.writers import WRITERS
from avtalsgen.writers.json import compact_json
from avtalsgen.writers.render import Layout, Render

_CARRYING = {"docx", "pdf"}
"""The formats that carry the font of the house style."""


def build(project: Project, order: BuildOrder) -> Result:
    """Return what became of `order`; nothing is written unless everything can be.

    A file is written again only when its content changes. One that somebody changed since
    it was built is left alone (BY01) unless the order forces it.
    """
    try:
        return deliver(prepare(project, order), order, project.place)
    except AvtalsgenError as error:
        return Result(order.slug, order.edition, "failed", (), error.problems)


def prepare(project: Project, order: BuildOrder) -> PreparedFiles:
    """Return the files of `order`, assembled and not yet set or written.

    Raises:
        AvtalsgenError: something that the document stands on cannot be read.
    """
    document, problems = document_of(project, order.slug, order.edition, draft=order.draft)
    held, more = _inside(project, order, document)
    lock = locked(project, order.slug, order.edition, None if order.draft else document)
    house = project.house_of((order.name,))
    patched = lacking(document, house.profile) if _CARRYING.intersection(order.formats) else ()
    wrong = () if order.draft else reviewed(project, document, problems)
    every = (*problems, *more, *lock.problems, *patched, *wrong)
    problems = as_ordered(dict.fromkeys(every), draft=order.draft)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return PreparedFiles(order.slug, order.edition, problems)
    shell = project.shell(house) if "docx" in order.formats else b""
    of_format = {"docx": shell, "pdf": held.fingerprint(house.profile)}
    content = compact_json(document)
    made = {
        format_: fingerprint(content, house.profile, of_format.get(format_, b""), format_)
        for format_ in order.formats
    }
    paths = {order.path(format_): format_ for format_ in order.formats}

    def contents(wanted: Collection[Path]) -> FilesMade:
        formats = tuple(paths[path] for path in paths if path in wanted)
        written = write(document, Render(house.profile, shell), formats, held)
        return FilesMade({order.path(format_): written[format_] for format_ in formats})

    return PreparedFiles(
        order.slug,
        order.edition,
        problems,
        {path: made[format_] for path, format_ in paths.items()},
        made,
        lock_files(lock, order),
        not lock.problems,
        contents,
    )


def lock_files(lock: Locked, order: BuildOrder) -> Mapping[str, bytes]:
    """Return the lock that a build writes, by its path in the workspace; none where one stands.

    A draft locks nothing, and neither does a house style that is not the workspace's own.
    """
    return {} if order.draft or order.profile else lock.files()


def _inside(
    project: Project, order: BuildOrder, document: Document
) -> tuple[Inside, tuple[Problem, ...]]:
    if "pdf" not in order.formats:
        return NOTHING, ()
    return inside(project, document, draft=order.draft, attach_facts=order.attach_facts)


def write(
    document: Document, render: Render, formats: Iterable[str], held: Inside = NOTHING
) -> dict[str, bytes]:
    """Return the document in each of `formats`, by format; `held` is what its PDF holds too.

    The pages are set once: PDF is those pages, and the contents of DOCX tells their numbers.

    Raises:
        AvtalsgenError: a format cannot hold the document.
    """
    wanted = tuple(formats)
    pages, layout = b"", Layout()
    if "pdf" in wanted or ("docx" in wanted and document.contents):
        from avtalsgen.writers import pdf  # Typst takes time to load

        if "pdf" in wanted:
            pages, layout = pdf.set_pages(document, render.profile)
            pages = held.into(pages, document, render.profile)
        else:
            layout = pdf.lay_out(document, render.profile)
    render = replace(render, layout=layout)
    return {
        format_: pages if format_ == "pdf" else WRITERS[format_].write(document, render)
        for format_ in wanted
    }


def as_ordered(problems: Iterable[Problem], *, draft: bool) -> tuple[Problem, ...]:
    """Return `problems`; what a draft shows as a gap is only a warning there."""
    return tuple(
        replace(problem, severity=Severity.WARNING) if draft and problem.code in GAPS else problem
        for problem in problems
    )


def fingerprint(content: bytes, profile: Profile, of_format: bytes, format_: str) -> str:
    """Return a hash of everything that a file is made of, the program and its engines included.

    `content` is the document as `compact_json`, `of_format` what goes into this format alone.
    """
    everything = hashlib.sha256()
    for part in (
        printed_by(),
        format_.encode(),
        content,
        repr(profile).encode(),
        *profile.carried,
        of_format,
    ):
        everything.update(hashlib.sha256(part).digest())
    return everything.hexdigest()
