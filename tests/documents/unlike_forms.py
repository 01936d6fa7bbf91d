"""The two agreements that are not published, in the forms that people send them in."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
import pytest
from tests import libreoffice
from tests.read import read_docx, read_pdf, read_plain_text

from avtalsgen.model.nodes import Document

OLD: Final = "vald-i-nara-relation-2019"
NEW: Final = "familjeradgivning-2021"
_ENTRY = re.compile(r"[0-9.]*\t(.+)\t[0-9]+")
_NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)?) .+")
_NO_HEADING = re.compile(r"[0-9.:,;)/]|^-")
_BROKEN = re.compile(r"(?<=[^\n]{60}[^.:,\n])\n+(?=[a-zåäö])")
"""Where a page of the source ended in a sentence: nobody has that as two paragraphs in Word."""


def text_of(name: str) -> str:
    """Return one of the agreements; skips the test where they are not at hand."""
    folder = os.environ.get("AVTALSGEN_UNDERLAG")
    if not folder:
        pytest.skip("AVTALSGEN_UNDERLAG säger inte var källorna finns; de får inte publiceras")
    return without_marks((Path(folder) / f"{name}.txt").read_text(encoding="utf-8"))


def without_marks(text: str) -> str:
    """Return a text with its links and looks as the words that Word shows of them."""
    linked = re.sub(r"\[([^\]]+)\]\(http[^)]+\)|<(http[^>]+)>", r"\1\2", text)
    return re.sub(r"\*([^*\n]+)\*", r"\1", linked)


def _typed_in_word(name: str) -> str:
    return _BROKEN.sub(" ", text_of(name))


@cache
def styled(name: str) -> bytes:
    """Return the agreement as a Word file whose headings have styles, made by python-docx."""
    made = docx.Document()
    for text, level in _paragraphs(_typed_in_word(name)):
        if level:
            made.add_heading(text, level)
        else:
            made.add_paragraph(text)
    done = BytesIO()
    made.save(done)
    return done.getvalue()


@cache
def plain(name: str) -> bytes:
    """Return the agreement as a Word file without any styles, made by LibreOffice."""
    return libreoffice.to_word(_typed_in_word(name))


def _paragraphs(text: str) -> Iterator[tuple[str, int]]:
    """Yield each paragraph and its level as a heading: 0 for what is none."""
    end = text.index("\n", text.rindex("\t"))
    front, body = text[:end], text[end:]
    yield from ((row, 0) for row in front.split("\n"))
    listed = {entry.casefold() for entry in _ENTRY.findall(front)}
    signed = body.index("\nLinköping 20")
    level = 1
    at = 0
    for block in filter(None, map(str.strip, body.split("\n\n"))):
        at = body.index(block, at)
        numbered = _NUMBERED.fullmatch(block)
        if numbered:
            level = 1 + numbered[1].removesuffix(".0").count(".")
            yield block, level
        elif block.casefold() in listed or (at < signed and _looks_like_heading(block)):
            yield block, level + 1
        else:
            yield from ((row, 0) for row in block.split("\n"))


def _looks_like_heading(block: str) -> bool:
    return not _NO_HEADING.search(block) and len(block.split()) < 14


FORMS: Final[Mapping[str, Callable[[str], Document]]] = {
    "text": lambda name: read_plain_text(text_of(name), name).document,
    "styled Word": lambda name: _word(styled(name)),
    "plain Word": lambda name: _word(plain(name)),
    "tagged PDF of styled": lambda name: _pdf(libreoffice.to_pdf(styled(name), archive=True)),
    "tagged PDF of plain": lambda name: _pdf(libreoffice.to_pdf(plain(name), archive=True)),
    "untagged PDF of styled": lambda name: _pdf(libreoffice.to_untagged_pdf(styled(name))),
    "untagged PDF of plain": lambda name: _pdf(libreoffice.to_untagged_pdf(plain(name))),
}


@cache
def read(form: str, name: str) -> Document:
    """Return the agreement as it is read in one of the forms."""
    return FORMS[form](name)


def _word(data: bytes) -> Document:
    return read_docx(data, "avtal.docx", "accept").document


def _pdf(data: bytes) -> Document:
    return read_pdf(data, "avtal.pdf").document
