"""Two versions of a document to what differs, and to the files that show it."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from avtalsgen.compare.compare import compare
from avtalsgen.model.comparison import Comparison, Weight
from avtalsgen.pipeline.compare.files import Pair, Shown, contents
from avtalsgen.pipeline.output import atomic, built
from avtalsgen.pipeline.workspace.document_argument import Opened, open_document
from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.readers.reading import Tracked

SUFFIXES: Mapping[str, str] = {"html": ".html", "docx": ".docx", "pdf": ".pdf", "md": ".md"}
"""The formats that are files, with how their names end."""
_NAME = re.compile(r"[^\w.@-]+")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be compared, and what is to be made of it.

    `formats` are those that are files. `out` is the name of the file, or what the names of
    several begin with; without it they are named after the two documents, in the folder where
    the user stands. `moment` is ISO 8601 in UTC, or empty.
    """

    old: str
    new: str
    formats: tuple[str, ...] = ()
    out: Path | None = None
    tracked: Tracked = "accept"
    author: str = "avtalsgen"
    moment: str = ""
    only: Weight | None = None
    profile: str = ""
    force: bool = False

    def paths(self) -> dict[str, Path]:
        """Return where each format goes."""
        out = self.out or Path(f"jamforelse-{_stem(self.old)}-{_stem(self.new)}")
        if self.out and len(self.formats) == 1:
            return {self.formats[0]: out}
        stem = out.with_suffix("") if out.suffix in SUFFIXES.values() else out
        return {name: stem.with_name(stem.name + SUFFIXES[name]) for name in self.formats}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What differs, the files that were written, and what is to be told beside."""

    comparison: Comparison
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def diff(order: Order, here: Path) -> Outcome:
    """Return what differs between the two documents of `order`, its files written.

    Nothing is written unless everything can be. A file that is there and is not as a
    comparison left it is not written over, unless the order forces it.

    Raises:
        AvtalsgenError: one of the documents cannot be opened; JF20 a file is somebody else's;
            as the formats, and as `atomic.write_all`.
    """
    paths = order.paths()
    records = built.read(paths.values())
    if not order.force:
        _refuse_changed(records, paths.values())
    house = house_of(here, order.profile)
    old = open_document(here, order.old, order.tracked)
    new = open_document(here, order.new, order.tracked)
    comparison = compare(
        old.document,
        new.document,
        house.knowledge,
        old_source=old.source,
        new_source=new.source,
        paged=not {old.suffix, new.suffix} & _PAGELESS,
    )
    pair = Pair(old, new)
    shown = Shown(comparison, pair, order.author, order.moment, order.only, order.tracked)
    made, told = contents(shown, order.formats, house)
    written = {paths[name]: data for name, data in made.items()}
    prints = {path: hashlib.sha256(data).hexdigest() for path, data in written.items()}
    if written:
        atomic.write_all({**written, **built.updated(records, written, prints)})
    return Outcome(comparison, tuple(written), (*_told(old), *_told(new), *told))


def _told(opened: Opened) -> tuple[Problem, ...]:
    """Return what is told of a document; that an uppdrag is not ready is no fault of a comparison.

    So yesterday's draft can be compared with today's.
    """
    errors = [problem for problem in opened.problems if problem.severity is Severity.ERROR]
    if not errors or opened.data is not None:
        return opened.problems
    message = f"{opened.source} är inte färdigt ({len(errors)} fel) och jämförs som det är"
    hint = "avtalsgen build visar vad som fattas"
    return (Problem("JF22", message, severity=Severity.WARNING, hint=hint),)


def _refuse_changed(records: Mapping[Path, built.Record], paths: Iterable[Path]) -> None:
    problems = [
        Problem(
            "JF20",
            f"{path} finns redan och är inte en jämförelse som vi har skrivit",
            hint="välj ett annat namn med --out, eller skriv över den med --force",
            exit=Exit.CONFLICT,
        )
        for path in paths
        if built.is_changed(records, path)
    ]
    if problems:
        raise AvtalsgenError(problems)


def _stem(name: str) -> str:
    """Return what a document is called in the name of a file, without folder and suffix."""
    path, at, revision = name.partition("@")
    own = Path(path).name if at and not Path(path).suffix else Path(path).stem
    return _NAME.sub("-", f"{own}{at}{revision}").strip("-.")


_PAGELESS = frozenset({".txt", ".text", ".md", ".markdown"})
"""Formats that have no pages, and so nothing at the head and foot of them."""
