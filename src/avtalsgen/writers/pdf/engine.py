"""The typesetting engine, Typst: the only place that knows how it is run.

One compiler is kept for the life of the process: it remembers what it has read and
shaped.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import font_lato
import typst

from avtalsgen.writers.render import Layout

TEMPLATE = Path(__file__).with_name("avtal.typ")

_lock = Lock()


@dataclass(frozen=True, slots=True)
class Pages:
    """A document set in pages: the PDF, and where its sections are."""

    pdf: bytes
    layout: Layout


class RefusedError(Exception):
    """Raised when the engine refuses a document or warns about it, with its own words."""

    def __init__(self, *messages: str) -> None:
        self.messages = messages
        super().__init__(*messages)


@cache
def _compiler() -> Any:
    """Return the compiler, without the fonts of the machine: they would decide line breaks."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[font_lato.font_directory])
    return typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=fonts)


def run(data: str, day: datetime) -> Pages:
    """Return `data` set in pages by the template, as PDF/A-2a and PDF/UA-1, dated `day`.

    The layout is asked of the same compiler, which has it in memory from the PDF; the lock
    keeps another thread from coming between.

    Raises:
        RefusedError: the engine has an error or a warning.
    """
    with _lock:
        try:
            pdf, warnings = _compiler().compile_with_warnings(
                sys_inputs={"data": data},
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                timestamp=day,
            )
            found = json.loads(_compiler().query("<layout>", field="value", one=True))
        except typst.TypstError as error:
            raise RefusedError(error.message) from error
    if warnings:
        raise RefusedError(*(warning.message for warning in warnings))
    return Pages(pdf, Layout(found["pages"], found["page_count"]))
