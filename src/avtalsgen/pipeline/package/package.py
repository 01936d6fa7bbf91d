"""What a nämnd is given to decide on, in a folder of its own beside the memo.

SLUG/UTGÅVA/namndpaket/
    SLUG-UTGÅVA.docx .pdf            the memo, and each document that it is about
    namndpaket.pdf                   all of it in one file, to read
    diarium.json diarium.csv         the record that a diarium takes in
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from avtalsgen.clauses.house.profile import HouseStyle
from avtalsgen.model import plain
from avtalsgen.pipeline.build.annexes import Enclosed, with_annexes
from avtalsgen.pipeline.build.build import as_ordered, fingerprint, lock_files, write
from avtalsgen.pipeline.build.order import DRAFT_SUFFIX, BuildOrder
from avtalsgen.pipeline.build.prepared import FilesMade, PreparedFiles
from avtalsgen.pipeline.package import diarium
from avtalsgen.pipeline.package.diarium import Registered, WrittenFile
from avtalsgen.pipeline.package.parts import (
    ARCHIVED_PDF,
    PLAIN_PDF,
    PackageDocument,
    memo_of,
    parts_of,
)
from avtalsgen.pipeline.workspace.changes import Changes
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.uppdrag import Appendix
from avtalsgen.writers import WRITERS
from avtalsgen.writers.json import compact_json
from avtalsgen.writers.render import Render

FOLDER: Final = "namndpaket"
WHOLE: Final = "Nämndpaket"
"""The type of the document that holds all the others."""


def prepare_package(project: Project, order: BuildOrder) -> PreparedFiles:
    """Return the files of the package of a memo, or of the uppdrag that a memo is about.

    They are assembled and not yet set or written; as they are of one piece, all are made when one
    is out of date.

    Raises:
        AvtalsgenError: something that they stand on cannot be read.
    """
    memo = memo_of(project, order.slug, order.edition)
    parts, met = parts_of(project, memo, order)
    package = _MatterPackage(project, order, order.out / memo.slug / memo.edition / FOLDER, parts)
    parameters = project.library.parameters
    registered = package.registered({})
    lacking = (told for each in registered for told in diarium.lacking(each, parameters))
    problems = as_ordered(dict.fromkeys((*met, *lacking)), draft=order.draft)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return PreparedFiles(memo.slug, memo.edition, problems)
    locks = {
        path: data
        for part in parts
        if part.lock
        for path, data in lock_files(part.lock, order).items()
    }
    return PreparedFiles(
        memo.slug,
        memo.edition,
        problems,
        dict.fromkeys(package.paths(), package.fingerprint()),
        locks=locks,
        contents=lambda _: package.contents(),
    )


@dataclass(frozen=True, slots=True)
class _MatterPackage:
    project: Project
    order: BuildOrder
    folder: Path
    parts: tuple[PackageDocument, ...]

    def paths(self) -> Iterator[Path]:
        """Yield every file of the package, in the order that they are read."""
        for part in self.parts:
            yield from (self.path(part.stem, format_) for format_ in self.order.formats)
        yield self.path(FOLDER, "pdf")
        yield self.record("json")
        yield self.record("csv")

    def path(self, stem: str, format_: str) -> Path:
        suffix = DRAFT_SUFFIX if self.order.draft else ""
        return self.folder / f"{stem}{suffix}{WRITERS[format_].suffix}"

    def record(self, kind: str) -> Path:
        return self.folder / f"diarium{DRAFT_SUFFIX if self.order.draft else ''}.{kind}"

    @property
    def house(self) -> HouseStyle:
        """How all of it looks: as the memo."""
        return self.parts[0].lookup.house

    def shell(self) -> bytes:
        return self.project.shell(self.house) if "docx" in self.order.formats else b""

    def fingerprint(self) -> str:
        """Return a hash of everything that the files are made of."""
        profile, everything = self.house.profile, hashlib.sha256(self.shell())
        for part in self.parts:
            of_profile, content = part.held.fingerprint(profile), compact_json(part.document)
            for format_ in self.order.formats:
                print_ = fingerprint(content, profile, of_profile, format_)
                everything.update(print_.encode())
        records = [diarium.record(each) for each in self.registered({})]
        everything.update(diarium.as_json(records, self.parts[0].id))
        return everything.hexdigest()

    def contents(self) -> FilesMade:
        """Return every file of the package, and why a redline in Word is not among them.

        What a redline shows is in its other formats too, so no nämnd has to do without a package.
        """
        render = Render(self.house.profile, self.shell())
        files, problems = dict[Path, bytes](), list[Problem]()
        for part in self.parts:
            data, met = self.formats(part, render)
            files |= {self.path(part.stem, format_): data[format_] for format_ in data}
            problems += met
        files[self.path(FOLDER, "pdf")] = self.whole()
        sums = {path.name: hashlib.sha256(data).hexdigest() for path, data in files.items()}
        records = [diarium.record(each) for each in self.registered(sums)]
        files[self.record("json")] = diarium.as_json(records, self.parts[0].id)
        files[self.record("csv")] = diarium.as_csv(records)
        return FilesMade(files, tuple(problems))

    def formats(
        self, part: PackageDocument, render: Render
    ) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """Return a document in each format; Word tracks the changes that the others only show."""
        if part.changes is None or "docx" not in self.order.formats:
            return write(part.document, render, self.order.formats, part.held), ()
        others = tuple(format_ for format_ in self.order.formats if format_ != "docx")
        shown = write(part.document, render, others, part.held)
        try:
            return {"docx": self.tracked(part.changes, render), **shown}, ()
        except AvtalsgenError as error:
            return shown, tuple(_as_warning(problem) for problem in error.problems)

    def tracked(self, changes: Changes, render: Render) -> bytes:
        """Return the changes tracked in Word, by the authority of the memo on its day.

        Raises:
            AvtalsgenError: JF02 no redline of them could be proven.
        """
        memo = self.parts[0].document.identity
        moment = f"{memo.date}T00:00:00Z" if memo.date else ""  # else that of the files
        old, new = (
            write(document, render, ("docx",))["docx"] for document in (changes.old, changes.new)
        )
        return changes.as_word(old, new, memo.author or "avtalsgen", moment)

    def whole(self) -> bytes:
        """Return the memo as PDF, followed by its annexes and by the other documents."""
        from avtalsgen.writers.pdf import set_pages  # Typst takes time to load

        memo, *others = self.parts
        pages, _ = set_pages(memo.document, self.house.profile, to_sign=False)
        annexes = [*memo.held.annexes]
        number = len(memo.lookup.uppdrag.appendices)
        for part in others:
            if all(annex.name != part.id for annex in annexes):
                number += 1
                annexes.append(_enclosed(number, part))
        return with_annexes(pages, tuple(annexes), self.house.profile)

    def registered(self, sums: dict[str, str]) -> tuple[Registered, ...]:
        """Return the documents as a diarium has them; `sums` are of the files, by name."""
        memo = self.parts[0]
        parts = [
            Registered(
                part.id,
                number,
                part.kind,
                plain.text(part.document.cover.title),
                part.lookup,
                memo.lookup,
                part.parties,
                part.relations,
                self.files(part.stem, self.order.formats, part.pdf, sums),
            )
            for number, part in enumerate(self.parts, start=1)
        ]
        whole = Registered(
            f"{memo.id}/{FOLDER}",
            len(self.parts) + 1,
            WHOLE,
            plain.text(memo.document.cover.title),
            memo.lookup,
            memo.lookup,
            memo.parties,
            tuple(("innehåller", part.id) for part in self.parts),
            self.files(FOLDER, ("pdf",), self.whole_pdf(), sums),
        )
        return (*parts, whole)

    def whole_pdf(self) -> str:
        archival = all(part.pdf != PLAIN_PDF for part in self.parts)
        return ARCHIVED_PDF if archival else PLAIN_PDF

    def files(
        self, stem: str, formats: tuple[str, ...], pdf: str, sums: dict[str, str]
    ) -> tuple[WrittenFile, ...]:
        """Return the files of a document; `sums` of none mean that none is written yet."""
        names = {format_: self.path(stem, format_).name for format_ in formats}
        return tuple(
            WrittenFile(name, pdf if format_ == "pdf" else format_.upper(), sums.get(name, ""))
            for format_, name in names.items()
            if not sums or name in sums
        )


def _as_warning(problem: Problem) -> Problem:
    """Return why no redline could be proven, as what the rest of the package can do without."""
    hint = f"läs jämförelsen i {FOLDER}.pdf, där den också är med"
    return replace(problem, severity=Severity.WARNING, hint=hint, exit=Exit.LOOK)


def _enclosed(number: int, part: PackageDocument) -> Enclosed:
    origin = part.lookup.uppdrag.origin
    title = f"{part.kind} {plain.text(part.document.cover.title)}"
    appendix = Appendix(title, "", part.id, part.pdf != PLAIN_PDF, origin)
    return Enclosed(number, appendix, part.id, part.document, part.held.annexes)
