"""The annexes that follow a document in its PDF: files of its uppdrag, and other uppdrag."""

import hashlib
from collections.abc import Iterator
from typing import Final

from avtalsgen.assemble.document import APPENDICES
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.lock.lock import locked
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.readers.written import unread
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.directory import FOLDER, split_day
from avtalsgen.uppdrag.uppdrag import Appendix
from avtalsgen.writers.json import compact_json

_DEEPEST: Final = 5
"""Annexes of annexes; deeper, nobody finds them."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An annex: a PDF, or a document that we set in pages, with annexes of its own.

    `number` is its number in the printed list, where some may be only a name.
    """

    number: int
    appendix: Appendix
    name: str
    content: "bytes | Document"
    below: "tuple[Enclosed, ...]" = ()


def enclosed(
    project: Project, document: Document, *, draft: bool
) -> tuple[tuple[Enclosed, ...], tuple[Problem, ...]]:
    """Return the annexes of an assembled document, and the problems met.

    An appendix without file or uppdrag is only a name in the list. A file that is missing, or
    that is none, is told of: FI01, FI02, as `assemble` tells of what has no name in the folder.

    Raises:
        AvtalsgenError: BI11 an annex has itself as an annex, BI12 a file is too large,
            UP01 or UP02 there is no such uppdrag, or its file is wrong.
    """
    gathering = _Gathering(project, draft, [])
    return tuple(gathering.of(document, ())), tuple(gathering.problems)


@dataclass(frozen=True, slots=True)
class _Gathering:
    project: Project
    draft: bool
    problems: list[Problem]

    def of(self, document: Document, above: tuple[str, ...]) -> Iterator[Enclosed]:
        if all(section.anchor != APPENDICES for section in document.sections):
            return  # the file of the uppdrag need not be read again
        identity = document.identity
        uppdrag = self.project.editions.uppdrag(identity.uppdrag, split_day(identity.edition)[0])
        for number, appendix in enumerate(uppdrag.appendices, start=1):
            if not appendix.archival:
                self.problems.append(_not_archival(appendix))
            if appendix.uppdrag:
                yield self.uppdrag(number, appendix, (*above, uppdrag.name))
            elif appendix.file:
                yield from self.file(number, appendix, f"{FOLDER}/{uppdrag.slug}/{appendix.file}")

    def uppdrag(self, number: int, appendix: Appendix, above: tuple[str, ...]) -> Enclosed:
        name = appendix.uppdrag
        if name in above or len(above) > _DEEPEST:
            chain = " → ".join((*above, name))
            message = f"bilagan {name} är bilaga till sig själv, eller för långt ner: {chain}"
            raise _refused("BI11", message, appendix, "ta bort uppdrag: på en av bilagorna")
        slug, _, edition = name.partition("@")
        self.project.editions.uppdrag(slug, edition, appendix.origin)
        document, problems = document_of(self.project, slug, edition, draft=self.draft)
        self.problems.extend(problems)
        self.problems.extend(locked(self.project, slug, edition).problems)
        return Enclosed(number, appendix, name, document, tuple(self.of(document, above)))

    def file(self, number: int, appendix: Appendix, path: str) -> Iterator[Enclosed]:
        try:
            yield Enclosed(number, appendix, path, self.project.files.read(path))
        except OSError as error:
            self.problems.append(unread(error, path, appendix.origin))
        except OverflowError as error:
            hint = "spara om den med mindre bilder, eller dela den i flera bilagor"
            raise _refused("BI12", str(error), appendix, hint) from None


def titles(annexes: tuple[Enclosed, ...]) -> tuple[str, ...]:
    """Return what each annex is called in the PDF."""
    return tuple(f"Bilaga {each.number}: {each.appendix.title}" for each in annexes)


def fingerprint(annexes: tuple[Enclosed, ...], profile: Profile) -> bytes:
    """Return a hash of all that the annexes are made of."""
    everything = hashlib.sha256()
    for annex in annexes:
        content = annex.content
        data = content if isinstance(content, bytes) else compact_json(content)
        named = (annex.number, annex.appendix.title, annex.appendix.archival, annex.name)
        everything.update(repr(named).encode())
        everything.update(hashlib.sha256(data).digest())
        everything.update(fingerprint(annex.below, profile))
    return everything.digest()


def with_annexes(pdf: bytes, annexes: tuple[Enclosed, ...], profile: Profile) -> bytes:
    """Return the PDF of a document followed by its annexes.

    Raises:
        AvtalsgenError: BI01–BI09 an annex cannot be appended; as `set_pages` for one of ours.
    """
    if not annexes:
        return pdf
    from avtalsgen.writers.pdf import set_pages
    from avtalsgen.writers.pdf.annexes import Annex, append_annexes

    given = []
    for annex_drawn in annexes:
        data = annex_drawn.content
        if isinstance(data, Document):
            pages, _ = set_pages(data, profile, to_sign=False)
            data = with_annexes(pages, annex_drawn.below, profile)
        asked = annex_drawn.appendix
        annex = Annex(
            annex_drawn.number, asked.title, annex_drawn.name, data, asked.origin, asked.archival
        )
        given.append(annex)
    return append_annexes(pdf, given)


def _not_archival(appendix: Appendix) -> Problem:
    return Problem(
        "BI10",
        f"bilagan ”{appendix.title}” behöver inte vara PDF/A, så handlingens PDF utger sig inte"
        " för att vara PDF/A eller PDF/UA",
        severity=Severity.WARNING,
        origin=appendix.origin,
        hint="ta bort arkivformat: nej när bilagan finns som PDF/A-2a och PDF/UA-1",
    )


def _refused(code: str, message: str, appendix: Appendix, hint: str) -> AvtalsgenError:
    return AvtalsgenError([Problem(code, message, origin=appendix.origin, hint=hint)])
