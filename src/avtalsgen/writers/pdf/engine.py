"""The typesetting engine, Typst: the only place that knows how it is run.

A compiler for each set of fonts is kept for the life of the process: it remembers what it
has read and shaped.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

import typst

from avtalsgen.model.profile import FontFile
from avtalsgen.records import dataclass
from avtalsgen.writers import lato
from avtalsgen.writers.render import Layout

TEMPLATE = Path(__file__).with_name("avtal.typ")

_lock = Lock()


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A place on a page, counted from 1, in points from its upper left corner."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PagesSet:
    """A document set in pages: the PDF, and where its sections are."""

    pdf: bytes
    layout: Layout
    places: Mapping[str, PagePoint]
    """Where the sections without heading begin, by anchor."""


class RefusedError(Exception):
    """Raised when the engine refuses a document or warns about it, with its own words."""

    def __init__(self, *messages: str) -> None:
        self.messages = messages
        super().__init__(*messages)


class _Engine:
    """A compiler with the fonts that it knows, and the folder that it reads them from."""

    def __init__(self, font_files: tuple[FontFile, ...]) -> None:
        # The engine takes fonts from folders only, and opens a file when it first needs it: the
        # one place outside pipeline that writes, into a folder that nobody else knows.
        self.folder = TemporaryDirectory(prefix="avtalsgen-")
        for file in font_files:
            Path(self.folder.name, f"{file.face}.ttf").write_bytes(file.data)
        # The fonts of the machine would decide line breaks, so they are left out.
        folders = [str(lato.FOLDER), self.folder.name]
        fonts = typst.Fonts(include_system_fonts=False, font_paths=folders)
        self.compiler: Any = typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=fonts)


@lru_cache(maxsize=4)
def _engine(font_files: tuple[FontFile, ...]) -> _Engine:
    return _Engine(font_files)


def run(data: str, day: datetime, font_files: tuple[FontFile, ...] = ()) -> PagesSet:
    """Return `data` set in pages by the template, as PDF/A-2a and PDF/UA-1, dated `day`.

    `font_files` are known beside those that come with the program.

    The layout is asked of the same compiler, which has it in memory from the PDF; the lock
    keeps another thread from coming between.

    Raises:
        RefusedError: the engine has an error or a warning.
    """
    with _lock:
        compiler = _engine(font_files).compiler
        try:
            pdf, warnings = compiler.compile_with_warnings(
                sys_inputs={"data": data},
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                timestamp=day,
            )
            answer = json.loads(compiler.query("<layout>", field="value", one=True))
        except typst.TypstError as error:
            raise RefusedError(error.message) from error
    if warnings:
        raise RefusedError(*(warning.message for warning in warnings))
    places = {name: PagePoint(**place) for name, place in answer["places"].items()}
    return PagesSet(pdf, Layout(answer["pages"], answer["page_count"]), places)
