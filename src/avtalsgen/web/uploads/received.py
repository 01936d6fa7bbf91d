"""A file that somebody dropped: what it is, by what is in it and not by its name."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final, Literal, TypeVar
from zipfile import BadZipFile, ZipFile

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass

Kind = Literal["docx", "pdf", "text"]
T = TypeVar("T")
MOST_FILES: Final = 40
"""Files in one form: what a unit has of old agreements."""
MOST_BYTES: Final = 30_000_000
"""Bytes of one file."""
_LONGEST_NAME: Final = 120
_MOST_PARTS: Final = 5000
"""Files inside a Word file: a long one with pictures has some hundred."""
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
"""The first bytes, somewhere in which a PDF must say that it is one (ISO 32000-1, annex H)."""
_ZIP: Final = b"PK\x03\x04"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS: Final = "word/vbaProject.bin"
_BODY: Final = "word/document.xml"
_SUFFIXES: Final[dict[Kind, tuple[str, ...]]] = {
    "docx": (".docx", ".dotx"),
    "pdf": (".pdf",),
    "text": (".txt", ".text", ".md", ".markdown"),
}


@dataclass(frozen=True, slots=True)
class Received:
    """A file, with a name that is safe to show and to save."""

    name: str
    kind: Kind
    data: bytes


def received(name: str, data: bytes) -> Received:
    """Return a dropped file.

    Raises:
        AvtalsgenError: FU01 it is too large, FU02 it is of a kind that is not read.
    """
    shown = _safe(name)
    if len(data) > MOST_BYTES:
        raise too_large(shown)
    if not data:
        raise _not_read(shown, "är tom", "välj filen igen, eller be om en ny")
    kind = _kind(shown, data)
    stem, suffix = PurePosixPath(shown).stem, PurePosixPath(shown).suffix.lower()
    return Received(
        f"{stem}{suffix if suffix in _SUFFIXES[kind] else _SUFFIXES[kind][0]}", kind, data
    )


def too_large(name: str) -> AvtalsgenError:
    """Return that a file is larger than any that is read."""
    message = f"{name} är större än {MOST_BYTES // 1_000_000} MB och läses inte"
    hint = "minska bilderna i filen, eller dela den"
    return AvtalsgenError([Problem("FU01", message, hint=hint)])


def only(kinds: Iterable[Kind], file: Received) -> Received:
    """Return `file`, where a page takes no others than `kinds`.

    Raises:
        AvtalsgenError: FU02 it is of another kind.
    """
    if file.kind in kinds:
        return file
    words = {"docx": "Wordfiler (docx)", "pdf": "PDF", "text": "textfiler"}
    wanted = " och ".join(words[kind] for kind in kinds)
    raise _not_read(file.name, "är av ett annat slag", f"den här sidan tar emot {wanted}")


def with_files(files: Iterable[Received], work: Callable[[tuple[Path, ...]], T]) -> T:
    """Return what `work` makes of the files on disk, where they are no longer than that.

    Raises:
        AvtalsgenError: as `work`, with each file called by its name.
    """
    with TemporaryDirectory(prefix="avtalsgen-") as folder:
        paths = []
        for number, file in enumerate(files):
            place = Path(folder, str(number))
            place.mkdir()
            paths.append(place / file.name)
            paths[-1].write_bytes(file.data)
        try:
            return work(tuple(paths))
        except AvtalsgenError as error:
            places = [f"{path.parent}{os.sep}" for path in paths]
            raise AvtalsgenError([_named(each, places) for each in error.problems]) from None


def _named(problem: Problem, places: Iterable[str]) -> Problem:
    """Return a problem that says nothing of where a file lay while it was read."""
    for place in places:
        origin, hint = problem.origin, problem.hint
        problem = replace(
            problem,
            message=problem.message.replace(place, ""),
            hint=hint and hint.replace(place, ""),
            origin=origin and origin._replace(file=origin.file.replace(place, "")),
        )
    return problem


def _safe(name: str) -> str:
    """Return the last part of `name`, without what steers a terminal, a disk or the eye."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(s for s in last if s.isprintable() and s not in '<>:"|?*').strip(". ")
    stem, dot, suffix = kept.rpartition(".")
    return (
        f"{(stem or suffix)[:_LONGEST_NAME]}{dot}{suffix[:10]}"
        if dot
        else kept[:_LONGEST_NAME] or "fil"
    )


def _kind(name: str, data: bytes) -> Kind:
    if _PDF in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(_ZIP):
        return _word(name, data)
    if data.startswith(_OLD_WORD):
        raise _not_read(
            name,
            "är en äldre Wordfil, eller en med lösenord",
            "öppna den i Word och spara den som docx, utan lösenord",
        )
    if data.startswith(b"{\\rtf"):
        raise _not_read(name, "är en RTF", "öppna den i Word och spara den som docx")
    if b"\0" in data[:8000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _not_read(name, "går inte att läsa som text", "spara handlingen som docx eller PDF")
    return "text"


def _word(name: str, data: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.namelist()
    except (BadZipFile, NotImplementedError, ValueError):
        raise _not_read(
            name, "är skadad", "be om filen igen, eller öppna och spara den i Word"
        ) from None
    if len(parts) > _MOST_PARTS:
        raise _not_read(name, "har orimligt många delar", "öppna den i Word och spara den igen")
    if _MACROS in parts:
        raise _not_read(name, "innehåller makron", "öppna den i Word och spara den som docx")
    if _BODY not in parts:
        raise _not_read(name, "är ingen Wordfil", "spara handlingen som docx eller PDF")
    return "docx"


def _not_read(name: str, why: str, hint: str) -> AvtalsgenError:
    return AvtalsgenError([Problem("FU02", f"{name} {why} och läses därför inte", hint=hint)])
