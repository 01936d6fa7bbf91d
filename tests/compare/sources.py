"""The two agreements that are not published, and our own, as documents to compare."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from avtalsgen.model.nodes import Cover, Document, Identity, Paragraph, Section, Text
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project

_ENTRY = re.compile(r"([0-9.]*)\t(.+)\t[0-9]+")
_NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)?) (.+)")
_SENTENCE = re.compile(r"[.:,;)/]|\d")
ROOT = Path(__file__).parents[2]


def source(name: str) -> Document:
    """Return one of the agreements; skips the test where they are not at hand."""
    folder = os.environ.get("AVTALSGEN_UNDERLAG")
    if not folder:
        pytest.skip("AVTALSGEN_UNDERLAG säger inte var källorna finns; de får inte publiceras")
    text = (Path(folder) / f"{name}.txt").read_text(encoding="utf-8")
    listed = {entry[2].casefold() for entry in _ENTRY.finditer(text)}
    body = text[text.rindex("\t") :].partition("\n")[2]
    headings = list(_headings(body.partition("\nDetta uppdrag är upprättat")[0], listed))
    return Document(
        Identity("", "", "", "", name), Cover("", (Text(name),)), tuple(_tree(headings, 1))
    )


def own(slug: str, edition: str) -> Document:
    """Return one of our own, assembled."""
    return document_of(open_project(ROOT), slug, edition)[0]


Flat = tuple[int, str, str, list[str]]


def _headings(body: str, listed: set[str]) -> Iterator[Flat]:
    """Yield level, number, heading and paragraphs of each section."""
    texts: list[str] = []
    found: Flat | None = None
    numbered = 1
    for block in filter(None, (part.strip() for part in body.split("\n\n"))):
        number = _NUMBERED.fullmatch(block)
        is_heading = bool(number) or block.casefold() in listed or _looks_like_one(block)
        if not is_heading:
            texts.append(block)
            continue
        if found:
            yield found
        texts = []
        if number:
            numbered = len(number[1].removesuffix(".0").split("."))
            found = (numbered, number[1], number[2], texts)
        else:
            found = (numbered + 1, "", block, texts)
    if found:
        yield found


def _looks_like_one(block: str) -> bool:
    return not _SENTENCE.search(block) and len(block.split()) < 14 and not block.startswith("-")


def _tree(flat: list[Flat], level: int) -> Iterator[Section]:
    at = 0
    while at < len(flat):
        own_level, number, heading, texts = flat[at]
        end = at + 1
        while end < len(flat) and flat[end][0] > own_level:
            end += 1
        anchor = f"s-{level}-{number.replace('.', '-')}-{heading.casefold()[:9].strip()}"
        blocks = tuple(Paragraph((Text(" ".join(text.split())),)) for text in texts)
        below = tuple(_tree(flat[at + 1 : end], level + 1))
        yield Section(anchor, (Text(heading),), level, number, blocks, below)
        at = end
