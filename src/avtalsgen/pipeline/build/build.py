"""Uppdrag to files: assembled, written in every format asked for, put on disk whole."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from avtalsgen import __version__
from avtalsgen.assemble.document import GAPS
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.build.inside import NOTHING, Inside, inside
from avtalsgen.pipeline.build.letters import lacking
from avtalsgen.pipeline.build.order import CHANGED, BuildOrder, Result
from avtalsgen.pipeline.build.reviewed import reviewed
from avtalsgen.pipeline.lock.lock import Locked, locked
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.delivery import Delivery
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
        return _build(project, order)
    except AvtalsgenError as error:
        return Result(order.slug, order.edition, "failed", (), error.problems)


def _build(project: Project, order: BuildOrder) -> Result:
    document, problems = document_of(project, order.slug, order.edition, draft=order.draft)
    held, more = _inside(project, order, document)
    lock = locked(project, order.slug, order.edition, None if order.draft else document)
    house = project.house_of((order.name,))
    patched = lacking(document, house.profile) if _CARRYING.intersection(order.formats) else ()
    wrong = () if order.draft else reviewed(project, document)
    every = (*problems, *more, *lock.problems, *patched, *wrong)
    problems = as_ordered(dict.fromkeys(every), draft=order.draft)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Result(order.slug, order.edition, "failed", (), problems)
    paths = {order.path(format_): format_ for format_ in order.formats}
    shell = project.shell(house) if "docx" in order.formats else b""
    of_format = {"docx": shell, "pdf": held.fingerprint(house.profile)}
    content = compact_json(document)
    prints = {
        path: fingerprint(content, house.profile, of_format.get(format_, b""), format_)
        for path, format_ in paths.items()
    }
    made = {format_: prints[path] for path, format_ in paths.items()}
    delivery = Delivery(tuple(paths), CHANGED, order.force)
    stale = delivery.stale(prints)
    delivery.refuse_changed(stale)
    locks = lock_files(project, lock, order)
    if not stale:
        atomic.write_all(locks)
        return Result(order.slug, order.edition, "unchanged", tuple(paths), problems, made)
    formats = tuple(paths[path] for path in stale)
    contents = write(document, Render(house.profile, shell), formats, held)
    delivery.put({path: contents[paths[path]] for path in stale}, prints, beside=locks)
    return Result(order.slug, order.edition, "built", tuple(paths), problems, made)


def lock_files(project: Project, lock: Locked, order: BuildOrder) -> dict[Path, bytes]:
    """Return the lock that a build writes, by where it goes; none where the one there stands.

    A draft locks nothing, and neither does a house style that is not the workspace's own.
    """
    if order.draft or order.profile:
        return {}
    written = ((project.place(path), data) for path, data in lock.files().items())
    return {place: data for place, data in written if place}


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
    """Return a hash of everything that a file is made of, the program included.

    `content` is the document as `compact_json`, `of_format` what goes into this format alone.
    """
    everything = hashlib.sha256()
    for part in (
        __version__.encode(),
        format_.encode(),
        content,
        repr(profile).encode(),
        *profile.carried,
        of_format,
    ):
        everything.update(hashlib.sha256(part).digest())
    return everything.hexdigest()
