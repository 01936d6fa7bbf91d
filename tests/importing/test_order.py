"""A build of what was taken in says the words of the file in the order of the file.

The files are invented: what stands above a title and below it, and how parties sign, in any order
that people choose. The words are counted in the file itself, not in what a reader made of it.
"""

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.read import read_docx, read_plain_text
from tests.readers.docx.making import file, p, r

from avtalsgen.pipeline.intake.preparing import prepared
from avtalsgen.pipeline.workspace.project import Project, open_project

ROOT = Path(__file__).parents[2]
ABOVE = ("Granviks kommun", "Socialförvaltningen", "Dnr: SN 2018-17", "2018-03-01", "AVTAL")
BELOW = ("Dnr: SN 2018-17", "Datum: 2018-03-01", "Version 2", "Mellan kommunen och Stödet AB")
TITLES = (("Avtal om ledsagning",), ("Avtal om stöd", "i hemmet"))
SECTIONS = (
    ("1 Parter", "Detta avtal gäller mellan nämnden och utföraren, nedan kallad parten."),
    ("2 Tid", "Avtalet gäller från och med den 1 april 2018 och tills vidare."),
    ("3 Pris", "Ersättningen är 640 000 kronor per år.", "– resor ingår", "– mat ingår inte"),
)
PARTIES = (
    ("För beställaren", "Granviks kommun", "Ort och datum", "Eva Lund", "ordförande"),
    ("För utföraren", "Stödet AB", "Ort och datum", "Nils Ek", "verkställande direktör"),
)
RULE = "." * 28
ANNEX = ("Bilaga 1 Priser", "Dagtid kostar en timme 412 kronor enligt vad parterna har sagt.")


@cache
def project() -> Project:
    """Return the workspace of the repository."""
    return open_project(ROOT)


@st.composite
def old_files(draw: DrawFn) -> list[str]:
    """Return the lines of an old document; an empty one is room between two."""
    lines = draw(st.lists(st.sampled_from(ABOVE), max_size=3, unique=True))
    lines += [*draw(st.sampled_from(TITLES)), ""]
    lines += draw(st.lists(st.sampled_from(BELOW), max_size=3, unique=True))
    for section in SECTIONS[: draw(st.integers(1, 3))]:
        lines += ["", *section]
    lines += ["", "Avtalet finns i två exemplar.", ""] if draw(st.booleans()) else [""]
    lines += _signed(draw)
    return [*lines, "", *ANNEX] if draw(st.booleans()) else lines


def _signed(draw: DrawFn) -> list[str]:
    """Return where two parties sign, beside each other or one after the other."""
    rows = draw(st.lists(st.sampled_from(range(5)), min_size=2, unique=True).map(sorted))
    ruled = draw(st.sampled_from((0, 1, len(rows))))
    parties = [[party[row] for row in rows] for party in PARTIES]
    for said in parties:
        said.insert(ruled, RULE)
    if draw(st.booleans()):
        return [f"{left:<44}{right}" for left, right in zip(*parties, strict=True)]
    room = [""] if draw(st.booleans()) else []
    return [*parties[0], *room, *parties[1]]


def bare(lines: Iterable[str]) -> list[str]:
    """Return words by their letters and digits, in order."""
    words = ("".join(filter(str.isalnum, word)) for line in lines for word in line.split())
    return [word.casefold() for word in words if word]


def word_file(lines: list[str]) -> bytes:
    """Return lines as a Word file: what stands beside each other is a row of a table."""
    body = ""
    for beside, together in groupby(lines, key=lambda line: len(line.split("    ")) > 1):
        if beside:
            rows = (re.split(" {4,}", line) for line in together)
            cells = ("".join(f"<w:tc>{p(escape(said))}</w:tc>" for said in row) for row in rows)
            body += f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
        else:
            body += "".join(p(escape(line)) for line in together)
    return file(body)


@pytest.mark.parametrize("form", ["txt", "docx", "docx of rows"])
@given(old_files())
@settings(max_examples=30)
def test_the_words_come_in_the_order_of_the_file(form: str, lines: list[str]) -> None:
    if form == "txt":
        document = read_plain_text("\n".join(lines), "gammal.txt").document
    elif form == "docx":
        document = read_docx(word_file(lines), "gammal.docx").document
    else:
        document = read_docx(file("".join(p(escape(line)) for line in lines)), "g.docx").document
    made = prepared(project(), document, b"", "gammal.docx")
    assert made.printed == made.expected
    assert bare(made.printed) == bare(lines)


def test_notes_and_boxes_come_behind_what_they_hang_on_and_endnotes_last() -> None:
    def note(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def box(words: str) -> str:
        return f"<w:r><w:pict><w:txbxContent>{p(words)}</w:txbxContent></w:pict></w:r>"

    title = p("Avtal om ledsagning", style="Title")
    body = (
        p("1 Tid", style="Heading1"),
        p(r("Avtalet gäller ett år.") + note("footnote", 7)),
        p("Sedan upphör det."),
        p(box("Ring oss.")),
        p("2 Pris", style="Heading1"),
        f"<w:tbl><w:tr><w:tc>{p(r('Dagtid') + note('footnote', 8))}</w:tc>"
        f"<w:tc>{p(r('412 kronor') + note('endnote', 2))}</w:tc></w:tr></w:tbl>",
        p("Priset höjs inte."),
    )
    notes = [
        f'<w:{kind} w:id="{number}">{p(words)}</w:{kind}>'
        for kind, number, words in (
            ("footnote", 7, "Räknat från påskrift."),
            ("footnote", 8, "Vardagar."),
            ("endnote", 2, "Utan moms."),
        )
    ]
    parts = {"footnotes": notes[0] + notes[1], "endnotes": notes[2]}
    document = read_docx(file(title + "".join(body), parts), "noter.docx").document
    made = prepared(project(), document, b"", "noter.docx")
    assert made.printed == made.expected
    assert " ".join(made.printed) == (
        "Avtal om ledsagning 1 Tid Avtalet gäller ett år.[1] [1] Räknat från påskrift. "
        "Sedan upphör det. Ring oss. 2 Pris Dagtid[2] 412 kronor[i] [2] Vardagar. "
        "Priset höjs inte. [i] Utan moms."
    )
