"""A Word file of an agreement as somebody without our program makes it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from tests.libreoffice import NARROW
from tests.readers.layers import OUTLINE, TEXT

CONTENTS_HEADING = "Innehåll"
_LONG = 60
_NUMBERED = re.compile(r"\d")
Outline = Sequence[tuple[str, str, int]]
"""Number, words and level of each heading."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The file, its headings, and its paragraphs and items without signs."""

    file: bytes
    outline: list[tuple[str, str, int]]
    said: list[str]


def agreement(
    *,
    styled: bool,
    table: bool = False,
    text: str = TEXT,
    outline: Outline = OUTLINE,
    font: str = NARROW,
) -> Agreement:
    """Return `text`, its headings in styles or in bold; what stands before them is the front."""
    made = docx.Document()
    made.styles["Normal"].font.name = font
    made.styles["Normal"].font.size = Pt(11)
    _edges(made.sections[0])
    levels = {f"{number} {words}".strip(): level for number, words, level in outline}
    front, first, body = text.partition(next(iter(levels)) + "\n")
    for row in filter(str.strip, front.split("\n")):
        made.add_paragraph(row.strip("\t"))
    rows = [row for row in (first + body).split("\n") if row]
    said = [
        _add(made, row, levels.get(row, 0), styled, broken=_is_broken(before, row))
        for before, row in zip(["", *rows], rows, strict=False)
    ]
    if table:
        _table(made)
    done = BytesIO()
    made.save(done)
    return Agreement(done.getvalue(), [*outline], [text for text in said if text])


def _is_broken(before: str, row: str) -> bool:
    """Return whether a page of the source has ended in the sentence that `row` goes on with."""
    return row[0].islower() and len(before) > _LONG and not before.endswith((".", ":", ","))


def _add(made: Any, row: str, level: int, styled: bool, *, broken: bool) -> str:
    """Add a row of the text; return what it says, nothing for a heading."""
    if level:
        _heading(made, row, level, styled)
        return ""
    if row.startswith("- "):
        made.add_paragraph(row[2:], style="List Bullet")
        return row[2:]
    paragraph = made.add_paragraph()
    if broken:
        paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run(row)
    return row


def _heading(made: Any, row: str, level: int, styled: bool) -> None:
    if styled:
        made.add_heading(row, level)
        return
    run = made.add_paragraph().add_run(row)
    run.bold = True
    run.font.size = Pt(11 if not _NUMBERED.match(row) else 15 - level)


def _edges(section: Any) -> None:
    section.header.paragraphs[0].text = "Exempels kommun\t\tDnr SON 2030-12"
    foot = section.footer.paragraphs[0]
    _field(foot, "PAGE")
    foot.add_run(" (")
    _field(foot, "NUMPAGES")
    foot.add_run(")")


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        paragraph.add_run()._r.append(element)


def _table(made: Any) -> None:
    table = made.add_table(2, 2)
    for row, texts in zip(table.rows, (("Insats", "Timmar"), ("Samtal", "120")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
